"""The interface's languages: English as written, others from `<folder>/<language>/interface.qm`."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from atlas.domain.language import ENGLISH

_FILE = "interface.qm"


class Languages:
    """What languages there are, and which one the interface speaks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._installed: QTranslator | None = None

    @property
    def known(self) -> dict[str, str]:
        """Each language's own name, English first."""
        names = {ENGLISH: "English"}
        for file in sorted(self._folder.glob(f"*/{_FILE}")):
            translator = QTranslator()
            if translator.load(str(file)):
                code = file.parent.name
                names[code] = translator.translate("Language", "English") or QLocale(code).nativeLanguageName()
        return names

    def speak(self, language: str) -> bool:
        """Lets every text made from now on be in a language; False (and English) where there is none."""
        if self._installed is not None:
            QCoreApplication.removeTranslator(self._installed)
            self._installed = None
        locale = QLocale(language)
        QApplication.setLayoutDirection(locale.textDirection())
        if language == ENGLISH:
            return True
        translator = QTranslator()
        if not translator.load(str(self._folder / language / _FILE)):
            QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            return False
        QCoreApplication.installTranslator(translator)
        self._installed = translator
        return True
