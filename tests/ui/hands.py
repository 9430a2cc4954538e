"""What anybody does before a window: time that passes, and what is done with hand and keys."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from atlas.app import AtlasApp
from atlas.domain.store import Store
from tests.ui.hours import let_pass
from tests.ui.sight import Sight

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
_SOON_S = 30.0  # on a busy machine


class Hands(Sight):
    """Sees the whole window. `store` sets a state without a hand, where the way to it is not what a test is about."""

    def __init__(self, app: AtlasApp) -> None:
        super().__init__(self._find_window)
        self.app = app

    def _find_window(self) -> QWidget:
        return self.app.window

    @property
    def window(self) -> QWidget:
        """The window of this moment: another language makes another one."""
        return self.app.window

    @property
    def store(self) -> Store:
        return self.app.store

    def opens_window(self, width: int = 1280, height: int = 800) -> None:
        """For a window of one's own."""
        self.app.open()
        self.window.resize(width, height)
        self.closes_list()
        self.settled()

    def opens_list(self) -> None:
        """The drawer with the list; with three columns it is always there."""
        self.app.window.show_list(True)

    def closes_list(self) -> None:
        self.app.window.show_list(False)

    def closes(self) -> None:
        """The window, as the system does it: it may ask first."""
        self.window.close()

    # -- time ----------------------------------------------------------------

    def settled(self) -> None:
        """Waits until all that is shown is up to date."""
        QApplication.processEvents()
        self.waits_until(lambda: not self.app.is_behind)
        for _ in range(3):  # a box that appears in a page that scrolls is given its room step by step
            QApplication.processEvents()

    def sees_finest(self) -> None:
        """Waits until the picture of the body is as fine as it will be, with all of its companions."""
        self.settled()
        self.waits_until(lambda: not self.plate.is_behind)

    def waits_until(self, happened: Callable[[], bool]) -> None:
        """For what Qt itself does by the clock, such as a button that is pressed by its key."""
        ends = time.monotonic() + _SOON_S
        while not happened():
            assert time.monotonic() < ends, "it does not happen"
            QApplication.processEvents()
            time.sleep(0.001)

    def waits(self, seconds: float) -> None:
        """Time passes, without a touch, and at once. What is not over then has as long to go as it had before."""
        let_pass(1000.0 * seconds, self._timers)

    def _timers(self) -> list[QTimer]:
        """All that runs by the clock, but for the reading of pictures in idle moments."""
        owners: tuple[QObject, ...] = (self.app, *(w for w in QApplication.topLevelWidgets() if w.isWindow()))
        idle = self.app.presenter.warm_up
        return [t for owner in owners for t in owner.findChildren(QTimer) if t.parent() is not idle]

    @contextmanager
    def from_right_to_left(self) -> Iterator[None]:
        """With a language that is read so."""
        QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        try:
            self.settled()
            yield
        finally:
            QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            self.settled()

    # -- hands and keys ------------------------------------------------------

    def presses(self, name: str, part: Sight | None = None) -> None:
        """A tap on a button, by its name or by what is written on it."""
        button = (part or self).button(name)
        bring_into_sight(button)
        assert button.isEnabled(), f"{name!r} is asleep"
        QTest.mouseClick(button, LEFT)

    def types(self, text: str, into: str | None = None) -> None:
        """Types into a field, or to where the keys are."""
        if into is None:
            field = self.focus()
        else:
            field = self.find(QWidget, into)
            assert isinstance(field, QLineEdit | QPlainTextEdit)
            bring_into_sight(field)
            QTest.mouseClick(field.viewport() if isinstance(field, QPlainTextEdit) else field, LEFT)
        QTest.keyClicks(field, text)

    def empties(self, field: str) -> None:
        self.types("", into=field)
        QTest.keySequence(self.focus(), QKeySequence.StandardKey.SelectAll)
        QTest.keyClick(self.focus(), Qt.Key.Key_Delete)

    def pastes(self, text: str, into: str) -> None:
        """In place of what stands in a field."""
        self.empties(into)
        QApplication.clipboard().setText(text)
        QTest.keySequence(self.focus(), QKeySequence.StandardKey.Paste)

    def key(self, key: Qt.Key | str, at: QWidget | None = None) -> None:
        """A key, or keys held together such as "Ctrl+Z", to where the keys are."""
        if isinstance(key, str):
            QTest.keySequence(at or self.focus(), QKeySequence(key))
        else:
            QTest.keyClick(at or self.focus(), key)

    def focus(self) -> QWidget:
        """Where the keys go."""
        focused = QApplication.focusWidget()
        if focused is None or focused.window() is not self.window:
            focused = self.window.focusWidget() or self.window
        return focused

    def goes_to(self, name: str, kind: type[QWidget] = QWidget) -> None:
        """Puts the keys on something."""
        self.find(kind, name).setFocus(Qt.FocusReason.TabFocusReason)

    def tabs_to(self, turns: int = 60) -> list[str]:
        """The names of where the Tab key leads, in its order."""
        reached = []
        for _ in range(turns):
            reached.append(self.hears_focus())
            QTest.keyClick(self.focus(), Qt.Key.Key_Tab)
        return reached

    def hears_focus(self) -> str:
        focused = self.focus()
        return focused.accessibleName() or getattr(focused, "text", str)()

    def chooses(self, text: str, name: str) -> None:
        """One of what a box that drops down offers, by the arrow keys."""
        box = self.find(QComboBox, name)
        row = box.findText(text, Qt.MatchFlag.MatchStartsWith)
        assert row >= 0, [box.itemText(k) for k in range(box.count())]
        QTest.keyClick(box, Qt.Key.Key_Home)
        for _ in range(row):
            QTest.keyClick(box, Qt.Key.Key_Down)

    def taps_row(self, name: str, text: str, *, at_end: bool = False) -> None:
        """A tap on a row of a list; `at_end`: on the sign at its end."""
        index, view = self.row(name, text), self.list(name)
        area = view.visualRect(index)
        spot = QPoint(area.right() - 10, area.center().y()) if at_end else area.center()
        QTest.mouseClick(view.viewport(), LEFT, pos=spot)

    def touches_row(self, name: str, text: str, device: QPointingDevice) -> None:
        """The same with a finger."""
        index, view = self.row(name, text), self.list(name)
        place, port = view.visualRect(index).center(), view.viewport()
        QTest.touchEvent(port, device).press(0, place, port).commit()
        QTest.touchEvent(port, device).release(0, place, port).commit()


def bring_into_sight(widget: QWidget) -> None:
    """Scrolls it into sight, in all that scrolls about it."""
    parent = widget.parent()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parent()
