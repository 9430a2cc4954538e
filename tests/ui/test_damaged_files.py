"""The window over damaged files: it opens, says what is wrong with which file, and never shows less in silence."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from atlas import paths
from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.render.fonts import load_fonts
from tests.linked import LinkedAtlas
from tests.ui.conftest import close
from tests.ui.person import Person

MUSCLE, VIEW = "infraspinatus", "torso-back"
EXPLANATION = "Explanation"


class Damaged(LinkedAtlas):
    """The shipped atlas, and people before windows on it."""

    def __init__(self, root: Path, read_before: Path) -> None:
        super().__init__(root, read_before)
        self._opened: list[Person] = []

    def open(self) -> Person:
        there = self.places
        languages = there.data / "languages"
        someone = Person(
            AtlasApp(FileCatalog(there), body=there.body, muscles=there.muscles, languages=languages),
        )
        self._opened.append(someone)
        someone.opens_window()
        return someone

    def close(self) -> None:
        for someone in self._opened:
            someone.store.set(replace(someone.store.state, mode="muscles"))
            someone.settled()
            close(someone.app)


@pytest.fixture
def damaged(tmp_path: Path, read_before: Path) -> Iterator[Damaged]:
    made = Damaged(tmp_path / "atlas", read_before)
    yield made
    made.close()


def _told(someone: Person) -> str:
    """All that the line at the top says."""
    said = someone.reads_notice()
    assert said
    return said


def test_the_sound_links_open_without_a_word(damaged: Damaged) -> None:
    someone = damaged.open()
    someone.store.choose_muscle(MUSCLE)
    someone.settled()
    assert someone.reads_notice() == "" and someone.app.catalog.problems == ()


@pytest.mark.parametrize("ending", ["jpg", "png", "half"])
def test_a_picture_that_cannot_be_read_says_so_in_its_place_and_at_the_top(damaged: Damaged, ending: str) -> None:
    damaged.damage(damaged.places.body / "female" / f"{VIEW}.{ending}", b"nonsense")
    someone = damaged.open()
    someone.store.choose_muscle(MUSCLE)
    someone.store.choose_view(VIEW)
    someone.settled()
    assert someone.plate.picture.is_blank and someone.points() == []
    assert "This picture cannot be shown" in someone.describes()
    someone.picture()
    assert f"{VIEW}.{ending}" in _told(someone)
    someone.store.choose_view("whole-back")
    someone.settled()
    assert not someone.plate.picture.is_blank and someone.points()
    assert someone.reads(EXPLANATION)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken"])
@pytest.mark.parametrize("name", ["stances", "surface", "visibility-female"])
def test_arrays_that_cannot_be_read_leave_a_window_that_answers(damaged: Damaged, name: str, data: bytes) -> None:
    damaged.damage(damaged.places.body / f"{name}.npz", data)
    someone = damaged.open()
    someone.store.choose_muscle(MUSCLE)
    someone.store.choose_view("pelvis-below")  # taken with the legs apart
    someone.settled()
    assert f"{name}.npz" in _told(someone)
    assert someone.reads(EXPLANATION)
    someone.store.choose_view("whole-front")
    someone.settled()
    someone.picture()


def test_a_file_with_one_mistake_is_not_buried_by_one_with_many(damaged: Damaged) -> None:
    damaged.damage(damaged.places.landmarks, b"- {}\n" * 20)
    damaged.damage(damaged.places.sources)
    said = _told(damaged.open()).splitlines()
    assert "landmarks.yaml" in said[0] and any("sources.yaml" in line for line in said[1:4])


def test_what_is_found_wrong_later_is_told_too(damaged: Damaged) -> None:
    damaged.damage(damaged.places.guide("glossary"))
    damaged.damage(damaged.places.dermatomes, b"- id: c5\n  name: C5\n")
    someone = damaged.open()
    assert someone.reads_notice() == ""
    someone.store.read_guide("problem/neck-pain")
    someone.waits_until(lambda: bool(someone.reads_notice()))
    assert "glossary.yaml" in _told(someone)
    someone.store.choose_mode("pain")
    someone.waits_until(lambda: "dermatomes.yaml" in _told(someone))


def test_a_problem_put_away_stays_away_until_another_is_found(damaged: Damaged) -> None:
    damaged.damage(damaged.places.body / "female" / f"{VIEW}.jpg")
    damaged.damage(damaged.places.body / "male" / f"{VIEW}.jpg")
    someone = damaged.open()
    someone.store.choose_view(VIEW)
    someone.waits_until(lambda: bool(someone.reads_notice(whole=False)))
    someone.presses("Dismiss the problems")
    someone.store.choose_muscle(MUSCLE)
    someone.settled()
    assert someone.reads_notice() == ""
    someone.store.choose_figure("male")
    someone.store.choose_view(VIEW)
    someone.waits_until(lambda: bool(someone.reads_notice()))


def test_one_guide_serves_a_window(damaged: Damaged) -> None:
    app = damaged.open().app
    app.store.read_guide("problem/neck-pain")
    app.store.choose_mode("pain")
    assert app.pain_drawing.made is not None
    assert app.pain_drawing.made.presenter.guide is app.guide.opened().guide is app.catalog.guide("en")


@pytest.mark.parametrize(
    "name",
    [
        "body/female/MAIN.jpg",
        "body/surface.npz",
        "body/visibility-female.npz",
        f"muscles/{MUSCLE}/female/MAIN.png",
    ],
)
def test_a_handout_that_would_lack_a_picture_is_not_made(
    damaged: Damaged, catalog: FileCatalog, tmp_path: Path, name: str
) -> None:
    name = name.replace("MAIN", catalog.plate(MUSCLE, "female").main.view)
    damaged.damage(damaged.places.assets / name, b"nonsense")
    someone = damaged.open()
    someone.store.choose_muscle(MUSCLE)
    someone.settled()
    someone.opens_handout()
    assert someone.handout() is None
    someone.saves(tmp_path / "x.pdf", "Save PDF")
    assert not (tmp_path / "x.pdf").exists()
    assert Path(name).name in someone.reads_handout()
    someone.puts_handout_away()


@pytest.mark.parametrize("name", ["interface.qm", "thumb.png"])
def test_a_language_or_a_small_picture_that_cannot_be_read_is_told(damaged: Damaged, name: str) -> None:
    folder = damaged.places.data / "languages" / "es" if name.endswith("qm") else damaged.places.muscles / MUSCLE
    damaged.damage(folder / name, b"nonsense")
    someone = damaged.open()
    someone.store.choose_muscle(MUSCLE)
    someone.picture()
    someone.settled()
    assert f"/{name}: " in _told(someone)


@pytest.mark.parametrize("damage", [lambda data: b"nonsense", lambda data: data[: len(data) * 9 // 10]])
def test_a_typeface_that_cannot_be_read_whole_is_named(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    for name in ("Inter-Regular.ttf", "Inter-SemiBold.ttf"):
        (tmp_path / name).write_bytes(damage((paths.FONTS / name).read_bytes()))
    assert [p.sentence for p in load_fonts(tmp_path)] == ["The typeface is damaged, so another one is used."] * 2


def test_damaged_patterns_are_painted_beside_while_the_window_answers(damaged: Damaged, catalog: FileCatalog) -> None:
    some = ["infraspinatus", "temporalis", "soleus"]
    damaged.damage(damaged.places.patterns, damaged.places.patterns.read_bytes()[:5000])
    text = damaged.places.referrals.read_text(encoding="utf-8")
    entries = text.split("\n- id: ")
    kept = [e for e in entries[1:] if e.split("\n", 1)[0] in some]
    head = entries[0] if not entries[0].startswith("- id: ") else ""
    alone = re.sub(r"(?m)^  related: .*\n", "", head + "".join("\n- id: " + e for e in kept))
    damaged.damage(damaged.places.referrals, alone.encode())
    someone = damaged.open()
    assert "patterns.npz" in _told(someone)
    began = time.thread_time()
    someone.switches_to("pain")
    someone.settled()
    assert time.thread_time() - began < 2.0
    repainting = someone.app.catalog.repainting
    someone.waits_until(lambda: repainting.is_done)
    for muscle in set(some) & set(someone.app.catalog.muscles):
        painted = someone.app.catalog.pattern(muscle).painting("essential").vertices
        assert set(catalog.pattern(muscle).painting("essential").vertices) <= set(painted)
