"""Filters beside a list of muscles: by area, region of pain, nerve, root, action and depth, folded away at first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from atlas.domain.anatomy import AREAS
from atlas.domain.catalog import Catalog
from atlas.domain.finding.muscle_filter import MuscleFilter
from atlas.ui.kit.drop_down import DropDown
from atlas.ui.kit.icon_button import IconButton
from atlas.ui.kit.scroll_area import ScrollArea
from atlas.ui.language.translate import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from atlas.domain.finding.filters import By

_ALL: Mapping[By, str] = {
    "area": QT_TRANSLATE_NOOP("Filters", "All areas"),
    "region": QT_TRANSLATE_NOOP("Filters", "Pain anywhere"),
    "nerve": QT_TRANSLATE_NOOP("Filters", "All nerves"),
    "root": QT_TRANSLATE_NOOP("Filters", "All roots"),
    "action": QT_TRANSLATE_NOOP("Filters", "All actions"),
    "depth": QT_TRANSLATE_NOOP("Filters", "All depths"),
}
ACTION_NAMES = {
    "bend": QT_TRANSLATE_NOOP("Filters", "Bends (flexion)"),
    "straighten": QT_TRANSLATE_NOOP("Filters", "Straightens (extension)"),
    "side-bend": QT_TRANSLATE_NOOP("Filters", "Bends to the same side"),
    "away": QT_TRANSLATE_NOOP("Filters", "Moves away (abduction)"),
    "toward": QT_TRANSLATE_NOOP("Filters", "Draws to the body (adduction)"),
    "turn-out": QT_TRANSLATE_NOOP("Filters", "Turns outward"),
    "turn-in": QT_TRANSLATE_NOOP("Filters", "Turns inward"),
    "turn-trunk": QT_TRANSLATE_NOOP("Filters", "Turns head or trunk"),
    "turn-palm": QT_TRANSLATE_NOOP("Filters", "Turns the palm"),
    "raise": QT_TRANSLATE_NOOP("Filters", "Raises"),
    "lower": QT_TRANSLATE_NOOP("Filters", "Lowers"),
    "breathe": QT_TRANSLATE_NOOP("Filters", "Helps breathing"),
    "jaw": QT_TRANSLATE_NOOP("Filters", "Moves the jaw"),
}
_DEPTH_NAMES = {
    "superficial": QT_TRANSLATE_NOOP("Filters", "Superficial"),
    "deep": QT_TRANSLATE_NOOP("Filters", "Deep"),
}


class FilterFields(ScrollArea):
    """One box for each thing that can be asked for; as high as what is in it, or as there is room for."""

    chosen = Signal(object)  # MuscleFilter
    list_wanted = Signal()

    def __init__(self, catalog: Catalog, language: str) -> None:
        """The words of nerves are read for it."""
        from atlas.domain.finding.filters import nerves_of, offered

        super().__init__(translate("Filters", "Filter"))
        self._catalog, self._language = catalog, language
        self._filter = MuscleFilter()
        self.boxes: dict[By, DropDown] = {}
        self._sheet = QWidget()
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 8, 4)
        column.setSpacing(4)
        options = offered(catalog.muscles.values(), nerves_of(catalog.vocabulary))
        for by, name in _ALL.items():
            box = DropDown(translate("Filters", name))
            box.setMinimumContentsLength(8)
            box.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.addItem(translate("Filters", name), "")
            for value, text in self._named(by, options[by]):
                box.addItem(text, value)
            box.activated.connect(self._on_chosen)
            self.boxes[by] = box
            column.addWidget(box)
        self._clear = QPushButton(translate("Filters", "All muscles again"))
        self._clear.setProperty("look", "link")
        show = QPushButton(translate("Filters", "Show the list"))
        show.setProperty("look", "primary")
        column.addWidget(self._clear)
        column.addWidget(show)
        self.setWidget(self._sheet)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._clear.clicked.connect(self._on_clear)
        show.clicked.connect(self.list_wanted)

    def sizeHint(self) -> QSize:
        return self._sheet.sizeHint()

    def show_filter(self, wanted: MuscleFilter) -> None:
        """What is asked for now."""
        self._filter = wanted
        for by, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setCurrentIndex(max(box.findData(getattr(wanted, by)), 0))
        self._clear.setVisible(bool(wanted.count))

    def _named(self, by: By, values: Sequence[str]) -> list[tuple[str, str]]:
        if by == "area":
            return [(value, translate("Areas", AREAS[value])) for value in values]
        if by == "root":
            return [(value, value) for value in values]
        if by == "action":
            return [(value, translate("Filters", ACTION_NAMES[value])) for value in values]
        if by == "depth":
            return [(value, translate("Filters", _DEPTH_NAMES[value])) for value in values]
        if by == "region":
            named = [(value, self._catalog.regions[value].label) for value in values if value in self._catalog.regions]
        else:
            said = {word.id: word.said for word in self._catalog.vocabulary.words if word.role == "nerve"}
            own = {v: (said[v].get(self._language) or said[v]["en"])[0] for v in values}
            named = list(own.items())
        return sorted(((v, t[:1].upper() + t[1:]) for v, t in named), key=lambda one: one[1])

    def _on_chosen(self) -> None:
        box = self.sender()
        for by, own in self.boxes.items():
            if own is box:
                self.chosen.emit(replace(self._filter, **{by: own.currentData()}))

    def _on_clear(self) -> None:
        self.chosen.emit(MuscleFilter())


class FilterBar(QWidget):
    """Says what the muscles of the list are to be. Its fields are made when they are first unfolded."""

    chosen = Signal(object)  # MuscleFilter

    def __init__(self, catalog: Catalog, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog, self._language = catalog, language
        self._filter = MuscleFilter()
        self.fields: FilterFields | None = None
        self.fold = IconButton("filter", translate("Filters", "Filter"))  # may stand elsewhere, beside a search
        self.fold.setCheckable(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.fold)
        self.fold.toggled.connect(self._on_fold)
        self.show_filter(self._filter)

    def show_filter(self, wanted: MuscleFilter) -> None:
        """What is asked for now."""
        self._filter = wanted
        self.fold.setText(str(wanted.count) if wanted.count else "")
        self.fold.setAccessibleName(translate("Filters", "Filter the list: {} chosen").format(wanted.count))
        if self.fields is not None:
            self.fields.show_filter(wanted)

    def begin_new_patient(self) -> None:
        """Folded away, and nothing is asked for."""
        self.fold.setChecked(False)
        self.show_filter(MuscleFilter())

    def _on_fold(self, opened: bool) -> None:
        if opened and self.fields is None:
            self.fields = FilterFields(self._catalog, self._language)
            self.fields.show_filter(self._filter)
            self.fields.chosen.connect(self._on_chosen)
            self.fields.list_wanted.connect(self._on_list_wanted)
            self._column.addWidget(self.fields)
        if self.fields is not None:
            self.fields.setVisible(opened)

    def _on_chosen(self, wanted: MuscleFilter) -> None:
        self.show_filter(wanted)
        self.chosen.emit(wanted)

    def _on_list_wanted(self) -> None:
        self.fold.setChecked(False)
        self.fold.setFocus()
