"""Whether what is said about a muscle agrees: doses, waiting times, inches, and the same in every language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from atlas.content.catalog import FileCatalog
from atlas.content.checks.doses import contradictions, times
from atlas.content.checks.locating import Locator
from atlas.content.checks.stated import NUMBER, lengths, value
from atlas.content.loading import ADVICE, load_notes
from atlas.domain.anatomy import READERS, MuscleTexts
from atlas.domain.choices import ENGLISH
from atlas.domain.problems import FileProblem
from atlas.domain.words.guide import HomeStep

INCH_CM = 2.54
_INCHES_OFF = 0.26  # halves of an inch are told, so a quarter may be lost

_SECONDS = re.compile(rf"\b(?P<low>{NUMBER})(?: (?:to|or) (?P<high>{NUMBER}))?[ -]seconds?\b", re.I)
_WAIT = re.compile(rf"(?<!every )\b(?P<low>{NUMBER})(?: (?:to|or) (?P<high>{NUMBER}))? (?P<unit>week|month)s?\b", re.I)
_INCHES = re.compile(
    rf"\b(?P<low>{NUMBER})(?: (?:to|or) (?P<high>{NUMBER}))?[ -]cm"
    r" \((?P<inch_low>\d+(?:\.\d+)?)(?: to (?P<inch_high>\d+(?:\.\d+)?))? (?:in|inch|inches)\)"
)
_WIDTH = re.compile(r"finger|hand|palm", re.I)  # told in another way elsewhere
_DIGITS = re.compile(r"\d+")

Span = tuple[float, float]


def check_agreement(catalog: FileCatalog) -> Iterator[FileProblem]:
    """Contradictions within each muscle's texts, and between its English texts and their translations."""
    english = catalog.guide(ENGLISH)
    steps = {} if catalog.places.own_referrals is not None else english.steps
    for language in catalog.places.languages:
        legend = catalog.guide(language).words.mainly
        own_legend = language == ENGLISH or legend != english.words.mainly  # one begun anew still has the English word
        for muscle in catalog.muscles.values():
            locator = Locator(catalog.places.texts(muscle.area, language))
            texts = catalog.texts_of(muscle.area, language).get(muscle.id, {})
            found = [*_shared(texts), *(_felt(texts, legend) if own_legend else ())]
            if language == ENGLISH:
                own_steps = [s for s in steps.get(muscle.area, ()) if s.suits(muscle.id)]
                found += [*_doses(texts), *_steps(texts, own_steps), *_waits(texts), *_inches(texts)]
            else:
                found += _same_figures(texts, catalog.texts(muscle.id))
            for path, sentence in found:
                yield locator.problem(muscle.id, path, sentence)
        if language != ENGLISH:
            yield from _same_notes(catalog, language)
            yield from _same_steps(catalog, language)


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


def _steps(texts: MuscleTexts, steps: Iterable[HomeStep]) -> Iterator[tuple[tuple[str, str], str]]:
    for said in contradictions(texts.get("patient", {}).get("what_may_help", ""), steps):
        yield ("patient", "what_may_help"), said


def _same_figures(own: MuscleTexts, english: MuscleTexts) -> Iterator[tuple[tuple[str, str], str]]:
    """A translation gives the same distances and times as the English text."""
    written: Mapping[tuple[str, str], str] = dict(_said(english))
    for path, text in _said(own):
        if path in written:
            for said in _other_figures(text, written[path]):
                yield path, said


def _other_figures(own: str, english: str) -> Iterator[str]:
    here, there = (
        sorted((s.low / 10, s.high / 10) for s in lengths(t) if not _WIDTH.search(s.said)) for t in (own, english)
    )
    if here != there:
        yield f"Other distances than in English: {_shown(here)} cm for {_shown(there)} cm."
    if times(own) != times(english):
        yield f"Other times than in English: {times(own)} for {times(english)} seconds."


def _same_notes(catalog: FileCatalog, language: str) -> Iterator[FileProblem]:
    """The notes of points, and what studies did, give the same distances in every language."""
    notes, _ = load_notes(catalog.places, language)
    locator = Locator(catalog.places.texts("notes", language))
    for muscle in catalog.muscles.values():
        for name, english in muscle.remarks.items():
            for said in _other_figures(notes[name], english) if name in notes else ():
                yield locator.problem(name, (), said, muscle=False)


def _same_steps(catalog: FileCatalog, language: str) -> Iterator[FileProblem]:
    """A step of the guide has the same dose in every language."""
    english, locator = catalog.guide(ENGLISH).steps, Locator(catalog.places.guide("steps", language))
    for area, steps in catalog.guide(language).steps.items():
        first = {step.id: step for step in english.get(area, ())}
        for k, step in enumerate(steps):
            for field in ("how_long", "how_often"):
                here, there = (str(getattr(s, field)) for s in (step, first.get(step.id, step)))
                if _DIGITS.findall(here) != _DIGITS.findall(there):
                    yield locator.problem(
                        area, (k, field), f"Another dose than in English: “{here}” for “{there}”.", muscle=False
                    )


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [_span(found["low"], found["high"]) for found in pattern.finditer(" ".join(text.split()))]


def _span(low: str, high: str | None) -> Span:
    a = value(low)
    return a, value(high) if high else a


def _shown(spans: list[Span]) -> str:
    return ", ".join(f"{a:g}" if a == b else f"{a:g} to {b:g}" for a, b in spans) or "none"
