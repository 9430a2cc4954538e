"""Pages of a PDF to be painted in points."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

_DPI = 300


def pdf_of(title: str, paper: str, paint: Callable[[QPainter, QSize, Callable[[], object]], None]) -> bytes:
    """The bytes of a PDF without margins; `paint` gets a painter in points, the page's size and what turns the page."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    size = QPageSize(QPageSize.PageSizeId.Letter if paper == "letter" else QPageSize.PageSizeId.A4)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Point, QMarginsF())
    writer.setPageLayout(layout)
    with QPainter(writer) as painter:
        painter.scale(_DPI / 72.0, _DPI / 72.0)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint(painter, size.sizePoints(), writer.newPage)
    buffer.close()
    return bytes(data.data())
