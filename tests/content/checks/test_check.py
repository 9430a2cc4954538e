"""`atlas check`, on a sound atlas and on broken ones."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from atlas.content.catalog import FileCatalog
from atlas.content.checks.check import check, check_data
from atlas.content.checks.patient_words import all_names
from atlas.content.problems import did_you_mean
from atlas.domain.problems import FileProblem
from atlas.paths import Places


def edit(path: Path, old: str, new: str) -> int:
    """Puts `new` for the first `old`; returns the line it stands on."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def write_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def only(places: Places) -> FileProblem:
    problems = check(places)
    assert len(problems) == 1, "\n".join(map(str, problems))
    return problems[0]


def test_a_sound_atlas_has_no_problems(sample: Places) -> None:
    assert check(sample) == []


def test_paint_outside_its_words_is_said_in_percent(sample: Places) -> None:
    line = (
        edit(
            sample.referrals,
            "through: [mastoid-tip, nuchal-line-lateral], width: 200",
            "through: [brow-outer], width: 200",
        )
        - 1
    )
    outside, unpainted = sorted(check(sample), key=lambda p: p.line or 0, reverse=True)
    assert (outside.line, outside.muscle) == (line + 1, "sternocleidomastoid-sternal")
    assert (
        outside.sentence.startswith("Zone `nape`: ")
        and "% of its paint lies outside its words (cheek" in outside.sentence
    )
    assert unpainted.line == line - 1
    assert "% of `occiput` (back of the head) is painted" in unpainted.sentence


def test_a_named_region_left_white_is_an_error_at_its_word(sample: Places) -> None:
    line = edit(sample.referrals, "regions: [cheek]", "regions: [cheek, flank]")
    problem = only(sample)
    assert (problem.line, problem.column) == (line, 24)
    assert "only 0% of `flank` (side of the waist) is painted" in problem.sentence


def test_paint_on_the_other_half_needs_the_word_opposite(sample: Places) -> None:
    stroke = "- {through: [brow-inner, brow-outer], width: 150}"
    edit(
        sample.referrals,
        stroke,
        f"{stroke}\n        - {{through: [opposite brow-inner, opposite brow-outer], width: 150}}",
    )
    assert "outside its words (opposite cheek" in only(sample).sentence
    text = sample.referrals.read_text(encoding="utf-8")
    before, after = text.split("id: front")
    sample.referrals.write_text(
        before + "id: front" + after.replace("[cheek]", "[cheek, opposite cheek]"), encoding="utf-8"
    )
    assert check(sample) == []


def test_a_zone_that_no_point_refers_to_is_found(sample: Places) -> None:
    line = edit(sample.referrals, "refers_to: [cheek, nape]", "refers_to: [cheek]")
    problem = only(sample)
    assert problem.sentence == "No trigger point refers to the zone `nape`." and problem.line == line + 8


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("along: 0.4", "along: 0.99", "Point 1 lies off the drawn belly: along 0.99"),
        ("lay_name: front shoulder cap", "lay_name: Side-of-neck muscle, front strand", "is also what"),
        ("related: [deltoid-anterior]", "related: [deltoid-anterio]", "did you mean `deltoid-anterior`?"),
        ("to: [brow-outer, brow-inner]", "to: [brow-inner, brow-outer]", "The fibres of sheet 1 cross"),
        ("source: donnelly-2019", "source: gray-2020", "`gray-2020` is not among the muscle's sources."),
    ],
)
def test_a_slip_in_the_referrals_is_found(sample: Places, old: str, new: str, said: str) -> None:
    line = edit(sample.referrals, old, new)
    problem = only(sample)
    assert said in problem.sentence
    assert problem.file.endswith("referrals.yaml") and problem.line is not None and abs(problem.line - line) <= 2


def test_a_patient_text_that_is_hard_to_read_is_found(sample: Places) -> None:
    path = sample.texts("head-and-neck")
    edit(
        path,
        "The nerves meet close by.",
        "Nociceptive afferents converge extensively upon corresponding dorsal interneurons.",
    )
    edit(
        path, "It helps you move.", "Physiological sensitisation subsequently exaggerates somatosensory representation."
    )
    (problem,) = [p for p in check(sample) if "Jargon" not in p.sentence]
    assert "The patient text has reading grade" in problem.sentence and problem.line == 2


def test_long_sentences_are_found_and_the_muscles_own_name_is_not_counted(sample: Places) -> None:
    path = sample.texts("head-and-neck")
    edit(path, "strong muscle on your side.", "Sternomastoid. The sternomastoid is big.")
    assert check(sample) == []
    path.write_text(
        path.read_text(encoding="utf-8").replace(". ", " and ").replace(".", " and so on and on and on."),
        encoding="utf-8",
    )
    assert any("words a sentence" in p.sentence for p in check(sample))


def test_missing_headings_and_unknown_muscles_in_the_texts_are_found(sample: Places) -> None:
    path = sample.texts("head-and-neck")
    edit(path, "    stretch: Away from the side.\n", "")
    edit(
        path, "sternocleidomastoid-sternal:", "sternocleidomastoid-sterna:\n  student: {}\nsternocleidomastoid-sternal:"
    )
    said = [p.sentence for p in check(sample)]
    assert "Missing for the clinician: stretch." in said
    assert any("no sound muscle `sternocleidomastoid-sterna` (did you mean" in s for s in said)


