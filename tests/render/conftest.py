"""The real atlas and its plates, read once."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from atlas import paths
from atlas.content.catalog import FileCatalog
from atlas.render.plates import Plates


@pytest.fixture(scope="session")
def plates(catalog: FileCatalog, qapp: QGuiApplication) -> Plates:
    return Plates(catalog, paths.BODY, paths.MUSCLES)
