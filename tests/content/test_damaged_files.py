"""Damaged, oversized and strange files: each is refused at once and in a sentence, and nothing is believed of it."""

from __future__ import annotations

import io
import json
import os
import time
import zipfile
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from atlas.content.baked.arrays import DamagedArrays, read_arrays
from atlas.content.baked.body import DamagedBody, read_surface
from atlas.content.baked.cameras import read_cameras
from atlas.content.cache import ReadCache, fingerprint, from_plain, to_plain
from atlas.content.catalog import FileCatalog
from atlas.content.files import read_bytes, read_json
from atlas.content.kept.drawing_files import read_drawing
from atlas.content.knowledge import Knowledge
from atlas.content.loading import load
from atlas.content.problems import shown
from atlas.content.reading.yaml_reader import parse, read
from atlas.domain.anatomy import Landmark
from atlas.domain.pain.drawing_record import NotADrawing
from atlas.domain.pattern import Pattern, paint_pattern
from atlas.domain.problems import Unreadable
from atlas.domain.views import View
from atlas.paths import Places

SCM = "sternocleidomastoid-sternal"


def _pipe(path: Path) -> Path:
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    return path


# -- what is no file ---------------------------------------------------------


def test_a_pipe_a_folder_and_a_device_are_refused_without_being_opened(tmp_path: Path) -> None:
    for path in (_pipe(tmp_path / "pipe"), tmp_path, Path("/dev/zero")):
        with pytest.raises(Unreadable, match="it is a folder, a pipe or a device"):
            read_bytes(path)


@pytest.mark.parametrize("what", ["surface", "patterns", "visibility-female"])
def test_a_pipe_among_the_assets_is_named_and_nothing_waits(sample: Places, what: str) -> None:
    _pipe(sample.body / f"{what}.npz")
    catalog = FileCatalog(sample)
    catalog.pattern(SCM)
    catalog.visibility("female")
    assert any(f"{what}.npz" in p.file and "a pipe or a device" in p.sentence for p in catalog.problems)


def test_a_pipe_in_place_of_data_a_drawing_or_a_kept_copy_holds_nothing_up(sample: Places, tmp_path: Path) -> None:
    assert "a pipe" in read(_pipe(tmp_path / "x.yaml")).problems[0].sentence
    with pytest.raises(NotADrawing, match="cannot be opened"):
        read_drawing(_pipe(tmp_path / "d.json"), FileCatalog(sample).surface)
    assert fingerprint([_pipe(tmp_path / "y.yaml")]) is None
    _pipe(tmp_path / "copy.json")
    assert ReadCache(tmp_path).find("copy", "key", dict) is None


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(3_000_000_000)
    began = time.thread_time()
    with pytest.raises(Unreadable, match=r"The file has 3e\+03 MB; more than 8 MB is not read"):
        read_json(path)
    assert time.thread_time() - began < 0.5


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a": NaN}', '{"a": 1e999}', '{"a": -Infinity}', "9" * 5000, ""])
def test_json_that_is_deep_or_holds_what_is_no_number_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable, match="it is not JSON"):
        read_json(tmp_path / "x.json")


@pytest.mark.parametrize("number", ["9" * 5000, "1" * 400 + ".5", "1.0e999"])
def test_a_number_that_means_nothing_is_said_with_its_line(number: str) -> None:
    document = parse(f"- id: a\n- id: b\n  vertex: {number}\n".encode(), "f.yaml")
    (problem,) = document.problems
    assert problem.line == 3 and "number" in problem.sentence
    assert document.value[0] == {"id": "a"}


# -- arrays ------------------------------------------------------------------


