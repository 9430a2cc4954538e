"""The ranked patterns as rows: picture, name, how much of the drawing it covers, and where it does and does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter, QPalette

from atlas.domain.pain.pain_report import Overlay
from atlas.render.pain.ink import Ink

ROW = Qt.ItemDataRole.UserRole
_PICTURE = 56
_OPEN = 48  # px at the end of a row that open the muscle
_BESIDE = 92  # px of a row beside its words
_SIGN = 24  # px for the sign that the muscle can be opened
_Role = QPalette.ColorRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchRow:
    """One pattern. `place` is its number among those laid over the drawing, from 0, or None."""

    which: Overlay
    title: str
    covers: int  # percent
    said: str  # "covers 84% of what you painted"
    matched: str
    unmatched: str
    place: int | None = None
    ink: Ink | None = None  # that it is laid over in

    @property
    def accessible_text(self) -> str:
        return ". ".join(t for t in (self.title, self.said, self.matched, self.unmatched) if t)


class MatchRows(QAbstractListModel):
    """Model of the patterns of an answer, the best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MatchRow, ...] = ()

    def show_rows(self, rows: Sequence[MatchRow]) -> None:
        new, old = tuple(rows), self._rows
        if len(new) == len(old):  # keeps scroll and focus while a stroke goes on, and paints only what has changed
            self._rows = new
            for k, (row, before) in enumerate(zip(new, old, strict=True)):
                if row != before:
                    self.dataChanged.emit(self.index(k), self.index(k))
            if any((a.matched, a.unmatched) != (b.matched, b.unmatched) for a, b in zip(new, old, strict=True)):
                self.layoutChanged.emit()  # other words may need other heights
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    @property
    def rows(self) -> tuple[MatchRow, ...]:
        return self._rows

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.accessible_text
        return None


def _mirrored(painter: QPainter, row: QRectF, place: QRectF) -> QRectF:
    """The other way round where one writes from right to left."""
    if painter.layoutDirection() == Qt.LayoutDirection.LeftToRight:
        return place
    return place.translated(row.left() + row.right() - place.left() - place.right(), 0.0)
