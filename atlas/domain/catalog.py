"""All that the atlas knows, as the domain asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from atlas.domain.anatomy import Muscle, MuscleName, MuscleTexts, Region, Source
from atlas.domain.body.surface import Surface
from atlas.domain.dermatomes import Dermatome
from atlas.domain.pattern import Pattern
from atlas.domain.views import View, Visibility

if TYPE_CHECKING:
    from atlas.domain.dermatomes import Dermatome
    from atlas.domain.words.red_flags import RedFlagRules


class InkCatalog(Protocol):
    """What is laid over the body comes from here."""

    @property
    def surface(self) -> Surface: ...
    @property
    def dermatomes(self) -> Mapping[str, Dermatome]: ...
    def pattern(self, muscle: str) -> Pattern: ...


class Catalog(Protocol):
    """All that the atlas knows; what is large is read when first asked for."""

    @property
    def muscles(self) -> Mapping[str, Muscle]: ...
    @property
    def regions(self) -> Mapping[str, Region]: ...
    @property
    def sources(self) -> Mapping[str, Source]: ...
    @property
    def surface(self) -> Surface: ...
    @property
    def dermatomes(self) -> Mapping[str, Dermatome]: ...
    @property
    def red_flag_rules(self) -> RedFlagRules: ...
    @property
    def views(self) -> Mapping[str, View]: ...
    def pattern(self, muscle: str) -> Pattern: ...
    def texts(self, muscle: str, language: str = "en") -> MuscleTexts: ...
    def visibility(self, figure: str) -> Visibility: ...


class PatientCatalog(Catalog, Protocol):
    """A catalog that can name things in the patient's language."""

    def name(self, muscle: str, language: str) -> MuscleName: ...
    def label(self, region: str, language: str) -> str: ...
    def untranslated(self, muscle: str, language: str) -> tuple[str, ...]: ...
