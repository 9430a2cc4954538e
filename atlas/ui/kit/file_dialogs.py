"""Asks for files. A folder's name may be a patient's: every dialog opens at the same place, and none is remembered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_REMEMBERED = ("lastVisited", "history")  # what Qt keeps of its dialogs, for all programs of the user


def ask_to_save(window: QWidget, title: str, suggested: str, kinds: str) -> Path | None:
    """Where to save a file, or None; `kinds` as Qt writes them, such as "PDF (*.pdf)"."""
    name, _ = QFileDialog.getSaveFileName(window, title, str(_start() / suggested), kinds)
    return _chosen(name)


def ask_to_open(window: QWidget, title: str, kinds: str) -> Path | None:
    """Which file to open, or None."""
    name, _ = QFileDialog.getOpenFileName(window, title, str(_start()), kinds)
    return _chosen(name)


def forget_folders() -> None:
    """Neither the folder that was opened last nor those before are kept."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.beginGroup("FileDialog")
    for name in _REMEMBERED:
        kept.remove(name)
    kept.endGroup()
    kept.sync()


def _chosen(name: str) -> Path | None:
    forget_folders()
    return Path(name) if name else None


def _start() -> Path:
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()
