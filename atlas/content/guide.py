"""The guide of the files, in one language: read when first asked for, or its kept copy. No file makes it fail."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from atlas.content.knowledge import Known
from atlas.content.loading import load_guide, load_phrases
from atlas.content.problems import shown
from atlas.domain.choices import ENGLISH
from atlas.domain.problems import FileProblem, Problems
from atlas.domain.words.guide import Complaint, Guide, HomeStep, ProblemPage, Question, RedFlag, by_area
from atlas.domain.words.handout_words import HandoutWords, handout_words_of
from atlas.paths import Places


class FileGuide:
    """Questions, complaints, problem pages, red flags, home care and glossary, each by id in reading order.

    What is not written in `language` stands in English, as its own `language` says. What was wrong with the files
    stands in `problems` once something has been asked for.
    """

    def __init__(self, places: Places, language: str, known: Callable[[], Known], found_wrong: Problems) -> None:
        """`known` says what it may name, asked only when it is read anew; its mistakes go to `found_wrong` too."""
        self.language = language
        self._places, self._known = places, known
        self._own_problems, self._all_problems = Problems(named=shown), found_wrong

    @property
    def problems(self) -> tuple[FileProblem, ...]:
        return tuple(self._own_problems)

    def _found_wrong(self, problems: Iterable[FileProblem]) -> None:
        for found in (self._own_problems, self._all_problems):
            found.add(*problems)

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        return {q.id: q for q in self.guide.questions}

    @cached_property
    def complaints(self) -> Mapping[str, Complaint]:
        return {c.id: c for c in self.guide.complaints}

    @cached_property
    def problem_pages(self) -> Mapping[str, ProblemPage]:
        return {p.id: p for p in self.guide.problems}

    @cached_property
    def red_flags(self) -> Mapping[str, RedFlag]:
        return {f.id: f for f in self.guide.red_flags}

    @cached_property
    def steps(self) -> Mapping[str, tuple[HomeStep, ...]]:
        """Home-care steps by muscle area."""
        return by_area(self.guide.steps)

    @cached_property
    def glossary(self) -> Mapping[str, str]:
        """Plain words by term."""
        return {t.term: t.meaning for t in self.guide.glossary}

    @cached_property
    def words(self) -> HandoutWords:
        """The handout's own words; English stands in the code, and for what a language lacks."""
        if self.language == ENGLISH:
            return HandoutWords()
        written, problems = load_phrases(self._places, self.language)
        self._found_wrong(problems)
        return handout_words_of(written)

    @cached_property
    def guide(self) -> Guide:
        """All of it at once."""
        guide, problems = load_guide(self._places, self.language, self._known)
        self._found_wrong(problems)
        return guide
