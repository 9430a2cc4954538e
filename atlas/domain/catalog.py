"""All that the atlas knows, as everything above the files asks for it: `atlas.content` reads it, the rest sees this."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

from atlas.domain.anatomy import Muscle, MuscleName, MuscleTexts, Reader, Region, Source
from atlas.domain.body.painting import Floats
from atlas.domain.body.sides import Sides
from atlas.domain.body.surface import Surface
from atlas.domain.choices import ENGLISH
from atlas.domain.pattern import Pattern
from atlas.domain.plate.plate import Plate
from atlas.domain.views import View, Visibility

if TYPE_CHECKING:  # seldom needed, or not at the start
    from atlas.domain.dermatomes import Dermatome
    from atlas.domain.finding.finder import Finder
    from atlas.domain.finding.vocabulary import Survey, Vocabulary
    from atlas.domain.plate.extents import Extents
    from atlas.domain.problems import FileProblem, Problems
    from atlas.domain.words.guide import Complaint, Guide, HomeStep, ProblemPage, Question, RedFlag
    from atlas.domain.words.handout_words import HandoutWords
    from atlas.domain.words.red_flags import RedFlagRules


class GuideBook(Protocol):
    """The guide in one language, each of its parts by id in reading order; English where it is not translated."""

    @property
    def language(self) -> str: ...
    @property
    def guide(self) -> Guide: ...
    @property
    def questions(self) -> Mapping[str, Question]: ...
    @property
    def complaints(self) -> Mapping[str, Complaint]: ...
    @property
    def problem_pages(self) -> Mapping[str, ProblemPage]: ...
    @property
    def red_flags(self) -> Mapping[str, RedFlag]: ...
    @property
    def steps(self) -> Mapping[str, tuple[HomeStep, ...]]: ...
    @property
    def glossary(self) -> Mapping[str, str]: ...
    @property
    def words(self) -> HandoutWords: ...
    @property
    def problems(self) -> Iterable[FileProblem]: ...


class PatternPainting(Protocol):
    """The painting of patterns that were not stored: it goes on by itself, `done` of `whole` are there."""

    done: int
    whole: int
    is_done: bool

    def begin(self) -> None:
        """Once; where nothing is missing it is done at once."""


class Catalog(Protocol):
    """All that the atlas knows; what is large is read when first asked for. No file makes it fail."""

    # -- what there is, by id ----------------------------------------------
    @property
    def muscles(self) -> Mapping[str, Muscle]: ...
    @property
    def regions(self) -> Mapping[str, Region]: ...
    @property
    def sources(self) -> Mapping[str, Source]: ...
    @property
    def views(self) -> Mapping[str, View]: ...
    @property
    def dermatomes(self) -> Mapping[str, Dermatome]: ...
    @property
    def red_flag_rules(self) -> RedFlagRules: ...

    # -- on the body ---------------------------------------------------------
    @property
    def surface(self) -> Surface: ...
    def points(self, figure: str, stance: str) -> Floats | None:
        """A figure's vertices as it stands, or as it stood for some views, (n, 3) mm; None where that is not known."""

    def pattern(self, muscle: str) -> Pattern: ...
    def visibility(self, figure: str) -> Visibility: ...
    def extents(self, figure: str) -> Extents:
        """Where the painted muscles lie in the views of a figure."""

    def plate(self, muscle: str, figure: str, sides: Sides = "right", point: int | None = None) -> Plate:
        """The composed plate of a muscle, or of one of its trigger points."""

    def mend_patterns(self) -> None:
        """Begins to paint all patterns anew where none are stored; nothing waits for it."""

    @property
    def repainting(self) -> PatternPainting: ...

    # -- in words --------------------------------------------------------------
    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of all languages that something is written in, English first."""

    def texts(self, muscle: str, language: str = ENGLISH) -> MuscleTexts:
        """What is said about a muscle; English where `language` has no text, empty where nobody wrote one."""

    def untranslated(self, muscle: str, language: str, reader: Reader = "patient") -> tuple[str, ...]:
        """A reader's headings that `texts` gives in English for want of a text in `language`."""

    def name(self, muscle: str, language: str = ENGLISH) -> MuscleName:
        """What a muscle is called, on a patient's page and in everyday words; English where not translated."""

    def label(self, region: str, language: str = ENGLISH) -> str:
        """What a region is called; English where not translated."""

    def called(self) -> Mapping[str, Mapping[str, MuscleName]]:
        """What each muscle is called, by language, spoken here or not: to search for."""

    def labels(self) -> Mapping[str, Mapping[str, str]]:
        """What each region is called, by language: to search for."""

    @property
    def vocabulary(self) -> Vocabulary: ...
    @property
    def surveys(self) -> tuple[Survey, ...]: ...
    @property
    def has_finder(self) -> bool:
        """Whether the search is there already."""

    def finder(self) -> Finder:
        """The one search; it takes a second to make."""

    def guide(self, language: str = ENGLISH) -> GuideBook: ...

    # -- what is wrong with its files ------------------------------------------
    @property
    def found_wrong(self) -> Problems: ...
    def lacks_of(self, muscles: Collection[str], figure: str) -> bool:
        """Whether a figure's body, or anything about one of these muscles, could not be read so far."""
