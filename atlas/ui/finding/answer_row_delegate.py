"""Paints a row of the list: picture or sign, name, and what one would call it or why it was found."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from atlas.render.fonts import font
from atlas.ui.finding.answer_rows import ROW, Row
from atlas.ui.kit.icons import icon
from atlas.ui.kit.row_ground import paint_row_ground
from atlas.ui.kit.thumbnails import Thumbnails

ROW_HEIGHT = 64
_PICTURE = 48
_SIGN = 26  # px, in place of a picture
_SIGNS = {"complaint": "person", "page": "book", "region": "look", "root": "next"}

_Role = QPalette.ColorRole


class AnswerRowDelegate(QStyledItemDelegate):
    """Paints an answer in the list: picture or sign, name, second line; or a heading."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._plain, self._strong = font(), font(strong=True)
        self._line = QFontMetrics(self._strong).height() + 2

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, max(ROW_HEIGHT, 2 * self._line + 16))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        rect = QRect(option.rect)
        palette = QPalette(option.palette)
        if index.data(ROW).kind is None:
            painter.setPen(palette.color(_Role.Dark))
            painter.setFont(self._strong)
            foot = rect.adjusted(10, 0, -8, -10)
            cut = QFontMetrics(self._strong).elidedText(index.data(), Qt.TextElideMode.ElideRight, foot.width())
            painter.drawText(foot, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, cut)
        else:
            self._paint_answer(painter, rect, palette, option.state, index)
        painter.restore()

    def _paint_answer(
        self,
        painter: QPainter,
        rect: QRect,
        palette: QPalette,
        state: QStyle.StateFlag,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        field = QRectF(rect).adjusted(1, 2, -3, -2)
        paint_row_ground(painter, field, palette, state)
        picture = QRect(rect.left() + 9, rect.center().y() - _PICTURE // 2, _PICTURE, _PICTURE)
        self._paint_picture(painter, QRectF(_mirrored(painter, rect, picture)), palette, index.data(ROW))
        left = picture.right() + 13
        width = rect.right() - 12 - left
        row = index.data(ROW)
        name, part = (row.title, "") if row.is_reason else _split(row.title, QFontMetrics(self._strong), width)
        above = QRect(left, rect.top() - self._line // 2, width, rect.height())
        self._write(painter, rect, above, name, palette.color(_Role.Text), chosen)
        below = QRect(left, rect.top() + self._line // 2, width, rect.height())
        if part:
            used = self._write(painter, rect, below, part, palette.color(_Role.Text), False)
            below.setLeft(left + used + 8)
        said = row.below
        if not part or QFontMetrics(self._plain).horizontalAdvance(said) <= below.width():
            self._write(painter, rect, below, said, palette.color(_Role.Dark), False)

    def _write(self, painter: QPainter, row: QRect, line: QRect, text: str, colour: QColor, strong: bool) -> int:
        """Writes one line, shortened if need be; returns its width in px."""
        face = self._strong if strong else self._plain
        metrics = QFontMetrics(face)
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.setFont(face)
        painter.setPen(colour)
        upright = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(_mirrored(painter, row, line), upright, cut)
        return metrics.horizontalAdvance(cut)

    def _paint_picture(self, painter: QPainter, field: QRectF, palette: QPalette, row: Row) -> None:
        frame = QPainterPath()
        frame.addRoundedRect(field, 10, 10)
        painter.fillPath(frame, palette.color(_Role.Base))
        if not row.muscle:
            sign = QRect(0, 0, _SIGN, _SIGN)
            sign.moveCenter(field.center().toPoint())
            icon(_SIGNS.get(row.kind or "", "search"), palette.color(_Role.Dark)).paint(painter, sign)
            return
        picture = self._thumbnails.of(row.muscle)
        if not picture.isNull():
            painter.save()
            painter.setClipPath(frame)
            painter.drawPixmap(field, picture, QRectF(picture.rect()))
            painter.restore()


def _mirrored(painter: QPainter, row: QRect, place: QRect) -> QRect:
    """The other way round where one writes from right to left."""
    return QStyle.visualRect(painter.layoutDirection(), row, place)


def _split(name: str, metrics: QFontMetrics, width: int) -> tuple[str, str]:
    """A name too long for its line, split before its part: `Temporalis, deep` to `Temporalis` and `deep`."""
    if metrics.horizontalAdvance(name) <= width:
        return name, ""
    for mark in (", ", " ("):
        if mark in name:
            head, part = name.split(mark, 1)
            if mark == " (":
                return head, part.rstrip(")")
            return (name, "") if " and " in part else (head, part)
    return name, ""
