"""Settings: one's own are written, those of others stay, and what cannot be read is kept."""

from __future__ import annotations

import codecs
import hashlib
import json
import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from atlas.content.kept.pin import fits, hashed, is_hash
from atlas.content.kept.preferences import (
    BrokenSettings,
    Preferences,
    change_preferences,
    kept_pin,
    load_preferences,
    save_preferences,
)
from atlas.domain.problems import NotSaved
from tests.pins import quickly_hashed

KEPT = Preferences(tone="monk-7", theme="dark", clinic="Riverside\u00a0Clinic", pin=quickly_hashed("2468"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "window.json"


def test_what_was_kept_is_found_again_by_its_owner_only(path: Path) -> None:
    assert load_preferences(path) == (Preferences(), None)
    save_preferences(path, KEPT)
    assert load_preferences(path) == (KEPT, None) and stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o644)
    save_preferences(path, KEPT, KEPT)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_cannot_be_used_falls_back_is_named_and_is_kept(path: Path) -> None:
    path.parent.mkdir()
    strange = {"tone": "purple", "figure": "male", "more": [1], "logo": "a\0b", "clinic": "\ud800", "text_size": True}
    path.write_text(json.dumps(strange), encoding="utf-8")
    before, problem = load_preferences(path)
    names = ("clinic", "logo", "text_size", "tone")
    assert (before, problem) == (Preferences(figure="male"), BrokenSettings(path, names))
    assert str(path) in str(problem) and all(name in str(problem) for name in names) and "more" not in str(problem)
    save_preferences(path, replace(before, theme="dark"), before)
    assert json.loads(path.read_text(encoding="utf-8")) == strange | {"theme": "dark"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_settings_that_another_editor_wrote_are_read(path: Path, encoding: str) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"clinic": "Río", "pin": ""}, ensure_ascii=False), encoding=encoding)
    assert load_preferences(path) == (Preferences(clinic="Río"), None)
    save_preferences(path, Preferences(clinic="Río", theme="dark"), Preferences(clinic="Río"))
    assert not path.read_bytes().startswith(codecs.BOM_UTF8)
    assert load_preferences(path)[0] == Preferences(clinic="Río", theme="dark")


def test_two_windows_write_only_what_they_changed(path: Path) -> None:
    save_preferences(path, KEPT)
    one, other = load_preferences(path)[0], load_preferences(path)[0]
    save_preferences(path, replace(one, clinic="Lakeside", logo="/logo.png"), one)
    change_preferences(path, {"pin": quickly_hashed("1357")})
    save_preferences(path, replace(other, theme="contrast", figure="male"), other)
    now = load_preferences(path)[0]
    assert (now.clinic, now.logo, now.theme, now.figure) == ("Lakeside", "/logo.png", "contrast", "male")
    assert fits("1357", now.pin) and now.tone == "monk-7"


def test_windows_that_close_at_the_same_moment_lose_nothing(path: Path) -> None:
    save_preferences(path, KEPT)
    writer = (
        "import sys; from pathlib import Path; from atlas.content.kept.preferences import change_preferences\n"
        "for k in range(60): change_preferences(Path(sys.argv[1]), {sys.argv[2] + str(k): k})"
    )
    both = [subprocess.Popen([sys.executable, "-c", writer, str(path), name]) for name in "ab"]
    assert [p.wait() for p in both] == [0, 0]
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert [n + str(k) for n in "ab" for k in range(60) if n + str(k) not in kept] == []
    assert [f.name for f in path.parent.iterdir()] == ["window.json"]


@pytest.mark.parametrize(
    "broken",
    [b"", b"{}", b"[[[", b"[1]", b"\xff\xfe\xff", b"[" * 100_000, b'{"text_size": ' + b"9" * 5000 + b"}", b"{" * 9],
)
def test_broken_settings_are_kept_and_never_overwritten(path: Path, broken: bytes) -> None:
    path.parent.mkdir()
    aside = path.with_name("window.json.broken")
    path.write_bytes(broken)
    kept, problem = load_preferences(path)
    assert kept == Preferences() and problem == BrokenSettings(aside)
    assert str(problem).endswith(f"What was there is kept in {aside}.") and "line" not in str(problem)
    save_preferences(path, replace(kept, theme="dark"), kept)
    assert load_preferences(path) == (Preferences(theme="dark"), None)
    path.write_bytes(broken + b"[")
    save_preferences(path, replace(kept, theme="dark"), kept)  # broken since it was read
    assert aside.read_bytes() == broken
    assert path.with_name("window.json.broken-2").read_bytes() == broken + b"["


def test_nobody_knows_the_pin_of_settings_that_were_broken_until_one_is_set(path: Path) -> None:
    assert kept_pin(path) == ""
    save_preferences(path, Preferences(), Preferences())
    assert kept_pin(path) == ""
    save_preferences(path, KEPT)
    assert kept_pin(path) == KEPT.pin
    path.write_bytes(path.read_bytes()[:40])
    assert kept_pin(path) is None
    load_preferences(path)
    assert not path.exists() and kept_pin(path) is None
    save_preferences(path, Preferences(theme="dark"), Preferences())
    assert kept_pin(path) is None
    change_preferences(path, {"pin": ""})
    assert kept_pin(path) == ""


@pytest.mark.parametrize(
    "contents", ["{}", '{"pin": 4711}', '{"pin": null}', '{"pin": "4711"}', "null", "", '{"pin": "']
)
def test_settings_without_a_sound_pin_are_none_without_one(path: Path, contents: str) -> None:
    path.parent.mkdir()
    path.write_text(contents, encoding="utf-8")
    assert kept_pin(path) is None
    before = load_preferences(path)[0]
    save_preferences(path, replace(before, theme="dark"), before)
    assert kept_pin(path) is None


def test_a_pipe_a_folder_or_something_huge_is_not_read_and_stays(path: Path) -> None:
    path.parent.mkdir()
    pipe, folder, huge = (path.with_name(n) for n in ("pipe", "folder", "huge"))
    os.mkfifo(pipe)
    folder.mkdir()
    huge.write_bytes(b" " * 1_000_001)
    for strange in (pipe, folder, huge):
        assert load_preferences(strange) == (Preferences(), BrokenSettings(strange))
        assert kept_pin(strange) is None
        with pytest.raises(NotSaved):
            save_preferences(strange, KEPT)
    assert stat.S_ISFIFO(pipe.stat().st_mode) and folder.is_dir() and huge.stat().st_size == 1_000_001


def test_a_link_to_the_settings_stays(path: Path) -> None:
    save_preferences(path, KEPT)
    link = path.with_name("link.json")
    link.symlink_to(path)
    save_preferences(link, replace(KEPT, theme="light"), KEPT)
    assert link.is_symlink() and load_preferences(path)[0].theme == "light"


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotSaved, match="there is no such folder"):
        save_preferences(tmp_path / "file" / "window.json", KEPT)
    assert kept_pin(tmp_path / "file" / "window.json") is None


def test_pins_that_were_set_before_still_fit_and_damaged_ones_never_do() -> None:
    before = f"00ff${hashlib.pbkdf2_hmac('sha256', b'2468', bytes.fromhex('00ff'), 200_000).hex()}"
    assert is_hash(before) and fits("2468", before) and not fits("2469", before)
    new = hashed("2468")
    assert is_hash(new) and fits("2468", new) and int(new.partition("$")[0]) >= 600_000
    assert not any(is_hash(k) for k in ("", "4711", "zz$zz", "99999999$00$" + "0" * 64, "0$00$" + "0" * 64))
    assert not fits("", "") and not fits("1234", "zz$zz") and not fits("1234", "00")
