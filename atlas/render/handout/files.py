"""A laid-out handout as PDF, as a picture, on a printer; written whole or not at all."""

from __future__ import annotations

import math
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPainter, QPdfWriter

from atlas.content.saving import save_whole
from atlas.render.handout.page_text import UNIT
from atlas.render.handout.pages import Leaflet
from atlas.render.picture_file import png_of

PROGRAM = "Trigger-Point Referral Atlas"
_PDF_DPI = 1200
_PICTURE_DPI = 150


def pdf_of(leaflet: Leaflet) -> bytes:
    """The handout as PDF: text as text, in reading order, with its fonts."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_PDF_DPI)
    writer.setTitle(file_title_of(leaflet))
    writer.setCreator(PROGRAM)
    writer.setAuthor(leaflet.handout.clinic or PROGRAM)
    _draw_pages(leaflet, writer, _PDF_DPI)
    buffer.close()
    return bytes(data.data())


def print_on(leaflet: Leaflet, printer: QPagedPaintDevice, dots_per_inch: int) -> None:
    """Draws all pages on a printer (or its preview)."""
    _draw_pages(leaflet, printer, dots_per_inch)


def file_title_of(leaflet: Leaflet) -> str:
    """The title of the document: what it is, and the muscles it is about."""
    return " – ".join([leaflet.handout.title, *(p.name for p in leaflet.handout.portraits)])


def _draw_pages(leaflet: Leaflet, device: QPagedPaintDevice, dots_per_inch: int) -> None:
    upright = QPageLayout.Orientation.Portrait
    device.setPageLayout(QPageLayout(leaflet.page_size, upright, QMarginsF(), QPageLayout.Unit.Point, QMarginsF()))
    with QPainter(device) as painter:
        painter.scale(dots_per_inch / (72.0 * UNIT), dots_per_inch / (72.0 * UNIT))
        for page in range(len(leaflet.pages)):
            if page:
                device.newPage()
            leaflet.draw(painter, page)


def picture_of_page(leaflet: Leaflet, page: int, dots_per_inch: int = _PICTURE_DPI) -> QImage:
    """One page as an opaque picture."""
    return _picture(leaflet, range(page, page + 1), dots_per_inch)


def picture_of_all(leaflet: Leaflet, dots_per_inch: int = _PICTURE_DPI) -> QImage:
    """All pages as one picture, one below the other with a line between them."""
    return _picture(leaflet, range(len(leaflet.pages)), dots_per_inch)


def _picture(leaflet: Leaflet, pages: range, dots_per_inch: int) -> QImage:
    scale = dots_per_inch / (72.0 * UNIT)
    width, height = math.ceil(leaflet.width * scale), math.ceil(leaflet.height * scale)
    image = QImage(width, height * len(pages), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(dots_per_inch / 0.0254))
    image.setDotsPerMeterY(round(dots_per_inch / 0.0254))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    for k, page in enumerate(pages):
        painter.save()
        painter.setClipRect(0, k * height, width, height)
        painter.translate(0, k * height)
        painter.scale(scale, scale)
        leaflet.draw(painter, page)
        painter.restore()
        if k:
            painter.fillRect(0, k * height, width, max(dots_per_inch // 50, 1), Qt.GlobalColor.lightGray)
    painter.end()
    return image


# -- saving ------------------------------------------------------------------


def save_pdf(leaflet: Leaflet, path: Path) -> None:
    """Writes the PDF, whole or not at all. Raises NotSaved."""
    save_whole(path, pdf_of(leaflet))


def save_picture(leaflet: Leaflet, path: Path) -> None:
    """Writes all pages as one PNG, whole or not at all. Raises NotSaved.

    One file, for only one can be replaced in one step: of two a kill or a full disk can leave one of another patient's.
    """
    save_whole(path, png_of(picture_of_all(leaflet)))
