"""Reads and checks the guide's files: ids from the language-neutral files, words from the language's, else English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel

from atlas.content.knowledge import Known
from atlas.content.problems import did_you_mean
from atlas.content.reading import guide_schema as schema
from atlas.content.reading.entries import Entries
from atlas.content.reading.schema_texts import WrittenLine
from atlas.content.reading.yaml_builder import KeyPath
from atlas.domain.anatomy import AREAS
from atlas.domain.body.places import Place
from atlas.domain.choices import ENGLISH
from atlas.domain.problems import FileProblem
from atlas.domain.words.guide import WHOLE_BODY, Complaint, Guide, HomeStep, ProblemPage, Question, RedFlag, Term
from atlas.domain.words.red_flags import NoRedFlags, raised
from atlas.paths import Places

M = TypeVar("M", bound=BaseModel)
GUIDE_AREAS = (*AREAS, WHOLE_BODY)


def read_guide(places: Places, language: str, known: Known) -> tuple[Guide, list[FileProblem]]:
    """The guide in one language; a thing that names what is not there loses that name, and it is said."""
    problems: list[FileProblem] = []
    return _Reader(places, language, known, problems).guide(), problems


class _Reader:
    """Reads one part after the other; in each, texts of the language go before the English ones."""

    def __init__(self, places: Places, language: str, known: Known, problems: list[FileProblem]) -> None:
        self._places, self._known, self._problems = places, known, problems
        self._languages = tuple(dict.fromkeys((language, ENGLISH)))
        self._language = language
        self._files: dict[tuple[str, str], Entries] = {}

    def guide(self) -> Guide:
        flags = self._red_flags()
        named = {"red_flags": [f.id for f in flags], "regions": self._known.regions}
        complaints = self._complaints(named)
        named |= {"complaints": [c.id for c in complaints]}
        named |= {"muscles": self._known.muscles, "sources": self._known.sources}
        return Guide(
            language=self._language,
            questions=self._questions(named),
            complaints=complaints,
            problems=self._problem_pages(named),
            red_flags=flags,
            steps=self._steps(named),
            glossary=self._glossary(),
        )

    # -- parts ---------------------------------------------------------------

    def _questions(self, named: Mapping[str, Sequence[str]]) -> tuple[Question, ...]:
        texts: dict[str, tuple[schema.QuestionText, str]] = {}
        order: list[str] = []
        refs: dict[str, dict[str, tuple[str, ...]]] = {}
        for language in self._languages:
            entries = self._file("questions", language)
            found = {t.id: t for t in entries.of(schema.QuestionText, {})}
            for name, text in found.items():
                first = texts.setdefault(name, (text, language))[0]
                if (first.question, first.answer) == (text.question, text.answer):
                    texts[name] = (text, language)
                refs[name] = self._there(entries, name, {"sources": text.sources, "muscles": text.muscles}, named)
            order = list(found)  # that of the English file, which is read last
        return tuple(
            Question(
                id=name,
                question=_words(texts[name][0].question),
                answer=tuple(map(_words, texts[name][0].answer)),
                sources=refs[name]["sources"],
                muscles=refs[name]["muscles"],
                language=texts[name][1],
            )
            for name in order
        )

    def _red_flags(self) -> tuple[RedFlag, ...]:
        """The words of every flag there is, in order of danger; of all that have words where the flags are unknown."""
        texts, known = self._keyed("red_flags", schema.RedFlagText), [flag.id for flag in self._known.rules.flags]
        if known:
            self._say_strangers("red_flags", known)
        for name in known:
            if name not in texts:
                said = f"There are no words for the red flag `{name}` in English."
                self._file("red_flags", ENGLISH).say(name, (), False, said)
        found = [(name, *texts[name]) for name in known or texts if name in texts]
        return tuple(
            RedFlag(id=name, text=_words(said.text), short=_words(said.short), language=language)
            for name, said, language in found
        )

    def _glossary(self) -> tuple[Term, ...]:
        """The language's own terms; English ones only where the language has no glossary at all."""
        english = dict(self._file("glossary", ENGLISH).by_key(WrittenLine, {}))
        if self._language != ENGLISH and self._places.guide("glossary", self._language).exists():
            found = dict(self._file("glossary", self._language).by_key(WrittenLine, {})) or english
        else:
            found = english
        return tuple(
            Term(term=k, meaning=_words(v.root), language=ENGLISH if english.get(k) == v else self._language)
            for k, v in found.items()
        )

    def _complaints(self, named: Mapping[str, Sequence[str]]) -> tuple[Complaint, ...]:
        texts = self._keyed("complaints", schema.ComplaintText)
        entries = Entries(self._places.complaints, self._problems)
        out = []
        for found in entries.of(schema.WrittenComplaint, {}):
            if found.area not in GUIDE_AREAS:
                said = f"There is no area `{found.area}`{did_you_mean(found.area, GUIDE_AREAS)}."
                entries.say(found.id, ("area",), False, said)
            refs = self._there(entries, found.id, {"regions": found.regions, "red_flags": found.red_flags}, named)
            if found.id not in texts:
                entries.say(found.id, ("id",), False, f"There is no title for `{found.id}` in English.")
                continue
            text, language = texts[found.id]
            title, also = _words(text.title), tuple(map(_words, text.also))
            refs["red_flags"] = self._raised(refs["regions"], refs["red_flags"])
            out.append(Complaint(id=found.id, area=found.area, title=title, also=also, language=language, **refs))
        self._say_strangers("complaints", entries.names())
        return tuple(out)

    def _raised(self, regions: Sequence[str], own: Sequence[str]) -> tuple[str, ...]:
        """A complaint's red flags: what its regions raise, of no certain side, and its own."""
        try:
            return raised(self._known.rules, [Place(region=r, side=None) for r in regions], also=own)
        except NoRedFlags:  # said with data/red_flags.yaml, and again when someone paints there
            return tuple(own)

    def _problem_pages(self, named: Mapping[str, Sequence[str]]) -> tuple[ProblemPage, ...]:
        texts = self._keyed("problems", schema.ProblemText)
        entries = Entries(self._places.problem_pages, self._problems)
        out = []
        for found in entries.of(schema.WrittenProblem, {}):
            names = {k: getattr(found, k) for k in ("complaints", "regions", "muscles", "red_flags", "sources")}
            refs = self._there(entries, found.id, names, named)
            if found.id not in texts:
                entries.say(found.id, ("id",), False, f"There is no page for `{found.id}` in English.")
                continue
            text, language = texts[found.id]
            said: dict[str, Any] = {k: _words(v) for k, v in text.model_dump().items() if isinstance(v, str)}
            also = tuple(map(_words, text.also))
            out.append(ProblemPage(id=found.id, also=also, language=language, **said, **refs))
        self._say_strangers("problems", entries.names())
        return tuple(out)

    def _steps(self, named: Mapping[str, Sequence[str]]) -> tuple[HomeStep, ...]:
        """What a step is for and where it comes from is read from the English file; a translation that does not say who
        must leave a step out is not used."""
        texts: dict[tuple[str, str], HomeStep] = {}
        order: list[HomeStep] = []
        for language in self._languages:
            entries = self._file("steps", language)
            order = []
            for area, steps in entries.by_key(schema.StepTexts, {}):
                if area not in AREAS:
                    entries.say(area, (), True, f"There is no area `{area}`{did_you_mean(area, AREAS)}.")
                    continue
                for k, step in enumerate(steps.root):
                    said: dict[str, Any] = {n: _words(v) for n, v in step.model_dump().items() if isinstance(v, str)}
                    made = HomeStep(area=area, language=language, **said)
                    first = texts.setdefault((area, step.id), made)
                    if replace(first, language=language) == made or bool(made.not_if) > bool(first.not_if):
                        texts[area, step.id] = made
                    refs = {"muscles": step.muscles, "sources": step.sources}
                    order.append(replace(made, **self._there(entries, area, refs, named, (k,))))
        return tuple(replace(texts[s.area, s.id], muscles=s.muscles, sources=s.sources) for s in order)

    # -- files ---------------------------------------------------------------

    def _file(self, part: str, language: str) -> Entries:
        """A file in words, read once."""
        if (part, language) not in self._files:
            self._files[part, language] = Entries(
                self._places.guide(part, language), self._problems, may_wait=language != ENGLISH
            )
        return self._files[part, language]

    def _keyed(self, part: str, model: type[M]) -> dict[str, tuple[M, str]]:
        """Text and its language by id."""
        out: dict[str, tuple[M, str]] = {}
        for language in self._languages:
            for key, text in self._file(part, language).by_key(model, {}):
                if out.get(key, (text, language))[0] == text:  # a copy of the English one is no translation
                    out[key] = (text, language)
        return out

    def _there(
        self,
        entries: Entries,
        entry: str,
        names: Mapping[str, Sequence[str]],
        named: Mapping[str, Sequence[str]],
        at: KeyPath = (),
    ) -> dict[str, Any]:
        """The names that there are; the others are said at their place, which begins with `at` within the entry."""
        out: dict[str, Any] = {}
        for field, wanted in names.items():
            for k, name in enumerate(wanted):
                if name not in named[field] and not (field == "muscles" and name in self._known.left_out):
                    what = field.replace("_", " ").removesuffix("s")
                    said = f"There is no {what} `{name}`{did_you_mean(name, named[field])}."
                    entries.say(entry, (*at, field, k), False, said)
            out[field] = tuple(n for n in wanted if n in named[field])
        return out

    def _say_strangers(self, part: str, known: Sequence[str] | None) -> None:
        """Says which texts belong to nothing."""
        for language in self._languages if known is not None else ():
            entries = self._file(part, language)
            for name in entries.names() or ():
                if name not in (known or ()):
                    entries.say(name, (), True, f"There is no `{name}`{did_you_mean(name, known or ())}.")


def _words(text: str) -> str:
    return " ".join(text.split())
