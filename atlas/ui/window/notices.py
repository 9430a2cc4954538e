"""Keeps the line at the top at what has been found wrong with the files, also when it is found later."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from PySide6.QtCore import QObject, Qt, Signal

from atlas.domain.problems import FileProblem, Problems
from atlas.ui.window.notice_bar import NoticeBar


def in_turn(problems: Iterable[FileProblem]) -> list[FileProblem]:
    """The first problem of every file, then the second of every file that has one, and so on."""
    by_file: dict[str, int] = {}
    turns: list[tuple[int, FileProblem]] = []
    for problem in problems:
        turn = by_file[problem.file] = by_file.get(problem.file, -1) + 1
        turns.append((turn, problem))
    return [problem for _, problem in sorted(turns, key=itemgetter(0))]


class Notices(QObject):
    """Shows every problem with its file and reason, after `besides`: sentences on what is no file of the atlas."""

    _found = Signal()

    def __init__(self, bar: NoticeBar, problems: Problems, besides: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._problems, self._besides = bar, problems, besides
        self._found.connect(self.show, Qt.ConnectionType.QueuedConnection)  # found while painting, or in a thread
        problems.subscribe(self._on_found)

    def show(self) -> None:
        """One problem of each file comes first: the line at the top holds no more than a few."""
        self._bar.show_problems((*self._besides, *map(str, in_turn(self._problems))))

    def stop(self) -> None:
        self._problems.unsubscribe(self._on_found)

    def _on_found(self) -> None:
        self._found.emit()
