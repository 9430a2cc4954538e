"""The guide's files: read in one language, and checked in all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from atlas.content.catalog import FileCatalog
from atlas.content.checks.check import check
from atlas.domain.words.guide import untranslated
from atlas.paths import Places
from tests.content.checks.test_check import edit, only

SCM = "sternocleidomastoid-sternal"
STRICT = f"""    not_if: You hurt your neck.
    stop_if: You get dizzy.
    muscles: [{SCM}]
    sources: [gray-2020]"""


def translate(sample: Places, part: str, *changes: tuple[str, str]) -> Path:
    """Copies a part of the guide to Spanish with some changes."""
    path = sample.guide(part, "es")
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(sample.guide(part), path)
    for old, new in changes:
        edit(path, old, new)
    return path


def test_the_guide_is_read_in_its_order_with_all_that_belongs_to_it(sample: Places) -> None:
    guide = FileCatalog(sample).guide()
    assert list(guide.questions) == ["what-is-it", "does-it-hurt"]
    first = guide.questions["what-is-it"]
    assert first.muscles == (SCM,) and first.answer[1] == "The pain is real."
    assert guide.complaints["cheek-pain"].title == "Pain in the cheek"
    assert guide.problem_pages["face-pain"].muscles == (SCM,)
    assert [s.id for s in guide.steps["head-and-neck"]] == ["neck-warmth", "easy-turns"]
    assert guide.glossary["sore spot"] == "A place that hurts when pressed."
    assert guide.problems == ()


def test_what_is_not_translated_stands_in_english_and_says_so(sample: Places) -> None:
    translate(sample, "questions", ("What is a trigger point?", "¿Qué es?"), ("does-it-hurt", "does-it-hur"))
    guide = FileCatalog(sample).guide("es")
    assert guide.questions["what-is-it"].question == "¿Qué es?"
    assert guide.questions["does-it-hurt"].question == "Does a needle hurt?"
    assert untranslated(guide.questions.values(), "es") == ("does-it-hurt",)
    assert guide.complaints["cheek-pain"].language == "en"


def test_a_name_that_is_not_there_is_dropped_and_said_at_its_place(sample: Places) -> None:
    line = edit(sample.problem_pages, "muscles: [stern", "muscles: [sternum, stern")
    guide = FileCatalog(sample).guide()
    assert guide.problem_pages["face-pain"].muscles == (SCM,)
    (problem,) = guide.problems
    assert (problem.line, problem.column) == (line, 13)
    assert problem.sentence.startswith("There is no muscle `sternum`")


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        ("questions", "answer:", "anser:", "Unknown key `anser`"),
        ("questions", "sources: [gray-2020]", "sources: [grey-2020]", "did you mean `gray-2020`?"),
        ("steps", "how_often: Once", "how_oft: Once", "`how_often` is missing"),
        ("steps", "stop_if: The pain", "sources: [grey-2020]\n    stop_if: The pain", "did you mean `gray-2020`?"),
        ("steps", "head-and-neck:", "head-or-neck:", "There is no area `head-or-neck`"),
        ("complaints", "flank-pain:", "flank-pian:", "There is no `flank-pian` (did you mean `flank-pain`?)"),
        ("problems", "title: Pain in the face", "title: []", "`title` needs a text, not a list."),
        ("red_flags", "text: Fever with", "text: []\n  sort: Fever with", "needs a text, not a list."),
        ("red_flags", 'short: "Fever', 'shor: "Fever', "`short` is missing"),
    ],
)
def test_a_slip_in_the_guide_is_found_with_its_line(sample: Places, part: str, old: str, new: str, said: str) -> None:
    line = edit(sample.guide(part), old, new)
    (found,) = [p for p in check(sample) if said in p.sentence]
    assert found.file.endswith(f"{part}.yaml") and found.line is not None and abs(found.line - line) <= 4


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        ("questions", "The pain is real.", "The pain will go.", "Promise: `will` in “The pain will go.”"),
        ("problems", "It comes and goes.", "It can be deadly.", "Alarm: `deadly`"),
        ("steps", "Come back.", "Your bad posture hurts.", "Blame: `bad posture`"),
        ("red_flags", "needs help at once.", "needs help at the lateral side.", "Jargon: `lateral`"),
        ("red_flags", "bad headache: help", "bad lateral headache: help", "Jargon: `lateral`"),
    ],
)
def test_the_wording_of_the_guide_is_guarded(sample: Places, part: str, old: str, new: str, said: str) -> None:
    line = edit(sample.guide(part), old, new)
    problem = only(sample)
    assert problem.sentence.startswith(said) and problem.line == line


def test_an_answer_that_is_hard_to_read_is_found(sample: Places) -> None:
    hard = "Physiological considerations subsequently exaggerate somatosensory representation."
    edit(sample.guide("questions"), "It may ache for a day or two. Tell them if you want to stop.", hard)
    assert "The answer has reading grade" in only(sample).sentence


def test_a_step_says_who_must_leave_it_out_for_whom_it_is_and_where_it_comes_from(sample: Places) -> None:
    edit(sample.guide("steps"), "    stop_if: You get dizzy.", STRICT)
    _, turns = FileCatalog(sample).guide().steps["head-and-neck"]
    assert turns.not_if == "You hurt your neck." and turns.sources == ("gray-2020",)
    assert turns.suits(SCM) and not turns.suits("temporalis")


def test_a_translated_step_that_leaves_out_who_must_not_do_it_is_shown_in_english(sample: Places) -> None:
    edit(sample.guide("steps"), "    stop_if: You get dizzy.", STRICT)
    translate(sample, "steps", ("Easy turns", "Giros"), ("    not_if: You hurt your neck.\n", ""))
    _, turns = FileCatalog(sample).guide("es").steps["head-and-neck"]
    assert turns.title == "Easy turns" and turns.not_if and turns.language == "en" and turns.muscles == (SCM,)
    edit(sample.guide("steps", "es"), "    stop_if: You get dizzy.", "    not_if: Le duele.\n    stop_if: Se marea.")
    assert FileCatalog(sample).guide("es").steps["head-and-neck"][1].title == "Giros"


def test_one_exercise_has_one_dose_wherever_it_stands(sample: Places) -> None:
    edit(sample.guide("steps"), "- id: arm-swing", "- id: easy-turns")
    said = " ".join(p.sentence for p in check(sample))
    assert "`easy-turns` says another `how_long` in `head-and-neck`: “5 times each way”" in said
    assert "another `how_often`" not in said


def test_a_second_language_is_checked_for_what_it_lacks(sample: Places) -> None:
    translate(sample, "questions")
    said = [p.sentence for p in check(sample)]
    assert "`cheek-pain` is not translated, so it is shown in English." in said
    assert any(s.startswith("Without a name in this language: ") for s in said)
    assert any(s.startswith("Not translated, so shown in English: what_it_is") for s in said)


def test_patient_texts_and_names_follow_the_language_and_fall_back(sample: Places) -> None:
    path = sample.texts("head-and-neck", "es")
    path.parent.mkdir(parents=True)
    path.write_text(f"{SCM}:\n  patient:\n    what_it_is: Un músculo del cuello.\n", encoding="utf-8")
    sample.texts("names", "es").write_text(f"{SCM}:\n  name: Esterno\n  lay_name: cuello\n", encoding="utf-8")
    sample.texts("regions", "es").write_text("cheek: mejilla\n", encoding="utf-8")
    catalog = FileCatalog(sample)
    texts = catalog.texts(SCM, "es")
    assert texts["patient"]["what_it_is"] == "Un músculo del cuello."
    assert texts["patient"]["why_there"].startswith("The nerves") and texts["student"]
    assert "why_there" in catalog.untranslated(SCM, "es") and "what_it_is" not in catalog.untranslated(SCM, "es")
    assert catalog.name(SCM, "es").name == "Esterno" and catalog.name("deltoid-anterior", "es").language == "en"
    assert (catalog.label("cheek", "es"), catalog.label("flank", "es")) == ("mejilla", catalog.label("flank"))
    assert catalog.name(SCM).also_called == ("SCM", "sternomastoid") and catalog.name(SCM, "es").also_called == ()
    assert catalog.problems == ()


def test_the_guide_is_kept_for_the_next_start_and_read_anew_when_it_changes(sample: Places, tmp_path: Path) -> None:
    places = Places(data=sample.data, assets=sample.assets, cache=tmp_path / "cache")
    first = FileCatalog(places).guide().guide
    assert (tmp_path / "cache" / "guide-en.json").exists()
    assert FileCatalog(places).guide().guide == first
    edit(places.guide("questions"), "Does a needle hurt?", "Does it hurt?")
    assert FileCatalog(places).guide().questions["does-it-hurt"].question == "Does it hurt?"


@pytest.mark.parametrize("content", [None, b"", b"a: [", b"\xff\xfe"])
def test_a_missing_or_damaged_file_leaves_the_rest_whole(sample: Places, content: bytes | None) -> None:
    path = sample.guide("problems")
    path.unlink() if content is None else path.write_bytes(content)
    guide = FileCatalog(sample).guide()
    assert guide.problem_pages == {} and len(guide.questions) == 2
    assert any(p.file.endswith("problems.yaml") for p in guide.problems)


def test_a_complaint_has_the_flags_that_its_places_raise_and_its_own_by_danger(sample: Places) -> None:
    complaints = FileCatalog(sample).guide().complaints
    assert complaints["flank-pain"].red_flags == complaints["cheek-pain"].red_flags == ("sudden-headache", "fever")
    edit(sample.complaints, "red_flags: [fever, sudden-headache]", "red_flags: [sudden-headache]")
    assert FileCatalog(sample).guide().complaints["flank-pain"].red_flags == ("sudden-headache", "fever")


def test_the_shipped_guide_is_sound_in_both_languages(catalog: FileCatalog) -> None:
    for language in ("en", "es"):
        guide = catalog.guide(language)
        assert len(guide.questions) >= 20 and len(guide.complaints) >= 70 and len(guide.problem_pages) >= 15
        assert set(untranslated(guide.guide.questions, language)) == set()
        assert guide.problems == ()
