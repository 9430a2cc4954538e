"""What the notes of points and the sentences about studies say in another language: read, shown, and missed."""

from __future__ import annotations

from pathlib import Path

from atlas.content.catalog import FileCatalog
from atlas.content.checks.check import check, check_data
from atlas.content.checks.completeness import parted
from atlas.paths import Places
from tests.content.checks.test_check import write_text
from tests.shipped import shipped_catalog

SCM, DELTOID = "sternocleidomastoid-sternal", "deltoid-anterior"
NOTES = f"{SCM} 2: Los manuales no numeran estos puntos.\n{DELTOID} studied: Solución salina en cuarenta hombros.\n"


def said(places: Places) -> list[str]:
    """What the check says of the file, whether it is wrong or waits for a translation."""
    found = parted(check_data(FileCatalog(places)))
    return [p.sentence for problems in found for p in problems if Path(p.file).name == "notes.yaml"]


def test_a_language_says_the_notes_of_points_and_what_a_study_did(sample: Places) -> None:
    write_text(sample.texts("notes", "es"), NOTES)
    english = FileCatalog(sample)
    spanish = english.in_language("es").muscles
    assert spanish[SCM].trigger_points[1].note == "Los manuales no numeran estos puntos."
    study = spanish[DELTOID].studied
    assert study is not None and (study.what, study.people) == ("Solución salina en cuarenta hombros.", 40)
    assert english.muscles[SCM].trigger_points[1].note == "The manuals do not number these points."


def test_a_note_that_is_missing_or_copied_counts_as_untranslated_and_a_stranger_is_wrong(sample: Places) -> None:
    write_text(sample.texts("notes", "pt"), f"{SCM} 2: The manuals do not number these points.\n")
    assert said(sample) == [f"Without a note in this language: {SCM} 2, {DELTOID} studied."]
    write_text(sample.texts("notes", "pt"), NOTES + "deltoid-anterior 9: Nada.\n")
    assert said(sample) == ["There is no note `deltoid-anterior 9` here."]


def test_a_note_gives_the_distances_of_the_english_one(sample: Places) -> None:
    write_text(sample.texts("notes", "es"), NOTES.replace("estos puntos", "estos puntos, a 2 cm"))
    assert "Other distances than in English: 2 cm for none cm." in [p.sentence for p in check(sample)]


def test_every_shipped_note_stands_in_spanish() -> None:
    atlas = shipped_catalog()
    spanish = atlas.in_language("es").muscles
    same = [
        name for m in atlas.muscles.values() for name, text in m.remarks.items() if spanish[m.id].remarks[name] == text
    ]
    assert same == []
