"""The interface's languages: English as written, others from `<folder>/<language>/interface.qm`."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from atlas.content.files import read_bytes
from atlas.domain.choices import ENGLISH
from atlas.domain.problems import Problems, Unreadable

_FILE = "interface.qm"


class Languages:
    """What languages there are, and which one the interface speaks."""

    def __init__(self, folder: Path, found_wrong: Problems) -> None:
        self._folder, self._found_wrong = folder, found_wrong
        self._read: dict[str, bytes] = {}  # Qt reads in them as long as a language is spoken
        self._installed: QTranslator | None = None

    @property
    def known(self) -> dict[str, str]:
        """Each language's own name, English first; one whose file is damaged is not offered, and said."""
        names = {ENGLISH: "English"}
        for file in sorted(self._folder.glob(f"*/{_FILE}")):
            code = file.parent.name
            translator = self._translator(code)
            if translator is not None:
                names[code] = translator.translate("Language", "English") or QLocale(code).nativeLanguageName()
        return names

    def _translator(self, language: str) -> QTranslator | None:
        path = self._folder / language / _FILE
        try:
            if language not in self._read:
                self._read[language] = read_bytes(path)
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
        translator = self._translator(language)
        if translator is None:
            QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            return False
        QCoreApplication.installTranslator(translator)
        self._installed = translator
        return True
