"""The one place that says what a new patient is: the state as at the start, and nothing kept beside the state."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from atlas.domain.state import AtlasState, brought_back, for_next_patient, said_of_a_patient
from atlas.domain.store import Store
from atlas.ui.kit.file_dialogs import forget_folders

UNDO_MS = 8_000


class NewPatient(QObject):
    """Clears at once. A drawing that is in no file can be brought back for a few seconds, out of memory only."""

    offered = Signal(bool)  # whether what was cleared can be brought back, or not any more

    def __init__(self, store: Store, start: AtlasState, parent: QObject, *, room_stays: bool) -> None:
        """`start` is the state that a new patient begins with; `room_stays`: but for theme, language and text size."""
        super().__init__(parent)
        self._store, self._start, self._room_stays = store, start, room_stays
        self._forgets: tuple[Callable[[], None], ...] = ()
        self._cleared: AtlasState | None = None
        self._fading = QTimer(self, singleShot=True)
        self._fading.timeout.connect(self.forget_cleared)
        store.subscribe(self._on_state_changed)

    def forget_with(self, forgets: Iterable[Callable[[], None]]) -> None:
        """What is called to let go of all that is kept beside the state, in this order."""
        self._forgets = tuple(forgets)

    @property
    def is_offered(self) -> bool:
        return self._cleared is not None

    def begin(self, *, may_return: bool = True) -> None:
        """Nothing of the patient before is left; `may_return`: but that an unsaved drawing can be brought back."""
        before = self._store.state
        self.forget_cleared()
        self._store.set(for_next_patient(before, self._start, room_stays=self._room_stays))
        for forget in self._forgets:
            forget()
        _clear_clipboard()
        forget_folders()
        if may_return and before.report.is_unsaved:
            self._cleared = before
            self._fading.start(UNDO_MS)
            self.offered.emit(True)

    def bring_back(self) -> None:
        """All as it was before it was cleared."""
        cleared = self._cleared
        self.forget_cleared()
        if cleared is not None:
            self._store.set(brought_back(cleared, self._store.state, room_stays=self._room_stays))

    def forget_cleared(self) -> None:
        """What was cleared is gone for good."""
        self._fading.stop()
        if self._cleared is not None:
            self._cleared = None
            self.offered.emit(False)

    def _on_state_changed(self, old: AtlasState, new: AtlasState) -> None:
        if self._cleared is not None and said_of_a_patient(old) != said_of_a_patient(new):
            self.forget_cleared()  # the next patient has begun


def _clear_clipboard() -> None:
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        if clipboard.supportsSelection() or mode is QClipboard.Mode.Clipboard:
            clipboard.clear(mode)
