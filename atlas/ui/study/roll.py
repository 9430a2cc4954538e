"""The learners of this computer: who is open, and what is done with them on their page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from atlas.domain.problems import NotSaved
from atlas.domain.study.keeping import Known, LearnerBook, Learners
from atlas.domain.study.learner import NotALearner
from atlas.ui.kit.file_dialogs import ask_to_open, ask_to_save
from atlas.ui.language.saving_words import words_of_not_saved
from atlas.ui.language.translate import translate
from atlas.ui.study.learners_page import LearnersPage
from atlas.ui.study.study_words import not_a_learner
from atlas.ui.window.slots import Frame

FILE_END = ".learner"


class Roll(QObject):
    """`book` is the learner who is open; `changed` says that it is another one, or none."""

    changed = Signal()
    reopened = Signal()  # the same learner, whose file was somewhere else for a moment, or who is called otherwise

    def __init__(self, page: LearnersPage, learners: Learners, frame: Frame) -> None:
        super().__init__(frame)
        self._page, self._learners, self._frame = page, learners, frame
        self.book: LearnerBook | None = None
        self._id: str | None = None
        self._trouble = ""  # what went wrong last, until it has been read
        page.begun.connect(self._on_begun)
        page.opened.connect(self.open)
        page.renamed.connect(self._on_renamed)
        page.copy_wanted.connect(self._on_copy_wanted)
        page.file_wanted.connect(self._on_file_wanted)
        page.delete_wanted.connect(self.delete)

    def open_only_one(self) -> None:
        """The learner, where there is one alone: of several it is asked who studies."""
        known = self._learners.known()
        if len(known) == 1:
            self.open(known[0].id)

    def open(self, learner: str) -> None:
        """Another learner, by id."""
        if learner == self._id:
            self.changed.emit()  # back to where one learns
            return
        self.close()
        with self._said():
            self.book = self._learners.open(learner)
            self._id = learner
        self.changed.emit()

    def close(self) -> None:
        """Nobody is open."""
        book, self.book, self._id = self.book, None, None
        if book is not None:
            book.close()

    def show(self) -> None:
        """All of them on their page, and what could not be opened."""
        known = self._learners.known()  # what cannot be read is set aside now
        self._page.show_learners(known, self._id)
        self._page.say("")
        kept = translate("Study", "It was set aside, and is kept in {}.")
        aside = [f"{not_a_learner(one.problem)} {kept.format(one.kept)}" for one in self._learners.take_aside()]
        self._page.trouble.show_sentence("\n".join(aside) or self._trouble)
        self._trouble = ""

    # -- what is done --------------------------------------------------------------------

    def _on_begun(self, name: str) -> None:
        self._open_made(partial(self._learners.add, name))

    def _on_renamed(self, name: str) -> None:
        learner = self._id
        if learner is None:
            return
        with self._closed(learner):
            self._learners.rename(learner, name)

    def _on_copy_wanted(self) -> None:
        learner, book = self._id, self.book
        if learner is None or book is None:
            return
        kinds = translate("Study", "Learner (*{})").format(FILE_END)
        path = ask_to_save(self._frame, self._page.copy.text(), f"{_plain(book.name)}{FILE_END}", kinds)
        if path is None:
            return
        path = path if path.suffix == FILE_END else path.with_name(path.name + FILE_END)
        with self._closed(learner):
            self._learners.save_copy(learner, path)
            self._page.say(translate("Study", "Saved: {}").format(path.name))

    def _on_file_wanted(self) -> None:
        path = ask_to_open(self._frame, self._page.take.text(), translate("Study", "Learner (*{})").format(FILE_END))
        if path is not None:
            self.take_in(path)

    def take_in(self, path: Path) -> None:
        """A learner from another computer."""
        self._open_made(partial(self._learners.take_in, path))

    def _open_made(self, make: Callable[[], Known]) -> None:
        learner = ""
        with self._said():
            learner = make().id
        if learner:
            self.open(learner)
        else:
            self.show()

    def delete(self) -> None:
        """The one who is open is gone, for good."""
        learner = self._id
        if learner is None:
            return
        self.close()
        with self._said():
            self._learners.delete(learner)
        self.changed.emit()
        self.show()

    @contextmanager
    def _closed(self, learner: str) -> Iterator[None]:
        """The learner's file is nobody's meanwhile; afterwards the learner is open again, on the same page."""
        self.close()
        with self._said():
            yield
        trouble, said = self._trouble, self._page.said()
        with self._said():
            self.book = self._learners.open(learner)
            self._id = learner
        self._trouble = self._trouble or trouble
        self.reopened.emit()
        self.show()
        self._page.say(said)

    @contextmanager
    def _said(self) -> Iterator[None]:
        """What goes wrong is said on the page, when that is shown next."""
        self._trouble = ""
        try:
            yield
        except NotSaved as error:
            self._trouble = words_of_not_saved(error)
        except NotALearner as error:
            self._trouble = not_a_learner(error)


def _plain(name: str) -> str:
    """A name that a file can have."""
    return "".join(c if c.isalnum() or c in " -_" else "_" for c in name).strip() or "learner"
