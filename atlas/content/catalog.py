"""The catalog of the files: muscles at once, texts, patterns and body when first asked for. No file makes it fail."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from copy import copy
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

import numpy as np

from atlas.content.baked.body import STAND_IN, DamagedBody, read_stances, read_surface, read_visibility, stand_in
from atlas.content.baked.bone_points import read_bone_points
from atlas.content.baked.extents import DamagedExtents, extents_of, read_extents
from atlas.content.baked.painted_patterns import PaintedPatterns
from atlas.content.baked.repainting import Repainting
from atlas.content.knowledge import Known, WrittenNames
from atlas.content.loading import (
    load,
    load_dermatomes,
    load_key_points,
    load_labels,
    load_names,
    load_notes,
    load_red_flags,
    load_surveys,
    load_texts,
    load_view_names,
    load_vocabulary,
)
from atlas.content.problems import shown
from atlas.content.seals import Seals
from atlas.domain.anatomy import READERS, Landmark, Muscle, MuscleName, MuscleTexts, Reader, Region, Source
from atlas.domain.body.camera import STANDING
from atlas.domain.body.painting import Floats
from atlas.domain.body.sides import Sides
from atlas.domain.body.surface import Surface
from atlas.domain.choices import ENGLISH
from atlas.domain.pattern import Pattern
from atlas.domain.plate.extents import Extents
from atlas.domain.plate.kept_plates import KeptPlates
from atlas.domain.plate.plate import Plate, nothing_but
from atlas.domain.plate.sight import Sight
from atlas.domain.problems import FileProblem, Problems, Unreadable
from atlas.domain.views import View, Visibility
from atlas.domain.words.red_flags import RedFlagRules
from atlas.paths import Places, user_cache

if TYPE_CHECKING:
    from atlas.content.guide import FileGuide
    from atlas.domain.dermatomes import Dermatome
    from atlas.domain.finding.finder import Finder
    from atlas.domain.finding.vocabulary import Survey, Vocabulary

UNTOLD = "There is no text about"
UNSEEN = "What these views show is missing"
"""How two sentences of the catalog begin, which a check says better: with a line, or with what mends it."""


class FileCatalog:
    """Implements `atlas.domain.catalog.Catalog`; what was wrong with the files so far stands in `problems`."""

    def __init__(self, places: Places | None = None) -> None:
        """`places` None: the shipped files, with what was read kept in the user's cache."""
        self.places = places or Places(cache=user_cache())
        self.found_wrong = Problems((), shown)  # by all that reads for this atlas, the plates and the guide among them
        self.seals = Seals(self.places.assets, self.places.made_from, self.found_wrong)
        self._knowledge, problems = load(self.places, self.seals.read)
        self.found_wrong.add(*problems)
        self._muscles = {m.id: m for m in self._knowledge.muscles}
        self._regions = {r.id: r for r in self._knowledge.regions}
        self._sources = {s.id: s for s in self._knowledge.sources}
        self._landmarks = {m.id: m for m in self._knowledge.landmarks}
        self._views = {v.id: v for v in self._knowledge.views}
        self._language = ENGLISH  # of names; see `in_language`
        self._texts: dict[tuple[str, str], dict[str, MuscleTexts]] = {}
        self._names: dict[str, dict[str, WrittenNames]] = {}
        self._labels: dict[str, dict[str, str]] = {}
        self._visibility: dict[str, Visibility] = {}
        self._sights: dict[str, Sight] = {}
        self._plates = KeptPlates()
        self._stances: dict[str, Mapping[str, Floats]] = {}
        self._guides: dict[str, FileGuide] = {}
        self._finders: list[Finder] = []  # one, shared by all languages, once it is made
        self.painted = PaintedPatterns(self.places, self._muscles, lambda: self.surface, self.seals, self.found_wrong)

    @property
    def problems(self) -> tuple[FileProblem, ...]:
        """What has been found wrong so far; more may be found as more is read."""
        return tuple(self.found_wrong)

    def lacks_of(self, muscles: Collection[str], figure: str) -> bool:
        """Whether a figure's body, or anything about one of these muscles, could not be read so far."""
        painted = [shown(self.places.pictures(muscle) / figure) for muscle in muscles]
        needed = (shown(self.places.surface), shown(self.places.visibility(figure)), *painted)
        wrong = [p for p in self.found_wrong if not p.mended]
        return any(p.muscle in muscles or p.file.startswith(needed) for p in wrong)

    @property
    def muscles(self) -> Mapping[str, Muscle]:
        return self._muscles

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of all languages that something is written in, English first."""
        return self.places.languages

    @property
    def left_out(self) -> tuple[str, ...]:
        """Muscles that stand in the file but could not be used: what names them is not wrong for that."""
        return self._knowledge.left_out

    @property
    def regions(self) -> Mapping[str, Region]:
        return self._regions

    @property
    def sources(self) -> Mapping[str, Source]:
        return self._sources

    @property
    def landmarks(self) -> Mapping[str, Landmark]:
        return self._landmarks

    @property
    def views(self) -> Mapping[str, View]:
        return self._views

    @cached_property
    def red_flag_rules(self) -> RedFlagRules:
        """What raises which red flag; where that cannot be read, asking it raises NoRedFlags."""
        rules, problems = load_red_flags(self.places, self._regions, self._sources)
        self.found_wrong.add(*problems)
        return rules

    @cached_property
    def surface(self) -> Surface:
        """The body's surface; one of four vertices where it cannot be read."""
        vertices = {m.id: m.vertex for m in self._landmarks.values()}
        try:
            bones = read_bone_points(self.places.bone_points, self.seals.read)
        except DamagedBody as error:
            self.found_wrong.of(self.places.bone_points, f"{error} Muscles that lie on bones cannot be shown.")
            bones = {}
        try:
            return read_surface(self.places.surface, self._knowledge.regions, vertices, bones, self.seals.read)
        except DamagedBody as error:
            self.found_wrong.of(self.places.surface, f"{error} Nothing can be shown on the body.")
            return stand_in(self._knowledge.regions, vertices)

    def points(self, figure: str, stance: str) -> Floats | None:
        """A figure's vertices as it stands, or as it stood for some views, (n, 3) mm; None where that is not known."""
        if stance == STANDING:
            return self.surface.figures[figure]
        path = self.places.stances
        if figure not in self._stances:
            try:
                self._stances[figure] = read_stances(path, figure, len(self.surface.points), self.seals.read)
            except DamagedBody as error:
                self.found_wrong.of(path, str(error))
                self._stances[figure] = {}
                return None
        stood = self._stances[figure]
        if stance not in stood and stood:
            self.found_wrong.of(path, f"It does not hold the stance `{stance}`.")
        return stood.get(stance)

    @cached_property
    def dermatomes(self) -> Mapping[str, Dermatome]:
        """The sound ones by id, in the order of the spine; key points in English where they are not translated."""
        found, problems = load_dermatomes(self.places, self._landmarks, self._regions, self._sources)
        self.found_wrong.add(*problems)
        if self._language == ENGLISH:
            return found
        said, problems = load_key_points(self.places, self._language)
        self.found_wrong.add(*problems)
        return {
            d.id: replace(d, key_point=replace(d.key_point, where=said.get(d.id, d.key_point.where)))
            for d in found.values()
        }

    def texts(self, muscle: str, language: str = ENGLISH) -> MuscleTexts:
        """What is said about a muscle; English where `language` has no text, empty where nobody wrote one."""
        area = self._muscles[muscle].area
        english = self.texts_of(area).get(muscle)
        if english is None:
            english = {r: {} for r in READERS}
            path = self.places.texts(area)
            alone = self.places.own_referrals is not None  # whoever writes such an entry may write its texts later
            if not alone and not self.found_wrong.names(path):
                self.found_wrong.of(path, f"{UNTOLD} `{muscle}` in it.")
        if language == ENGLISH:
            return english
        own = self.texts_of(area, language).get(muscle, {})
        return {r: {**english.get(r, {}), **own.get(r, {})} for r in READERS}

    def untranslated(self, muscle: str, language: str, reader: Reader = "patient") -> tuple[str, ...]:
        """A reader's headings that `texts` gives in English: `language` has no text, or a copy of the English one."""
        if language == ENGLISH:
            return ()
        own = self.texts_of(self._muscles[muscle].area, language).get(muscle, {}).get(reader, {})
        return tuple(h for h, text in self.texts(muscle).get(reader, {}).items() if own.get(h, text) == text)

    def texts_of(self, area: str, language: str = ENGLISH) -> Mapping[str, MuscleTexts]:
        """All texts of an area's file in one language, by muscle id."""
        if (area, language) not in self._texts:
            self._texts[area, language], problems = load_texts(self.places, area, language)
            self.found_wrong.add(*problems)
        return self._texts[area, language]

    def name(self, muscle: str, language: str = ENGLISH) -> MuscleName:
        """What a muscle is called, on a patient's page and in everyday words; English where not translated."""
        entry = self._muscles[muscle]
        own = self.names_in(language).get(muscle)
        if own is None or (own["name"], own["lay_name"]) == (entry.name, entry.lay_name):  # a copy is no translation
            return MuscleName(name=entry.name, lay_name=entry.lay_name, language=ENGLISH, also_called=entry.also_called)
        also = tuple(own["also_called"])
        return MuscleName(name=own["name"], lay_name=own["lay_name"], language=language, also_called=also)

    def names_in(self, language: str) -> Mapping[str, WrittenNames]:
        """A language's file of names, by muscle id; the English ones stand with the muscles."""
        if language not in self._names:
            self._names[language], problems = ({}, []) if language == ENGLISH else load_names(self.places, language)
            self.found_wrong.add(*problems)
        return self._names[language]

    def called(self) -> Mapping[str, Mapping[str, MuscleName]]:
        """What each muscle is called, by language, spoken here or not: to search for."""
        english = {
            m.id: MuscleName(name=m.name, lay_name=m.lay_name, language=ENGLISH, also_called=m.also_called)
            for m in self._knowledge.muscles
        }
        others = {
            language: {
                m: MuscleName(
                    name=w["name"], lay_name=w["lay_name"], language=language, also_called=tuple(w["also_called"])
                )
                for m, w in self.names_in(language).items()
                if m in self._muscles
            }
            for language in self.places.languages
            if language != ENGLISH
        }
        return {ENGLISH: english, **others}

    def labels(self) -> Mapping[str, Mapping[str, str]]:
        """What each region is called, by language: to search for."""
        english = {r.id: r.label for r in self._knowledge.regions}
        return {language: {**self.labels_in(language)} or english for language in self.places.languages}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What people type and what it means."""
        vocabulary, problems = load_vocabulary(self.places, self._known)
        self.found_wrong.add(*problems)
        return vocabulary

    @cached_property
    def surveys(self) -> tuple[Survey, ...]:
        """How often which muscle is met, study by study."""
        surveys, problems = load_surveys(self.places, self._known)
        self.found_wrong.add(*problems)
        return surveys

    @property
    def has_finder(self) -> bool:
        """Whether the search is there already."""
        return bool(self._finders)

    def finder(self) -> Finder:
        """The one search, whatever language this atlas speaks; it takes a second to make."""
        if not self._finders:
            from atlas.domain.finding.finder import Finder  # not needed until someone types
            from atlas.domain.finding.gathering import material_of

            self._finders.append(Finder(material_of(self)))
        return self._finders[0]

    def label(self, region: str, language: str = ENGLISH) -> str:
        """What a region is called; English where not translated."""
        return self.labels_in(language).get(region, self._regions[region].label)

    def labels_in(self, language: str) -> Mapping[str, str]:
        """A language's file of region names; the English ones stand with the regions."""
        if language not in self._labels:
            self._labels[language], problems = ({}, []) if language == ENGLISH else load_labels(self.places, language)
            self.found_wrong.add(*problems)
        return self._labels[language]

    def in_language(self, language: str) -> FileCatalog:
        """This atlas with its names of muscles, regions and views in a language; all else is shared."""
        if language == ENGLISH:
            return self
        _ = self.surface, self.painted.file, self.red_flag_rules  # read once, for both
        made = copy(self)
        views, problems = load_view_names(self.places, language)
        notes, misread = load_notes(self.places, language)
        self.found_wrong.add(*problems, *misread)
        names = {m: self.name(m, language) for m in self._muscles}
        made._muscles = {  # what it is called in English is not shown, but is in `called`
            m.id: replace(
                m.remarked(notes),
                name=names[m.id].name,
                lay_name=names[m.id].lay_name,
                also_called=names[m.id].also_called if names[m.id].language == language else (),
            )
            for m in self._muscles.values()
        }
        made._regions = {r.id: replace(r, label=self.label(r.id, language)) for r in self._regions.values()}
        made._views = {v.id: replace(v, name=views.get(v.id, v.name)) for v in self._views.values()}
        made._language = language
        made.__dict__.pop("dermatomes", None)  # their key points are said in the language
        return made

    def guide(self, language: str = ENGLISH) -> FileGuide:
        """The guide in a language; what is wrong with it is found wrong here."""
        from atlas.content.guide import FileGuide  # not needed before someone asks

        if language not in self._guides:
            self._guides[language] = FileGuide(self.places, language, self._known, self.found_wrong)
        return self._guides[language]

    def _known(self) -> Known:
        return Known(
            regions=tuple(self._regions),
            muscles=tuple(self._muscles),
            left_out=self.left_out,
            sources=tuple(self._sources),
            rules=self.red_flag_rules,
            parents={r.id: r.parent for r in self._regions.values()},
            innervation={m.id: m.innervation for m in self._knowledge.muscles},
        )

    def pattern(self, muscle: str) -> Pattern:
        """The stored pattern where it still fits, else painted now; without a body an empty one."""
        return self.painted.of(muscle)

    def stored_pattern(self, muscle: Muscle) -> Pattern | None:
        """The stored pattern of a muscle, if there is one and it still fits."""
        return self.painted.stored(muscle)

    def mend_patterns(self) -> None:
        """Begins to paint all patterns anew where none are stored; nothing waits for it."""
        self.painted.mend()

    @property
    def repainting(self) -> Repainting:
        """How far the painting of patterns that are not stored has come."""
        return self.painted.repainting

    def visibility(self, figure: str) -> Visibility:
        """What the views show of a figure; nothing, for views that cannot be read."""
        if figure not in self._visibility:
            baked = [v.id for v in self._views.values() if v.mirrored_from is None]
            n = len(self.surface.points)
            path = self.places.visibility(figure)
            try:
                seen, lacking = read_visibility(path, baked, n, self.seals.read)
                if lacking and self.surface.version != STAND_IN:
                    said = f"{UNSEEN}: {', '.join(lacking)}."
                    self.found_wrong.of(path, said)
            except DamagedBody as error:
                self.found_wrong.of(path, str(error))
                seen = {v: np.zeros(n, np.uint8) for v in baked}
            self._visibility[figure] = Visibility(list(self._views.values()), seen, self.surface)
        return self._visibility[figure]

    def sight(self, figure: str) -> Sight:
        """What the views of a figure show, muscles too; nothing of the muscles where that cannot be read."""
        if figure not in self._sights:
            path = self.places.extents(figure)
            cameras = {v.id: v.cameras[figure] for v in self._views.values() if figure in v.cameras}
            try:
                stored = read_extents(path, self.seals.read)
            except (Unreadable, DamagedExtents) as error:
                if self.surface.version != STAND_IN:
                    self.found_wrong.of(path, f"{error} Plates are composed without the muscles.")
                stored = {}
            self._sights[figure] = Sight(
                figure=figure,
                surface=self.surface,
                views=tuple(self._views.values()),
                visibility=self.visibility(figure),
                extents=extents_of(stored, cameras),
                points=partial(self.points, figure),
                parts={r.id: r.parent for r in self._regions.values()},
            )
        return self._sights[figure]

    def extents(self, figure: str) -> Extents:
        """Where the painted muscles lie in the views of a figure; nowhere where that cannot be read."""
        return self.sight(figure).extents

    def plate(self, muscle: str, figure: str, sides: Sides = "right", point: int | None = None) -> Plate:
        """The composed plate of a muscle, or of one of its trigger points; the last ones asked for are kept.

        Without a body the first view stands alone, and shows nothing. Raises KeyError for an unknown muscle or point.
        """
        if not self.sight(figure).views or self.surface.version == STAND_IN:
            return nothing_but(next(iter(self._views)), muscle)
        from atlas.domain.plate.composing import compose  # not needed until a muscle is chosen

        pattern = self.pattern(muscle)
        make = partial(compose, pattern, self._muscles[muscle], self.sight(figure), sides, point)
        return self._plates.get((muscle, figure, sides, point), pattern, make)
