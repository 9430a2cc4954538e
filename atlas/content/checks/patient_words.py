"""What must hold of everything said to patients, in every language: easy to read, honest, calm, complete."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from atlas.content.catalog import FileCatalog
from atlas.content.checks.completeness import _strangers, not_yet
from atlas.content.checks.locating import Locator
from atlas.content.checks.translations import _labels, _lacking, _names, _phrases
from atlas.content.guide import FileGuide
from atlas.content.reading.yaml_builder import KeyPath
from atlas.domain.anatomy import ANATOMY, AREAS, Muscle, Reader
from atlas.domain.choices import ENGLISH
from atlas.domain.problems import FileProblem
from atlas.domain.words.guide import HomeStep
from atlas.domain.words.language_rules import RULES, rules_of
from atlas.domain.words.patient_wording import slips
from atlas.domain.words.readability import mean_sentence_length

SENTENCE_BELOW = 15.0  # words, on average
_STEP = ("title", "how", "how_long", "how_often", "not_if", "stop_if")
_PAGE = ("what_it_is", "what_muscles_have_to_do_with_it", "what_may_help", "when_to_see_someone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text for patients that is judged as a whole: its parts by their path in the entry."""

    entry: str
    parts: tuple[tuple[KeyPath, str], ...]
    allowed: tuple[str, ...] = ()  # names that are not counted and no jargon here
    measured: bool = True  # too short to be measured by itself where not

    @property
    def text(self) -> str:
        return " ".join(t if t.endswith((".", "!", "?")) else f"{t}." for _, t in self.parts)


def check_words(catalog: FileCatalog) -> Iterator[FileProblem]:
    """All languages' patient texts and the guide. A referrals file looked at on its own is judged without the guide."""
    alone = catalog.places.own_referrals is not None
    for language in catalog.places.languages:
        guide = catalog.guide(language)
        terms = tuple(guide.glossary)
        for area in AREAS:
            yield from _area(catalog, area, language, terms)
        if alone:
            continue
        yield from guide.problems
        yield from _guide(guide, catalog, terms)
        if language != ENGLISH:
            yield from _lacking(guide, catalog)
            yield from _phrases(guide, catalog)
            yield from _names(catalog, language)
            yield from _labels(catalog, language)


# -- muscles -----------------------------------------------------------------


def _area(catalog: FileCatalog, area: str, language: str, terms: tuple[str, ...]) -> Iterator[FileProblem]:
    here = [m for m in catalog.muscles.values() if m.area == area]
    if not here and not catalog.places.texts(area, language).exists():
        return
    texts = catalog.texts_of(area, language)
    locator = Locator(catalog.places.texts(area, language))
    for muscle in here:
        missing = catalog.untranslated(muscle.id, language) if language != ENGLISH else ()
        said = {h: t for h, t in texts.get(muscle.id, {}).get("patient", {}).items() if h not in missing}
        passage = Passage(
            entry=muscle.id,
            parts=tuple((("patient", k), t) for k, t in said.items()),
            allowed=all_names(catalog, muscle, language),
        )
        yield from _judged(passage, "patient text", locator, language, terms, muscle=True)
        if missing:
            sentence = f"Not translated, so shown in English: {', '.join(missing)}."
            yield not_yet(locator.problem(muscle.id, ("patient",), sentence, key=True), language)
        if rules_of(language).complete and language != ENGLISH:
            yield from _for_others(catalog, muscle, language, locator)
    if language != ENGLISH and catalog.places.own_referrals is None:
        yield from _strangers(texts, [*(m.id for m in here), *catalog.left_out], locator)


def _for_others(catalog: FileCatalog, muscle: Muscle, language: str, locator: Locator) -> Iterator[FileProblem]:
    """What clinicians and students would read in English; a language that is only begun need not have it."""
    own = catalog.texts_of(muscle.area, language).get(muscle.id, {})
    anatomy = [fact for fact in ANATOMY if fact not in own.get("clinician", {})]
    others: tuple[tuple[Reader, list[str]], ...] = (("clinician", anatomy), ("student", []))
    for reader, more in others:
        if missing := [*catalog.untranslated(muscle.id, language, reader), *more]:
            sentence = f"Not translated, so shown in English: {', '.join(missing)}."
            yield not_yet(locator.problem(muscle.id, (reader,), sentence, key=True), language)


def own_names(muscle: Muscle) -> tuple[str, ...]:
    """What a muscle is called, whole and up to each comma: left out when the reading grade is measured."""
    return _in_parts((muscle.name, muscle.lay_name, *muscle.also_called, muscle.latin))


def all_names(catalog: FileCatalog, muscle: Muscle, language: str) -> tuple[str, ...]:
    """The words of a muscle's names in a language: in a text about that muscle they are no jargon."""
    if language == ENGLISH:
        return own_names(muscle)
    name = catalog.name(muscle.id, language)
    return _in_parts((name.name, name.lay_name))


