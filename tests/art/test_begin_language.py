"""A language is begun by one command: every file is there, nothing counts as translated, and the check passes."""

from __future__ import annotations

import pytest
import yaml

from art.begin_language import NotALanguage, begin_language
from atlas.cli import main
from atlas.content.catalog import FileCatalog
from atlas.content.checks.check import check
from atlas.domain.anatomy import AREAS
from atlas.domain.words.guide import GUIDE_PARTS
from atlas.paths import Places

SCM = "sternocleidomastoid-sternal"


@pytest.fixture
def begun(sample: Places) -> Places:
    begin_language("pt", FileCatalog(sample))
    return sample


def test_a_begun_language_passes_the_check_and_one_line_says_what_it_lacks(
    begun: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(begun) == []
    capsys.readouterr()
    assert main(["check"], begun) == 0
    said = [line for line in capsys.readouterr().err.splitlines() if "Not translated yet" in line]
    assert len(said) == 1 and said[0].startswith("Not translated yet (pt;")
    for file in ("names", "regions", "views", "handout", "questions", "head-and-neck"):
        assert f"{file}.yaml" in said[0]


def test_every_file_is_there_with_the_english_in_comments(begun: Places) -> None:
    files = [begun.texts(a, "pt") for a in AREAS if begun.texts(a).exists()]
    files += [begun.texts(name, "pt") for name in ("names", "regions", "views", "dermatomes")]
    files += [begun.guide(part, "pt") for part in GUIDE_PARTS if begun.guide(part).exists()]
    files.append(begun.guide("handout", "pt"))
    assert len(files) > 8
    for file in files:
        assert yaml.safe_load(file.read_text(encoding="utf-8")) is None, file
    texts = begun.texts("head-and-neck", "pt").read_text(encoding="utf-8")
    assert "#   patient:" in texts and "clinician:" not in texts and "student:" not in texts


def test_without_the_comment_signs_the_files_are_those_of_a_language(begun: Places) -> None:
    for file in ("names", "regions", "views"):
        path = begun.texts(file, "pt")
        lines = path.read_text(encoding="utf-8").splitlines()[2:]
        path.write_text("".join(line.removeprefix("# ") + "\n" for line in lines), encoding="utf-8")
    names = begun.texts("names", "pt")
    english = FileCatalog(begun).muscles[SCM].name
    names.write_text(
        names.read_text(encoding="utf-8").replace(f'"{english}"', '"Esternocleidomastóideo"'), encoding="utf-8"
    )
    assert FileCatalog(begun).name(SCM, "pt").name == "Esternocleidomastóideo"
    assert check(begun) == []


@pytest.mark.parametrize("code", ["en", "pt", "Portuguese", "../pt", ""])
def test_a_language_that_is_there_or_no_language_is_not_begun(begun: Places, code: str) -> None:
    before = begun.texts("names", "pt").read_bytes()
    with pytest.raises(NotALanguage):
        begin_language(code, FileCatalog(begun))
    assert begun.texts("names", "pt").read_bytes() == before