def _npz(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    with np.load(path) as held:
        arrays = {k: held[k] for k in held.files}
    change(arrays)
    np.savez_compressed(path, **arrays)
    (path.parents[1] / "made-from.json").unlink(missing_ok=True)  # or its digest alone would tell


def test_a_bomb_of_two_gigabytes_is_refused_in_milliseconds(sample: Places) -> None:
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": "|u1", "fortran_order": False, "shape": (2_000_000_000,)})
    member = zipfile.ZipInfo("faces.npy")
    member.compress_type = zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(sample.surface, "w") as archive, archive.open(member, "w") as file:
        file.write(header.getvalue())
        for _ in range(40):
            file.write(bytes(1_000_000))
    began = time.thread_time()
    with pytest.raises(DamagedArrays, match="far more than the atlas ever holds"):
        read_arrays(sample.surface)
    assert time.thread_time() - began < 0.1


def test_a_member_that_says_less_than_it_holds_is_refused(sample: Places) -> None:
    data = io.BytesIO()
    np.lib.format.write_array_header_1_0(data, {"descr": "<f4", "fortran_order": False, "shape": (2_000_000_000, 3)})
    with zipfile.ZipFile(sample.surface, "w") as archive:
        archive.writestr("female.npy", data.getvalue() + b"1234")
    with pytest.raises(DamagedArrays, match="not of a kind"):
        read_arrays(sample.surface)


def test_a_pickle_is_never_opened(sample: Places) -> None:
    np.savez(sample.surface, version=np.array([{"a": 1}], dtype=object))
    with pytest.raises(DamagedArrays):
        read_arrays(sample.surface)


def _far(a: dict[str, Any]) -> None:
    a["female"] = a["female"] * 1e6


def _nan(a: dict[str, Any]) -> None:
    a["male"][5, 1] = np.nan


def _words(a: dict[str, Any]) -> None:
    a["female"] = np.full(a["female"].shape, "x")


def _flat(a: dict[str, Any]) -> None:
    a["faces"] = a["faces"].ravel()


def _beyond(a: dict[str, Any]) -> None:
    a["faces"][0, 0] = 65_535


def _below(a: dict[str, Any]) -> None:
    a["faces"] = a["faces"].astype(np.int32)
    a["faces"][0, 0] = -1


def _one_twin(a: dict[str, Any]) -> None:
    a["twin"] = np.roll(a["twin"], 1)


def _short(a: dict[str, Any]) -> None:
    a["region"] = a["region"][:-1]


def _none(a: dict[str, Any]) -> None:
    for name in a:
        a[name] = a[name][:0] if a[name].ndim else a[name]


@pytest.mark.parametrize("change", [_far, _nan, _words, _flat, _beyond, _below, _one_twin, _short, _none])
def test_a_body_whose_arrays_are_sound_but_wrong_is_no_body(sample: Places, change: Any) -> None:
    _npz(sample.surface, change)
    with pytest.raises(DamagedBody):
        read_surface(sample.surface, (), {}, {})
    catalog = FileCatalog(sample)
    assert catalog.pattern(SCM).zones[0].painting.vertices.size == 0
    assert [p.file.endswith("surface.npz") for p in catalog.problems] == [True]


# -- painted patterns --------------------------------------------------------


def _with_index(change: Callable[[dict[str, Any]], Any]) -> Callable[[dict[str, Any]], None]:
    def changed(arrays: dict[str, Any]) -> None:
        index = json.loads(arrays["index"].tobytes())
        change(index[SCM])
        arrays["index"] = np.frombuffer(json.dumps(index).encode(), np.uint8)

    return changed


def _entry(name: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(entry: dict[str, Any]) -> None:
        entry[name] = value(entry[name]) if callable(value) else value

    return _with_index(change)


_WRONG_ENTRIES = {
    "zones a number": _entry("zones", 7),
    "zones of one thing": _entry("zones", lambda z: [[1] for _ in z]),
    "a zone too few": _entry("zones", lambda z: z[:-1]),
    "zones the other way round": _entry("zones", lambda z: z[::-1]),
    "a strength of its own": _entry("zones", lambda z: [[n, "mild", a, b] for n, _, a, b in z]),
    "a slice beyond": _entry("zones", lambda z: [[n, s, a, b + 10**9] for n, s, a, b in z]),
    "a slice backward": _entry("zones", lambda z: [[n, s, b, a] for n, s, a, b in z]),
    "a slice below": _entry("zones", lambda z: [[n, s, -5, b] for n, s, _, b in z]),
    "a slice in words": _entry("zones", lambda z: [[n, s, "a", "b"] for n, s, _, _ in z]),
    "a point nowhere": _entry("points", lambda p: [[n, 10**7] for n, _ in p]),
    "a point below": _entry("points", lambda p: [[n, -1] for n, _ in p]),
    "points in words": _entry("points", lambda p: [[n, "x"] for n, _ in p]),
    "no points": _entry("points", []),
    "another point": _entry("points", lambda p: [[9, v] for _, v in p]),
    "a sheet too many": _entry("crossed", [99]),
    "crossed nothing": _entry("crossed", None),
    "a key that is a list": _entry("key", []),
    "no entry at all": _with_index(lambda entry: entry.clear()),
}


@pytest.mark.parametrize("what", _WRONG_ENTRIES)
def test_a_wrong_painted_pattern_is_said_and_painted_anew(sample: Places, what: str, anew: Pattern) -> None:
    _npz(sample.patterns, _WRONG_ENTRIES[what])
    catalog = FileCatalog(sample)
    _is_painted_anew(catalog, anew)
    (problem,) = catalog.problems
    assert problem.muscle == SCM and "painted anew" in problem.sentence and problem.mended
    assert catalog.stored_pattern(catalog.muscles["deltoid-anterior"]) is not None


def _no_vertex(a: dict[str, Any]) -> None:
    a["vertices"] = a["vertices"] + np.uint16(40_000)


def _vertices_in_words(a: dict[str, Any]) -> None:
    a["vertices"] = a["vertices"].astype("U5")


def _too_few(a: dict[str, Any]) -> None:
    a["strengths"] = a["strengths"][:-1]


def _in_parts(a: dict[str, Any]) -> None:
    a["strengths"] = a["strengths"].astype(np.float32)


def _deep(a: dict[str, Any]) -> None:
    a["index"] = np.frombuffer(b"[" * 200_000, np.uint8)


def _a_list(a: dict[str, Any]) -> None:
    a["index"] = np.frombuffer(b"[]", np.uint8)


@pytest.mark.parametrize("change", [_no_vertex, _vertices_in_words, _too_few, _in_parts, _deep, _a_list])
def test_patterns_that_are_sound_arrays_but_wrong_are_painted_anew(sample: Places, change: Any, anew: Pattern) -> None:
    _npz(sample.patterns, change)
    catalog = FileCatalog(sample)
    _is_painted_anew(catalog, anew)
    (problem,) = catalog.problems
    assert problem.file.endswith("patterns.npz") and problem.mended


def test_a_pattern_whose_vertices_do_not_ascend_is_painted_anew(sample: Places, anew: Pattern) -> None:
    def shuffle(a: dict[str, Any]) -> None:
        a["vertices"] = a["vertices"][::-1].copy()

    _npz(sample.patterns, shuffle)
    _is_painted_anew(FileCatalog(sample), anew)


@pytest.fixture(scope="module")
def anew(_sample_once: Path) -> Pattern:
    """The pattern as it is painted from its data alone."""
    catalog = FileCatalog(Places(data=_sample_once / "data", assets=_sample_once / "assets"))
    return paint_pattern(catalog.surface, catalog.muscles[SCM])


def _is_painted_anew(catalog: FileCatalog, anew: Pattern) -> None:
    pattern = catalog.pattern(SCM)
    assert pattern.points == anew.points
    assert all(
        np.array_equal(a.painting.vertices, b.painting.vertices) for a, b in zip(pattern.zones, anew.zones, strict=True)
    )


# -- cameras -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("width", value) for value in (0, -1, "wide", 10**9, 1.5, True, None)),
        *(("mm_per_px", value) for value in (0, -1, "1", 1e9, [])),
        *(("yaw", value) for value in ("left", 1e9, {})),
        *(("centre", value) for value in ([0, 0], [0, 0, "x"], 7, [0, 0, 1e12])),
        ("stance", 4),
    ],
)
def test_a_camera_that_cannot_be_is_left_out_and_said(sample: Places, field: str, value: Any) -> None:
    path = sample.cameras("female")
    written = json.loads(path.read_text(encoding="utf-8"))
    written["whole-back"][field] = value
    path.write_text(json.dumps(written), encoding="utf-8")
    cameras, wrong = read_cameras(path)
    assert set(cameras) == {"whole-front", "whole-right"}
    assert wrong == ["The cameras of these views are damaged: whole-back."]
    sample.made_from.unlink()  # else it is enough that the file is not as it was made
    catalog = FileCatalog(sample)
    assert any("whole-back" in p.sentence for p in catalog.problems)
    assert {v.id: list(v.cameras) for v in catalog.views.values()}["whole-back"] == ["male"]