def test_a_muscle_without_texts_is_found(sample: Places) -> None:
    sample.texts("head-and-neck").unlink()
    said = " ".join(str(p) for p in check(sample))
    assert "cannot be read" in said and "There are no texts for this muscle" in said


def test_a_figure_that_is_not_symmetric_is_found(sample: Places) -> None:
    with np.load(sample.surface) as held:
        arrays = dict(held)
    arrays["male"][5877, 0] += 0.5
    np.savez_compressed(sample.surface, **arrays)
    sample.made_from.unlink()
    assert "The male figure is not symmetric: vertex 5877 is 0.50 mm off its twin." in [
        p.sentence for p in check(sample)
    ]


def test_a_file_looked_at_on_its_own_may_name_muscles_of_the_shipped_one(sample: Places, tmp_path: Path) -> None:
    text = sample.referrals.read_text(encoding="utf-8")
    own = tmp_path / "own.yaml"
    own.write_text(text[: text.index("- id: deltoid-anterior")], encoding="utf-8")
    assert check(replace(sample, own_referrals=own)) == []


def test_the_sample_is_checked_in_a_moment(sample: Places) -> None:
    start = time.process_time()
    check(sample)
    assert time.process_time() - start < 2.0


def test_a_language_is_judged_by_its_own_names_of_a_muscle(sample: Places) -> None:
    names = '{name: "Esternocleidomastóideo", lay_name: "músculo lateral do pescoço"}'
    write_text(sample.texts("names", "pt"), f"sternocleidomastoid-sternal: {names}\n")
    catalog = FileCatalog(sample)
    muscle = catalog.muscles["sternocleidomastoid-sternal"]
    assert "Esternocleidomastóideo" in all_names(catalog, muscle, "pt")
    assert "Esternocleidomastóideo" not in all_names(catalog, muscle, "en")


def test_a_picture_of_the_body_that_a_language_misnames_or_leaves_out_is_said(sample: Places) -> None:
    write_text(sample.texts("views", "pt"), 'whole-frnt: "Corpo inteiro, frente"\nwhole-back: "Costas"\n')
    said = [str(p) for p in check_data(FileCatalog(sample)) if p.file.endswith("pt/views.yaml")]
    assert any("1:1: There is no view `whole-frnt` here (did you mean `whole-front`?)." in s for s in said)
    assert any("Without a view in this language: whole-front, whole-right, whole-left." in s for s in said)


def test_a_slip_in_a_muscle_is_said_once_and_not_wherever_the_muscle_is_named(sample: Places) -> None:
    write_text(sample.texts("names", "es"), "deltoid-anterior: {name: Deltoides, lay_name: hombro}\n")
    before = {(p.file, p.sentence) for p in check(sample)}
    edit(sample.referrals, "- id: sternocleidomastoid-sternal\n", "- id: sternocleidomastoid-sternal\n  dept: deep\n")
    new = [p for p in check(sample) if (p.file, p.sentence) not in before and "es/" not in p.file]
    assert [p.sentence for p in new] == ["Unknown key `dept` (did you mean `depth`?)."]


def test_a_slip_in_a_landmark_is_said_with_how_many_muscles_wait_for_it(sample: Places) -> None:
    text = sample.landmarks.read_text(encoding="utf-8")
    start = text.index("id: manubrium-top")
    sample.landmarks.write_text(text[:start] + text[start:].replace("kind: ", "kind: x", 1), encoding="utf-8")
    said = [p.sentence for p in check(sample)]
    assert any(s.startswith("`kind` is `bone`") for s in said)
    assert (
        "Without the landmarks named here these cannot be painted: sternocleidomastoid-sternal, deltoid-anterior."
        in said
    )
    assert len(said) == 2


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "referrals",
            "along: 0.4",
            "along: 0,4",
            "`4` is no key: write a number with a point (0.4), not",
        ),
        ("regions", "parent: head", "parent: heads", "not `heads` (did you mean `head`?)"),
        ("views", "group: whole", "group: whle", "not `whle` (did you mean `whole`?)"),
        ("views", "frames: body", "frames: bdy", "or a box (did you mean `body`?)"),
        ("views", "frames: body", "frames: [10, 1, 0, 5]", "left before right and bottom before top"),
        ("views", "shows: body", "shows: bdy", "not `bdy` (did you mean `body`?)"),
        ("views", "yaw: -90, pitch: 0", "yaw: -90, pitch: 80", "write a yaw near 0 or 180"),
    ],
)
def test_a_word_that_must_be_one_of_some_is_held_to_them(
    sample: Places, file: str, old: str, new: str, said: str
) -> None:
    path: Path = getattr(sample, file)
    line = edit(path, old, new)
    assert any(said in p.sentence and p.line == line for p in check(sample))


def test_another_bone_is_not_suggested_for_a_renamed_one() -> None:
    assert did_you_mean("ischial-tuberosity", ["tibial-tuberosity", "sit-bone"]) == ""
    both = ["ischial-tuberosity", "tibial-tuberosity"]
    assert did_you_mean("tibial-tuberosty", both) == " (did you mean `tibial-tuberosity`?)"
    assert did_you_mean("shoulderfront", ["shoulder-front"]) == " (did you mean `shoulder-front`?)"
