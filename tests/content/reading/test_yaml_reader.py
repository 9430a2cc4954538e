"""Reading YAML that was written by hand, or by someone unkind."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from atlas.content.reading.yaml_builder import DEEPEST, Damaged
from atlas.content.reading.yaml_reader import LARGEST, parse, read


def said(text: str) -> list[str]:
    return [str(p) for p in parse(text.encode(), "f.yaml").problems]


def test_plain_values_are_read_as_written_and_no_stays_a_word() -> None:
    text = "a: no\nb: yes\nc: on\nd: 3\ne: 0.35\nf: true\ng: null\nh: '3'\ni: 007\nj: 2026-01-31\nk: 1:30\nl: [a, b]\n"
    document = parse(text.encode(), "f.yaml")
    assert document.problems == []
    value = document.value
    assert [value[k] for k in "abc"] == ["no", "yes", "on"]
    assert (value["d"], value["e"], value["f"], value["g"], value["h"]) == (3, 0.35, True, None, "3")
    assert (value["i"], value["j"].isoformat(), value["k"], value["l"]) == ("007", "2026-01-31", "1:30", ["a", "b"])


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ("a: &x 1\n", "f.yaml:1:4", "anchors and aliases are not used"),
        ("a: 1\nb: *x\n", "f.yaml:2:4", "anchors and aliases are not used"),
        ("a: 1\na: 2\n", "f.yaml:2:1", "`a` stands here twice"),
        ("a: !!python/object:os.system {b: 1}\n", "f.yaml:1:4", "The tag"),
        ("a:\n\tb: 1\n", "f.yaml:2:1", "A tab stands here; use spaces."),
        ("a:\n  b: 1\n c: 2\n", "f.yaml:3:2", "indentation"),
        ("a: b: c\n", "f.yaml:1:5", "A colon stands where none may be"),
        ("a: 'b\n", "f.yaml:1:4", "never closed"),
        ("? [a]\n: 2\n", "f.yaml:1:3", "A key must be a plain word."),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1", "A second document"),
        ("a: \x07\n", "f.yaml:1:1", "control character"),
    ],
)
def test_what_may_not_be_is_said_with_its_place(text: str, place: str, sentence: str) -> None:
    (problem,) = said(text)
    assert problem.startswith(place) and sentence in problem


def test_an_entry_with_bad_indentation_leaves_the_others_whole() -> None:
    text = "- id: one\n  x: 1\n- id: two\n   y: 1\n  z: [1\n- id: three\n  x: 'open\n- id: four\n  x: 4\n"
    document = parse(text.encode(), "f.yaml")
    assert document.value == [{"id": "one", "x": 1}, Damaged("two"), Damaged("three"), {"id": "four", "x": 4}]
    assert [p.line for p in document.problems] == [4, 7]
    assert document.locate((3, "x")) == (9, 6)


def test_a_text_file_with_one_broken_muscle_keeps_the_others() -> None:
    document = parse(b"soleus:\n  a: 1\npopliteus:\n  a: 'x\nplantaris:\n  a: 3\n", "f.yaml")
    assert document.value == {"soleus": {"a": 1}, "popliteus": Damaged("popliteus"), "plantaris": {"a": 3}}


def test_places_are_found_for_values_keys_and_what_is_missing() -> None:
    document = parse(b"- id: a\n  at: {along: 0.5}\n- id: b\n", "f.yaml")
    assert document.locate((0, "at", "along")) == (2, 15)
    assert document.locate((0, "at", "along"), key=True) == (2, 8)
    assert document.locate((1, "name")) == (3, 3)


def test_fifty_megabytes_of_aliases_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "bomb.yaml"
    path.write_bytes(b"a: &a [x]\n" + b"- *a\n" * 10_000_000)
    start = time.thread_time()
    document = read(path)
    assert time.thread_time() - start < 0.5
    assert document.value is None and "more than 8 MB is not read" in document.problems[0].sentence


def test_a_small_bomb_does_not_explode() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    start = time.thread_time()
    document = parse("\n".join(lines).encode(), "f.yaml")
    assert time.thread_time() - start < 0.5
    assert len(document.problems) == 81 and all(isinstance(v, Damaged) for v in document.value.values())


@pytest.mark.parametrize("text", ["[" * 1_000_000, "- " * 1_000, "{a: " * 100_000, "- *a\n" * 1_000_000])
def test_depth_and_floods_are_stopped_early(text: str) -> None:
    assert len(text) < LARGEST
    start = time.thread_time()
    document = parse(text.encode(), "f.yaml")
    assert time.thread_time() - start < 2.0
    assert 0 < len(document.problems) <= 102
    assert DEEPEST == 20


def test_a_missing_file_and_one_that_is_no_text_are_said(tmp_path: Path) -> None:
    assert "cannot be read" in read(tmp_path / "none.yaml").problems[0].sentence
    said = parse(b"\xff\xfe" + "a: 1\n".encode("utf-16-le") * 30, "f.yaml").problems
    assert [str(p) for p in said] == ["f.yaml:1:1: The file is not UTF-8 text."]


def test_a_byte_that_is_no_text_costs_its_own_entry_only() -> None:
    read = parse(b"- id: a\n- id: b\n  name: M\xfcller\n- id: c\n", "f.yaml")
    assert [str(p) for p in read.problems] == [
        "f.yaml:3:1: This line is not UTF-8 text, so the entry is left out: save the file as UTF-8."
    ]
    assert read.value == [{"id": "a"}, Damaged("b"), {"id": "c"}]


def test_printed_quotes_around_a_text_are_no_quotes() -> None:
    read = parse("- id: a\n  also: [“One, two”, three]\n".encode(), "f.yaml")
    assert str(read.problems[0]) == 'f.yaml:2:10: `“` does not quote a text here; write " before and after it.'
    assert parse("- id: a\n  said: He said “no”.\n".encode(), "f.yaml").problems == []


def test_a_key_written_twice_inside_an_entry_says_that_the_entry_is_left_out() -> None:
    read = parse(b"- id: a\n  depth: 1\n  depth: 2\n", "f.yaml")
    assert "`depth` stands here twice, so this entry is left out until one of them is gone." in str(read.problems[0])
    assert read.value == [Damaged("a")]
    assert parse(b"a: 1\na: 2\n", "f.yaml").value == {"a": 1}


def test_a_file_that_ends_within_a_line_may_have_been_cut_short(tmp_path: Path) -> None:
    file = tmp_path / "f.yaml"
    file.write_bytes(b"first: All of it.\nsecond: Half of i")
    document = read(file)
    assert document.value == {"first": "All of it.", "second": "Half of i"}
    assert [(p.line, p.column, p.sentence[:31]) for p in document.problems] == [
        (2, 18, "The file ends within a line, so")
    ]
    file.write_bytes(b"first: All of it.\n")
    assert read(file).problems == []
