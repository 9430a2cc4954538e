"""Makes Qt's application; where it finds no display it would abort with a page of its own, so one sentence is said."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

A = TypeVar("A", bound=QGuiApplication)
_NAMES = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
_NOT_POSSIBLE = 2  # the exit code, as of every command


def started(make: Callable[[list[str]], A], arguments: list[str]) -> A:
    """`make(arguments)`; ends the program with a sentence on stderr where Qt cannot go on."""
    warnings: list[str] = []

    def on_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind != QtMsgType.QtFatalMsg:
            warnings.append(text)
            return
        named = ", ".join(f"{n}={os.environ[n]}" for n in _NAMES if os.environ.get(n))
        said = f"atlas: No window can be opened on this display ({named}); every other command works without one.\n"
        os.write(2, said.encode())
        os._exit(_NOT_POSSIBLE)

    before = qInstallMessageHandler(on_message)
    try:
        made = make(arguments)
    finally:
        qInstallMessageHandler(before)
    for text in warnings:
        os.write(2, f"{text}\n".encode())
    return made
