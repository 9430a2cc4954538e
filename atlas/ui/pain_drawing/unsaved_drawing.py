"""Keeps the window from closing over a drawing that is in no file, and asks what is to become of it."""

from __future__ import annotations

from collections.abc import Callable

from atlas.domain.state import AtlasState
from atlas.domain.store import Store
from atlas.ui.pain_drawing.closing_question import ClosingQuestion
from atlas.ui.surface import Surface
from atlas.ui.window.slots import Frame


class UnsavedDrawing(Surface):
    """Guards a window while a drawing is in no file, and asks what is to become of it."""

    def __init__(self, store: Store, frame: Frame, save: Callable[[], None]) -> None:
        """`save` asks for a file and saves the drawing there; the window waits until that has been done."""
        super().__init__(frame)
        self._store, self._frame, self._save = store, frame, save
        self.question: ClosingQuestion | None = None
        frame.leave_asked.connect(self.ask)
        frame.guard_closing(store.state.report.is_unsaved)

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        if old.report is not new.report:
            self._frame.guard_closing(new.report.is_unsaved)

    def ask(self) -> None:
        if self.question is None:
            self.question = ClosingQuestion(self._frame)
            self.question.save_wanted.connect(self._on_save_wanted)
            self.question.close_wanted.connect(self._on_close_wanted)
            self.question.stay_wanted.connect(self._on_stay_wanted)
        self.question.say("")
        self._frame.cover(self.question)

    def show_trouble(self, sentence: str) -> None:
        """Why the drawing could not be saved."""
        if self.question is not None:
            self.question.say(sentence)

    def _on_save_wanted(self) -> None:
        self._save()
        if not self._store.state.report.is_unsaved:
            self._frame.close()

    def _on_close_wanted(self) -> None:
        self._frame.guard_closing(False)
        self._frame.close()

    def _on_stay_wanted(self) -> None:
        if self.question is not None:
            self._frame.uncover(self.question)
