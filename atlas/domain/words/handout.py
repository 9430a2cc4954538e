"""What stands on a patient's handout: pictures, the pattern in words, what may help, when to get help. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from atlas.domain.anatomy import Muscle
from atlas.domain.body.painting import Floats
from atlas.domain.body.places import DrawnPlaces
from atlas.domain.body.sides import Sides, sides_of
from atlas.domain.catalog import Catalog
from atlas.domain.choices import ENGLISH, Paper
from atlas.domain.pain.drawing import Drawing
from atlas.domain.pattern import PaintedZone, Pattern
from atlas.domain.plate.box import WHOLE, Box
from atlas.domain.scene import Scene, resolve, scene_of
from atlas.domain.state import AtlasState, Look, Study
from atlas.domain.strengths import STRENGTHS
from atlas.domain.words.description import pattern_in_words
from atlas.domain.words.guide import Guide, HomeStep, RedFlag, by_area
from atlas.domain.words.handout_order import LONGEST_NOTE, MOST_MUSCLES, HandoutOrder, NoHandout
from atlas.domain.words.handout_words import HandoutWords
from atlas.domain.words.red_flags import NoRedFlags, Signs, muscle_places, warning_signs_of

MOST_FLAGS = 3  # but never one that is an emergency less
MOST_STEPS = 4
_WORTH_A_PICTURE = 0.12  # of what is to be seen: less is not worth a second picture
_POINTS_COUNT = 0.35  # what seeing the sore spot is worth, against 1 for seeing the whole pattern
_NEARLY_AS_GOOD = 0.92


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """A scene, or the part of its view that a box (left, top, right, bottom; 0..1) holds."""

    scene: Scene
    box: Box = WHOLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """One muscle: its names, pictures, its pattern in words, and what is said about it."""

    lay_name: str
    name: str  # with the side
    pictures: tuple[PagePicture, ...]  # the panels of its plate, the main one first
    pattern: tuple[tuple[str, str], ...]  # (lead, regions)
    what_it_is: str
    where: str
    why_there: str
    what_may_help: str
    when_to_see_someone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """Everything that a handout says and shows, in reading order."""

    language: str
    words: HandoutWords
    palette: str
    tone: str
    paper: Paper
    clinic: str
    title: str
    portraits: tuple[Portrait, ...]
    drawing: Drawing | None
    drawn_on: tuple[PagePicture, ...]  # bare views that show most of the drawing
    steps: tuple[HomeStep, ...]
    signs: Signs  # all of them, the gravest first
    note: str
    small_print: tuple[str, ...]

    def text(self) -> str:
        """All of it as plain text, for the clipboard and for those who cannot see the page."""
        words, lines = self.words, [self.clinic, self.title]
        for portrait in self.portraits:
            lines += ["", portrait.lay_name, portrait.name]
            lines += [f"{lead}: {regions}" for lead, regions in portrait.pattern]
            lines += [portrait.where, portrait.what_it_is, portrait.why_there]
        lines += ["", words.get_help, *(flag.text for flag in (*self.signs.raised, *self.signs.always))]
        lines += [p.when_to_see_someone for p in self.portraits]
        lines += ["", words.may_help, *(p.what_may_help for p in self.portraits)]
        for step in self.steps:
            lines += [f"{step.title}. {step.how}", *(f"{k}: {v}" for k, v in step_facts(step, words))]
        if self.note:
            lines += ["", words.note, self.note]
        return "\n".join([*lines, "", *self.small_print]).strip()


def step_facts(step: HomeStep, words: HandoutWords) -> tuple[tuple[str, str], ...]:
    """How long, how often, who must leave it out where somebody must, and when to stop, each as (label, words)."""
    left_out = ((words.not_if, step.not_if),) if step.not_if else ()
    return (words.how_long, step.how_long), (words.how_often, step.how_often), *left_out, (words.stop_if, step.stop_if)


def compose_handout(order: HandoutOrder, catalog: Catalog, guide: Guide, words: HandoutWords) -> Handout:
    """Everything on the handout that was ordered. Pure. Raises NoHandout, and KeyError for an unknown muscle."""
    if not 1 <= len(order.sided) <= MOST_MUSCLES:
        raise NoHandout("muscles", most=MOST_MUSCLES)
    if len(order.note) > LONGEST_NOTE:
        raise NoHandout("note", length=len(order.note), most=LONGEST_NOTE)
    muscles = [catalog.muscles[m] for m in order.sided]
    portraits = tuple(_portrait(m, order.sided[m.id], order, catalog, words) for m in muscles)
    return Handout(
        language=order.language,
        words=words,
        palette=order.palette,
        tone=order.tone,
        paper=order.paper,
        clinic=" ".join(order.clinic.split()),
        title=portraits[0].lay_name if len(portraits) == 1 else words.title_of_several,
        portraits=portraits,
        drawing=order.drawing,
        drawn_on=_drawn_on(order, catalog),
        steps=_steps(muscles, guide),
        signs=_signs(order, catalog, guide),
        note=order.note.strip(),
        small_print=_small_print(muscles, order, catalog, guide, words),
    )


# -- a muscle ----------------------------------------------------------------


def _portrait(muscle: Muscle, sides: Sides, order: HandoutOrder, catalog: Catalog, words: HandoutWords) -> Portrait:
    name = catalog.name(muscle.id, order.language)
    said = catalog.texts(muscle.id, order.language).get("patient", {})
    state = AtlasState(
        look=_look(order),
        study=Study(muscle=muscle.id, sides=sides),
    )
    scene = resolve(state, catalog)
    plate = catalog.plate(muscle.id, order.figure, sides)
    pattern = pattern_in_words(muscle, sides, order.language, catalog, words)
    where = said.get("where_you_may_feel_it", "")
    return Portrait(
        lay_name=_begin(name.lay_name),
        name=f"{name.name} · {words.side(sides)}",
        pictures=tuple(PagePicture(scene=scene_of(plate, p, scene, catalog), box=p.box) for p in plate.panels),
        pattern=pattern[:1] if where else pattern,  # what some people feel is better said in the patient's text
        what_it_is=said.get("what_it_is", ""),
        where=where,
        why_there=said.get("why_there", ""),
        what_may_help=said.get("what_may_help", ""),
        when_to_see_someone=said.get("when_to_see_someone", ""),
    )


def views_for(pattern: Pattern, sides: Sides, figure: str, catalog: Catalog, most: int = 2) -> tuple[str, ...]:
    """The views to print: the best one, then what shows enough of what is hidden there, sore spots included."""
    visibility = catalog.visibility(figure)
    chosen = [visibility.best(pattern, sides)]
    weight = _wanted(pattern, sides, catalog)
    total = float(weight.sum())
    while len(chosen) < most and total > 0.0:
        seen = np.max([visibility.of(v) for v in chosen], axis=0)
        gain = {v: float(weight @ np.clip(visibility.of(v) - seen, 0.0, None)) / total for v in catalog.views}
        top = max(gain.values())
        if top < _WORTH_A_PICTURE:
            break
        close = [v for v in catalog.views if gain[v] >= _NEARLY_AS_GOOD * top]
        chosen.append(min(close, key=lambda v: catalog.views[v].mm_per_px))
    return tuple(chosen)


def _wanted(pattern: Pattern, sides: Sides, catalog: Catalog) -> Floats:
    """(n,) how much each vertex is worth seeing."""
    surface = catalog.surface
    weight = np.zeros(len(surface.points), np.float32)
    for side in sides_of(sides):
        for strength, row in STRENGTHS.items():
            painting = surface.sided(pattern.painting(strength), side)
            skin = painting.cover * surface.area[painting.vertices]
            if float(skin.sum()) > 0.0:
                weight[painting.vertices] += row.shown * skin / skin.sum()
        for _, vertex in pattern.points:
            weight[surface.sided_vertex(vertex, side)] += _POINTS_COUNT / len(pattern.points)
    return weight


# -- the drawing -------------------------------------------------------------


def _look(order: HandoutOrder) -> Look:
    return Look(figure=order.figure, tone=order.tone, palette=order.palette, bones=order.bones, draped=order.draped)


def _drawn_on(order: HandoutOrder, catalog: Catalog) -> tuple[PagePicture, ...]:
    """The views that show most of the patient's drawing."""
    if order.drawing is None or order.drawing.empty:
        return ()
    painting = order.drawing.painting
    pattern = Pattern(muscle="", zones=(PaintedZone(id="drawn", strength="essential", painting=painting),), points=())
    state = AtlasState(look=_look(order))
    views = views_for(pattern, "right", order.figure, catalog)
    return tuple(
        PagePicture(
            scene=replace(
                resolve(replace(state, study=replace(state.study, view=view)), catalog), drawing=order.drawing
            )
        )
        for view in views
    )


