"""How long exercises are to be done, and how often: one dose for one kind of exercise on a page and its guide steps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from atlas.content.checks.stated import NUMBER, value
from atlas.domain.words.guide import HomeStep

_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_SECONDS = {"second": 1.0, "segundo": 1.0, "minute": 60.0, "minuto": 60.0, "breaths": 1.0}
_AMOUNT = re.compile(
    rf"\b(?!an? second\b|un segundo\b)(?P<low>{NUMBER})(?: (?:to|or|a|o) (?P<high>{NUMBER}))?[ -](?:slow )?"
    rf"(?P<unit>{'|'.join(_SECONDS)})s?\b",
    re.I,
)
_ROUNDS = re.compile(rf"\b(?P<rounds>{NUMBER}) times(?! a day)", re.I)
_DAILY = re.compile(rf"\b(?:(?P<low>once|{NUMBER}) or )?(?P<high>once|twice|(?:{NUMBER}) times) a day", re.I)
_OFTEN = {"once": 1.0, "twice": 2.0}
_KINDS = (  # what tells a kind of exercise, and what it is counted in; the first that fits counts
    ("warmth", re.compile(r"\bwarm(?:th)?\b(?! up)|\bhot pack", re.I), ("minute",)),
    ("breathing", re.compile(r"\bbreath.*\bday\b", re.I), ("breaths",)),
    ("rolling", re.compile(r"\broll\b.*\b(?:thigh|sole|calf|foot)\b", re.I), ("minute", "second")),
    ("pressure", re.compile(r"\bpress(?!-)|\bball\b", re.I), ("second", "minute")),
    ("stretch", re.compile(r"\bstretch|\bpull\b|\bhold (?:this|it)\b|\binto the floor", re.I), ("second",)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """How long an exercise of a kind is done (seconds, or breaths), in how many rounds, how often a day, where said."""

    kind: str
    long: tuple[float, float]
    rounds: float | None
    daily: tuple[float, float] | None
    said: str

    def differs(self, other: Dose) -> bool:
        """Whether two doses of one kind cannot both be followed."""
        return self.kind == other.kind and (
            _apart(self.long, other.long)
            or (None not in (self.rounds, other.rounds) and self.rounds != other.rounds)
            or (self.daily is not None and other.daily is not None and _apart(self.daily, other.daily))
        )


def contradictions(text: str, steps: Iterable[HomeStep]) -> Iterator[str]:
    """Where a patient's English text and the guide's steps on its page give two doses for one kind of exercise."""
    told = [dose for step in steps if (dose := _dose(f"{step.title} {step.how}", f"{step.how_long}, {step.how_often}"))]
    for sentence in _SENTENCE.split(" ".join(text.split())):
        dose = _dose(sentence, sentence)
        if dose is None:
            continue
        for other in told:
            if dose.differs(other):
                yield f"Two doses for one kind of exercise ({dose.kind}): “{dose.said}” and “{other.said}”."
        told.append(dose)


def times(text: str) -> list[float]:
    """All times in a text, in seconds and sorted; in English or Spanish."""
    return sorted(n for f in _AMOUNT.finditer(text) if f["unit"].casefold() != "breaths" for n in _span(f))


def _dose(exercise: str, amount: str) -> Dose | None:
    found = _AMOUNT.search(amount)
    unit = found["unit"].casefold() if found else ""
    kind = next((name for name, words, units in _KINDS if unit in units and words.search(f"{exercise} {amount}")), None)
    if not found or kind is None:
        return None
    rounds, daily = _ROUNDS.search(amount), _DAILY.search(amount)
    return Dose(
        kind=kind,
        long=_span(found),
        rounds=value(rounds["rounds"]) if rounds else None,
        daily=_often(daily) if daily else None,
        said=amount,
    )


def _often(found: re.Match[str]) -> tuple[float, float]:
    low, high = ((found[end] or found["high"]).casefold().removesuffix(" times") for end in ("low", "high"))
    return _OFTEN.get(low) or value(low), _OFTEN.get(high) or value(high)


def _span(found: re.Match[str]) -> tuple[float, float]:
    low, unit = value(found["low"]), _SECONDS[found["unit"].casefold()]
    return low * unit, (value(found["high"]) if found["high"] else low) * unit


def _apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] < other[0] or other[1] < one[0]
