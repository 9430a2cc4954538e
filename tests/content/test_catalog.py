"""The catalog over real files, and over missing and damaged ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from atlas.content.baked.patterns import save_patterns
from atlas.content.catalog import FileCatalog
from atlas.domain.catalog import Catalog
from atlas.domain.pattern import paint_pattern
from atlas.domain.scene import resolve
from atlas.domain.state import AtlasState, Study
from atlas.paths import Places

SCM = "sternocleidomastoid-sternal"


def test_a_state_resolves_to_a_scene_over_the_files(sample: Places) -> None:
    catalog: Catalog = FileCatalog(sample)
    scene = resolve(AtlasState(study=Study(muscle=SCM, sides="both")), catalog)
    assert scene.view.id == "whole-front"
    assert [layer.strength for layer in scene.paint] == ["spillover", "essential"]
    assert {mark.side for mark in scene.points} == {"right", "left"}


def test_stored_patterns_are_those_painted_now_to_a_hairs_breadth(sample: Places) -> None:
    catalog = FileCatalog(sample)
    stored = catalog.stored_pattern(catalog.muscles[SCM])
    live = paint_pattern(catalog.surface, catalog.muscles[SCM])
    assert stored is not None and stored.points == live.points
    n = len(catalog.surface.points)
    for a, b in zip(stored.zones, live.zones, strict=True):
        assert (a.id, a.strength) == (b.id, b.strength)
        assert np.abs(a.painting.dense(n) - b.painting.dense(n)).max() <= 0.5 / 255 + 1e-6


def test_the_same_patterns_give_the_same_bytes(sample: Places, tmp_path: Path) -> None:
    catalog = FileCatalog(sample)
    for name in ("a.npz", "b.npz"):
        save_patterns(tmp_path / name, catalog.surface, catalog.muscles.values())
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes() == sample.patterns.read_bytes()


def test_a_stroke_that_was_changed_is_painted_anew(sample: Places) -> None:
    text = sample.referrals.read_text(encoding="utf-8")
    sample.referrals.write_text(text.replace("width: [120, 160, 120]", "width: 60"), encoding="utf-8")
    catalog = FileCatalog(sample)
    assert catalog.stored_pattern(catalog.muscles[SCM]) is None
    assert catalog.stored_pattern(catalog.muscles["deltoid-anterior"]) is not None
    assert catalog.surface.painted_area(catalog.pattern(SCM).painting("essential")) < 60 * 200
    assert catalog.problems == ()


def test_a_landmark_that_was_moved_repaints_only_who_uses_it(sample: Places) -> None:
    text = sample.landmarks.read_text(encoding="utf-8")
    sample.landmarks.write_text(text.replace("vertex: 5303", "vertex: 5304"), encoding="utf-8")
    catalog = FileCatalog(sample)
    assert catalog.stored_pattern(catalog.muscles["deltoid-anterior"]) is None
    assert catalog.stored_pattern(catalog.muscles[SCM]) is not None


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 broken", b"\x93NUMPY nothing"])
@pytest.mark.parametrize("what", ["surface", "patterns", "visibility-female", "female/views"])
def test_a_missing_or_damaged_body_file_is_named_and_nothing_fails(
    sample: Places, what: str, content: bytes | None
) -> None:
    path = sample.assets / "body" / (f"{what}.json" if "views" in what else f"{what}.npz")
    path.unlink() if content is None else path.write_bytes(content)
    catalog = FileCatalog(sample)
    scene = resolve(AtlasState(study=Study(muscle=SCM)), catalog)
    assert scene.view.id in catalog.views
    assert any(path.name in p.file for p in catalog.problems)


def test_a_cut_off_file_is_named(sample: Places) -> None:
    data = sample.patterns.read_bytes()
    sample.patterns.write_bytes(data[: len(data) // 2])
    sample.made_from.unlink()
    catalog = FileCatalog(sample)
    assert catalog.pattern(SCM).zones[0].painting.vertices.size
    assert [p.sentence for p in catalog.problems] == ["These are no painted patterns; they are painted anew."]


def test_a_landmark_off_the_mesh_leaves_its_muscle_unpainted_and_says_so(sample: Places) -> None:
    text = sample.landmarks.read_text(encoding="utf-8")
    sample.landmarks.write_text(text.replace("vertex: 5303", "vertex: 60000"), encoding="utf-8")
    catalog = FileCatalog(sample)
    pattern = catalog.pattern("deltoid-anterior")
    assert pattern.zones[0].painting.vertices.size == 0
    assert "there is no landmark or point of a bone 'acromion-tip' on the body" in catalog.problems[-1].sentence


def test_a_view_the_figure_lacks_shows_nothing(sample: Places) -> None:
    path = sample.visibility("female")
    with np.load(path) as held:
        kept = {k: held[k] for k in held.files if k != "whole-back"}
    np.savez_compressed(path, **kept)
    sample.made_from.unlink()
    catalog = FileCatalog(sample)
    assert not catalog.visibility("female").of("whole-back").any()
    assert [p.sentence for p in catalog.problems] == ["What these views show is missing: whole-back."]


def test_texts_are_read_when_first_asked_for(sample: Places) -> None:
    sample.texts("head-and-neck").write_text("a: [", encoding="utf-8")
    catalog = FileCatalog(sample)
    assert catalog.problems == ()
    assert catalog.texts("deltoid-anterior")["student"]["in_one_line"] == "It points elsewhere."
    assert catalog.texts(SCM) == {"patient": {}, "clinician": {}, "student": {}}
    assert len(catalog.problems) == 1
