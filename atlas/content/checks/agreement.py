"""Whether what is said about a muscle agrees: doses, waiting times, inches, and the same in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from atlas.content.catalog import FileCatalog
from atlas.content.checks.locating import Locator
from atlas.content.loading import ADVICE
from atlas.domain.anatomy import READERS, MuscleTexts
from atlas.domain.choices import ENGLISH
from atlas.domain.problems import FileProblem

INCH_CM = 2.54
_INCHES_OFF = 0.26  # halves of an inch are told, so a quarter may be lost

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNTED = {word: k for k, word in enumerate(_WORDS, 1)} | {"a": 1, "fifteen": 15, "twenty": 20, "thirty": 30}
_NUMBER = rf"\d+(?:\.\d+)?|{'|'.join(_COUNTED)}"
_SECONDS = re.compile(rf"\b(?P<low>{_NUMBER})(?: (?:to|or) (?P<high>{_NUMBER}))?[ -]seconds?\b", re.I)
_WAIT = re.compile(
    rf"(?<!every )\b(?P<low>{_NUMBER})(?: (?:to|or) (?P<high>{_NUMBER}))? (?P<unit>week|month)s?\b", re.I
)
_CM = re.compile(r"\b(?P<low>\d+(?:[.,]\d+)?)(?: (?:to|or|and|a|o|y) (?P<high>\d+(?:[.,]\d+)?))?[ -]cm\b")
_INCHES = re.compile(
    _CM.pattern + r" \((?P<inch_low>\d+(?:\.\d+)?)(?: to (?P<inch_high>\d+(?:\.\d+)?))? (?:in|inch|inches)\)"
)

Span = tuple[float, float]


def check_agreement(catalog: FileCatalog) -> Iterator[FileProblem]:
    """Contradictions within each muscle's texts, and between its English texts and their translations."""
    english = catalog.guide(ENGLISH).words.mainly
    for language in catalog.places.languages:
        legend = catalog.guide(language).words.mainly
        own_legend = language == ENGLISH or legend != english  # a language begun anew still has the English word
        for muscle in catalog.muscles.values():
            locator = Locator(catalog.places.texts(muscle.area, language))
            texts = catalog.texts_of(muscle.area, language).get(muscle.id, {})
            contradictions = [*_shared(texts), *(_felt(texts, legend) if own_legend else ())]
            if language == ENGLISH:
                contradictions += [*_doses(texts), *_waits(texts), *_inches(texts)]
            else:
                contradictions += _same_figures(texts, catalog.texts(muscle.id))
            for path, sentence in contradictions:
                yield locator.problem(muscle.id, path, sentence)


def _said(texts: MuscleTexts) -> Iterator[tuple[tuple[str, str], str]]:
    for reader in READERS:
        for heading, text in texts.get(reader, {}).items():
            yield (reader, heading), " ".join(text.split())


def _shared(texts: MuscleTexts) -> Iterator[tuple[tuple[str, str], str]]:
    for path, text in _said(texts):
        for name in ADVICE.findall(text):
            yield path, f"There is no shared advice `{name}` in advice.yaml."


def _felt(texts: MuscleTexts, legend: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Where pain is mainly felt is said with the word that stands beside the solid color in the legend."""
    text = texts.get("patient", {}).get("where_you_may_feel_it")
    if text and legend.casefold() not in text.casefold():
        yield ("patient", "where_you_may_feel_it"), f"The legend says “{legend}”; say the same here."


def _doses(texts: MuscleTexts) -> Iterator[tuple[tuple[str, str], str]]:
    """A patient and a clinician are told to hold the same stretch as long."""
    home = _spans(_SECONDS, texts.get("patient", {}).get("what_may_help", ""))
    taught = _spans(_SECONDS, texts.get("clinician", {}).get("stretch", ""))
    if home and taught and not any(a[0] <= b[1] and b[0] <= a[1] for a in home for b in taught):
        said = f"The patient holds for {_shown(home)} seconds, the clinician's stretch for {_shown(taught)}."
        yield ("patient", "what_may_help"), said


def _waits(texts: MuscleTexts) -> Iterator[tuple[tuple[str, str], str]]:
    """One page names one time after which pain that has not eased is to be seen."""
    text = texts.get("patient", {}).get("when_to_see_someone", "")
    found = {" ".join(m[0].split()).casefold() for m in _WAIT.finditer(text)}
    if len(found) > 1:
        yield ("patient", "when_to_see_someone"), f"Two waiting times: {', '.join(sorted(found))}."


def _inches(texts: MuscleTexts) -> Iterator[tuple[tuple[str, str], str]]:
    for path, text in _said(texts):
        for found in _INCHES.finditer(text):
            cm, inches = _span(found["low"], found["high"]), _span(found["inch_low"], found["inch_high"])
            if any(abs(a / INCH_CM - b) > _INCHES_OFF for a, b in zip(cm, inches, strict=True)):
                yield path, f"Centimeters and inches differ: “{found[0]}”."


def _same_figures(own: MuscleTexts, english: MuscleTexts) -> Iterator[tuple[tuple[str, str], str]]:
    """A translation gives the same distances as the English text."""
    written: Mapping[tuple[str, str], str] = dict(_said(english))
    for path, text in _said(own):
        here, there = (sorted(_spans(_CM, t)) for t in (text, written.get(path, "")))
        if here != there:
            yield path, f"Other distances than in English: {_shown(here)} cm for {_shown(there)} cm."


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [_span(found["low"], found["high"]) for found in pattern.finditer(" ".join(text.split()))]


def _span(low: str, high: str | None) -> Span:
    a = _value(low)
    return a, _value(high) if high else a


def _value(said: str) -> float:
    return float(_COUNTED.get(said.casefold()) or said.replace(",", "."))


def _shown(spans: list[Span]) -> str:
    return ", ".join(f"{a:g}" if a == b else f"{a:g} to {b:g}" for a, b in spans) or "none"
