"""The window over damaged files: it opens, says what is wrong with which file, and never shows less in silence."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from atlas import paths
from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.paths import Places
from atlas.render.fonts import load_fonts
from tests.ui.conftest import close

MUSCLE, VIEW = "infraspinatus", "torso-back"
Open = Callable[[], AtlasApp]


class Damaged:
    """The shipped atlas as links, and windows on it."""

    def __init__(self, root: Path, read_before: Path, qtbot: QtBot) -> None:
        self.places = Places(data=root / "data", assets=root / "assets", cache=read_before)
        self._qtbot = qtbot
        self._opened: list[AtlasApp] = []
        for folder in (paths.DATA, paths.BODY, paths.ASSETS / "bones", paths.MUSCLES / MUSCLE, paths.FONTS):
            for file in folder.rglob("*"):
                if file.is_file():
                    there = root / file.relative_to(paths.ROOT)
                    there.parent.mkdir(parents=True, exist_ok=True)
                    there.symlink_to(file)
        for folder in paths.MUSCLES.glob("*/"):
            if folder.name != MUSCLE:
                (self.places.muscles / folder.name).symlink_to(folder)

    def damage(self, path: Path, data: bytes = b"") -> None:
        path.unlink()
        path.write_bytes(data)

    def open(self) -> AtlasApp:
        made = AtlasApp(
            FileCatalog(self.places),
            body=self.places.body,
            muscles=self.places.muscles,
            languages=self.places.data / "languages",
        )
        self._opened.append(made)
        made.window.resize(1280, 800)
        made.open()
        self.settle(made)
        return made

    def settle(self, atlas: AtlasApp) -> None:
        self._qtbot.waitUntil(lambda: not atlas.presenter.is_behind)
        QApplication.processEvents()

    def close(self) -> None:
        for made in self._opened:
            made.store.set(replace(made.store.state, mode="muscles"))
            made.presenter.stop()
            made.pain_drawing.stop()
            close(made)


@pytest.fixture
def damaged(tmp_path: Path, read_before: Path, qtbot: QtBot) -> Iterator[Damaged]:
    made = Damaged(tmp_path, read_before, qtbot)
    yield made
    made.close()


def _told(atlas: AtlasApp) -> str:
    """All that the line at the top says."""
    assert not atlas.window.notice.isHidden()
    for button in atlas.window.notice.findChildren(QPushButton):
        if button.text() == "Show all" and not button.isHidden():
            button.click()
    return atlas.window.notice.text()


def test_the_sound_links_open_without_a_word(damaged: Damaged) -> None:
    atlas = damaged.open()
    atlas.store.choose_muscle(MUSCLE)
    damaged.settle(atlas)
    assert atlas.window.notice.isHidden() and atlas.catalog.problems == ()


@pytest.mark.parametrize("ending", ["jpg", "png", "half"])
def test_a_picture_that_cannot_be_read_says_so_in_its_place_and_at_the_top(damaged: Damaged, ending: str) -> None:
    damaged.damage(damaged.places.body / "female" / f"{VIEW}.{ending}", b"nonsense")
    atlas = damaged.open()
    atlas.store.choose_muscle(MUSCLE)
    atlas.store.choose_view(VIEW)
    damaged.settle(atlas)
    plate = atlas.window.plate_pane.plate
    assert plate.picture.is_blank and plate.picture.points() == []
    assert "This picture cannot be shown" in plate.accessibleDescription()
    atlas.window.grab()
    assert f"{VIEW}.{ending}" in _told(atlas)
    atlas.store.choose_view("whole-back")
    damaged.settle(atlas)
    assert not plate.picture.is_blank and plate.picture.points()
    assert atlas.muscles.pane.article.isVisible()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken"])
@pytest.mark.parametrize("name", ["stances", "surface", "visibility-female"])
def test_arrays_that_cannot_be_read_leave_a_window_that_answers(damaged: Damaged, name: str, data: bytes) -> None:
    damaged.damage(damaged.places.body / f"{name}.npz", data)
    atlas = damaged.open()
    atlas.store.choose_muscle(MUSCLE)
    atlas.store.choose_view("pelvis-below")  # taken with the legs apart
    damaged.settle(atlas)
    assert f"{name}.npz" in _told(atlas)
    assert atlas.muscles.pane.article.isVisible()
    atlas.store.choose_view("whole-front")
    damaged.settle(atlas)
    atlas.window.grab()


def test_a_file_with_one_mistake_is_not_buried_by_one_with_many(damaged: Damaged) -> None:
    damaged.damage(damaged.places.landmarks, b"- {}\n" * 20)
    damaged.damage(damaged.places.sources)
    atlas = damaged.open()
    said = _told(atlas).splitlines()
    assert "landmarks.yaml" in said[0] and any("sources.yaml" in line for line in said[1:4])


def test_what_is_found_wrong_later_is_told_too(damaged: Damaged, qtbot: QtBot) -> None:
    damaged.damage(damaged.places.guide("glossary"))
    damaged.damage(damaged.places.dermatomes, b"- id: c5\n  name: C5\n")
    atlas = damaged.open()
    assert atlas.window.notice.isHidden()
    atlas.store.read_guide("problem/neck-pain")
    qtbot.waitUntil(lambda: not atlas.window.notice.isHidden())
    assert "glossary.yaml" in _told(atlas)
    atlas.store.choose_mode("pain")
    qtbot.waitUntil(lambda: "dermatomes.yaml" in _told(atlas))


def test_a_problem_put_away_stays_away_until_another_is_found(damaged: Damaged, qtbot: QtBot) -> None:
    damaged.damage(damaged.places.body / "female" / f"{VIEW}.jpg")
    damaged.damage(damaged.places.body / "male" / f"{VIEW}.jpg")
    atlas = damaged.open()
    atlas.presenter.warm_up.stop()
    atlas.store.choose_view(VIEW)
    qtbot.waitUntil(lambda: not atlas.window.notice.isHidden())
    atlas.window.notice.hide()
    atlas.store.choose_muscle(MUSCLE)
    damaged.settle(atlas)
    assert atlas.window.notice.isHidden()
    atlas.store.choose_figure("male")
    atlas.store.choose_view(VIEW)
    qtbot.waitUntil(lambda: not atlas.window.notice.isHidden())


def test_one_guide_serves_a_window(damaged: Damaged) -> None:
    atlas = damaged.open()
    atlas.store.read_guide("problem/neck-pain")
    atlas.store.choose_mode("pain")
    damaged.settle(atlas)
    assert atlas.pain_drawing.made is not None
    assert atlas.pain_drawing.made.presenter.guide is atlas.guide.opened().guide is atlas.catalog.guide("en")


@pytest.mark.parametrize(
    "name",
    [
        "body/female/shoulder-back-right.jpg",
        "body/surface.npz",
        "body/visibility-female.npz",
        f"muscles/{MUSCLE}/female/shoulder-back-right.png",
    ],
)
def test_a_handout_that_would_lack_a_picture_is_not_made(damaged: Damaged, tmp_path: Path, name: str) -> None:
    damaged.damage(damaged.places.assets / name, b"nonsense")
    atlas = damaged.open()
    atlas.store.choose_muscle(MUSCLE)
    damaged.settle(atlas)
    assert atlas.kiosk is None
    atlas.handout.opened().open()
    desk = atlas.handout.made
    assert desk is not None and desk.leaflet is None
    desk.save(tmp_path / "x.pdf")
    assert not (tmp_path / "x.pdf").exists()
    assert Path(name).name in desk.sheet.trouble.text()
    desk.put_away()


@pytest.mark.parametrize("name", ["interface.qm", "thumb.png"])
def test_a_language_or_a_small_picture_that_cannot_be_read_is_told(damaged: Damaged, name: str) -> None:
    folder = damaged.places.data / "languages" / "es" if name.endswith("qm") else damaged.places.muscles / MUSCLE
    damaged.damage(folder / name, b"nonsense")
    atlas = damaged.open()
    atlas.store.choose_muscle(MUSCLE)
    atlas.window.grab()
    damaged.settle(atlas)
    assert f"/{name}: " in _told(atlas)


@pytest.mark.parametrize("damage", [lambda data: b"nonsense", lambda data: data[: len(data) * 9 // 10]])
def test_a_typeface_that_cannot_be_read_whole_is_named(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    for name in ("Inter-Regular.ttf", "Inter-SemiBold.ttf"):
        (tmp_path / name).write_bytes(damage((paths.FONTS / name).read_bytes()))
    assert [p.sentence for p in load_fonts(tmp_path)] == ["The typeface is damaged, so another one is used."] * 2


def test_damaged_patterns_are_painted_beside_while_the_window_answers(
    damaged: Damaged, qtbot: QtBot, catalog: FileCatalog
) -> None:
    some = ["infraspinatus", "temporalis", "soleus"]
    damaged.damage(damaged.places.patterns, damaged.places.patterns.read_bytes()[:5000])
    text = damaged.places.referrals.read_text(encoding="utf-8")
    entries = text.split("\n- id: ")
    kept = [e for e in entries[1:] if e.split("\n", 1)[0] in some]
    head = entries[0] if not entries[0].startswith("- id: ") else ""
    alone = re.sub(r"(?m)^  related: .*\n", "", head + "".join("\n- id: " + e for e in kept))
    damaged.damage(damaged.places.referrals, alone.encode())
    atlas = damaged.open()
    assert "patterns.npz" in _told(atlas)
    began = time.perf_counter()
    atlas.store.choose_mode("pain")
    pain = atlas.pain_drawing.made
    assert pain is not None
    pain.presenter.answer()
    assert time.perf_counter() - began < 2.0
    qtbot.waitUntil(lambda: atlas.catalog.repainting.is_done, timeout=30_000)
    for muscle in set(some) & set(atlas.catalog.muscles):
        painted = atlas.catalog.pattern(muscle).painting("essential").vertices
        assert set(catalog.pattern(muscle).painting("essential").vertices) <= set(painted)
