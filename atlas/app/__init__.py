"""The composition root: makes the parts, and connects what the user does to the state and that to the window."""

import atlas.startup  # noqa: F401

# isort: split
from atlas.app.atlas_app import AtlasApp
from atlas.app.start import main

__all__ = ["AtlasApp", "main"]
