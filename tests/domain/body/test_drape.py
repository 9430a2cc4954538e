"""What a draped figure wears covers what it is meant to, alike on both sides, and nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from atlas.content.catalog import FileCatalog
from atlas.domain.body.drape import drape_depth
from atlas.domain.choices import FIGURES

TRUNKS = ("genitals", "pubis", "perineum_anus", "coccyx", "buttock_mid", "buttock_medial", "buttock_lower")
TOP = ("breast_nipple", "mid_thoracic_spine")
UNDER_THE_CHEST = ("abdomen", "low_back", "pelvis", "buttock", "hip", "thigh")


def inside(catalog: FileCatalog, figure: str, region: str) -> np.ndarray:
    """How far the skin of a region lies inside the hem, mm."""
    surface = catalog.surface
    return drape_depth(surface, figure)[surface.region == surface.region_ids.index(region)]


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("region", TRUNKS)
def test_trunks_cover_what_they_are_worn_for(region: str, figure: str, catalog: FileCatalog) -> None:
    assert (inside(catalog, figure, region) > 0.0).all()


@pytest.mark.parametrize("region", TOP)
def test_the_female_figure_wears_a_top_and_the_male_none(region: str, catalog: FileCatalog) -> None:
    assert (inside(catalog, "female", region) > 0.0).mean() > 0.98
    assert drape_depth(catalog.surface, "female")[catalog.surface.landmarks["nipple"]] > 20.0
    assert (inside(catalog, "male", region) < 0.0).all()


@pytest.mark.parametrize("figure", FIGURES)
def test_limbs_head_and_waist_are_left_bare(figure: str, catalog: FileCatalog) -> None:
    surface, depth = catalog.surface, drape_depth(catalog.surface, figure)
    bare = {"head", "arm", "elbow", "forearm", "wrist", "hand", "knee", "leg", "ankle", "foot"}
    parts = np.array([catalog.regions[r].parent for r in surface.region_ids])[surface.region]
    assert (depth[np.isin(parts, list(bare))] < 0.0).all()
    assert depth[surface.landmarks["navel"]] < 0.0 and depth[surface.landmarks["axilla-centre"]] < 0.0
    covered = set(parts[depth > 0.0])
    assert covered <= {*UNDER_THE_CHEST, "chest", "upper_back", "mid_back", "neck", "shoulder"}
    if figure == "male":
        assert covered <= set(UNDER_THE_CHEST)


@pytest.mark.parametrize("figure", FIGURES)
def test_both_sides_are_dressed_alike(figure: str, catalog: FileCatalog) -> None:
    depth = drape_depth(catalog.surface, figure)
    assert np.array_equal(depth, depth[catalog.surface.twin])
