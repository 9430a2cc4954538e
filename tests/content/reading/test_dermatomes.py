"""The dermatomes are all there, and their words fit their paint; broken files of drawings are refused."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from atlas.content.catalog import FileCatalog
from atlas.content.checks.check import check
from atlas.content.checks.dermatomes import check_dermatomes
from atlas.content.kept.drawing_files import MOST_BYTES, read_drawing
from atlas.domain.body.painting import Floats
from atlas.domain.body.sides import Side
from atlas.domain.dermatomes import Dermatome, key_vertex, paint_dermatome
from atlas.domain.pain.drawing_record import NotADrawing
from atlas.domain.pain.overlays import ink_layers
from atlas.domain.pain.pain_report import PainReport
from atlas.paths import Places

ROOTS = [f"{part}{k}" for part, first, last in (("c", 2, 8), ("t", 1, 12), ("l", 1, 5)) for k in range(first, last + 1)]
ROOTS += ["s1", "s2", "s3", "s4-5"]


@pytest.fixture(scope="module")
def dermatomes(catalog: FileCatalog) -> dict[str, Dermatome]:
    return dict(catalog.dermatomes)


@pytest.fixture(scope="module")
def strengths(catalog: FileCatalog, dermatomes: dict[str, Dermatome]) -> dict[str, Floats]:
    """Each dermatome's strength (n,) at all vertices, right side."""
    n = len(catalog.surface.points)
    return {name: paint_dermatome(catalog.surface, d).dense(n) for name, d in dermatomes.items()}


def test_dermatomes_run_from_c2_to_s4_5(catalog: FileCatalog) -> None:
    assert list(catalog.dermatomes) == ROOTS


def test_their_words_fit_their_paint(catalog: FileCatalog) -> None:
    assert list(check_dermatomes(catalog)) == []


@pytest.mark.parametrize("side", ["right", "left"])
@pytest.mark.parametrize("root", ROOTS)
def test_a_key_point_lies_in_its_own_root_and_in_no_distant_one(
    catalog: FileCatalog, dermatomes: dict[str, Dermatome], strengths: dict[str, Floats], root: str, side: Side
) -> None:
    surface, at = catalog.surface, ROOTS.index(root)
    vertex = key_vertex(surface, dermatomes[root], side)
    assert bool(surface.points[vertex, 0] < 0.0) is (side == "right")
    here = {name: (s if side == "right" else s[surface.twin])[vertex] for name, s in strengths.items()}
    assert here[root] > 0.6
    assert [name for k, name in enumerate(ROOTS) if abs(k - at) >= 2 and here[name] > 0.5] == []


@pytest.mark.parametrize(("upper", "lower"), list(pairwise(ROOTS)))
def test_roots_that_follow_each_other_share_a_border(
    catalog: FileCatalog, strengths: dict[str, Floats], upper: str, lower: str
) -> None:
    """None is left out where limbs leave the trunk: C5 goes on from C4 over the shoulder, T1 meets T2 at the inner arm
    and L1 meets L2 on the thigh. There it is roots far apart that lie side by side: C4 and T2 on the chest."""
    both = (strengths[upper] > 0.5) & (strengths[lower] > 0.5)
    assert catalog.surface.area[both].sum() > 100.0  # mm²


@pytest.mark.parametrize(
    ("upper", "lower"),
    [("c4", "t2"), ("c5", "t1"), ("c5", "t2"), ("c6", "t1"), ("l2", "s2"), ("l5", "s2"), ("c4", "t3"), ("t10", "t12")],
)
def test_distant_roots_meet_along_a_limb_but_do_not_cover_each_other(
    catalog: FileCatalog, strengths: dict[str, Floats], upper: str, lower: str
) -> None:
    """Front and back of a limb belong to roots far apart in the spine: between them lies the axial line."""
    area, a, b = catalog.surface.area, strengths[upper] > 0.5, strengths[lower] > 0.5
    assert area[a & b].sum() < 0.05 * min(area[a].sum(), area[b].sum())


@pytest.mark.parametrize("root", ROOTS)
def test_each_dermatome_keeps_to_its_half(catalog: FileCatalog, strengths: dict[str, Floats], root: str) -> None:
    surface, strength = catalog.surface, strengths[root]
    assert (surface.points[strength > 0.5, 0] < 0.5).all()
    mirrored = strength[surface.twin]
    assert (surface.points[mirrored > 0.5, 0] > -0.5).all()
    assert not surface.area[(strength > 0.55) & (mirrored > 0.55)].any()


