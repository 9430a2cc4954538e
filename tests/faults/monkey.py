"""Hands that press anything: random clicks, keys, strokes and choices on the real window, or in the kiosk."""

from __future__ import annotations

import json
import os
import random
import sys
import time
import traceback
from pathlib import Path
from typing import Any

import atlas.startup  # noqa: F401

# isort: split
from PySide6.QtCore import QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from atlas import paths
from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.render.fonts import font, load_fonts

_PAUSE_S = 1.0
_KEYS = [getattr(Qt.Key, f"Key_{name}") for name in ("Tab", "Backtab", "Return", "Space", "Escape", "Left", "Right")]
_KEYS += [getattr(Qt.Key, f"Key_{name}") for name in ("Up", "Down", "Home", "End", "Backspace", "Delete", "F6", "P")]
_KEYS += [getattr(Qt.Key, f"Key_{name}") for name in ("1", "2", "3", "Plus", "Minus", "0", "Slash", "F11", "PageDown")]
_WITH_CONTROL = [getattr(Qt.Key, f"Key_{name}") for name in ("Z", "Y", "N", "F", "P", "A", "C", "V", "Plus", "0")]
_WORDS = ("scm", "kopf", "qqqq", "knee", "ñ", "-", "trapezius", "   ", "<b>", "😀", "0")


