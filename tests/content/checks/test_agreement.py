"""`atlas check` finds where texts contradict each other, and distances that the body refutes."""

from __future__ import annotations

import pytest

from atlas.content.checks.check import check
from atlas.content.checks.distances import check_distances
from atlas.domain.anatomy import ANATOMY, READERS
from atlas.domain.problems import FileProblem
from atlas.paths import Places
from tests.content.checks.test_check import edit, only, write_text
from tests.shipped import shipped_catalog

SCM = "sternocleidomastoid-sternal"
NECK = "head-and-neck"


def test_a_patient_and_a_clinician_hold_a_stretch_as_long(sample: Places) -> None:
    edit(sample.texts(NECK), "stretch: Away from the side.", "stretch: Away from the side for 30 seconds.")
    assert check(sample) == []
    line = edit(sample.texts(NECK), "what_may_help: ", "what_may_help: Hold it for ten seconds. ")
    problem = only(sample)
    assert problem.sentence == "The patient holds for 10 seconds, the clinician's stretch for 30."
    assert problem.line == line


def test_the_guide_and_a_text_give_one_dose_for_one_kind_of_exercise(sample: Places) -> None:
    write_text(
        sample.guide("steps"),
        f"{NECK}:\n- {{id: warm, title: Warm it, how: Lay a warm pack on it., how_long: 15 minutes, "
        "how_often: 1 or 2 times a day, stop_if: It is too hot.}\n",
    )
    edit(sample.texts(NECK), "what_may_help: ", "what_may_help: Use a warm pack for 15 minutes, twice a day. ")
    assert check(sample) == []
    edit(sample.texts(NECK), "for 15 minutes, twice", "for ten minutes, twice")
    assert only(sample).sentence == (
        "Two doses for one kind of exercise (warmth): “Use a warm pack for ten minutes, twice a day.” and "
        "“15 minutes, 1 or 2 times a day”."
    )


def test_a_text_gives_one_dose_for_one_kind_of_exercise(sample: Places) -> None:
    edit(sample.texts(NECK), "what_may_help: ", "what_may_help: Press it for 30 seconds. Press it for a minute. ")
    assert only(sample).sentence.startswith("Two doses for one kind of exercise (pressure)")


def test_a_page_names_one_waiting_time(sample: Places) -> None:
    edit(
        sample.texts(NECK), "when_to_see_someone: ", "when_to_see_someone: Come after four weeks. Come after a month. "
    )
    assert only(sample).sentence == "Two waiting times: a month, four weeks."


def test_where_pain_lies_is_said_with_the_legends_word(sample: Places) -> None:
    edit(sample.texts(NECK), "You may feel an ache mainly in front.", "The chief place is in front.")
    assert only(sample).sentence == "The legend says “Mainly”; say the same here."


def test_every_page_says_after_how_long_to_be_seen_and_in_spanish_too() -> None:
    atlas = shipped_catalog()
    for language, wait in (("en", "after four weeks"), ("es", "después de cuatro semanas")):
        seen = {m: atlas.texts(m, language)["patient"]["when_to_see_someone"] for m in atlas.muscles}
        assert [m for m, text in seen.items() if wait not in text] == []


def test_nothing_about_a_muscle_is_shown_to_spanish_readers_in_english() -> None:
    atlas = shipped_catalog()
    assert [(m, r) for m in atlas.muscles for r in READERS if atlas.untranslated(m, "es", r)] == []
    anatomy = set(ANATOMY)
    assert [m for m in atlas.muscles if anatomy - set(atlas.texts(m, "es")["clinician"])] == []


def test_inches_are_those_of_the_centimeters(sample: Places) -> None:
    edit(sample.texts(NECK), "stretch: ", "stretch: Bend by 5 cm (2 inches). ")
    assert check(sample) == []
    edit(sample.texts(NECK), "(2 inches)", "(3 inches)")
    assert only(sample).sentence == "Centimeters and inches differ: “5 cm (3 inches)”."


def test_advice_that_many_texts_share_is_written_once(sample: Places) -> None:
    edit(sample.texts(NECK), "when_to_see_someone: ", "when_to_see_someone: '{wait} '\n    x: ")
    text = sample.texts(NECK).read_text(encoding="utf-8")
    sample.texts(NECK).write_text(
        "\n".join(line for line in text.split("\n") if not line.startswith("    x: ")), encoding="utf-8"
    )
    assert only(sample).sentence == "There is no shared advice `wait` in advice.yaml."
    write_text(sample.texts("advice"), "wait: See a doctor if it has not eased after four weeks.\n")
    assert check(sample) == []


def _distances(places: Places, rows: str) -> list[FileProblem]:
    write_text(places.distances, f"{SCM}:\n{rows}")
    return check(places)


def test_a_stated_distance_is_measured_on_the_body(sample: Places) -> None:
    edit(sample.texts(NECK), "stretch: ", "stretch: Press 90 cm below the jaw. ")
    (unknown,) = _distances(sample, "- {says: 1 cm off, apart: a needle}\n")[:1]
    assert "No English text or note says “1 cm off”." in unknown.sentence
    row = "- {says: 90 cm below the jaw, ends: [point 1, mastoid-tip]}\n"
    (refuted,) = _distances(sample, row)
    assert refuted.sentence.startswith("It says “90 cm”, but from point 1 to mastoid-tip it is ")
    assert _distances(sample, row.replace("]}", "], waits: the point is moved}")) == []
    assert _distances(sample, "- {says: 90 cm below the jaw, apart: how long a needle is}\n") == []


@pytest.mark.parametrize("width", ["two finger-widths", "a hand's breadth", "two fingers", "one centimeter"])
def test_widths_of_a_finger_or_a_hand_are_distances_too(sample: Places, width: str) -> None:
    edit(sample.texts(NECK), "stretch: ", f"stretch: Press {width} above the collarbone. ")
    said = [p.sentence for p in _distances(sample, f"- {{says: {width} above, apart: a nerve}}\n")]
    assert said == []
    said = [p.sentence for p in _distances(sample, "- {says: 1 cm off, apart: a nerve}\n")]
    assert any(s.startswith(f"“{width}” stands in no row of distances.yaml") for s in said)


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ("[point 9, mastoid-tip]", "has no point 9"),
        ("[point 1, mastoid]", "There is no landmark 'mastoid'."),
        ("[point 1, mastoid tip]", "is not a point"),
    ],
)
def test_an_end_that_is_no_place_is_said(sample: Places, ends: str, said: str) -> None:
    edit(sample.texts(NECK), "stretch: ", "stretch: Press 2 cm below. ")
    (problem,) = _distances(sample, f"- {{says: 2 cm below, ends: {ends}}}\n")
    assert said in problem.sentence


def test_every_distance_that_the_shipped_texts_state_is_that_of_the_body() -> None:
    assert list(check_distances(shipped_catalog())) == []
