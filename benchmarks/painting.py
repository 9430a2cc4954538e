"""How closely paint follows the finger at 1920 by 1080: `python benchmarks/painting.py`. Needs no display.

A move of the mouse until the picture, the drawing and what else followed it has been painted, 150 moves a stroke. Time
of the processor, so that other work on the machine does not count; of three strokes the one it slowed down least.
"""

from __future__ import annotations

import math
import os
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from atlas import paths
from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.domain.pain.pain_report import BRUSH_WIDTHS
from atlas.render.fonts import font, load_fonts

_MOVES = 150
_STROKES = 3


def main() -> None:
    application = QApplication([])
    load_fonts(paths.FONTS)
    application.setFont(font())
    atlas = AtlasApp(FileCatalog())
    atlas.open()
    atlas.window.resize(1920, 1080)
    atlas.store.choose_mode("pain")
    while atlas.presenter.is_behind or atlas.presenter.warm_up.is_going_on:
        application.processEvents()
    print("| view | brush | median | 95% | worst |\n|---|---|---|---|---|")
    for view in ("whole-front", "torso-back", "head-front"):
        atlas.store.choose_view(view)
        QTest.qWait(800)
        for width in BRUSH_WIDTHS:
            atlas.store.choose_brush(replace(atlas.store.state.report.brush, width=width))
            rows = []
            for _ in range(_STROKES):
                took = sorted(_stroke(atlas))
                rows.append((statistics.median(took), took[int(0.95 * len(took))], took[-1]))
                atlas.store.draw(None)
                QTest.qWait(200)
            row = min(rows, key=lambda r: r[1])
            print(f"| {view} | {width:.0f} mm | " + " | ".join(f"{t:.1f} ms" for t in row) + " |", flush=True)
    os._exit(0)  # what is being read in idle moments need not be waited for


def _stroke(atlas: AtlasApp) -> list[float]:
    assert atlas.pain_drawing.made is not None
    sheet, left = atlas.pain_drawing.made.sheet, Qt.MouseButton.LeftButton
    middle, none = sheet.rect().center(), Qt.KeyboardModifier.NoModifier
    QTest.mousePress(sheet, left, none, middle)
    took = []
    for k in range(_MOVES):
        place = middle + QPoint(int(60 * math.sin(k / 8)), int(100 * math.cos(k / 11) - 80))
        begun = time.thread_time()
        QTest.mouseMove(sheet, place)
        QApplication.processEvents()
        took.append((time.thread_time() - begun) * 1000)
        time.sleep(0.004)
    QTest.mouseRelease(sheet, left, none, middle)
    return took


if __name__ == "__main__":
    main()
