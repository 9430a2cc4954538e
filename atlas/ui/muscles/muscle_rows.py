"""The rows of the muscle list: areas with their muscles, or what a search found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from atlas.domain.anatomy import AREAS, Muscle
from atlas.ui.language.translate import QT_TRANSLATE_NOOP, translate

MUSCLE_ID = Qt.ItemDataRole.UserRole
LAY_NAME = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleRow:
    """A muscle, or the heading of an area (`muscle` is empty)."""

    title: str
    muscle: str = ""
    lay_name: str = ""


def grouped(muscles: Sequence[Muscle]) -> tuple[MuscleRow, ...]:
    """All muscles under the headings of their areas."""
    rows: list[MuscleRow] = []
    for area, heading in AREAS.items():
        inside = [_row(m) for m in muscles if m.area == area]
        rows += [MuscleRow(title=translate("Areas", heading)), *inside] if inside else []
    return tuple(rows)


def ranked(muscles: Sequence[Muscle]) -> tuple[MuscleRow, ...]:
    """What a search found, best first, without headings."""
    return tuple(_row(m) for m in muscles)


def _row(muscle: Muscle) -> MuscleRow:
    return MuscleRow(title=muscle.name, muscle=muscle.id, lay_name=muscle.lay_name)


class MuscleRows(QAbstractListModel):
    """Model of the list of muscles; the role MUSCLE_ID holds the id, empty for a heading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MuscleRow, ...] = ()
        self._places: dict[str, int] = {}

    def show_rows(self, rows: tuple[MuscleRow, ...]) -> None:
        self.beginResetModel()
        self._rows = rows
        self._places = {row.muscle: k for k, row in enumerate(rows) if row.muscle}
        self.endResetModel()

    def place_of(self, muscle: str | None) -> QModelIndex:
        """The index of a muscle's row, or an invalid one."""
        return self.index(self._places[muscle]) if muscle in self._places else QModelIndex()

    def first_muscle(self) -> QModelIndex:
        return self.index(next(iter(self._places.values()))) if self._places else QModelIndex()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self._rows[index.row()].muscle:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == MUSCLE_ID:
            return row.muscle
        if role == LAY_NAME:
            return row.lay_name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):  # the row itself may be shortened
            return f"{row.title}, {row.lay_name}" if row.muscle else row.title
        return None


_WORDS = (  # the headings of the areas, for Qt Linguist, which reads no variables
    QT_TRANSLATE_NOOP("Areas", "Head and neck"),
    QT_TRANSLATE_NOOP("Areas", "Upper back, shoulder and arm"),
    QT_TRANSLATE_NOOP("Areas", "Forearm and hand"),
    QT_TRANSLATE_NOOP("Areas", "Torso"),
    QT_TRANSLATE_NOOP("Areas", "Lower torso and hip"),
    QT_TRANSLATE_NOOP("Areas", "Thigh"),
    QT_TRANSLATE_NOOP("Areas", "Leg"),
    QT_TRANSLATE_NOOP("Areas", "Foot"),
)