# -- what may help, when to get help -----------------------------------------


def _steps(muscles: Sequence[Muscle], guide: Guide) -> tuple[HomeStep, ...]:
    """Steps of the muscles' areas that suit one of the muscles: one area's first ones, or of several areas in turn."""
    steps = by_area(guide.steps)
    areas = [
        [step for step in steps.get(a, ()) if any(step.suits(m.id) for m in muscles if m.area == a)]
        for a in dict.fromkeys(m.area for m in muscles)
    ]
    longest = max((len(a) for a in areas), default=0)
    in_turn = [a[k] for k in range(longest) for a in areas if k < len(a)]
    return tuple(in_turn[:MOST_STEPS])


def _signs(order: HandoutOrder, catalog: Catalog, guide: Guide) -> Signs:
    """Of all the places where it hurts: those of the muscles and those that are drawn. No page goes without them."""
    places = [p for m, sides in order.sided.items() for p in muscle_places(catalog.muscles[m], sides, catalog.regions)]
    also: list[str] = []
    if order.drawing is not None and not order.drawing.empty:
        places += DrawnPlaces(catalog.surface, order.drawing.painting).touched()
        also = [flag for c in guide.complaints if c.id in order.complaints for flag in c.red_flags]
    texts = {flag.id: flag for flag in guide.red_flags}
    try:
        return warning_signs_of(catalog.red_flag_rules, texts, places, also=also, most=MOST_FLAGS)
    except NoRedFlags as error:
        raise NoHandout("warnings", str(error)) from error


def _small_print(
    muscles: Sequence[Muscle], order: HandoutOrder, catalog: Catalog, guide: Guide, words: HandoutWords
) -> tuple[str, ...]:
    said = [f"{words.evidence(m)} {words.reviewed(m)}" for m in muscles]
    if len(muscles) == 1:
        lines = [f"{words.not_a_diagnosis} {said[0]} {words.honest}"]
    else:
        names = [catalog.name(m.id, order.language).name for m in muscles]
        lines = [
            words.not_a_diagnosis,
            *(f"{name}: {text}" for name, text in zip(names, said, strict=True)),
            words.honest,
        ]
    things: tuple[HomeStep | RedFlag, ...] = (*guide.steps, *guide.red_flags)
    foreign = any(t.language != order.language for t in things)
    if order.language != ENGLISH and (foreign or any(catalog.untranslated(m.id, order.language) for m in muscles)):
        lines.append(words.partly_english)
    return tuple(lines)


def _begin(text: str) -> str:
    return text[:1].upper() + text[1:]
