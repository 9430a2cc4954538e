"""`atlas deck` and the filters of `atlas list`."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from pathlib import Path
from typing import TypeAlias

import pytest

from atlas import cli
from atlas.paths import Places

Captured: TypeAlias = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("qapp")


def test_a_deck_is_written_as_its_ending_says(sample: Places, tmp_path: Path, capsys: Captured) -> None:
    for ending in ("apkg", "pdf"):
        path = tmp_path / f"deck.{ending}"
        assert cli.main(["deck", "-o", str(path), "--kinds", "pattern,nerve", "--json"], places=sample) == 0
        said = json.loads(capsys.readouterr().out)
        assert said["file"] == str(path) and said["cards"] > 0 and said["kinds"] == ["pattern", "nerve"]
        assert path.read_bytes().startswith(b"PK" if ending == "apkg" else b"%PDF")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["-o", "deck.txt"], "A deck is written as .apkg or .pdf"),
        (["-o", "deck.pdf", "--area", "tigh"], "did you mean"),
        (["-o", "deck.pdf", "--kinds", "patern"], "did you mean"),
        (["-o", "deck.pdf", "--kinds", ","], "No kind of card"),
        (["-o", "deck.pdf", "--lang", "xx"], "There is no language"),
        (["-o", "deck.pdf", "--area", "foot"], "There is no card"),
    ],
)
def test_what_cannot_be_made_is_refused_in_a_sentence(
    sample: Places,
    words: list[str],
    sentence: str,
    capsys: Captured,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["deck", *words], places=sample) == 2
    assert sentence in capsys.readouterr().err
    assert list(tmp_path.glob("deck.*")) == []


def test_a_list_is_filtered(capsys: Captured, read_before: Path) -> None:
    places = Places(cache=read_before)
    assert cli.main(["list", "--area", "foot", "--root", "S2"], places=places) == 0
    said = capsys.readouterr().out
    assert "abductor-hallucis" in said and "soleus" not in said
    assert cli.main(["list", "--root", "C9"], places=places) == 2
    assert "There is no root `C9`" in capsys.readouterr().err


def test_a_deck_in_spanish_asks_in_spanish(tmp_path: Path, read_before: Path) -> None:
    path = tmp_path / "mazo.apkg"
    words = ["deck", "-o", str(path), "--lang", "es", "--area", "foot", "--kinds", "nerve"]
    assert cli.main(words, places=Places(cache=read_before)) == 0
    with zipfile.ZipFile(path) as package:
        package.extract("collection.anki2", tmp_path)
    collection = sqlite3.connect(tmp_path / "collection.anki2")
    fields = [row[0] for row in collection.execute("SELECT flds FROM notes")]
    collection.close()
    assert fields and all("¿qué nervio y qué raíces?" in text and "Nervio y raíz" in text for text in fields)
