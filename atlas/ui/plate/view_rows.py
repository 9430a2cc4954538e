"""What is in the strip: the composed plate, the views that show pain, the most first; then the others in the
order of the body."""

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
    """A row of the strip: how much of the pattern a view shows (percent), and whether a group begins with it."""

    view: View | None  # None: the composed plate
    percent: int
    begins_group: bool

    @property
    def id(self) -> str | None:
        return None if self.view is None else self.view.id

    @property
    def name(self) -> str:
        return translate("Plate", "Muscle and pain together") if self.view is None else self.view.name


def view_rows(views: Sequence[View], shares: Sequence[ViewShare], *, composed: bool = False) -> tuple[ViewRow, ...]:
    """The strip's order for a pattern; `composed`: it has a plate."""
    share = {s.view: s.share for s in shares if s.share >= _SHOWS_PAIN_FROM}
    shown = sorted((v for v in views if v.id in share), key=lambda v: -share[v.id])
    rows = [ViewRow(view=v, percent=round(100 * share[v.id]), begins_group=False) for v in shown]
    if composed:
        rows.insert(0, ViewRow(view=None, percent=0, begins_group=False))
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
        self._places: dict[str | None, int] = {}
        self._pictures: dict[str | None, QPixmap] = {}
        self._marked: set[str | None] = set()  # views whose picture shows pain or a drawing

    def show_rows(self, rows: tuple[ViewRow, ...]) -> bool:
        """Returns whether the rows are others than before."""
        if rows == self._rows:
            return False
        self.beginResetModel()
        self._rows = rows
        self._places = {row.id: k for k, row in enumerate(rows)}
        self.endResetModel()
        return True

    def forget_marked_pictures(self) -> None:
        """Nothing is better than the pain of another muscle, or of another patient."""
        for view in self._marked:
            self._pictures.pop(view, None)
        self._marked.clear()

    def show_picture(self, view: str | None, picture: QPixmap, marked: bool) -> None:
        self._pictures[view] = picture
        if marked:
            self._marked.add(view)
        else:
            self._marked.discard(view)
        if view in self._places:
            index = self.index(self._places[view])
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def views(self) -> tuple[str | None, ...]:
        return tuple(self._places)

    def place_of(self, view: str | None) -> QModelIndex:
        return self.index(self._places[view]) if view in self._places else QModelIndex()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return _accessible_text(row)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._pictures.get(row.id)
        return {VIEW_ID: row.id, PERCENT: row.percent, BEGINS_GROUP: row.begins_group}.get(role)


def _accessible_text(row: ViewRow) -> str:
    if not row.percent:
        return row.name
    return translate("Plate", "{}, shows {} percent of the pain that is lit").format(row.name, row.percent)
