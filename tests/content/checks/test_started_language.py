"""A language that somebody has begun: what it lacks is listed, and only what is wrong in it fails the check."""

from __future__ import annotations

import shutil

import pytest

from atlas.cli import main
from atlas.content.catalog import FileCatalog
from atlas.content.checks.check import check, check_data
from atlas.content.checks.completeness import parted
from atlas.domain.anatomy import AREAS
from atlas.domain.words.guide import GUIDE_PARTS
from atlas.paths import Places
from tests.content.checks.test_check import edit

SCM = "sternocleidomastoid-sternal"


@pytest.fixture
def begun(sample: Places) -> Places:
    """A sample atlas with Portuguese as somebody begins it: the English files copied, nothing translated."""
    for file in [*(sample.texts(area) for area in AREAS), *(sample.guide(part) for part in GUIDE_PARTS)]:
        if file.exists():
            copy = file.parent.parent / "pt" / file.name
            copy.parent.mkdir(exist_ok=True)
            shutil.copy(file, copy)
    sample.texts("names", "pt").write_text(
        f"{SCM}: {{name: Esternocleidomastóideo, lay_name: músculo do lado do pescoço}}\n", encoding="utf-8"
    )
    return sample


def test_a_started_language_does_not_fail_the_check_and_all_that_it_lacks_is_listed(begun: Places) -> None:
    assert check(begun) == []
    _, waiting = parted(check_data(FileCatalog(begun)))
    assert {p.untranslated for p in waiting} == {"pt"}
    said = [p.sentence for p in waiting]
    assert "Without a name in this language: deltoid-anterior." in said
    assert any(s.startswith("Without a region in this language: ") for s in said)


def test_copied_english_counts_as_untranslated_on_the_page_and_in_the_check(begun: Places) -> None:
    catalog = FileCatalog(begun)
    assert catalog.untranslated(SCM, "pt") == tuple(catalog.texts(SCM)["patient"])
    guide = catalog.guide("pt").guide
    for part in (guide.questions, guide.complaints, guide.problems, guide.red_flags, guide.steps, guide.glossary):
        assert part and {thing.language for thing in part} == {"en"}
    edit(begun.guide("questions", "pt"), "What is a trigger point?", "O que é um ponto de gatilho?")
    questions = FileCatalog(begun).guide("pt").questions
    assert [q.language for q in questions.values()] == ["pt", "en"]


def test_a_copied_name_is_no_name_but_one_that_is_the_same_in_both_may_stand(begun: Places) -> None:
    english = FileCatalog(begun).muscles["deltoid-anterior"]
    names = begun.texts("names", "pt")
    before = names.read_text(encoding="utf-8")
    for lay, language in ((english.lay_name, "en"), ("músculo da frente do ombro", "pt")):
        line = f'deltoid-anterior: {{name: "{english.name}", lay_name: "{lay}"}}\n'
        names.write_text(before + line, encoding="utf-8")
        assert FileCatalog(begun).name("deltoid-anterior", "pt").language == language


def test_what_is_wrong_in_a_started_language_fails_the_check(begun: Places) -> None:
    edit(begun.texts("names", "pt"), SCM, "sternocleidomastoid-sternl")
    (problem,) = check(begun)
    assert "sternocleidomastoid-sternl" in problem.sentence and problem.line == 1


def test_a_language_that_is_declared_complete_fails_for_what_it_lacks(begun: Places) -> None:
    begun.texts("names", "pt").parent.rename(begun.texts("names", "es").parent)
    assert any(p.sentence == "Without a name in this language: deltoid-anterior." for p in check(begun))


def test_the_command_says_which_files_wait_and_lists_them_when_asked(
    begun: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"], begun) == 0
    said = capsys.readouterr().err
    assert "Not translated yet (pt; `atlas check --untranslated` says what): " in said and "pt/names.yaml" in said
    assert main(["check", "--untranslated"], begun) == 0
    assert "Without a name in this language: deltoid-anterior." in capsys.readouterr().out
