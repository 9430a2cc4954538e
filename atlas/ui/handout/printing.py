"""Prints a handout, after a look at it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from atlas.render.handout.files import file_title_of, print_on
from atlas.render.handout.pages import Leaflet


class NoPrinter(Exception):
    """There is no printer on this computer."""


class _Printing(QObject):
    """Draws the handout as often as the preview asks for it."""

    def __init__(self, leaflet: Leaflet, parent: QObject) -> None:
        super().__init__(parent)
        self._leaflet = leaflet

    def draw(self, printer: QPrinter) -> None:
        print_on(self._leaflet, printer, printer.resolution())


def print_with_preview(leaflet: Leaflet, parent: QWidget) -> None:
    """Shows the preview, from where it can be printed. Raises NoPrinter."""
    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinter
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(file_title_of(leaflet))
    printer.setFullPage(True)
    printer.setPageSize(leaflet.page_size)
    preview = QPrintPreviewDialog(printer, parent)
    printing = _Printing(leaflet, preview)
    preview.paintRequested.connect(printing.draw)
    preview.exec()
    preview.deleteLater()
