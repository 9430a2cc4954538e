"""Muscles as flesh: their shape between bones, their picture, and that the left one is the right one's mirror image."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

pytest.importorskip("scipy")
pytest.importorskip("numba")

from art.flesh.picture import draw, seen_mm2
from art.flesh.png import packed
from art.flesh.shapes import Shape, shape_of
from art.flesh.stage import SAMPLES, Stage
from art.rasterise import Camera
from atlas.content.catalog import FileCatalog
from atlas.content.point_syntax import parse_place
from atlas.domain.anatomy import FibreSheet
from atlas.domain.body.surface import Surface
from atlas.paths import Places
from atlas.render.colours import MUSCLE_ALPHAS, muscle_table

CAMERA = Camera(centre=(0.0, 875.0, 0.0), yaw=0, pitch=0, roll=0, mm_per_px=4.0, width=100, height=440)
BELLY = FibreSheet(
    origin=(parse_place("bone rod-top"),),
    via=((parse_place("bone rod-middle + 5 front"),),),
    insertion=(parse_place("bone rod-foot"),),
    width=60.0,
    thickness=30.0,
    tendon=(0.1, 0.2),
    form="belly",
    faces=("front",),
)


@pytest.fixture
def surface(sample: Places) -> Surface:
    return FileCatalog(sample).surface


@pytest.fixture
def belly(surface: Surface) -> Shape:
    return shape_of(BELLY, surface, surface)


def front(skin: float = 120.0, way_out: float = -120.0, bone: float = -1e9) -> Stage:
    """A look from the front at a body whose skin, far side and bones lie at these depths."""
    shape = (CAMERA.height * SAMPLES, CAMERA.width * SAMPLES)
    depths = {name: np.full(shape, mm, np.float32) for name, mm in (("skin", skin), ("exit", way_out), ("bone", bone))}
    veil = np.ones(shape, np.float32)
    return Stage(view="front", camera=CAMERA, samples=SAMPLES, stance="standing", veil=veil, part=None, **depths)


def test_a_belly_is_thick_in_the_middle_and_a_cord_at_its_ends(belly: Shape) -> None:
    assert (belly.points[:, 0] < 0).all()  # on the patient's right
    deep = {at: np.ptp(belly.points[np.abs(belly.uv[:, 0] - at) < 0.01, 2]) for at in (0.0, 0.5, 1.0)}
    assert deep[0.5] == pytest.approx(30.0, abs=2.0)
    assert deep[0.0] < 8.0 and deep[1.0] < 8.0


def test_the_right_muscle_lies_on_the_left_of_a_front_view_and_the_left_one_mirrors_it(
    belly: Shape, surface: Surface
) -> None:
    right, left = (draw([belly], front(), surface.twin, left=side) for side in (False, True))
    assert right is not None and left is not None
    index, x, _ = right
    assert x + index.shape[1] < CAMERA.width / 2
    assert left[1] == CAMERA.width - x - index.shape[1]
    assert np.array_equal(left[0][:, ::-1] % MUSCLE_ALPHAS, index % MUSCLE_ALPHAS)


def test_bone_before_a_muscle_covers_it_softly_and_another_limb_hides_it(belly: Shape, surface: Surface) -> None:
    bare = seen_mm2([belly], front(), surface.twin, left=False)
    behind_bone = seen_mm2([belly], front(bone=90.0), surface.twin, left=False)
    assert 0.4 * bare < behind_bone < 0.8 * bare
    beside_the_thigh = seen_mm2([belly], front(bone=400.0), surface.twin, left=False)  # which the view leaves out
    assert beside_the_thigh == bare
    assert seen_mm2([belly], front(way_out=100.0), surface.twin, left=False) == 0.0
    assert draw([belly], front(way_out=100.0), surface.twin, left=False) is None


def test_a_picture_is_packed_so_that_it_reads_back_to_the_bit(belly: Shape, surface: Surface) -> None:
    got = draw([belly], front(), surface.twin, left=False)
    assert got is not None
    index, x, y = got
    data = packed(index, muscle_table("classic"), [("corner", f"{x} {y}")])
    assert data == packed(index, muscle_table("classic"), [("corner", f"{x} {y}")])
    with Image.open(io.BytesIO(data)) as image:
        assert image.mode == "P" and image.text["corner"] == f"{x} {y}"  # type: ignore[attr-defined]
        assert np.array_equal(np.asarray(image), index)