def test_cameras_that_were_changed_are_not_trusted(sample: Places) -> None:
    path = sample.cameras("male")
    path.write_text(path.read_text(encoding="utf-8").replace('"yaw": 180', '"yaw": 170'), encoding="utf-8")
    catalog = FileCatalog(sample)
    assert [p.file for p in catalog.problems if "not as it was made" in p.sentence] == [shown(path)]
    assert all(list(v.cameras) == ["female"] for v in catalog.views.values())


@pytest.mark.parametrize("text", ["[" * 100_000, "[]", "null", '{"whole-front": 4}', '{"whole-front": {"yaw": NaN}}'])
def test_a_file_of_cameras_that_holds_none_is_said(sample: Places, text: str) -> None:
    sample.cameras("female").write_text(text, encoding="utf-8")
    assert read_cameras(sample.cameras("female"))[0] == {}
    assert any("views.json" in p.file for p in FileCatalog(sample).problems)


# -- kept copies -------------------------------------------------------------


def test_a_kept_copy_with_the_right_key_and_another_value_is_as_good_as_none(sample: Places, tmp_path: Path) -> None:
    places = Places(data=sample.data, assets=sample.assets, cache=tmp_path)
    load(places)
    path = tmp_path / "knowledge.json"
    held = json.loads(path.read_text(encoding="utf-8"))
    text = path.read_text(encoding="utf-8")
    assert load(places)[0] == load(Places(data=sample.data, assets=sample.assets))[0]
    path.write_text(text.replace("Sternocleidomastoid", "Sternocleidomastoif"), encoding="utf-8")
    assert load(places)[0].muscles[0].name.startswith("Sternocleidomastoid")
    held["value"] = 7
    path.write_text(json.dumps(held), encoding="utf-8")
    assert load(places)[0].muscles[0].id == SCM


def test_a_kept_copy_is_believed_only_in_its_own_types(sample: Places) -> None:
    knowledge, make = load(sample)[0], from_plain(Knowledge)
    sound = json.loads(json.dumps(to_plain(knowledge)))
    assert make(sound) == knowledge
    for change in (
        lambda k: k[4][0].__setitem__(1, 7),
        lambda k: k[4][0].__setitem__(1, None),
        lambda k: k[0][0].__setitem__([f.name for f in fields(Landmark)].index("vertex"), "x"),
        lambda k: k[3][0].__setitem__([f.name for f in fields(View)].index("yaw"), "wide"),
        lambda k: k[4].__setitem__(0, "sternocleidomastoid"),
        lambda k: k.__setitem__(4, {}),
        lambda k: k.pop(),
    ):
        wrong = json.loads(json.dumps(sound))
        change(wrong)
        with pytest.raises((TypeError, ValueError, KeyError)):
            make(wrong)


def test_words_are_believed_only_as_words() -> None:
    assert from_plain(dict[str, str])({"a": "b"}) == {"a": "b"}
    for wrong in ({"a": 1}, {"a": None}, ["a"]):
        with pytest.raises((TypeError, AttributeError)):
            from_plain(dict[str, str])(wrong)
