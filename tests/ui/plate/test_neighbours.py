"""Neighbors of a muscle: outlined when asked for, named by a tap, and opened by finger or key."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from atlas.content.catalog import FileCatalog
from atlas.domain.plate.neighbours import MOST, neighbours_of
from atlas.domain.scene import resolve
from atlas.domain.state import AtlasState, Layer, Look, Study
from atlas.render.plates import Plates
from tests.ui.person import Person

VIEW, NAMES = "Figure, skin and colours", "Neighbors by name"


@pytest.fixture
def thigh(me: Person) -> Person:
    me.store.choose_muscle("rectus-femoris")
    me.store.choose_view("leg-front-right")
    me.presses(VIEW)
    me.settled()
    return me


def test_the_muscles_beside_are_outlined_only_when_asked_for(thigh: Person) -> None:
    assert not thigh.shows(NAMES)
    thigh.presses("Neighbors: Outlined")
    thigh.settled()
    assert thigh.shows(NAMES)
    thigh.presses("Neighbors: None")
    thigh.settled()
    assert not thigh.shows(NAMES)


def test_an_outline_is_a_line_beside_the_muscle_and_turns_over_with_the_view(
    catalog: FileCatalog, qapp: QApplication
) -> None:
    plates = Plates(catalog, catalog.places.body, catalog.places.muscles)
    images = {}
    for view, side in (("leg-front-right", "right"), ("leg-front-left", "left")):
        study = Study(muscle="rectus-femoris", view=view, sides=side, layers=frozenset({Layer.MUSCLE}))
        scene = resolve(AtlasState(look=Look(neighbours=True), study=study), catalog)
        assert scene.neighbours
        bare = replace(scene, neighbours=(), muscles=())
        without, within, alone = (pixels(plates.image(s)) for s in (replace(scene, neighbours=()), scene, bare))
        changed = np.abs(within - without).max(axis=2) > 8
        assert 0.002 < changed.mean() < 0.1
        muscle = np.abs(without - alone).max(axis=2)
        assert changed[muscle > 0.7 * muscle.max()].mean() < 0.02
        images[side] = within
    assert (images["left"] == images["right"][:, ::-1]).all()


def test_a_tap_on_one_names_it_and_offers_to_open_it(thigh: Person) -> None:
    thigh.presses("Neighbors: Outlined")
    thigh.presses(VIEW)
    thigh.settled()
    thigh.taps("vastus-lateralis-belly")
    thigh.settled()
    assert thigh.caption() == "Vastus lateralis"
    thigh.presses("Open: Vastus lateralis")
    thigh.settled()
    assert thigh.title() == "Vastus lateralis"
    assert thigh.store.state.study.neighbour is None


def test_one_is_named_and_opened_by_keys_too(thigh: Person) -> None:
    thigh.presses("Neighbors: Outlined")
    thigh.presses(VIEW)
    thigh.settled()
    thigh.chooses("Sartorius", NAMES)
    thigh.settled()
    assert thigh.caption() == "Sartorius"
    thigh.goes_to("Open: Sartorius")
    thigh.key(Qt.Key.Key_Space)
    thigh.settled()
    assert thigh.title() == "Sartorius"


def test_the_next_patient_finds_no_outlines(thigh: Person) -> None:
    thigh.presses("Neighbors: Outlined")
    thigh.begins_new_patient()
    assert not thigh.store.state.look.neighbours


@pytest.mark.parametrize("figure", ["female", "male"])
def test_neighbours_on_the_left_are_those_on_the_right_in_the_mirror_view(catalog: FileCatalog, figure: str) -> None:
    views, extents, muscles = catalog.views, catalog.extents(figure), catalog.muscles
    for name in ("rectus-femoris", "biceps-brachii", "masseter-superficial"):
        for right, left in (("leg-front-right", "leg-front-left"), ("arm-front-right", "arm-front-left")):
            here = neighbours_of(muscles[name], "right", views[right], figure, extents, muscles)
            there = neighbours_of(muscles[name], "left", views[left], figure, extents, muscles)
            assert here == there and len(here) <= MOST and name not in here


def test_a_scene_holds_neighbours_only_of_its_own_sides(thigh: Person, catalog: FileCatalog) -> None:
    thigh.store.outline_neighbours(True)
    thigh.store.choose_view("whole-front")
    for sides, held in (("right", {"right"}), ("left", {"left"}), ("both", {"right", "left"})):
        thigh.store.choose_sides(sides)
        thigh.store.choose_view("whole-front")
        scene = resolve(thigh.store.state, catalog)
        assert {layer.side for layer in scene.neighbours} == held


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    words = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return np.stack([(words >> shift) & 255 for shift in (16, 8, 0)], axis=-1).astype(int)
