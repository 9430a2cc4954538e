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
    from atlas.ui.pain_drawing.surface import PainDrawing


class PainDrawingDoor(QObject):
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
        self.pain: PainDrawing | None = None
        self._files = True

    def begin(self) -> None:
        """Opens the mode if it is the one that the state is in."""
        if self._store.state.mode == "pain":
            self._open()

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        if self.pain is not None:
            self.pain.show_state(old, new)
        if old.mode != "pain" and new.mode == "pain":
            self._open()
        elif old.mode == "pain" and new.mode != "pain" and self.pain is not None:
            self.pain.close(keep_list=new.mode == "guide")

    def keep_from_files(self) -> None:
        """Drawings are neither saved nor opened: the public gets no way to the files of this computer."""
        self._files = False
        if self.pain is not None:
            self.pain.answers.files.hide()

    def start_afresh(self) -> None:
        """What was typed, opened and said for the patient before is gone."""
        if self.pain is not None:
            self.pain.start_afresh()

    def save_drawing(self) -> None:
        """Asks for a file and saves the drawing there, whatever is open."""
        self._made().desk.ask_to_save()

    def stop(self) -> None:
        if self.pain is not None:
            self.pain.stop()

    def _open(self) -> None:
        self._made().open()

    def _made(self) -> PainDrawing:
        if self.pain is None:
            from atlas.ui.pain_drawing.surface import PainDrawing

            self.pain = PainDrawing(self._window, self._store, self._catalog, self._plates, self._thumbnails)
            self.pain.painting_began.connect(self.painting_began)
            self.pain.answers.files.setVisible(self._files)
            self.pain.desk.failed.connect(self.not_saved)
            self.actions_made.emit(self.pain.answers.for_patient)
        return self.pain
