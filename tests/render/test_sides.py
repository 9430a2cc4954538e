"""The patient's sides below a picture are written where that side is drawn, whatever the view is called."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.content.catalog import FileCatalog
from atlas.domain.body.camera import Camera
from atlas.domain.body.surface import Surface
from atlas.domain.choices import FIGURES
from atlas.domain.views import View
from atlas.domain.words.handout_words import HandoutWords
from atlas.render.pain.marks import side_labels
from atlas.render.plates import Plates
from tests.shipped import shipped_catalog

SURFACE = shipped_catalog().surface
VIEWS = list(shipped_catalog().views)


def right_and_left(surface: Surface, x: np.ndarray, seen: np.ndarray) -> tuple[float, float, float]:
    """Where the seen skin of the patient's right and left lies across the picture, and the right's share of it."""
    side = surface.points[:, 0]
    right, left = seen * surface.area * (side < -1), seen * surface.area * (side > 1)
    middle = [float((x * w).sum() / w.sum()) if w.sum() else float("nan") for w in (right, left)]
    return middle[0], middle[1], float(right.sum() / (right.sum() + left.sum()))


def holds(labels: tuple[str, str], right: float, left: float, share: float) -> bool:
    """Two labels stand as their sides lie; one label names the side that the picture shows most of."""
    if labels == ("Patient's right", "Patient's left"):
        return right < left
    if labels == ("Patient's left", "Patient's right"):
        return left < right
    return labels[1] == "" and (("right" in labels[0]) if share > 0.5 else ("left" in labels[0]))


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("view", VIEWS)
def test_each_view_names_the_sides_where_its_picture_has_them(
    view: str, figure: str, catalog: FileCatalog, plates: Plates
) -> None:
    seen = np.array(catalog.visibility(figure).of(view))
    x = np.zeros(len(seen))
    for vertex in np.flatnonzero(seen)[::23]:
        place = plates.place_of(view, figure, int(vertex))
        seen[vertex], x[vertex] = (-seen[vertex], place[0]) if place else (0.0, 0.0)  # negative: looked at
    shown = catalog.views[view]
    labels = side_labels(shown)
    assert holds(labels, *right_and_left(catalog.surface, x, np.where(seen < 0, -seen, 0.0)))
    assert labels == HandoutWords().sides_of_picture(shown)


def view_from(yaw: float, pitch: float) -> View:
    return View(
        id="neck-three-quarter-back-right",  # a name that once decided
        name="Made up",
        group="neck",
        mirrored_from=None,
        symmetric=False,
        yaw=yaw,
        pitch=pitch,
        limb=None,
        cameras={},
    )


def seen_from(yaw: float, pitch: float) -> tuple[float, float, float]:
    camera = Camera(
        centre=(0.0, 875.0, 0.0), yaw=yaw, pitch=pitch, mm_per_px=1.0, width=2000, height=2000, stance="standing"
    )
    placed = camera.project(SURFACE.points)
    faces = placed[SURFACE.faces]
    a, b = faces[:, 1] - faces[:, 0], faces[:, 2] - faces[:, 0]
    facing = -(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]) > 0  # y goes down in a picture
    seen = np.bincount(SURFACE.faces[facing].ravel(), minlength=len(SURFACE.points)).astype(float)
    return right_and_left(SURFACE, placed[:, 0], seen)


@pytest.mark.parametrize("yaw", [0, 45, -45, 90, -90, 135, -135, 180, -180, 225, 270, 315])
@pytest.mark.parametrize("pitch", [0, 30, -48])
def test_a_new_view_names_the_sides_where_they_are_drawn(yaw: float, pitch: float) -> None:
    assert holds(side_labels(view_from(yaw, pitch)), *seen_from(yaw, pitch))


@pytest.mark.parametrize(("yaw", "pitch"), [(0, 90), (0, -90), (180, 90), (180, -90), (20, 62)])
def test_from_above_and_from_below_too(yaw: float, pitch: float) -> None:
    assert holds(side_labels(view_from(yaw, pitch)), *seen_from(yaw, pitch))


@given(st.floats(-360, 360), st.floats(-60, 60))
def test_page_and_screen_never_contradict_each_other(yaw: float, pitch: float) -> None:
    view = view_from(yaw, pitch)
    assert side_labels(view) == HandoutWords().sides_of_picture(view)
    assert holds(side_labels(view), *seen_from(yaw, pitch))
