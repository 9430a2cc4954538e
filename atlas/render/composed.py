"""Draws a composed plate: its panels with their points, the patient's sides and captions, in a rectangle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPaintEngine, QPainter, QPainterPath, QPen

from atlas.domain.catalog import Catalog
from atlas.domain.plate.layout import Rect, laid_out
from atlas.domain.plate.plate import Panel, Plate
from atlas.domain.scene import PointMark, Scene, scene_of
from atlas.render import colours
from atlas.render.captions import caption_text
from atlas.render.pain.marks import draw_points, side_labels, side_letters
from atlas.render.renderer import Renderer

_ABOVE_CAPTION = 3.0  # px
_CAPTIONS_SHARE = 0.24  # of the height that is there, at most
_CAPTION_INK = {"light": QColor(70, 74, 78), "dark": QColor(205, 208, 212), "contrast": QColor(255, 255, 255)}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPanel:
    """A panel with the scene it shows and where it goes."""

    panel: Panel
    scene: Scene
    picture: QRectF
    caption: QRectF


def placed(plate: Plate, scene: Scene, catalog: Catalog, room: QRectF, font: QFont, gap: float) -> list[PlacedPanel]:
    """The panels of a plate of the scene's muscle, laid out in a room, with captions in a font below them.

    A caption has one line, or where any is too long for its panel more; all are left out where they would take the
    pictures' place. `gap` is left between panels.
    """
    metrics = QFontMetricsF(font)
    texts = [caption_text(panel.caption) for panel in plate.panels]
    aspects = [panel.aspect for panel in plate.panels]
    for lines in range(1, 6):
        height = lines * metrics.lineSpacing() + _ABOVE_CAPTION
        places = laid_out(aspects, room.width(), room.height(), caption=height, gap=gap)
        if height > _CAPTIONS_SHARE * room.height():  # letters so large would leave the body no room
            places = laid_out(aspects, room.width(), room.height(), caption=0.0, gap=gap)
            break
        if all(_fits(metrics, t, p.caption.width, height) for t, p in zip(texts, places, strict=True)):
            break
    else:  # a word is longer than its panel
        places = laid_out(aspects, room.width(), room.height(), caption=0.0, gap=gap)
    return [
        PlacedPanel(
            panel=panel,
            scene=scene_of(plate, panel, scene, catalog),
            picture=_moved(place.picture, room),
            caption=_moved(place.caption, room),
        )
        for panel, place in zip(plate.panels, places, strict=True)
    ]


def _fits(metrics: QFontMetricsF, text: str, width: float, height: float) -> bool:
    """Whether a caption has room, with what is left above it."""
    needed = metrics.boundingRect(QRectF(0, 0, width, 1e4), Qt.TextFlag.TextWordWrap, text)
    return needed.width() <= width + 1 and needed.height() + _ABOVE_CAPTION <= height + 1


def draw_plate(
    painter: QPainter, renderer: Renderer, panels: Sequence[PlacedPanel], *, mark_px: float, sharpness: float = 1.0
) -> None:
    """Draws every panel with all its pixels, for paper and files; `sharpness`: px of the device to one painted."""
    for placed_panel in panels:
        draw_panel(painter, renderer, placed_panel, mark_px=mark_px, sharpness=sharpness, fine=True)


def draw_panel(
    painter: QPainter, renderer: Renderer, of: PlacedPanel, *, mark_px: float, sharpness: float = 1.0, fine: bool
) -> None:
    """Draws one panel: its picture, the points in it, the patient's sides in its lower corners, its caption below."""
    room = QSize(max(round(of.picture.width() * sharpness), 1), max(round(of.picture.height() * sharpness), 1))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(of.picture, renderer.panel(of.scene, of.panel.box, room, fine))
    painter.setClipRect(of.picture)
    draw_points(painter, panel_points(renderer, of), mark_px, of.picture, numbered=of.scene.tells_points_apart)
    painter.setClipping(False)
    draw_panel_sides(painter, of)
    draw_caption(painter, of)
    painter.restore()


