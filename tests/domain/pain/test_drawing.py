"""A pain drawing is painted, rubbed out, measured and kept."""

from __future__ import annotations

import json

import numpy as np
import pytest

from atlas.content.catalog import FileCatalog
from atlas.domain.body.painting import Floats
from atlas.domain.body.region_painting import regions_painting
from atlas.domain.body.surface import Surface
from atlas.domain.pain.drawing import LEVELS, QUALITIES, Brush, Drawing, blank, from_painting, painted, with_region
from atlas.domain.pain.drawing_measures import areas, extent, overlap
from atlas.domain.pain.drawing_record import NotADrawing, from_record, to_record
from atlas.domain.pain.pain_report import PainReport


@pytest.fixture(scope="module")
def surface(catalog: FileCatalog) -> Surface:
    return catalog.surface


def line(surface: Surface, *landmarks: str) -> Floats:
    return surface.points[[surface.landmarks[m] for m in landmarks]]


def thigh(surface: Surface, brush: Brush | None = None) -> Drawing:
    where = line(
        surface, "thigh-front-upper-centre", "thigh-front-middle-centre"
    )  # far apart, as a fast finger's places are
    return painted(blank(surface), surface, where, brush or Brush())


def test_a_brush_paints_as_broad_as_it_is(surface: Surface) -> None:
    where = line(surface, "thigh-front-middle-centre")
    dab = painted(blank(surface), surface, where, Brush(width=40.0))
    assert surface.painted_area(dab.painting) == pytest.approx(np.pi * 20.0**2, rel=0.2)


def test_what_is_painted_in_front_is_there_in_every_view(surface: Surface) -> None:
    drawing = thigh(surface)
    vertex = surface.landmarks["thigh-front-middle-centre"]
    assert drawing.strength[vertex] > 0.9  # the skin itself is painted; a view only looks at it


def test_the_eraser_takes_away_and_leaves_the_rest(surface: Surface) -> None:
    drawing = thigh(surface)
    rubbed = painted(drawing, surface, line(surface, "thigh-front-upper-centre"), Brush(width=40.0, eraser=True))
    assert rubbed.strength[surface.landmarks["thigh-front-upper-centre"]] < 0.5
    assert rubbed.strength[surface.landmarks["thigh-front-middle-centre"]] > 0.9
    assert drawing.strength[surface.landmarks["thigh-front-upper-centre"]] > 0.9


def test_a_drawing_keeps_strength_quality_and_depth(surface: Surface) -> None:
    drawing = thigh(surface, Brush(level="strong", quality="burning", deep=True))
    assert set(drawing.level[drawing.strength > 0.0]) == {LEVELS.index("strong")}
    assert set(drawing.quality[drawing.strength > 0.0]) == {QUALITIES.index("burning")}
    assert drawing.deep[drawing.strength > 0.0].all()


def test_a_brush_on_a_finger_does_not_jump_to_the_next(surface: Surface) -> None:
    drawing = painted(blank(surface), surface, line(surface, "index-pip-dorsal"), Brush(width=25.0))
    assert drawing.strength[surface.landmarks["middle-pip-dorsal"]] < 0.5


def test_undo_and_redo_go_back_and_forth(surface: Surface) -> None:
    first, second = thigh(surface), blank(surface)
    report = PainReport().drawn(first, None).drawn(second, first)
    assert report.undone().drawing is first
    assert report.undone().undone().drawing is None
    assert report.undone().redone().drawing is second
    assert report.undone().drawn(second, first).redone().drawing is second


def test_a_region_can_be_painted_and_cleared(surface: Surface) -> None:
    region = regions_painting(surface, ["kneecap"], "left")
    drawing = with_region(blank(surface), surface, region, Brush(), shown=True)
    assert surface.region_shares(drawing.painting, "left")["kneecap"] > 99.0
    assert with_region(drawing, surface, region, Brush(), shown=False).empty


def test_extent_is_a_share_of_the_body_surface(surface: Surface) -> None:
    whole = from_painting(surface, regions_painting(surface, surface.region_ids, "right"))
    assert extent(surface, whole.painting).whole == pytest.approx(50.0, abs=3.0)
    palm = from_painting(surface, regions_painting(surface, ["palm_center", "thenar", "hypothenar"], "right"))
    assert 0.2 < extent(surface, palm.painting).whole < 1.0
    chest = from_painting(surface, regions_painting(surface, ["pectoral_upper"], "right"))
    assert extent(surface, chest.painting).back == pytest.approx(0.0, abs=0.05)


def test_areas_are_counted_apart_largest_first(surface: Surface) -> None:
    drawing = painted(thigh(surface), surface, line(surface, "acromion-tip"), Brush(width=25.0))
    found = areas(surface, drawing.painting)
    assert len(found) == 2
    assert found[0].cm2 > found[1].cm2
    assert surface.region_ids[int(surface.region[found[0].centre])].startswith("thigh_front")


def test_overlap_is_one_for_the_same_and_nought_for_strangers(surface: Surface) -> None:
    drawing = thigh(surface).painting
    shoulder = painted(blank(surface), surface, line(surface, "acromion-tip"), Brush()).painting
    assert overlap(surface, drawing, drawing) == pytest.approx(1.0)
    assert overlap(surface, drawing, shoulder) == 0.0


def test_a_drawing_comes_back_from_its_file(surface: Surface) -> None:
    drawing = painted(thigh(surface), surface, line(surface, "acromion-tip"), Brush(level="mild", quality="numb"))
    record = json.loads(json.dumps(to_record(drawing)))
    again, label = from_record(record, surface)
    assert label == ""
    assert np.abs(again.strength - drawing.strength).max() < 0.01
    assert np.array_equal(again.quality[again.strength > 0.5], drawing.quality[drawing.strength > 0.5])


def test_nothing_in_a_file_tells_whose_drawing_it_is(surface: Surface) -> None:
    assert set(to_record(thigh(surface))) == {"format", "version", "surface", "edge_mm", "marks"}


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"format": "something"}, "not a pain drawing"),
        ({"version": 2}, "newer"),
        ({"surface": "another"}, "another body surface"),
        ({"marks": "x"}, "damaged"),
        ({"marks": [3]}, "damaged"),
        ({"marks": [{"level": "mild"}]}, "damaged"),
        (
            {
                "marks": [
                    _mark := {"level": "worst", "quality": "aching", "deep": False, "vertices": [], "strengths": []}
                ]
            },
            "",
        ),
        ({"marks": [_mark | {"level": ["mild"]}]}, "damaged"),
        ({"marks": [_mark | {"level": "mild", "vertices": [9_999_999], "strengths": [9]}]}, "damaged"),
        ({"marks": [_mark | {"level": "mild", "vertices": [-1], "strengths": [9]}]}, "damaged"),
        ({"marks": [_mark | {"level": "mild", "vertices": [1, 2], "strengths": [9]}]}, "damaged"),
        ({"marks": [_mark | {"level": "mild", "vertices": [1], "strengths": [900]}]}, "damaged"),
        ({"marks": [_mark | {"level": "mild", "vertices": ["a"], "strengths": [9]}]}, "damaged"),
        ({"marks": [_mark | {"level": "mild", "vertices": [10**30], "strengths": [9]}]}, "damaged"),
        ({"label": 7}, "damaged"),
    ],
)
def test_a_foreign_or_damaged_file_is_refused_with_a_sentence(
    surface: Surface, changes: dict[str, object], says: str
) -> None:
    record = to_record(thigh(surface)) | changes
    with pytest.raises(NotADrawing) as refused:
        from_record(record, surface)
    assert says in str(refused.value)
    assert str(refused.value).endswith(".")
