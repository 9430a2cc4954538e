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
