"""Opens the handout of what is shown; what it needs is made when the first one is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from atlas.content.catalog import FileCatalog
from atlas.content.kept.preferences import Letterhead
from atlas.domain.state import AtlasState
from atlas.domain.store import Store
from atlas.domain.words.handout_order import muscles_of, order_of
from atlas.render.renderer import LatePlates
from atlas.ui.window.patient_actions import PatientActions
from atlas.ui.window.window import AtlasWindow

if TYPE_CHECKING:
    from atlas.ui.handout.surface import HandoutDesk


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
        self._served: list[PatientActions] = []
        self.serve(window.explanation.for_patient)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), window).activated.connect(self.open)

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        """A handout belongs to what it was opened for: with something else, or a new patient, it goes."""
        before, now = muscles_of(old), muscles_of(new)
        if before != now:
            for actions in self._served:
                actions.offer_handout(bool(now))
            self.stop()

    def serve(self, actions: PatientActions) -> None:
        """Opens the handout that these buttons ask for."""
        self._served.append(actions)
        actions.handout_wanted.connect(self.open)
        actions.offer_handout(bool(muscles_of(self._store.state)))

    def stop(self) -> None:
        if self.desk is not None:
            self.desk.put_away()

    def open(self) -> None:
        order = order_of(self._store.state)
        if order is None or (self.desk is not None and self.desk.is_open):
            return
        if self.desk is None:
            from atlas.ui.handout.surface import HandoutDesk

            self.desk = HandoutDesk(self._window, self._catalog, self._plates, self._languages)
            self.desk.letterhead_changed.connect(self._on_letterhead_changed)
        self.desk.open(order, self._letterhead)

    def _on_letterhead_changed(self, letterhead: Letterhead) -> None:
        self._letterhead = letterhead
        self.letterhead_changed.emit(letterhead)
