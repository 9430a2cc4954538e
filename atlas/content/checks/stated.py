"""Lengths as texts state them: numbers and words of centimeters, millimeters, widths of a finger and of a hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

FINGER_MM, HAND_MM = 18.0, 90.0

_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SPANISH = ("uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce")
COUNTED = (
    {word: k for words in (_ENGLISH, _SPANISH) for k, word in enumerate(words, 1)}
    | dict.fromkeys(("a", "un", "una"), 1)
    | {"fifteen": 15, "quince": 15, "twenty": 20, "veinte": 20, "thirty": 30, "treinta": 30}
)
NUMBER = rf"\d+(?:[.,]\d+)?|{'|'.join(sorted(COUNTED, key=len, reverse=True))}"
_MM = {"cm": 10.0, "centi": 10.0, "centí": 10.0, "mm": 1.0, "milli": 1.0, "milí": 1.0, "finger": FINGER_MM}
_WIDE = r"(?:['’]s)?[ -](?:width|breadth)s?|s?(?= (?:above|below)\b)"
_LENGTH = re.compile(
    rf"\b(?!a mil)(?P<low>{NUMBER})(?: (?:to|or|and|a|o|y) (?P<high>{NUMBER}))?[ -]"
    rf"(?P<unit>cm\b|mm\b|centimeters?\b|centímetros?\b|millimeters?\b|milímetros?\b|(?:finger|hand|palm)(?:{_WIDE}))",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A length or a span of lengths in mm, and how it is said."""

    low: float
    high: float
    said: str


def lengths(text: str) -> Iterator[Stated]:
    """All lengths in a text whose white space is single, in order, in English or Spanish; widths in English only."""
    for found in _LENGTH.finditer(text):
        unit = found["unit"].casefold()
        mm = next((mm for start, mm in _MM.items() if unit.startswith(start)), HAND_MM)
        low = value(found["low"])
        yield Stated(low=low * mm, high=(value(found["high"]) if found["high"] else low) * mm, said=found[0])


def value(said: str) -> float:
    """A number as it is written, in digits or as a word."""
    return float(COUNTED.get(said.casefold()) or said.replace(",", "."))
