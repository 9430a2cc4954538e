"""What many tests stand on: a small sample atlas with real names, on an egg-shaped body."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from pathlib import Path

import pytest

from art.extents import write_extents
from art.keeping import keep_body, keep_bones, keep_extents, keep_muscles, keep_patterns, keep_points, keep_thumbnails
from atlas import paths
from atlas.content.baked.patterns import save_patterns
from atlas.content.catalog import FileCatalog
from atlas.domain.choices import FIGURES
from atlas.paths import Places
from tests.sample.make import make_body, make_bones, make_muscle
from tests.shipped import shipped_catalog

_STATUS = pytest.StashKey[int]()
_MADE_BEFORE_A_LOOK = 50_000  # atlases are made and thrown away by the hundred: seldom a look at all that is there
VIEWS = ["whole-front", "whole-back", "whole-right"]
SAMPLE = Path(__file__).parent / "sample" / "data"


@pytest.fixture(scope="session")
def catalog() -> FileCatalog:
    """The shipped atlas, for all to look at: nobody changes it."""
    return shipped_catalog()


@pytest.fixture(scope="session")
def _read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("read-once")
    sound = FileCatalog(Places(cache=folder))
    for spoken in (sound, *map(sound.in_language, sound.places.languages)):
        assert spoken.red_flag_rules and spoken.texts("infraspinatus")  # the muscle that most tests look at
    return folder


@pytest.fixture
def read_before(_read_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of one's own that keeps what was read and found sound at the last start, as on any computer."""
    folder = tmp_path_factory.mktemp("read-before")
    shutil.copytree(_read_once, folder, dirs_exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def _sample_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("sample")
    shutil.copytree(SAMPLE, root / "data")
    make_body(root / "assets", VIEWS)
    places = Places(data=root / "data", assets=root / "assets")
    make_bones(places.bones, VIEWS)
    catalog = FileCatalog(places)
    save_patterns(places.patterns, catalog.surface, catalog.muscles.values())
    for muscle in catalog.muscles:
        make_muscle(places.pictures(muscle))
    shutil.copytree(paths.FONTS, root / "assets" / "fonts")
    (root / "assets" / "CREDITS.md").write_text("An egg, and nobody's.", encoding="utf-8")
    for figure in FIGURES:
        write_extents(places, figure, catalog.muscles)
    keep_body(places)
    keep_bones(places, {"manubrium-top": FileCatalog(places).surface.vertex("manubrium-top")})
    for keep in (keep_points, keep_patterns, keep_muscles, keep_extents, keep_thumbnails):
        keep(places)
    return root


@pytest.fixture
def sample(_sample_once: Path, tmp_path: Path) -> Places:
    """A sound small atlas of one's own, to read or to break."""
    root = tmp_path / "atlas"
    shutil.copytree(_sample_once, root)
    return Places(data=root / "data", assets=root / "assets")


def pytest_collection_finish(session: pytest.Session) -> None:
    """`atlas.startup` has turned the collector off for a window that is to come; most tests open none."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_MADE_BEFORE_A_LOOK, 10, 10)
    gc.enable()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    session.config.stash[_STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Ends at once when all has been said: Qt and Python take each other's objects down in no sure order."""
    if _STATUS in config.stash:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[_STATUS])
