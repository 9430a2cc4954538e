"""The landmarks lie where a hand would find them: known proportions and levels of the human body."""

from __future__ import annotations

import numpy as np
import pytest

from atlas.content.catalog import FileCatalog
from atlas.domain.body.surface import Surface

STATURE = 1750.0
MIRROR = np.array([-1.0, 1.0, 1.0], np.float32)


@pytest.fixture(scope="module")
def surface(catalog: FileCatalog) -> Surface:
    return catalog.surface


def at(surface: Surface, landmark: str, figure: str | None = None) -> np.ndarray:
    points = surface.points if figure is None else surface.figures[figure]
    return points[surface.landmarks[landmark]]


def height(surface: Surface, landmark: str, figure: str | None = None) -> float:
    return float(at(surface, landmark, figure)[1])


def apart(surface: Surface, a: str, b: str) -> float:
    return float(np.linalg.norm(at(surface, a) - at(surface, b)))


@pytest.mark.parametrize(
    ("landmark", "share"),
    # Drillis and Contini (1966), heights as shares of stature, as given by Winter.
    [
        ("eye-centre", 0.936),
        ("chin-tip", 0.870),
        ("acromion-tip", 0.818),
        ("greater-trochanter-tip", 0.530),
        ("knee-lateral-joint-line", 0.285),
        ("lateral-malleolus", 0.039),
    ],
)
def test_heights_are_those_of_a_grown_person(surface: Surface, landmark: str, share: float) -> None:
    assert height(surface, landmark) / STATURE == pytest.approx(share, abs=0.016)


@pytest.mark.parametrize(
    ("upper", "lower", "share"),
    [
        ("acromion-tip", "lateral-epicondyle", 0.186),
        ("lateral-epicondyle", "radial-styloid", 0.146),
        ("radial-styloid", "middle-tip", 0.108),
        ("greater-trochanter-tip", "knee-lateral-joint-line", 0.245),
        ("knee-lateral-joint-line", "lateral-malleolus", 0.246),
    ],
)
def test_limb_segments_have_human_lengths(surface: Surface, upper: str, lower: str, share: float) -> None:
    assert apart(surface, upper, lower) / STATURE == pytest.approx(share, abs=0.018)


def test_the_shoulders_are_as_broad_as_an_adults(surface: Surface) -> None:
    assert 2 * abs(at(surface, "acromion-tip")[0]) == pytest.approx(395, abs=25)


@pytest.mark.parametrize(
    ("landmark", "level", "within"),
    [
        ("scapula-spine-root", "t3-spine", 8),
        ("scapula-inferior-angle", "t7-spine", 8),
        ("iliac-crest-top", "l4-spine", 10),
        ("psis", "s2-spine", 8),
        ("greater-trochanter-tip", "pubic-tubercle", 12),
        ("tragus", "lower-orbital-rim-middle", 12),  # the Frankfurt plane
    ],
)
def test_landmarks_are_level_with_the_bones_they_should_be(
    surface: Surface, landmark: str, level: str, within: float
) -> None:
    assert height(surface, landmark) == pytest.approx(height(surface, level), abs=within)


def test_the_navel_lies_between_the_third_and_fourth_lumbar_spines(surface: Surface) -> None:
    assert height(surface, "l4-spine") - 5 <= height(surface, "navel") <= height(surface, "l3-spine") + 5


def test_the_male_nipple_lies_on_the_fourth_rib_or_the_space_below(surface: Surface) -> None:
    low, high = height(surface, "rib5-midclavicular", "male"), height(surface, "rib4-parasternal", "male")
    assert low < height(surface, "nipple", "male") < high


def test_c7_is_where_the_nape_turns_into_the_back(surface: Surface) -> None:
    """The midline runs backward fastest at C7: the neck hollows above it and the back rounds below it."""
    points = surface.points
    nape = (np.abs(points[:, 0]) < 0.01) & (points[:, 2] < -40) & (points[:, 1] > 1390) & (points[:, 1] < 1570)
    y, z = points[nape, 1], points[nape, 2]
    order = np.argsort(y)
    steepness = np.gradient(z[order], y[order])
    steepest = y[order][np.argmax(steepness)]
    assert height(surface, "c7-spine") == pytest.approx(float(steepest), abs=18)


def test_the_spines_follow_one_another_down_the_back(surface: Surface) -> None:
    spines = [f"c{n}" for n in range(2, 8)] + [f"t{n}" for n in range(1, 13)] + [f"l{n}" for n in range(1, 6)]
    steps = -np.diff([height(surface, f"{name}-spine") for name in spines])
    assert (steps > 9).all()
    assert (steps < 42).all()


def test_midline_landmarks_lie_on_the_midline_and_the_others_on_the_right(
    surface: Surface, catalog: FileCatalog
) -> None:
    for one in catalog.landmarks.values():
        x = surface.points[one.vertex, 0]
        assert abs(x) < 0.01 if one.midline else x < -0.5, one.id


@pytest.mark.parametrize("figure", ["female", "male"])
def test_both_sides_of_a_figure_are_mirror_images(surface: Surface, figure: str) -> None:
    points = surface.figures[figure]
    assert np.abs(points[surface.twin] * MIRROR - points).max() < 0.1
    assert (surface.twin[surface.twin] == np.arange(len(surface.twin))).all()


@pytest.mark.parametrize(
    ("landmark", "within"), [("acromion-tip", 25), ("c7-spine", 15), ("psis", 20), ("patella-centre", 30), ("asis", 20)]
)
def test_a_landmark_is_on_the_same_bone_in_both_figures(surface: Surface, landmark: str, within: float) -> None:
    assert height(surface, landmark, "female") == pytest.approx(height(surface, landmark, "male"), abs=2 * within)


def test_every_region_has_skin_and_mirrors_itself(surface: Surface) -> None:
    assert set(np.unique(surface.region)) == set(range(len(surface.region_ids)))
    assert (surface.region[surface.twin] == surface.region).all()


def test_each_finger_and_toe_is_its_own_region(surface: Surface) -> None:
    def region_at(landmark: str) -> str:
        return surface.region_ids[surface.region[surface.landmarks[landmark]]]

    for finger in ("index", "middle", "ring", "little"):
        assert region_at(f"{finger}-pip-palmar") == f"{finger}_palmar"
        assert region_at(f"{finger}-pip-dorsal") == f"{finger}_dorsal"
    assert region_at("acromion-tip") == "acromion"
    assert region_at("greater-trochanter-side") == "greater_trochanter"
