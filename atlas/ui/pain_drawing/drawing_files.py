"""Saves drawings and opens them: whole or not at all, with a sentence for what cannot be done."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from atlas.domain.body.painting import Painting
from atlas.domain.body.surface import Surface
from atlas.domain.pain.drawing import Drawing
from atlas.domain.pain.drawing_record import NotADrawing
from atlas.domain.problems import NotSaved
from atlas.domain.store import Store
from atlas.ui.kit.file_dialogs import ask_to_open, ask_to_save
from atlas.ui.language.saving_words import words_of_not_saved
from atlas.ui.language.translate import translate
from atlas.ui.pain_drawing.drawing_file_bar import DrawingFileBar

_KIND = "JSON (*.json)"


class KeptDrawings(Protocol):
    """Drawings on this computer's disks."""

    def read_drawing(self, path: Path, surface: Surface) -> tuple[Drawing, str]:
        """A drawing and its label. Raises NotADrawing, whose text is a sentence."""

    def save_drawing(self, path: Path, drawing: Drawing, label: str) -> None:
        """Writes a drawing with its label, whole or not at all. Raises NotSaved."""


class DrawingFiles(QObject):
    """Asks for files, and saves, opens and compares drawings; says in a sentence what failed."""

    opened = Signal(object)  # the Painting of a drawing that now stands in place of the one before
    failed = Signal(str)

    def __init__(
        self, window: QWidget, store: Store, surface: Surface, files: DrawingFileBar, kept: KeptDrawings
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._surface, self._kept = window, store, surface, kept
        files.label_typed.connect(store.label_drawing)
        files.save_wanted.connect(self.ask_to_save)
        files.open_wanted.connect(self._on_open_wanted)
        files.other_wanted.connect(self._on_other_wanted)

    def save(self, path: Path) -> None:
        """Writes the drawing with its label."""
        report = self._store.state.report
        assert report.drawing is not None
        try:
            self._kept.save_drawing(path, report.drawing, report.label.strip())
        except NotSaved as error:
            self.failed.emit(words_of_not_saved(error))
            return
        self._store.keep_saved(report.drawing)

    def read(self, path: Path | None, *, second: bool) -> None:
        """Opens a drawing in place of the present one (undo brings it back), or as a second one to compare."""
        if path is None:
            return
        try:
            drawing, label = self._kept.read_drawing(path, self._surface)
        except NotADrawing as error:
            self.failed.emit(str(error))
            return
        if second:
            self._store.compare_drawing(drawing)
            return
        self._store.draw(drawing)
        self._store.keep_saved(drawing)
        self._store.label_drawing(label)
        painting: Painting = drawing.painting
        self.opened.emit(painting)

    def ask_to_save(self) -> None:
        if self._store.state.report.is_empty:
            self.failed.emit(translate("Hurts", "There is nothing to save: the drawing is empty."))
            return
        title = translate("Hurts", "Save drawing")
        path = ask_to_save(self._window, title, "pain-drawing.json", _KIND)
        if path is not None:
            self.save(path)

    def _on_open_wanted(self) -> None:
        self.read(self._asked(), second=False)

    def _on_other_wanted(self) -> None:
        self.read(self._asked(), second=True)

    def _asked(self) -> Path | None:
        return ask_to_open(self._window, translate("Hurts", "Open drawing"), _KIND)
