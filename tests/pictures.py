"""Pictures of every surface, to be looked at, or to be compared with those of another state of the code.

python -m tests.pictures FOLDER                    each surface at two sizes, in every language
python -m tests.pictures FOLDER --against EARLIER  also names every picture that differs, and by how many pixels
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PIL import Image
from PySide6.QtWidgets import QApplication

from atlas import paths
from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.domain.state import AtlasState, Room
from atlas.paths import Places
from atlas.render.fonts import font, load_fonts
from atlas.ui.plate.view_strip import ViewStrip
from tests.ui.conftest import close
from tests.ui.surfaces import every_surface

SIZES = ((1280, 800), (800, 1280))
_SETTLE_S = 0.4  # small and fine pictures follow when the hand rests


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--against", type=Path, metavar="EARLIER", help="a folder of earlier pictures")
    parser.add_argument("--only", metavar="TEXT", default="", help="only surfaces whose name holds this")
    parser.add_argument("--theme", default="light")
    asked = parser.parse_args()
    application = QApplication.instance() or QApplication([])
    load_fonts(paths.FONTS)
    application.setCursorFlashTime(0)
    catalog = FileCatalog(Places())
    for language in ("en", *catalog.places.languages):
        for kiosk in (False, True):
            application.setFont(font())
            made = AtlasApp(catalog, kiosk=kiosk)
            made.open()
            made.store.set(AtlasState(room=Room(language=language)))
            made.store.choose_theme(asked.theme)
            QApplication.processEvents()
            for width, height in SIZES:
                place = asked.folder / f"{'kiosk' if kiosk else 'desk'}-{language}-{width}x{height}"
                take(made, place, width, height, asked.only)
            close(made)  # or windows outlive the application, which aborts at the end
    return compare(asked.folder, asked.against) if asked.against else 0


def take(made: AtlasApp, folder: Path, width: int, height: int, only: str) -> None:
    """Writes a picture of each surface into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, root) in enumerate(every_surface(made, (width, height))):
        if only not in name:
            continue
        strips = root.window().findChildren(ViewStrip)
        for strip in strips:
            strip.bring_pictures_up_to_date()
        ends = time.monotonic() + _SETTLE_S
        while time.monotonic() < ends or any(strip.is_behind for strip in strips if strip.isVisible()):
            QApplication.processEvents()
            time.sleep(0.005)
        root.window().grab().save(str(folder / f"{number:02d}-{name.replace('/', '-').replace(' ', '-')}.png"))


def compare(folder: Path, earlier: Path) -> int:
    """Names what differs; 1 if anything does."""
    names = {p.relative_to(f) for f in (folder, earlier) for p in f.rglob("*.png")}
    differing = 0
    for name in sorted(names):
        pair = [f / name for f in (folder, earlier)]
        if not all(p.exists() for p in pair):
            print(f"{name}: only in {next(p.parent.parent for p in pair if p.exists())}")
            differing += 1
            continue
        now, before = (np.asarray(Image.open(p).convert("RGB"), np.int16) for p in pair)
        if now.shape != before.shape:
            print(f"{name}: {now.shape[1]}x{now.shape[0]} px, before {before.shape[1]}x{before.shape[0]}")
            differing += 1
        elif (count := int((now != before).any(axis=-1).sum())) > 0:
            print(f"{name}: {count} px differ, by up to {int(np.abs(now - before).max())} of 255")
            differing += 1
    print(f"{len(names)} pictures, {differing} differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
