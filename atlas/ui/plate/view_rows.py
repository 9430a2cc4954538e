"""The views in the strip: those that show pain first, the most first; then the others in the order of the body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

from atlas.domain.views import View, ViewShare
from atlas.ui.language.translate import translate

VIEW_ID = Qt.ItemDataRole.UserRole
PERCENT = Qt.ItemDataRole.UserRole + 1  # 0..100; 0 where no pain shows
BEGINS_GROUP = Qt.ItemDataRole.UserRole + 2

_SHOWS_PAIN_FROM = 0.03
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewRow:
    """A view in the strip: how much of the pattern it shows (percent), and whether a group begins with it."""

    view: View
    percent: int
    begins_group: bool


def view_rows(views: Sequence[View], shares: Sequence[ViewShare]) -> tuple[ViewRow, ...]:
    """The strip's order for a pattern."""
    share = {s.view: s.share for s in shares if s.share >= _SHOWS_PAIN_FROM}
    shown = sorted((v for v in views if v.id in share), key=lambda v: -share[v.id])
    rows = [ViewRow(view=v, percent=round(100 * share[v.id]), begins_group=False) for v in shown]
    group = None
    for view in views:
        if view.id not in share:
            rows.append(ViewRow(view=view, percent=0, begins_group=bool(rows) and view.group != group))
            group = view.group
    return tuple(rows)


class ViewRows(QAbstractListModel):
    """Model of the strip of views with their small pictures."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ViewRow, ...] = ()
        self._places: dict[str, int] = {}
        self._pictures: dict[str, QPixmap] = {}
        self._marked: set[str] = set()  # views whose picture shows pain or a drawing

    def show_rows(self, rows: tuple[ViewRow, ...]) -> bool:
        """Returns whether the rows are others than before."""
        if rows == self._rows:
            return False
        self.beginResetModel()
        self._rows = rows
        self._places = {row.view.id: k for k, row in enumerate(rows)}
        self.endResetModel()
        return True

    def forget_marked_pictures(self) -> None:
        """Nothing is better than the pain of another muscle, or of another patient."""
        for view in self._marked:
            self._pictures.pop(view, None)
        self._marked.clear()

    def show_picture(self, view: str, picture: QPixmap, marked: bool) -> None:
        self._pictures[view] = picture
        if marked:
            self._marked.add(view)
        else:
            self._marked.discard(view)
        if view in self._places:
            index = self.index(self._places[view])
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def views(self) -> tuple[str, ...]:
        return tuple(self._places)

    def place_of(self, view: str) -> QModelIndex:
        return self.index(self._places[view]) if view in self._places else QModelIndex()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.view.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _accessible_text(row)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._pictures.get(row.view.id)
        return {VIEW_ID: row.view.id, PERCENT: row.percent, BEGINS_GROUP: row.begins_group}.get(role)


def _accessible_text(row: ViewRow) -> str:
    if not row.percent:
        return row.view.name
    return translate("Plate", "{}, shows {} percent of the pain").format(row.view.name, row.percent)
