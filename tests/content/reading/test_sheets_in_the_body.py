"""Sheets of fibres that run in the body between bones: what may be written, and where a finger presses."""

from __future__ import annotations

import numpy as np
import pytest

from atlas.content.catalog import FileCatalog
from atlas.content.checks.check import check
from atlas.content.point_syntax import NotAPoint, parse_place, written
from atlas.domain.body.inner import InnerPlace, pressed_at, spot, way_of
from atlas.domain.fibres import fibre_grid, point_position
from atlas.paths import Places
from tests.content.checks.test_check import edit

SCM = "sternocleidomastoid-sternal"
ON_SKIN = """    - from: [manubrium-top]
      to: [mastoid-tip]
      width: 40
"""
IN_BODY = """    - {from: [bone rod-top], via: [[bone rod-middle + 10 front]], to: [bone rod-foot],
       faces: front, form: belly, width: 40}
"""


@pytest.fixture
def deep(sample: Places) -> Places:
    edit(sample.referrals, ON_SKIN, IN_BODY)
    return sample


@pytest.mark.parametrize(
    "text",
    [
        "bone rod-top",
        "bone opposite rod-top",
        "bone rod-top > rod-foot 40% + 3 front + 2.5 up",
        "mastoid-tip deep 12",
        "mastoid-tip > manubrium-top 40% deep 12 + 4 in",
        "mastoid-tip",
    ],
)
def test_a_place_is_written_as_it_is_read(text: str) -> None:
    place = parse_place(text)
    assert written(place) == text
    assert isinstance(place, InnerPlace) == (text != "mastoid-tip")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("bone rod-top + 3 sideways", "`sideways` is no way"),
        ("bone rod-top + 900 front", "900 mm is too far off"),
        ("bone rod-top deep 10", "has no depth under the skin"),
        ("mastoid-tip + 3 front", "lies on the skin"),
    ],
)
def test_a_place_that_is_none_says_why(text: str, said: str) -> None:
    with pytest.raises(NotAPoint, match=said):
        parse_place(text)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("bone rod-top", "bone rod-tpo", "Unknown point of a bone `rod-tpo` (did you mean `rod-top`?)."),
        (
            "bone rod-foot",
            "mastoid-tip",
            "A sheet lies on the skin or in the body: write all of its points with `bone`",
        ),
        ("faces: front, ", "", "A sheet in the body needs `faces`"),
        ("faces: front", "faces: forward", "`forward` is no way"),
        ("faces: front", "faces: front back", "`faces` is one way, or two that go together"),
        ("form: belly", "form: bely", "did you mean `belly`?"),
    ],
)
def test_a_mistake_in_a_sheet_is_said_with_its_line(deep: Places, old: str, new: str, said: str) -> None:
    line = edit(deep.referrals, old, new) - (new == "")  # what is missing is said where the sheet begins
    problems = [p for p in FileCatalog(deep).problems if p.muscle == SCM]
    assert [p.line for p in problems] == [line]
    assert said in problems[0].sentence


def test_a_sheet_that_leaves_the_body_is_said_with_its_line(deep: Places) -> None:
    line = edit(deep.referrals, "rod-middle + 10 front", "rod-middle + 240 front")
    (problem,) = [p for p in check(deep) if "leaves the body" in p.sentence]
    assert (problem.line, problem.muscle) == (line, SCM)


def test_an_end_that_lies_far_from_its_bone_is_measured(deep: Places) -> None:
    attached = "\n  attached: {origin: [rod-top], insertion: [rod-middle]}\n  origin: Front of the manubrium."
    edit(deep.referrals, "\n  origin: Front of the manubrium.", attached)
    (problem,) = [p for p in check(deep) if "attached" in p.sentence]
    assert "Sheet 1 ends 300 mm from the bone it is said to be attached to (rod-middle)" in problem.sentence
    edit(deep.referrals, "insertion: [rod-middle]}", "insertion: [rod-middle], elsewhere: It ends in fascia.}")
    assert not [p for p in check(deep) if "attached" in p.sentence]


def test_the_left_half_of_a_muscle_that_is_drawn_whole_is_measured_by_its_mirror_image(deep: Places) -> None:
    """A muscle of the midline, such as the pelvic floor, has both halves, and its bones are named on the right."""
    left = IN_BODY.replace("bone rod", "bone opposite rod").replace("front], to", "front + 40 in], to")
    edit(deep.referrals, IN_BODY, IN_BODY + left)
    attached = "\n  attached: {origin: [rod-top], insertion: [rod-foot]}\n  origin: Front of the manubrium."
    edit(deep.referrals, "\n  origin: Front of the manubrium.", attached)
    assert not [p for p in check(deep) if "attached" in p.sentence]


def test_a_belly_swells_between_its_ends(deep: Places) -> None:
    catalog = FileCatalog(deep)
    (sheet,) = catalog.muscles[SCM].fibres
    grid = fibre_grid(catalog.surface, sheet, along=21, across=5)
    broad = np.linalg.norm(grid[:, -1] - grid[:, 0], axis=1)
    assert broad[10] == pytest.approx(40.0, abs=1.0)
    assert broad[0] < 8.0 and broad[-1] < 8.0
    assert np.allclose(grid[0].mean(axis=0), spot(catalog.surface, sheet.origin[0]), atol=1.0)


def test_a_point_in_the_body_is_pressed_where_its_sheet_faces(deep: Places) -> None:
    """In front, on the patient's right; the left one is its twin."""
    catalog = FileCatalog(deep)
    surface, muscle = catalog.surface, catalog.muscles[SCM]
    for point in muscle.trigger_points:
        inside = point_position(surface, muscle, point)
        vertex = dict(catalog.pattern(SCM).points)[point.id]
        pressed = surface.points[vertex]
        assert pressed[0] < 0 and pressed[2] > inside[2]
        assert np.linalg.norm((pressed - inside)[:2]) < 20.0
        assert surface.points[surface.sided_vertex(vertex, "left")][0] > 0
        behind = surface.points[pressed_at(surface, inside, way_of(("back",)))]
        assert behind[2] < 0
