"""Filters of muscles: by area, region, nerve, root, action and depth, on the shipped entries."""

from __future__ import annotations

import pytest

from atlas.content.catalog import FileCatalog
from atlas.domain.finding.filters import actions_of, fits, nerves_of, offered, roots_of
from atlas.domain.finding.muscle_filter import MuscleFilter


def left(catalog: FileCatalog, wanted: MuscleFilter) -> set[str]:
    nerves = nerves_of(catalog.vocabulary)
    return {m.id for m in catalog.muscles.values() if fits(m, wanted, nerves)}


def test_without_a_filter_all_are_left(catalog: FileCatalog) -> None:
    assert left(catalog, MuscleFilter()) == set(catalog.muscles)


@pytest.mark.parametrize(
    ("wanted", "among", "not_among"),
    [
        (MuscleFilter(area="foot"), "flexor-hallucis-brevis", "soleus"),
        (MuscleFilter(depth="deep"), "piriformis", "upper-trapezius"),
        (MuscleFilter(nerve="radial-nerve"), "triceps-long-head", "biceps-brachii"),
        (MuscleFilter(root="C5"), "infraspinatus", "soleus"),
        (MuscleFilter(root="T8"), "external-oblique-upper", "infraspinatus"),
        (MuscleFilter(action="turn-out"), "infraspinatus", "subscapularis"),
        (MuscleFilter(action="turn-in"), "subscapularis", "infraspinatus"),
        (MuscleFilter(action="straighten"), "vastus-lateralis", "brachialis"),
        (MuscleFilter(action="turn-out", root="C5", depth="superficial"), "infraspinatus", "piriformis"),
    ],
)
def test_what_fits_is_left_and_what_does_not_is_not(
    catalog: FileCatalog, wanted: MuscleFilter, among: str, not_among: str
) -> None:
    found = left(catalog, wanted)
    assert among in found and not_among not in found


def test_a_region_is_that_of_the_pain(catalog: FileCatalog) -> None:
    region = catalog.muscles["infraspinatus"].zones[0].regions[0]
    found = left(catalog, MuscleFilter(region=region))
    assert "infraspinatus" in found
    assert all(any(region in zone.regions for zone in catalog.muscles[m].zones) for m in found)


def test_roots_are_read_from_spans_and_lists(catalog: FileCatalog) -> None:
    assert roots_of(catalog.muscles["deltoid-anterior"]) == ("C5", "C6")
    wrong = [m.id for m in catalog.muscles.values() if len(roots_of(m)) > 12]
    assert wrong == []


def test_whatever_is_offered_leaves_some_muscle(catalog: FileCatalog) -> None:
    for by, values in offered(catalog.muscles.values(), nerves_of(catalog.vocabulary)).items():
        assert values, by
        for value in values:
            assert left(catalog, MuscleFilter(**{by: value})), (by, value)


def test_nearly_every_muscle_does_something(catalog: FileCatalog) -> None:
    mute = [m.id for m in catalog.muscles.values() if not actions_of(m)]
    assert len(mute) < 0.15 * len(catalog.muscles), mute
