"""The plates of every muscle of the atlas hold what a plate promises; the left is the mirror image of the right."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from atlas.content.catalog import FileCatalog
from atlas.domain.body.sides import Sides
from atlas.domain.choices import FIGURES
from atlas.domain.plate.composing import compose
from atlas.domain.plate.measures import measured
from atlas.domain.plate.plate import MOST_COMPANIONS, Plate


@pytest.fixture(scope="module")
def catalog() -> FileCatalog:
    return FileCatalog()


def every(catalog: FileCatalog, sides: Sides) -> Iterator[tuple[str, str, Plate]]:
    for figure in FIGURES:
        for muscle in catalog.muscles:
            yield figure, muscle, catalog.plate(muscle, figure, sides)


def test_every_plate_shows_what_it_promises(catalog: FileCatalog) -> None:
    wrong = {}
    for figure, muscle, plate in every(catalog, "right"):
        found = measured(plate, catalog.pattern(muscle), catalog.muscles[muscle], catalog.sight(figure))
        if found.faults:
            wrong[figure, muscle] = found.faults
    assert not wrong


def test_what_the_panels_say_they_show_adds_up(catalog: FileCatalog) -> None:
    for figure, muscle, plate in every(catalog, "right"):
        for share in ("essential", "spillover"):
            shown = [getattr(panel.shows, share) for panel in plate.panels]
            assert min(shown) >= 0.0 and sum(shown) <= 1.001, (figure, muscle, shown)
        assert [panel.role for panel in plate.panels] == ["main"] + ["companion"] * len(plate.companions)
        assert len(plate.companions) <= MOST_COMPANIONS


def test_the_left_plate_is_the_mirror_image_of_the_right(catalog: FileCatalog) -> None:
    views = catalog.views
    for (_, muscle, left), (_, _, right) in zip(every(catalog, "left"), every(catalog, "right"), strict=True):
        assert [p.shows for p in left.panels] == [p.shows for p in right.panels]
        for one, other in zip(left.panels, right.panels, strict=True):
            assert one.box == pytest.approx((1 - other.box[2], other.box[1], 1 - other.box[0], other.box[3]))
            seen, mirror = views[one.view], views[other.view]
            assert seen.symmetric == mirror.symmetric, muscle
            assert (
                seen is mirror if seen.symmetric else {seen.mirrored_from, mirror.mirrored_from} & {seen.id, mirror.id}
            )


def test_of_both_sides_the_plate_shows_the_points_of_both(catalog: FileCatalog) -> None:
    for figure in FIGURES:
        sight = catalog.sight(figure)
        for muscle in ("infraspinatus", "temporalis", "soleus", "interossei-hand", "iliopsoas"):
            plate = catalog.plate(muscle, figure, "both")
            entry = catalog.muscles[muscle]
            assert measured(plate, catalog.pattern(muscle), entry, sight, "both").points == 1.0, (figure, muscle)


def test_a_panel_that_shows_one_foot_of_two_names_that_one(catalog: FileCatalog) -> None:
    captions = {p.view: p.caption.sides for p in catalog.plate("soleus", "female", "both").panels}
    named = {view: sides for view, sides in captions.items() if view.endswith(("-left", "-right"))}
    assert named and all(view.endswith(f"-{sides}") for view, sides in named.items())


def test_the_plate_of_one_point_shows_that_point_and_its_own_pain_alone(catalog: FileCatalog) -> None:
    third = catalog.plate("infraspinatus", "female", "right", 3)  # its pain stays beside the blade
    whole = catalog.plate("infraspinatus", "female", "right")
    assert len(third.panels) == 1 and len(whole.panels) > 1
    assert third.main.shows.points == 1.0 and third.main.shows.essential > 0.95


def test_a_point_that_the_muscle_does_not_have_is_refused(catalog: FileCatalog) -> None:
    with pytest.raises(KeyError):
        compose(catalog.pattern("soleus"), catalog.muscles["soleus"], catalog.sight("female"), "right", 9)
