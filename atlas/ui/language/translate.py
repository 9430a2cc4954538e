"""The interface's words in the language of the moment; Qt Linguist knows them by context and English text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication


def translate(context: str, text: str) -> str:
    """The text in the installed language; as written where it is not translated."""
    return QCoreApplication.translate(context, text)


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # the name by which Qt Linguist finds it
    """Marks a text that is translated later, where it is shown."""
    return text


def translated(context: str, options: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """(value, text) with the texts translated."""
    return [(value, translate(context, text)) for value, text in options]


def translated_values(context: str, words: Mapping[str, str]) -> dict[str, str]:
    """The same keys with their texts translated."""
    return {key: translate(context, text) for key, text in words.items()}
