"""The interface's languages: English as written, others from `<folder>/<language>/interface.qm`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from atlas.domain.choices import ENGLISH
from atlas.domain.problems import Problems, Unreadable

_FILE = "interface.qm"


class Languages:
    """What languages there are, and which one the interface speaks."""

    def __init__(
        self, folder: Path, codes: Iterable[str], found_wrong: Problems, read: Callable[[Path], bytes]
    ) -> None:
        """`codes` are all languages there are; `read` gives all bytes of a file, and raises Unreadable."""
        self._folder, self._codes, self._found_wrong, self._read_file = folder, tuple(codes), found_wrong, read
        self._read: dict[str, bytes] = {}  # Qt reads in them as long as a language is installed
        self._installed: QTranslator | None = None

    @property
    def known(self) -> dict[str, str]:
        """Each language's own name, English first; one whose file is damaged is not offered, and said.

        A language that has texts but no interface yet is offered all the same: the interface then stays English.
        """
        names = {ENGLISH: "English"}
        for code in self._codes:
            if code == ENGLISH:
                continue
            if not self._has_interface(code):
                names[code] = QLocale(code).nativeLanguageName() or code
                continue
            translator = self._translator(code)
            if translator is not None:
                names[code] = translator.translate("Language", "English") or QLocale(code).nativeLanguageName()
        return names

    def _has_interface(self, language: str) -> bool:
        """Whether there should be one: its folder is there, though its file may have gone."""
        return (self._folder / language).is_dir()

    def _translator(self, language: str) -> QTranslator | None:
        path = self._folder / language / _FILE
        try:
            if language not in self._read:
                self._read[language] = self._read_file(path)
        except Unreadable as error:
            self._found_wrong.of(path, f"{error} The language is not offered.")
            return None
        translator = QTranslator()
        if not translator.load(self._read[language]):
            self._found_wrong.of(path, "The file is damaged, so the language is not offered.")
            return None
        return translator

    def speak(self, language: str) -> bool:
        """Lets every text made from now on be in a language; False (and English) where there is none."""
        if self._installed is not None:
            QCoreApplication.removeTranslator(self._installed)
            self._installed = None
        locale = QLocale(language)
        QApplication.setLayoutDirection(locale.textDirection())
        if language == ENGLISH:
            return True
        translator = self._translator(language) if self._has_interface(language) else None
        if translator is None:
            QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            return False
        QCoreApplication.installTranslator(translator)
        self._installed = translator
        return True