@pytest.mark.parametrize("root", ROOTS)
def test_each_dermatome_hangs_together(
    catalog: FileCatalog, dermatomes: dict[str, Dermatome], strengths: dict[str, Floats], root: str
) -> None:
    """From its key point all of a band is reached over its own skin, but for crumbs at its edge and in the ear."""
    surface, inside = catalog.surface, strengths[root] > 0.5
    pieces = surface.joined_from(key_vertex(surface, dermatomes[root], "right"), inside)
    assert surface.area[pieces].sum() > 0.95 * surface.area[inside].sum()


def test_every_root_cites_where_its_key_point_is_from(catalog: FileCatalog, dermatomes: dict[str, Dermatome]) -> None:
    assert all("isncsci-key-points" in d.sources for d in dermatomes.values())
    assert all(catalog.sources[s].checked for d in dermatomes.values() for s in d.sources)


def test_key_points_are_said_in_every_language(catalog: FileCatalog, dermatomes: dict[str, Dermatome]) -> None:
    assert dermatomes["c6"].key_point.where == "back of the thumb, over its first bone"
    for language in catalog.places.languages[1:]:
        spoken = catalog.in_language(language).dermatomes
        assert list(spoken) == ROOTS
        assert all(spoken[r].key_point.where != dermatomes[r].key_point.where for r in ROOTS)


def test_a_root_that_is_laid_over_carries_its_name_at_its_key_point(catalog: FileCatalog) -> None:
    sides: dict[Side, float] = {"right": -1.0, "left": 1.0}
    for side, x in sides.items():
        (layer,) = ink_layers(PainReport(dermatome="c6", side=side), catalog)
        ((text, vertex),) = layer.points
        assert text == "C6" and catalog.surface.points[vertex, 0] * x > 0.0
        assert catalog.surface.region_ids[catalog.surface.region[vertex]] == "thumb_dorsal"


def test_a_key_point_outside_its_paint_is_said_with_its_line(catalog: FileCatalog, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(catalog.places.data, data)
    file = data / "dermatomes.yaml"
    text = file.read_text(encoding="utf-8")
    line = next(k for k, row in enumerate(text.splitlines(), 1) if row == "    at: heel-outer-centre")
    file.write_text(text.replace("at: heel-outer-centre", "at: medial-malleolus"), encoding="utf-8")
    (data / "texts" / "es" / "dermatomes.yaml").write_text("c9: nada\n", encoding="utf-8")
    found = list(check_dermatomes(FileCatalog(Places(data=data))))
    assert [(p.line, p.sentence) for p in found if "key point" in p.sentence and p.line is not None][:1] == [
        (line, "Dermatome `s1`: its key point lies outside its paint.")
    ]
    assert any("no dermatome `c9`" in p.sentence for p in found)
    assert any("not translated" in p.sentence and "S2" in p.sentence for p in found)


@pytest.mark.parametrize(
    ("root", "landmark"),
    [
        ("c6", "thumb-nail"),
        ("c7", "middle-tip"),
        ("c8", "little-tip"),
        ("c5", "deltoid-tuberosity"),
        ("t4", "nipple"),
        ("t6", "xiphoid-tip"),
        ("t10", "navel"),
        ("l1", "groin-centre"),
        ("l4", "leg-inner-centre"),
        ("l4", "medial-malleolus"),
        ("l5", "dorsum-foot-centre"),
        ("l5", "hallux-dorsal"),
        ("s1", "mt5-head-outer"),
        ("s1", "heel-sole-centre"),
        ("s2", "thigh-back-middle-centre"),
        ("s2", "popliteal-centre"),
    ],
)
def test_well_known_places_belong_to_their_root(
    catalog: FileCatalog, strengths: dict[str, Floats], root: str, landmark: str
) -> None:
    assert strengths[root][catalog.surface.landmarks[landmark]] > 0.45


def test_a_broken_dermatome_is_said_with_its_line(sample: Places) -> None:
    sample.dermatomes.write_text("- id: c5\n  name: C5\n  regions: [nowhere]\n", encoding="utf-8")
    assert any("nowhere" in p.sentence and p.line == 3 for p in check(sample))


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
