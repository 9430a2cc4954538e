"""Says in the interface's language why a file was not written or not used, and what became of the settings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.ui.language.translate import translate

if TYPE_CHECKING:  # nothing of Pillow is needed before there is a logo
    from atlas.domain.problems import NotSaved
    from atlas.render.handout.logo import NoLogo


def not_saved(error: NotSaved) -> str:
    said = translate("Saving", "{name} could not be saved: {why}.")
    return said.format(name=Path(error.path).name or error.path, why=translate("Saving", error.why))


def no_logo(error: NoLogo) -> str:
    said = translate("Saving", "The logo {name} cannot be used: {why}.")
    return said.format(name=error.path.name or error.path, why=translate("Saving", error.why))


def settings_broken(kept: Path, names: Sequence[str] = ()) -> str:
    """`kept` is where the broken file is now; with `names` only these settings cannot be used."""
    if names:
        said = translate("Notice", "In the settings, the usual value stands in for what cannot be used: {}. File: {}.")
        return said.format(", ".join(names), kept)
    said = translate(
        "Notice", "The settings could not be read, so the usual ones are used. What was there is kept in {}."
    )
    return said.format(kept)
