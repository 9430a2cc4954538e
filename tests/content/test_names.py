"""What muscles are called in another language: read, checked, shown there, and found everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas.content.catalog import FileCatalog
from atlas.content.checks.check import check
from atlas.content.problems import shown
from atlas.paths import Places

SCM, DELTOID = "sternocleidomastoid-sternal", "deltoid-anterior"
NAMES = f"""{SCM}:
  name: Esternocleidomastoideo
  lay_name: músculo del lado del cuello
  also_called:
    - ECM
    - músculo   de dos cabezas
"""


def write(places: Places, text: str) -> None:
    path = places.texts("names", "es")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def said(places: Places) -> list[tuple[int | None, str]]:
    return [(p.line, p.sentence) for p in check(places) if Path(p.file).name == "names.yaml"]


def test_a_language_says_what_else_a_muscle_is_called(sample: Places) -> None:
    write(sample, NAMES)
    catalog = FileCatalog(sample)
    assert catalog.name(SCM, "es").also_called == ("ECM", "músculo de dos cabezas")
    assert catalog.in_language("es").muscles[SCM].also_called == ("ECM", "músculo de dos cabezas")
    assert catalog.muscles[SCM].also_called == ("SCM", "sternomastoid")
    assert [p for p in catalog.problems if not p.mended] == []


def test_a_file_that_a_language_lacks_is_missed_by_name(sample: Places) -> None:
    write(sample, NAMES)
    catalog = FileCatalog(sample)
    assert catalog.label("sternum_upper", "es") == catalog.label("sternum_upper")
    assert [str(p) for p in catalog.problems] == [
        f"{shown(sample.texts('regions', 'es'))}: There is no such file; what it would say stands in English."
    ]


def test_what_has_no_other_name_in_the_language_shows_none_of_the_english_ones(sample: Places) -> None:
    write(sample, NAMES.split("  also_called")[0])
    muscles = FileCatalog(sample).in_language("es").muscles
    assert muscles[SCM].also_called == muscles[DELTOID].also_called == ()


def test_the_kept_copy_holds_them_too(sample: Places, tmp_path: Path) -> None:
    write(sample, NAMES)
    places = Places(data=sample.data, assets=sample.assets, cache=tmp_path / "cache")
    first = FileCatalog(places).name(SCM, "es")
    assert (tmp_path / "cache" / "names-es.json").exists()
    assert FileCatalog(places).name(SCM, "es") == first


def test_english_reads_no_names_of_other_languages_until_someone_searches(sample: Places) -> None:
    write(sample, "a: [")
    catalog = FileCatalog(sample)
    assert catalog.in_language("en") is catalog and catalog.problems == ()
    assert "SCM" in catalog.called()["en"][SCM].also_called
    assert len(catalog.problems) == 1


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("query", ["ECM", "scm", "sternomastoid", "esternocleido", "dos cabezas", "musculus sternocl"])
def test_every_languages_names_find_it_in_every_language(sample: Places, language: str, query: str) -> None:
    write(sample, NAMES)
    spoken = FileCatalog(sample).in_language(language)
    assert [a.id for a in spoken.finder().find(query, language).of("muscle")][:1] == [SCM]


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ("also_called", "also_caled", 4, "Unknown key `also_caled` (did you mean `also_called`?)."),
        ("ECM", "12", 5, "`also_called` needs a text, not the number 12."),
        ("ECM", "''", 5, "`also_called` is empty."),
        ("ECM", "esternocleidomastoideo", 5, "`esternocleidomastoideo` stands here twice."),
        ("músculo   de dos cabezas", "Ecm", 6, "`Ecm` stands here twice."),
    ],
)
def test_a_mistake_is_said_with_its_line(sample: Places, old: str, new: str, line: int, sentence: str) -> None:
    write(sample, NAMES.replace(old, new, 1))
    assert (line, sentence) in said(sample)


def test_the_shipped_spanish_names_find_their_own_muscle_in_both_languages(catalog: FileCatalog) -> None:
    for spoken in (catalog, catalog.in_language("es")):
        missed = [
            (muscle, also)
            for muscle, name in catalog.names_in("es").items()
            for also in name["also_called"]
            if muscle not in [a.id for a in spoken.finder().find(also, "es").of("muscle")][:6]
        ]
        assert missed == []
