"""A point of the body lies in every picture where its camera puts it: what is projected and what is painted agree."""

from __future__ import annotations

import numpy as np
import pytest

from atlas.content.catalog import FileCatalog
from atlas.domain.choices import FIGURES
from atlas.domain.views import View
from atlas.render.plates import Plates
from tests.shipped import shipped_catalog

VIEWS = list(shipped_catalog().views)
_NEAR_MM = 6.0  # a vertex of the coarse picture, and the skin between two


def landmarks_in(catalog: FileCatalog, view: str, figure: str) -> list[int]:
    """Landmarks of both sides that the view shows well."""
    right = np.array(list(catalog.surface.landmarks.values()))
    both = np.unique(np.r_[right, catalog.surface.twin[right]])
    return [int(v) for v in both[catalog.visibility(figure).of(view)[both] > 0.6]]


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("view", VIEWS)
def test_a_landmark_is_found_again_at_the_place_it_is_projected_to(
    view: str, figure: str, catalog: FileCatalog, plates: Plates
) -> None:
    shown, surface = catalog.views[view], catalog.surface
    vertices = landmarks_in(catalog, view, figure)
    points = catalog.points(figure, shown.cameras[figure].stance)
    assert vertices and points is not None
    places = shown.places(points[vertices], figure)
    assert places.shape == (len(vertices), 2) and (places >= 0.0).all() and (places <= 1.0).all()
    width, height = plates.size(view, figure)
    for vertex, (x, y) in zip(vertices[:: 1 + len(vertices) // 12], places[:: 1 + len(vertices) // 12], strict=True):
        found = plates.vertex_at(view, figure, x * width, y * height)
        assert found is not None
        assert np.linalg.norm(surface.figures[figure][found] - surface.figures[figure][vertex]) < _NEAR_MM


def test_the_left_sides_picture_puts_a_place_where_the_rights_has_its_twin_turned_over(catalog: FileCatalog) -> None:
    for view in (v for v in catalog.views.values() if v.mirrored_from):
        other: View = catalog.views[view.mirrored_from or ""]
        for figure in FIGURES:
            points = catalog.points(figure, view.cameras[figure].stance)
            assert points is not None
            some = points[::997], points[catalog.surface.twin[::997]]
            here, there = view.places(some[0], figure), other.places(some[1], figure)
            assert np.allclose(here[:, 0], 1.0 - there[:, 0], atol=1e-3) and np.allclose(
                here[:, 1], there[:, 1], atol=1e-3
            )


ASKED_FOR = {
    "head": ("head-three-quarter-back-", "jaw-"),
    "neck": ("nape",),
    "torso": ("torso-three-quarter-front-", "torso-three-quarter-back-", "belly", "loin"),
    "pelvis": ("hip-outer-",),
    "shoulder": ("shoulder-front-", "shoulder-back-", "shoulder-outer-", "shoulder-top-", "armpit-"),
    "forearm": ("elbow-front-", "elbow-back-", *(f"forearm-{side}-" for side in ("front", "back", "outer", "inner"))),
    "hand": ("hand-thumb-", "hand-little-finger-"),
    "thigh": tuple(f"thigh-{side}-" for side in ("front", "back", "outer", "inner")),
    "knee": tuple(f"knee-{side}-" for side in ("front", "back", "outer", "inner")),
    "leg": tuple(f"lower-leg-{side}-" for side in ("front", "back", "outer", "inner")),
    "foot": ("ankle-front-", "ankle-back-"),
}
_PANEL, _FRAME_MM = 700, 560  # px of the screen, and the most that a close look holds


@pytest.mark.parametrize(("group", "name"), [(group, name) for group, names in ASKED_FOR.items() for name in names])
def test_a_close_look_is_there_for_both_figures_and_sides_and_is_crisp(
    group: str, name: str, catalog: FileCatalog
) -> None:
    for view in (f"{name}right", f"{name}left") if name.endswith("-") else (name,):
        shown = catalog.views[view]
        assert shown.group == group and set(shown.cameras) == set(FIGURES)
        for camera in shown.cameras.values():
            assert max(camera.width, camera.height) >= 2 * _PANEL - 2  # 200 dpi on a handout, and all of a large panel
            assert max(camera.width, camera.height) * camera.mm_per_px < _FRAME_MM or group == "torso"


def test_views_of_a_group_stand_together_and_are_called_something_else_each(catalog: FileCatalog) -> None:
    groups = [v.group for v in catalog.views.values()]
    assert [g for k, g in enumerate(groups) if k == 0 or groups[k - 1] != g] == list(dict.fromkeys(groups))
    for language in ("en", "es"):
        names = [v.name for v in catalog.in_language(language).views.values()]
        assert len(set(names)) == len(names)
    spanish = catalog.in_language("es").views
    assert all(spanish[v.id].name != v.name for v in catalog.views.values())


def test_a_picture_of_one_half_of_the_body_says_that_side_only(catalog: FileCatalog) -> None:
    for name in ("shoulder-front-", "shoulder-back-"):
        for side in ("right", "left"):
            first, second = catalog.views[f"{name}{side}"].edges
            assert first.side == side and second is None
    first, second = catalog.views["thigh-front-right"].edges
    assert second is not None and (first.side, second.side) == ("right", "left")