def draw_panel_sides(painter: QPainter, of: PlacedPanel) -> None:
    """The patient's sides in the panel's lower corners, edged with paper: they lie on skin. Letters in a narrow one."""
    left, right = side_labels(of.scene.view)
    font = QFont(painter.font())
    metrics = QFontMetricsF(font)
    space = 2 * metrics.averageCharWidth()
    if metrics.horizontalAdvance(left) + metrics.horizontalAdvance(right) + 2 * space > of.picture.width():
        left, right = side_letters(of.scene.view)
        needed = metrics.horizontalAdvance(left) + metrics.horizontalAdvance(right) + 2 * space
        if needed > of.picture.width():
            font.setPointSizeF(max(font.pointSizeF() * of.picture.width() / needed, 6.0))
            metrics = QFontMetricsF(font)
            space = 2 * metrics.averageCharWidth()
    line = of.picture.bottom() - metrics.descent() - 3.0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    engine = painter.paintEngine()
    is_raster = engine is not None and engine.type() == QPaintEngine.Type.Raster
    for text, x in (
        (left, of.picture.left() + space),
        (right, of.picture.right() - space - metrics.horizontalAdvance(right)),
    ):
        if text and is_raster:
            edge, ratio = _halo(metrics), painter.device().devicePixelRatio()
            label = _label(text, font.toString(), of.scene.theme, ratio)
            painter.drawImage(QPointF(round(x - edge), round(line - metrics.ascent() - edge)), label)
        elif text:
            _draw_label(painter, QPointF(x, line), text, font, of.scene.theme)
    painter.restore()


def _halo(metrics: QFontMetricsF) -> float:
    """px of paper about letters."""
    return ceil(metrics.height() * 0.11) + 1.0


def _draw_label(painter: QPainter, at: QPointF, text: str, font: QFont, theme: str) -> None:
    paper = QColor(*colours.PAPER[theme])
    paper.setAlphaF(0.85)
    path = QPainterPath()
    path.addText(at, font, text)
    painter.strokePath(path, QPen(paper, QFontMetricsF(font).height() * 0.22, j=Qt.PenJoinStyle.RoundJoin))
    painter.fillPath(path, _CAPTION_INK[theme])


@lru_cache(maxsize=24)
def _label(text: str, font_name: str, theme: str, ratio: float) -> QImage:
    """A side's name edged with paper: to stroke letters takes longer than to draw the panel they stand on."""
    font = QFont()
    font.fromString(font_name)
    metrics = QFontMetricsF(font)
    edge = _halo(metrics)
    size = QSizeF(metrics.horizontalAdvance(text) + 2 * edge, metrics.height() + 2 * edge) * ratio
    image = QImage(size.toSize() + QSize(1, 1), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_label(painter, QPointF(edge, edge + metrics.ascent()), text, font, theme)
    return image


def draw_caption(painter: QPainter, of: PlacedPanel) -> None:
    """The caption in the painter's font, below its panel; nothing where it was given no room, or says nothing."""
    text = caption_text(of.panel.caption)
    if of.caption.height() < 1.0 or not text:
        return
    painter.save()
    painter.setPen(_CAPTION_INK[of.scene.theme])
    where = of.caption.adjusted(0.0, _ABOVE_CAPTION, 0.0, 0.0)
    aligned = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    painter.drawText(where, aligned | Qt.TextFlag.TextWordWrap, text)
    painter.restore()


def panel_points(renderer: Renderer, of: PlacedPanel) -> list[tuple[PointMark, QPointF]]:
    """The scene's points that the panel shows, and where they lie in it, in the painter's px."""
    width, height = renderer.size(of.panel.view, of.scene.figure)
    left, top, right, bottom = of.panel.box
    found = []
    for mark in of.scene.points:
        at = renderer.place_of(of.panel.view, of.scene.figure, mark.vertex, mark.inside)
        if at is None:
            continue
        x, y = (at[0] / width - left) / (right - left), (at[1] / height - top) / (bottom - top)
        if 0.0 <= x <= 1.0 and 0.0 <= y <= 1.0:
            offset = QPointF(x * of.picture.width(), y * of.picture.height())
            found.append((mark, of.picture.topLeft() + offset))
    return found


def place_in_view(renderer: Renderer, of: PlacedPanel, at: QPointF) -> tuple[float, float]:
    """The px of the view's fine picture under a place of the panel: what `vertex_at` is asked with."""
    width, height = renderer.size(of.panel.view, of.scene.figure)
    left, top, right, bottom = of.panel.box
    x = left + (at.x() - of.picture.x()) / of.picture.width() * (right - left)
    y = top + (at.y() - of.picture.y()) / of.picture.height() * (bottom - top)
    return x * width, y * height


def _moved(rect: Rect, room: QRectF) -> QRectF:
    return QRectF(room.x() + rect.x, room.y() + rect.y, rect.width, rect.height)
