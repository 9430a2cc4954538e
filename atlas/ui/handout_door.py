"""Opens the handout of what is shown; what it needs is made when the first one is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from atlas.content.catalog import FileCatalog
from atlas.domain.state import AtlasState, Store
from atlas.ui.late_plates import LatePlates
from atlas.ui.letterhead import Letterhead
from atlas.ui.window import AtlasWindow

if TYPE_CHECKING:
    from atlas.domain.handout import HandoutOrder
    from atlas.ui.handout_desk import HandoutDesk


class HandoutDoor(QObject):
    """`desk` is None until a handout has been open once."""

    letterhead_changed = Signal(object)

    def __init__(
        self,
        store: Store,
        window: AtlasWindow,
        catalog: FileCatalog,
        plates: LatePlates,
        languages: Mapping[str, str],
        letterhead: Letterhead,
    ) -> None:
        """`catalog` is the English one: a handout's language is not the window's."""
        super().__init__(window)
        self._store, self._window, self._catalog, self._plates = store, window, catalog, plates
        self._languages, self._letterhead = languages, letterhead
        self.desk: HandoutDesk | None = None
        actions = window.explanation.for_patient
        actions.handout_wanted.connect(self.open)
        actions.offer_handout(store.state.muscle is not None)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), window).activated.connect(self.open)

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        """A handout belongs to the muscle it was opened for: with another, or a new patient, it goes."""
        if old.muscle != new.muscle:
            self._window.explanation.for_patient.offer_handout(new.muscle is not None)
            self.stop()

    def stop(self) -> None:
        if self.desk is not None:
            self.desk.put_away()

    def open(self) -> None:
        order = order_of(self._store.state)
        if order is None or (self.desk is not None and self.desk.is_open):
            return
        if self.desk is None:
            from atlas.ui.handout_desk import HandoutDesk

            self.desk = HandoutDesk(self._window, self._catalog, self._plates, self._languages)
            self.desk.letterhead_changed.connect(self._on_letterhead_changed)
        self.desk.open(order, self._letterhead)

    def _on_letterhead_changed(self, letterhead: Letterhead) -> None:
        self._letterhead = letterhead
        self.letterhead_changed.emit(letterhead)


def order_of(state: AtlasState) -> HandoutOrder | None:
    """The handout for what is shown: the muscle, those laid over the drawing, and the drawing."""
    if state.muscle is None:
        return None
    from atlas.domain.handout import MOST_MUSCLES, HandoutOrder

    compared = [c.muscle for c in state.hurting.compared]
    drawing = None if state.hurting.is_empty else state.hurting.drawing
    return HandoutOrder(
        muscles=tuple(dict.fromkeys((state.muscle, *compared)))[:MOST_MUSCLES],
        sides=state.sides,
        figure=state.figure,
        tone=state.tone,
        palette=state.palette,
        language=state.language,
        drawing=drawing,
    )
