"""What the interface's translations hold, and an ear for the texts that they lack."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator

from atlas import paths

Said = tuple[str, str]
"""(context, text)"""


def translations(language: str) -> dict[Said, str]:
    root = ElementTree.parse(paths.LANGUAGES / language / "interface.ts").getroot()
    found = {}
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            done = translation.get("type") is None
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = (translation.text or "") if done else ""
    return found


@contextmanager
def listening_for_spanish() -> Iterator[set[Said]]:
    """Speaks Spanish; what it is asked for in vain is in the set."""
    listening = _Listening()
    QCoreApplication.installTranslator(listening)
    yield listening.missing
    QCoreApplication.removeTranslator(listening)


class _Listening(QTranslator):
    def __init__(self) -> None:
        super().__init__()
        self._spanish = QTranslator()
        assert self._spanish.load(str(paths.LANGUAGES / "es" / "interface.qm"))
        self._ours = {context for context, _ in translations("es")}
        self.missing: set[Said] = set()

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        found = self._spanish.translate(context, text)
        if not found and context in self._ours and any(sign.isalpha() for sign in text):  # figures are the same
            self.missing.add((context, text))
        return found or text

    def isEmpty(self) -> bool:
        return False
