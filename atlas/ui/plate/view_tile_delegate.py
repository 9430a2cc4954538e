"""Paints a view in the strip: a small picture, and how much of the pain it shows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from atlas.render.fonts import font, text_scale
from atlas.ui.kit.row_ground import paint_row_ground
from atlas.ui.plate.view_rows import BEGINS_GROUP, PERCENT

TILE = QSize(72, 88)
PICTURE = QSize(60, 54)  # the room for the small picture, px
_GAP = 14  # px before a new group

_Role = QPalette.ColorRole


def tile_size() -> QSize:
    """A view in the strip: broader and higher for larger text."""
    more = text_scale() - 1.0
    return TILE + QSize(round(40 * more), round(20 * more))


class ViewTileDelegate(QStyledItemDelegate):
    """Paints a view of the strip: small picture, name and percent."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plain, self._strong = font(11), font(11, strong=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return tile_size() + QSize(_GAP if index.data(BEGINS_GROUP) else 0, 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect)
        palette = QPalette(option.palette)
        state = option.state
        if index.data(BEGINS_GROUP):
            painter.setPen(QPen(palette.color(_Role.Mid), 1))
            gap = _mirrored(painter, rect, QRect(rect.left(), rect.top(), _GAP, rect.height()))
            x = gap.center().x()
            painter.drawLine(QPointF(x, rect.top() + 14), QPointF(x, rect.bottom() - 26))
            rect = _mirrored(painter, rect, rect.adjusted(_GAP, 0, 0, 0))
        field = QRectF(rect).adjusted(2, 2, -2, -2)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        paint_row_ground(painter, field, palette, state)
        percent = index.data(PERCENT)
        room = QRectF(field.left(), field.top() + 4, field.width(), PICTURE.height())
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QPixmap) and not picture.isNull():
            size = picture.deviceIndependentSize()
            corner = room.center() - QPointF(size.width() / 2, size.height() / 2)
            painter.drawPixmap(QPointF(round(corner.x()), round(corner.y())), picture)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(_Role.AlternateBase))
            painter.drawRoundedRect(room.adjusted(12, 2, -12, -2), 8, 8)
        if percent:
            self._paint_percent(painter, field, palette, percent, chosen)
        painter.restore()

    def _paint_percent(self, painter: QPainter, field: QRectF, palette: QPalette, percent: int, chosen: bool) -> None:
        painter.setFont(self._strong if chosen else self._plain)
        painter.setPen(palette.color(_Role.Link if chosen else _Role.Dark))
        line = QRectF(field.left(), field.bottom() - 7 - 18 * text_scale(), field.width(), 18 * text_scale())
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, f"{percent}%")
        full = QRectF(field.left() + 12, field.bottom() - 6, field.width() - 24, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(_Role.Mid))
        painter.drawRoundedRect(full, 1.5, 1.5)
        shown = full.width() * percent / 100.0
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            full.setLeft(full.right() - shown)
        else:
            full.setWidth(shown)
        painter.setBrush(palette.color(_Role.Link))
        painter.drawRoundedRect(full, 1.5, 1.5)


def _mirrored(painter: QPainter, row: QRect, place: QRect) -> QRect:
    """The other way round where one writes from right to left."""
    return QStyle.visualRect(painter.layoutDirection(), row, place)
