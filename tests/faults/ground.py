"""A whole copy of the atlas to break: package, data and assets, with what it keeps and what a user brings."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
_PARTS = ("atlas", "data", "assets")


def make_ground(root: Path) -> None:
    """A real copy (nothing in it is a link to the repository), with kept copies, a drawing, a logo and settings."""
    for part in _PARTS:
        shutil.copytree(REPOSITORY / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    for folder in ("brought", "kept", "home"):
        (root / folder).mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.ground", str(root)], env=surroundings(root), capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(done.stderr)


def link_ground(root: Path, base: Path) -> None:
    """Another ground whose files are links to those of `base`: to break one there, replace it."""
    for folder, _, names in os.walk(base):
        here = root / Path(folder).relative_to(base)
        here.mkdir(parents=True, exist_ok=True)
        for name in names:
            (here / name).hardlink_to(Path(folder) / name)


def surroundings(root: Path) -> dict[str, str]:
    """The environment in which Python imports the atlas of a ground, and nothing of the user is touched."""
    own = {
        "PYTHONPATH": f"{root}{os.pathsep}{REPOSITORY}",
        "PYTHONSAFEPATH": "1",  # not the repository's atlas, although this may run there
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(root / "home"),
        "XDG_CACHE_HOME": str(root / "home" / "cache"),
        "XDG_CONFIG_HOME": str(root / "home" / "config"),
    }
    return {**os.environ, **own}


def _bring(root: Path) -> None:
    """What is kept between starts, and the files a user brings."""
    from PIL import Image

    from atlas import paths
    from atlas.content.catalog import FileCatalog
    from atlas.domain.body.region_painting import regions_painting
    from atlas.domain.pain.drawing import from_painting
    from atlas.domain.pain.drawing_record import to_record

    places = paths.Places(cache=root / "kept")
    catalog = FileCatalog(places)
    for language in places.languages:
        guide = catalog.guide(language)
        _ = guide.guide, guide.words, catalog.in_language(language).dermatomes
        for muscle in catalog.muscles:
            catalog.texts(muscle, language)
    drawing = from_painting(catalog.surface, regions_painting(catalog.surface, ["temple"], "right"))
    brought = root / "brought"
    (brought / "drawing.json").write_text(json.dumps(to_record(drawing, "left as it was")), encoding="utf-8")
    Image.new("RGBA", (300, 100), (20, 90, 160, 200)).save(brought / "logo.png")
    settings = {"figure": "male", "clinic": "Clinic by the river", "paper": "letter", "theme": "dark"}
    (brought / "window.json").write_text(json.dumps(settings), encoding="utf-8")


if __name__ == "__main__":
    _bring(Path(sys.argv[1]))
