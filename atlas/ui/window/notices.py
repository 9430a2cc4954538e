"""Keeps the line at the top at what has been found wrong with the files, also when it is found later."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from atlas.domain.problems import Problems
from atlas.ui.window.notice_bar import NoticeBar


class Notices(QObject):
    """Shows every problem with its file and reason, after `besides`: sentences on what is no file of the atlas."""

    _found = Signal()

    def __init__(self, bar: NoticeBar, problems: Problems, besides: tuple[str, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._problems, self._besides = bar, problems, besides
        self._found.connect(self.show, Qt.ConnectionType.QueuedConnection)  # found while painting, or in a thread
        problems.subscribe(self._on_found)

    def show(self) -> None:
        self._bar.show_problems((*self._besides, *map(str, self._problems)))

    def stop(self) -> None:
        self._problems.unsubscribe(self._on_found)

    def _on_found(self) -> None:
        self._found.emit()
