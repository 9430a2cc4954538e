"""The dermatomes are all there, and their words fit their paint; broken files of drawings are refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from atlas.content.catalog import FileCatalog
from atlas.content.dermatomes import check_dermatomes, read_dermatomes
from atlas.content.drawings import MOST_BYTES, read_drawing
from atlas.domain.dermatomes import paint_dermatome
from atlas.domain.drawing import NotADrawing
from atlas.paths import Places

ROOTS = [*(f"c{k}" for k in range(2, 9)), *(f"t{k}" for k in range(1, 13)), *(f"l{k}" for k in range(1, 6)), "s1", "s2"]


@pytest.fixture(scope="module")
def catalog() -> FileCatalog:
    return FileCatalog(Places())


def test_dermatomes_run_from_c2_to_s2(catalog: FileCatalog) -> None:
    assert list(read_dermatomes(catalog)[0]) == ROOTS


def test_their_words_fit_their_paint(catalog: FileCatalog) -> None:
    assert list(check_dermatomes(catalog)) == []


def test_they_end_at_the_midline(catalog: FileCatalog) -> None:
    surface = catalog.surface
    for dermatome in read_dermatomes(catalog)[0].values():
        painting = paint_dermatome(surface, dermatome)
        assert (surface.points[painting.vertices[painting.strength > 0.5], 0] < 0.5).all()


@pytest.mark.parametrize(
    ("root", "landmark"),
    [
        ("c6", "thumb-nail"),
        ("c7", "middle-tip"),
        ("c8", "little-tip"),
        ("t4", "nipple"),
        ("t10", "navel"),
        ("l4", "medial-malleolus"),
        ("l5", "hallux-dorsal"),
        ("s1", "mt5-head-outer"),
        ("s2", "popliteal-centre"),
    ],
)
def test_well_known_places_belong_to_their_root(catalog: FileCatalog, root: str, landmark: str) -> None:
    dermatome = read_dermatomes(catalog)[0][root]
    strength = paint_dermatome(catalog.surface, dermatome).dense(len(catalog.surface.points))
    assert strength[catalog.surface.landmarks[landmark]] > 0.45


def test_a_broken_dermatome_is_said_with_its_line(sample: Places, tmp_path: Path) -> None:
    sample.dermatomes.write_text("- id: c5\n  name: C5\n  regions: [nowhere]\n", encoding="utf-8")
    found = list(check_dermatomes(FileCatalog(replace(sample))))
    assert any("nowhere" in p.sentence and p.line == 3 for p in found)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not complete"),
        (b'{"format": "trigger-point-referral-atlas drawing", "marks": [{"ver', "not complete"),
        (b"\xff\xfe\x00", "not complete"),
        (b"[" * 100_000, "not complete"),
        (b"[]", "not a pain drawing"),
        (b" " * (MOST_BYTES + 1), "too large"),
    ],
)
def test_a_truncated_or_huge_drawing_is_refused(
    catalog: FileCatalog, tmp_path: Path, content: bytes, says: str
) -> None:
    file = tmp_path / "drawing.json"
    file.write_bytes(content)
    with pytest.raises(NotADrawing, match=says):
        read_drawing(file, catalog.surface)


def test_a_missing_drawing_is_refused(catalog: FileCatalog, tmp_path: Path) -> None:
    with pytest.raises(NotADrawing, match="cannot be opened"):
        read_drawing(tmp_path / "none.json", catalog.surface)