class Monkey:
    def __init__(self, kiosk: bool, folder: Path, seed: int) -> None:
        self.dice = random.Random(seed)
        self.found: list[str] = []
        self.pauses: list[tuple[float, str]] = []
        self._folder, self._kiosk = folder, kiosk
        self._doing = "the start"
        sys.excepthook = self._on_exception
        qInstallMessageHandler(self._on_message)
        application = QApplication.instance() or QApplication(["atlas"])
        assert isinstance(application, QApplication)
        application.setQuitOnLastWindowClosed(False)
        load_fonts(paths.FONTS)
        application.setFont(font())
        self._answer_dialogs()
        self.app = AtlasApp(FileCatalog(), kiosk=kiosk)
        self.app.open()
        self.app.window.resize(1280, 800)

    def act(self, times: int) -> None:
        for number in range(times):
            begun = time.process_time()
            try:
                self._once()
                QApplication.processEvents()
                QApplication.processEvents()
            except Exception:
                self.found.append(f"{self._doing}: {traceback.format_exc()}")
            took = time.process_time() - begun
            if took > _PAUSE_S:
                self.pauses.append((round(took, 2), self._doing))
            if not self.app.window.isVisible():
                self.app.window.show()
            if number % 100 == 0:
                print(json.dumps({"at": number}), flush=True)

    # -- what hands do -------------------------------------------------------

    def _once(self) -> None:
        what = self.dice.choices(
            (
                self._click,
                self._key,
                self._stroke,
                self._type,
                self._choose,
                self._tap,
                self._row,
                self._size,
                self._wait,
            ),
            (30, 14, 12, 6, 8, 10, 12, 1, 7),
        )[0]
        what()

    def _click(self) -> None:
        button = self._one_of(QAbstractButton)
        if button is not None:
            self._doing = f"a click on {button.accessibleName() or button.text()!r}"
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _key(self) -> None:
        on = QApplication.focusWidget() or self.app.window
        if self.dice.random() < 0.25:
            key = self.dice.choice(_WITH_CONTROL)
            self._doing = f"Ctrl+{key.name} on {type(on).__name__}"
            QTest.keyClick(on, key, Qt.KeyboardModifier.ControlModifier)
            return
        key = self.dice.choice(_KEYS)
        self._doing = f"{key.name} on {type(on).__name__}"
        QTest.keyClick(on, key)

    def _type(self) -> None:
        field = self._one_of(QLineEdit, QPlainTextEdit)
        if field is not None:
            word = self.dice.choice(_WORDS)
            self._doing = f"{word!r} typed into {field.accessibleName()!r}"
            said = QInputMethodEvent()
            said.setCommitString(word)
            QApplication.sendEvent(field, said)

    def _choose(self) -> None:
        box = self._one_of(QComboBox)
        if isinstance(box, QComboBox) and box.count():
            row = self.dice.randrange(box.count())
            self._doing = f"choice {row} of {box.accessibleName()!r}"
            box.setCurrentIndex(row)
            box.activated.emit(row)

    def _row(self) -> None:
        view = self._one_of(QAbstractItemView)
        if isinstance(view, QAbstractItemView) and view.model() is not None and view.model().rowCount():
            index = view.model().index(self.dice.randrange(view.model().rowCount()), 0)
            view.scrollTo(index)
            self._doing = f"a row of {view.accessibleName()!r}"
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())

    def _tap(self) -> None:
        where = self._somewhere(self.app.window)
        self._doing = f"a tap at {where.x()}, {where.y()}"
        QTest.mouseClick(self._under(where), Qt.MouseButton.LeftButton, pos=self._inside(where))

    def _stroke(self) -> None:
        first = self._somewhere(self.app.window)
        on = self._under(first)
        self._doing = f"a stroke on {type(on).__name__}"
        QTest.mousePress(on, Qt.MouseButton.LeftButton, pos=self._inside(first))
        for _ in range(self.dice.randrange(1, 7)):
            QTest.mouseMove(on, self._somewhere(on))
        if self.dice.random() < 0.1:
            QTest.keyClick(self.app.window, Qt.Key.Key_Escape)
        if self.dice.random() < 0.1:
            QTest.keyClick(self.app.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        QTest.mouseRelease(on, Qt.MouseButton.LeftButton, pos=self._somewhere(on))

    def _size(self) -> None:
        width, height = self.dice.choice(((1280, 800), (700, 900), (360, 640), (1900, 1000), (1024, 600)))
        self._doing = f"a window of {width} by {height}"
        if not self._kiosk:
            self.app.window.resize(width, height)

    def _wait(self) -> None:
        self._doing = f"{self._doing}, and a moment"
        QTest.qWait(self.dice.choice((1, 20, 120)))

    # -- where ---------------------------------------------------------------

    def _one_of(self, *kinds: type[QWidget]) -> Any:
        tops = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        found = [w for top in tops for kind in kinds for w in top.findChildren(kind) if w.isVisible() and w.isEnabled()]
        return self.dice.choice(found) if found else None

    def _somewhere(self, widget: QWidget) -> QPoint:
        return QPoint(self.dice.randrange(max(widget.width(), 1)), self.dice.randrange(max(widget.height(), 1)))

    def _under(self, where: QPoint) -> QWidget:
        return self.app.window.childAt(where) or self.app.window

    def _inside(self, where: QPoint) -> QPoint:
        return self._under(where).mapFrom(self.app.window, where)

    # -- what is heard -------------------------------------------------------

    def _on_exception(self, kind: Any, error: Any, trace: Any) -> None:
        self.found.append(f"{self._doing}: {''.join(traceback.format_exception(kind, error, trace))}")

    def _on_message(self, kind: QtMsgType, context: object, text: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and "This plugin does not support" not in text:
            self.found.append(f"{self._doing}: Qt says: {text}")

    def _answer_dialogs(self) -> None:
        """A dialog of the system would wait for a hand that is not there; a file is named, or none."""
        dice, folder = self.dice, self._folder

        def name(*_: object, **__: object) -> tuple[str, str]:
            return (
                (str(folder / dice.choice(("a.json", "b.pdf", "c.png", "none/d.pdf"))), "")
                if dice.random() < 0.6
                else ("", "")
            )

        QFileDialog.getOpenFileName = name  # type: ignore[method-assign,assignment]
        QFileDialog.getSaveFileName = name  # type: ignore[method-assign,assignment]
        QFileDialog.exec = lambda self: 0  # type: ignore[method-assign,assignment]


def main(kiosk: bool, times: int, folder: Path) -> None:
    monkey = Monkey(kiosk, folder, seed=17 if kiosk else 9)
    monkey.act(times)
    print(json.dumps({"done": {"found": monkey.found, "pauses": monkey.pauses}}))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[2] == "kiosk", int(sys.argv[3]), Path(sys.argv[1]))
