"""The picture of a question, which tells nothing that is asked for, and the picture of its answer."""

from __future__ import annotations

from dataclasses import replace

from atlas.domain.anatomy import Strength
from atlas.domain.body.painting import Painting
from atlas.domain.body.region_painting import regions_painting, softened
from atlas.domain.catalog import Catalog
from atlas.domain.pattern import Pattern
from atlas.domain.plate.plate import Plate
from atlas.domain.scene import PaintLayer, Scene, resolve
from atlas.domain.state import AtlasState, Layer, Look, Room, Study
from atlas.domain.study.question import Question
from atlas.domain.study.question_plate import question_plate, unsaid
from atlas.domain.study.scoring import essential

PAIN = frozenset({Layer.ESSENTIAL, Layer.SPILLOVER})
FIRST_VIEW = "whole-front"  # where nothing was chosen: of the whole body, so that it tells nothing


def question_scene(
    question: Question, catalog: Catalog, look: Look, room: Room, view: str | None = None
) -> Scene | None:
    """What is shown while a question is open; None where a picture would tell the answer.

    `view`: for what is answered on the picture itself, the one that the learner has turned to.
    """
    card = question.card
    if card.kind == "pattern":
        return _pain(card.about, None, catalog, look, room)
    if card.kind == "place":
        return place_scene(card.about, catalog, look, room)
    if card.kind == "bones":
        clear = replace(look, bones="clear", neighbours=False, draped=False)
        scene = _resolved(card.about, frozenset({Layer.MUSCLE}), catalog, clear, room, None)
        assert scene.plate is not None
        return _plated(scene, unsaid(Plate(muscle="", panels=scene.plate.panels[:1])), catalog)
    if card.kind == "zone":
        return bare_scene(catalog, look, room, view)
    if card.kind == "point":
        shown = _pain(card.about, question.points[0], catalog, look, room)
        return shown if view is None else replace(shown, plate=None, view=catalog.views[view])
    return None


def answer_scene(question: Question, catalog: Catalog, look: Look, room: Room) -> Scene:
    """All about what was asked: the muscle on its bones with its pain, for a point its own; a place as it was."""
    card = question.card
    if card.kind == "place":
        return place_scene(card.about, catalog, look, room)
    layers = frozenset(Layer) if card.kind not in ("origin", "insertion", "bones") else frozenset({Layer.MUSCLE})
    point = question.points[0] if card.kind == "point" else None
    alone = layers == {Layer.MUSCLE}
    look = replace(look, neighbours=False, bones="clear" if alone else look.bones)
    scene = _resolved(card.about, layers, catalog, look, room, point)
    if alone and scene.plate is not None:  # the rest of the plate would be for the pain
        return _plated(scene, replace(scene.plate, panels=scene.plate.panels[:1]), catalog)
    return scene


def painted_answer(question: Question, catalog: Catalog, look: Look, room: Room, view: str, painted: Painting) -> Scene:
    """The true zone, in the view that was painted in, unless that shows less than half of what another would."""
    muscle = catalog.muscles[question.card.about]
    zone = essential(catalog.pattern(muscle.id), {z.id for z in muscle.zones if z.inside})
    visibility = catalog.visibility(look.figure)
    zones = tuple(z for z in catalog.pattern(muscle.id).zones if z.strength == "essential")
    pattern = Pattern(muscle=f"{muscle.id}/zone", zones=zones, points=())
    shares = {s.view: s.share for s in visibility.shares(pattern, "right")}
    best = visibility.best(pattern, "right")
    shown = view if shares.get(view, 0.0) >= 0.5 * shares[best] and painted.vertices.size else best
    bare = bare_scene(catalog, look, room, shown)
    return replace(bare, paint=(PaintLayer(strength="essential", painting=zone),))


def bare_scene(catalog: Catalog, look: Look, room: Room, view: str | None) -> Scene:
    """The body alone, in a view."""
    first = FIRST_VIEW if FIRST_VIEW in catalog.views else next(iter(catalog.views))
    state = AtlasState(look=replace(look, neighbours=False), room=room, study=Study(view=view or first))
    return resolve(state, catalog)


def place_scene(region: str, catalog: Catalog, look: Look, room: Room) -> Scene:
    """A region of the right side as if it hurt."""
    painting = softened(catalog.surface, regions_painting(catalog.surface, [region], "right"))
    scene = replace(bare_scene(catalog, look, room, None), paint=(PaintLayer(strength="essential", painting=painting),))
    return _plated(scene, question_plate(catalog, {"essential": painting}, look.figure), catalog)


def _pain(muscle: str, point: int | None, catalog: Catalog, look: Look, room: Room) -> Scene:
    """The pain of a muscle or a point, and neither of these."""
    lit = {zone.id for zone in catalog.muscles[muscle].zones_of(point)}
    pattern = catalog.pattern(muscle)
    strengths: tuple[Strength, ...] = ("essential", "spillover")
    paintings = {strength: pattern.painting(strength, lit) for strength in strengths}
    plate = question_plate(catalog, paintings, look.figure)
    look = replace(look, neighbours=False)
    scene = _resolved(muscle, PAIN, catalog, look, room, point, view=plate.main.view)
    return _plated(scene, plate, catalog)


def _resolved(
    muscle: str,
    layers: frozenset[Layer],
    catalog: Catalog,
    look: Look,
    room: Room,
    point: int | None,
    view: str | None = None,
) -> Scene:
    study = Study(muscle=muscle, sides="right", layers=layers, point=point, view=view)
    return resolve(AtlasState(look=look, room=room, study=study), catalog)


def _plated(scene: Scene, plate: Plate, catalog: Catalog) -> Scene:
    return replace(scene, plate=plate, panel=0, view=catalog.views[plate.main.view], shares=())
