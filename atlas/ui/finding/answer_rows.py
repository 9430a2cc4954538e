"""The rows of the list of muscles: areas with their muscles, what a search found, or what a place of the skin holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from atlas.domain.anatomy import AREAS, Muscle
from atlas.domain.body.sides import Sides
from atlas.domain.finding.answers import Answer, Found, Kind
from atlas.ui.language.translate import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from atlas.domain.finding.finder import Finder  # not needed until someone types

ROW = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_TITLES: Mapping[Kind, str] = {  # a nerve is said in the reasons of its muscles
    "muscle": "Muscles",
    "point": "Trigger points",
    "complaint": "Complaints",
    "page": "Pages of the guide",
    "region": "Places",
    "root": "Nerve roots",
}
_LEADS_TO: Mapping[Kind, str] = {
    "complaint": "Paint it on the body",
    "region": "Paint it on the body",
    "page": "Read it in the guide",
    "root": "Compare it with the pain",
}
MOST_LISTED: Mapping[Kind, int] = {"muscle": 24, "point": 6, "complaint": 5, "page": 3, "region": 6, "root": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Something that can be chosen, or a heading (`kind` is None). `below` is its second line."""

    title: str
    kind: Kind | None = None
    id: str = ""
    below: str = ""
    side: Sides | None = None  # that was said with it
    is_reason: bool = False  # whether the second line says why it is here: then a long name gives way to it

    @property
    def muscle(self) -> str:
        """The muscle that it is, or whose point it is."""
        return self.id.partition("/")[0] if self.kind in ("muscle", "point") else ""


def grouped(muscles: Sequence[Muscle]) -> tuple[Row, ...]:
    """All muscles under the headings of their areas."""
    rows: list[Row] = []
    for area, heading in AREAS.items():
        inside = [muscle_row(m) for m in muscles if m.area == area]
        rows += [Row(title=translate("Areas", heading)), *inside] if inside else []
    return tuple(rows)


def muscle_row(muscle: Muscle, below: str = "", side: Sides | None = None) -> Row:
    """The row of a muscle; `below`: the reason it was found for, in place of its everyday name."""
    reason = bool(below)
    return Row(
        title=muscle.name, kind="muscle", id=muscle.id, below=below or muscle.lay_name, side=side, is_reason=reason
    )


def found_rows(found: Found, finder: Finder, language: str) -> tuple[Row, ...]:
    """The answers in groups, that of the best answer first; one group needs no heading."""
    groups: dict[Kind, list[Row]] = {}
    for answer in found.answers:
        if answer.kind in _TITLES:
            groups.setdefault(answer.kind, []).append(answer_row(answer, finder, language, found.side))
    rows: list[Row] = []
    for kind, inside in groups.items():
        if len(groups) > 1:
            rows.append(Row(title=translate("Found", _TITLES[kind])))
        rows += inside[: MOST_LISTED[kind]]
    return tuple(rows)


def answer_row(answer: Answer, finder: Finder, language: str, side: Sides | None = None) -> Row:
    """A muscle says why it was found; anything else, what it leads to."""
    title = _begin(finder.title(answer, language))
    below = translate("Found", _LEADS_TO[answer.kind]) if answer.kind in _LEADS_TO else ""
    why = below or _begin(finder.reason(answer, language))
    return Row(title=title, kind=answer.kind, id=answer.id, below=why, side=side, is_reason=True)


def _begin(text: str) -> str:
    return text[:1].upper() + text[1:]


class AnswerRows(QAbstractListModel):
    """The rows of a list of answers: headings, muscles, complaints, pages and what else was found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._places: dict[str, int] = {}

    def show_rows(self, rows: Iterable[Row]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self._places = {row.id: k for k, row in enumerate(self._rows) if row.kind == "muscle"}
        self.endResetModel()

    def place_of(self, muscle: str | None) -> QModelIndex:
        """The index of a muscle's row, or an invalid one."""
        return self.index(self._places[muscle]) if muscle in self._places else QModelIndex()

    def first_answer(self) -> QModelIndex:
        return next((self.index(k) for k, row in enumerate(self._rows) if row.kind is not None), QModelIndex())

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self._rows[index.row()].kind is not None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):  # the row itself may be shortened
            return f"{row.title}, {row.below}" if row.below else row.title
        return None


_WORDS = (  # the headings, for Qt Linguist, which reads no variables
    QT_TRANSLATE_NOOP("Areas", "Head and neck"),
    QT_TRANSLATE_NOOP("Areas", "Upper back, shoulder and arm"),
    QT_TRANSLATE_NOOP("Areas", "Forearm and hand"),
    QT_TRANSLATE_NOOP("Areas", "Torso"),
    QT_TRANSLATE_NOOP("Areas", "Lower torso and hip"),
    QT_TRANSLATE_NOOP("Areas", "Thigh"),
    QT_TRANSLATE_NOOP("Areas", "Leg"),
    QT_TRANSLATE_NOOP("Areas", "Foot"),
    QT_TRANSLATE_NOOP("Found", "Muscles"),
    QT_TRANSLATE_NOOP("Found", "Trigger points"),
    QT_TRANSLATE_NOOP("Found", "Complaints"),
    QT_TRANSLATE_NOOP("Found", "Pages of the guide"),
    QT_TRANSLATE_NOOP("Found", "Places"),
    QT_TRANSLATE_NOOP("Found", "Nerve roots"),
    QT_TRANSLATE_NOOP("Found", "Paint it on the body"),
    QT_TRANSLATE_NOOP("Found", "Read it in the guide"),
    QT_TRANSLATE_NOOP("Found", "Compare it with the pain"),
)
