"""Starts Qt, opens the window and stays until it is closed."""

from __future__ import annotations

import signal
import sys

from PySide6.QtWidgets import QApplication

from atlas import paths
from atlas.app.atlas_app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.render.display import started
from atlas.render.fonts import font, load_fonts


def main(kiosk: bool = False) -> int:
    """Opens the window and stays until it is closed; `kiosk`: full screen, for a tablet in a clinic."""
    application = QApplication.instance() or started(QApplication, sys.argv[:1])
    assert isinstance(application, QApplication)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C ends it at once: Python would answer only at the next event
    application.setApplicationName("Trigger-Point Referral Atlas")
    catalog = FileCatalog()
    catalog.found_wrong.add(*load_fonts(catalog.places.fonts))
    application.setFont(font())
    opened = AtlasApp(catalog, settings=paths.user_settings(), kiosk=kiosk, learners=paths.user_learners())
    if opened.broken is not None:
        print(f"atlas: {opened.broken}", file=sys.stderr)
    opened.open()
    return application.exec()
