"""The guide of the files, in one language: read when first asked for, or its kept copy. No file makes it fail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from atlas.content.cache import ReadCache, fingerprint, from_plain, to_plain
from atlas.content.catalog import FileCatalog
from atlas.content.loading import load_phrases
from atlas.content.problems import FileProblem, Problems
from atlas.domain.choices import ENGLISH
from atlas.domain.words.guide import Complaint, Guide, HomeStep, ProblemPage, Question, RedFlag, by_area
from atlas.domain.words.handout_words import HandoutWords, in_words
from atlas.paths import Places

PARTS = ("questions", "complaints", "problems", "red_flags", "steps", "glossary")


class FileGuide:
    """Questions, complaints, problem pages, red flags, home care and glossary, each by id in reading order.

    What is not written in `language` stands in English, as its own `language` says. What was wrong with the files
    stands in `problems` once something has been asked for.
    """

    def __init__(self, places: Places, language: str = ENGLISH, catalog: FileCatalog | None = None) -> None:
        """`catalog` knows what the guide may name; None: it is read from the same places."""
        self.language = language
        self._places = places
        self._catalog = catalog
        self._problems = Problems()

    @property
    def problems(self) -> tuple[FileProblem, ...]:
        return tuple(self._problems)

    def _found_wrong(self, problems: Iterable[FileProblem]) -> None:
        self._problems.add(*problems)
        if self._catalog is not None:
            self._catalog.found_wrong.add(*problems)

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
        return in_words(written)

    @cached_property
    def guide(self) -> Guide:
        """All of it at once."""
        places, languages = self._places, dict.fromkeys((self.language, ENGLISH))
        files = [places.complaints, places.problem_pages, places.red_flags]
        files += [places.referrals, places.regions, places.sources]
        words = [places.guide(part, language) for language in languages for part in PARTS]
        kept, key = ReadCache(places.cache), fingerprint(files + [f for f in words if f.exists()])
        found: Guide | None = kept.find(f"guide-{self.language}", key, from_plain(Guide))
        if found is not None:
            return found
        from atlas.content.reading.guide_files import (  # slow to import (pydantic, YAML), and seldom needed
            Known,
            read_guide,
        )

        catalog = self._catalog or FileCatalog(places)
        known = Known(
            regions=tuple(catalog.regions),
            muscles=tuple(catalog.muscles),
            left_out=catalog.left_out,
            sources=tuple(catalog.sources),
            rules=catalog.red_flag_rules,
        )
        guide, problems = read_guide(places, self.language, known)
        self._found_wrong(problems)
        if not problems:
            kept.keep(f"guide-{self.language}", key, to_plain(guide))
        return guide