def _in_parts(names: Iterable[str]) -> tuple[str, ...]:
    parts = (part.strip() for name in names for part in (name, *name.split(",")))
    return tuple(dict.fromkeys(p for p in parts if len(p) > 2))


# -- the guide ---------------------------------------------------------------


def _guide(guide: FileGuide, catalog: FileCatalog, terms: tuple[str, ...]) -> Iterator[FileProblem]:
    language = guide.language
    kinds: tuple[tuple[str, str, list[Passage]], ...] = (
        ("questions", "answer", [_answer(q.id, q.answer) for q in guide.guide.questions if q.language == language]),
        (
            "problems",
            "page",
            [
                Passage(entry=p.id, parts=tuple(((k,), getattr(p, k)) for k in _PAGE))
                for p in guide.guide.problems
                if p.language == language
            ],
        ),
        (
            "red_flags",
            "sentence",
            [
                Passage(entry=f.id, parts=((("text",), f.text),), measured=False)
                for f in guide.guide.red_flags
                if f.language == language
            ],
        ),
        (
            "red_flags",
            "short form",
            [  # a colon ends what is read in one go, as a full stop does
                Passage(entry=f.id, parts=((("short",), f.short.replace(": ", ". ")),), measured=False)
                for f in guide.guide.red_flags
                if f.language == language
            ],
        ),
        ("steps", "steps of this area", [_steps(a, s, language) for a, s in guide.steps.items()]),
    )
    for part, what, passages in kinds:
        locator = Locator(catalog.places.guide(part, language))
        for passage in passages:
            yield from _judged(passage, what, locator, language, terms)
        together = " ".join(p.text for p in passages if not p.measured)
        for sentence in hard_to_read(together, "file", language, ()) if together else ():
            yield locator.problem("", (), sentence, muscle=False)
    yield from _said_otherwise(guide, catalog)


def _said_otherwise(guide: FileGuide, catalog: FileCatalog) -> Iterator[FileProblem]:
    """One exercise has one dose: a step that stands in several areas is said the same in each."""
    locator, first = Locator(catalog.places.guide("steps", guide.language)), dict[str, HomeStep]()
    for area, steps in guide.steps.items():
        for k, step in enumerate(steps):
            other = first.setdefault(step.id, step)
            for field in _STEP:
                if other.language == step.language and getattr(other, field) != getattr(step, field):
                    said = f"`{step.id}` says another `{field}` in `{other.area}`: “{getattr(other, field)}”"
                    yield locator.problem(area, (k, field), said, muscle=False)


def _answer(question: str, answer: tuple[str, ...]) -> Passage:
    return Passage(entry=question, parts=tuple((("answer", k), t) for k, t in enumerate(answer)))


def _steps(area: str, steps: tuple[HomeStep, ...], language: str) -> Passage:
    own = [(k, s) for k, s in enumerate(steps) if s.language == language]
    return Passage(entry=area, parts=tuple(((k, f), text) for k, s in own for f in _STEP if (text := getattr(s, f))))


# -- judging -----------------------------------------------------------------


def _judged(
    passage: Passage, what: str, locator: Locator, language: str, terms: tuple[str, ...], muscle: bool = False
) -> Iterator[FileProblem]:
    if not passage.parts:
        return
    top: KeyPath = ("patient",) if muscle else ()
    hard = hard_to_read(passage.text, what, language, passage.allowed) if passage.measured else ()
    for sentence in hard:
        yield locator.problem(passage.entry, top, sentence, key=True, muscle=muscle)
    for path, text in passage.parts:
        for slip in slips(text, language, (*terms, *passage.allowed)):
            said = f"{slip.kind.capitalize()}: `{slip.word}` in “{slip.sentence}”"
            yield locator.problem(passage.entry, path, said, muscle=muscle)


def hard_to_read(text: str, what: str, language: str, leave_out: tuple[str, ...]) -> Iterator[str]:
    """What is too hard about a text; only its sentences are measured where the language has no formula here."""
    measure = rules_of(language).reading
    if measure and (said := measure.too_hard(text, leave_out)):
        yield f"The {what} has {said}."
    length = mean_sentence_length(text)
    if length >= SENTENCE_BELOW:
        yield f"The {what} has {length:.1f} words a sentence; fewer than {SENTENCE_BELOW:g} are wanted."


def reading_figures(catalog: FileCatalog) -> Iterator[str]:
    """One sentence a language: how hard the patient texts of all muscles are to read."""
    for language, rules in RULES.items():
        found, measure = [], rules.reading
        for muscle in catalog.muscles.values():
            said = catalog.texts_of(muscle.area, language).get(muscle.id, {}).get("patient", {})
            if said and measure:
                found.append(measure.of(" ".join(said.values()), all_names(catalog, muscle, language)))
        if found and measure:
            span = f"{min(found):.1f} to {max(found):.1f}, median {median(found):.1f}"
            yield f"Patient texts ({language}, {len(found)} muscles): {measure.called} {span}."
