"""Opens and closes "Where it hurts"; what it needs is made when it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from atlas.content.catalog import FileCatalog
from atlas.domain.state import AtlasState
from atlas.domain.store import Store
from atlas.render.renderer import LatePlates
from atlas.ui.kit.thumbnails import Thumbnails
from atlas.ui.window.window import AtlasWindow

if TYPE_CHECKING:
    from atlas.ui.pain_drawing.surface import Hurts


class HurtsDoor(QObject):
    """`hurts` is None until the mode has been open once."""

    painting_began = Signal(bool)  # or ended
    actions_made = Signal(object)  # PatientActions beside the answers
    not_saved = Signal(str)  # why a drawing could not be saved or opened

    def __init__(
        self, store: Store, window: AtlasWindow, catalog: FileCatalog, plates: LatePlates, thumbnails: Thumbnails
    ) -> None:
        super().__init__(window)
        self._store, self._window, self._catalog = store, window, catalog
        self._plates, self._thumbnails = plates, thumbnails
        self.hurts: Hurts | None = None
        self._files = True

    def begin(self) -> None:
        """Opens the mode if it is the one that the state is in."""
        if self._store.state.mode == "hurts":
            self._open()

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        if self.hurts is not None:
            self.hurts.show_state(old, new)
        if old.mode != "hurts" and new.mode == "hurts":
            self._open()
        elif old.mode == "hurts" and new.mode != "hurts" and self.hurts is not None:
            self.hurts.close(keep_list=new.mode == "guide")

    def keep_from_files(self) -> None:
        """Drawings are neither saved nor opened: the public gets no way to the files of this computer."""
        self._files = False
        if self.hurts is not None:
            self.hurts.answers.files.hide()

    def start_afresh(self) -> None:
        """What was typed, opened and said for the patient before is gone."""
        if self.hurts is not None:
            self.hurts.start_afresh()

    def save_drawing(self) -> None:
        """Asks for a file and saves the drawing there, whatever is open."""
        self._made().desk.ask_to_save()

    def stop(self) -> None:
        if self.hurts is not None:
            self.hurts.stop()

    def _open(self) -> None:
        self._made().open()

    def _made(self) -> Hurts:
        if self.hurts is None:
            from atlas.ui.pain_drawing.surface import Hurts

            self.hurts = Hurts(self._window, self._store, self._catalog, self._plates, self._thumbnails)
            self.hurts.painting_began.connect(self.painting_began)
            self.hurts.answers.files.setVisible(self._files)
            self.hurts.desk.failed.connect(self.not_saved)
            self.actions_made.emit(self.hurts.answers.for_patient)
        return self.hurts
