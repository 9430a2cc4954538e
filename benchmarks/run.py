"""How fast the atlas is, in ratios: `python benchmarks/run.py [--runs N]`. Needs no display; nothing is asserted here.

- ready: a fresh process until its window (list, search, text) has been painted, against a bare PySide6 window with as
  many widgets; and until the body is there too;
- choose: a muscle chosen until its new picture is painted, 200 random muscles at 1280 by 800; what of it is time of
  the processor is said too, for a machine that others use;
- with ten times the muscles: the same, and the search;
- memory: what a process holds that has shown both figures, every view, where it hurts and a handout.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_QUERIES = ("scm", "sternoclido", "side of neck", "frozen shoulder muscle", "trapecio", "biceps", "headache", "heel")
_CHOICES = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=5, help="fresh processes of each kind")
    parser.add_argument("--probe", choices=("bare", "atlas", "choose", "memory"), help="what a fresh process is to do")
    parser.add_argument("--widgets", type=int, default=0)
    parser.add_argument("--times", type=int, default=1)
    asked = parser.parse_args()
    if asked.probe == "bare":
        _bare(asked.widgets)
    elif asked.probe == "atlas":
        _atlas()
    elif asked.probe == "choose":
        _choose(asked.times)
    elif asked.probe == "memory":
        _memory()
    else:
        _report(asked.runs)


def _report(runs: int) -> None:
    widgets = int(_fresh("atlas")["widgets"])  # fills the caches of the disk and of the catalog too
    ours, bare = [], []
    for _ in range(runs):  # by turns, so that other work on the machine slows down both
        ours.append(_fresh("atlas"))
        bare.append(_fresh("bare", f"--widgets={widgets}"))
    for name, what in (("ready", "ready"), ("  at work", "worked")):
        mine, theirs = (statistics.median(r[what] for r in rows) for rows in (ours, bare))
        print(f"{name:12} atlas {mine:.0f} ms   bare, {widgets} widgets {theirs:.0f} ms   ratio {mine / theirs:.2f}")
    print(f"             with the first picture of the body {statistics.median(r['picture'] for r in ours):.0f} ms")
    one, ten = _fresh("choose", "--times=1"), _fresh("choose", "--times=10")
    for name, row in (("choose", one), ("choose, x10", ten)):
        print(f"{name:12} median {row['median']:5.1f} ms   95 % {row['p95']:5.1f} ms   worst {row['worst']:5.1f} ms")
        print(f"  whole plate, median {row['whole']:.1f} ms   95 % {row['whole, p95']:.1f} ms")
        print(f"  at work    median {row['busy']:5.1f} ms   95 % {row['busy, p95']:5.1f} ms   ", end="")
        print(f"worst {row['busy, worst']:5.1f} ms")
    print(f"             x10 / x1: {ten['median'] / one['median']:.2f}")
    found, more = one["search"], ten["search"]
    print(f"search       {found:.2f} ms   x10 {more:.2f} ms   x10 / x1: {more / found:.2f}")
    held = _fresh("memory")
    print(f"memory       {held['held']:.0f} MB after everything, {held['most']:.0f} MB at most", end="")
    print(f"; the window alone {ours[0]['held']:.0f} MB")


def _fresh(probe: str, *more: str) -> dict[str, float]:
    compiled = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}  # as what pip installs
    words = [sys.executable, __file__, "--probe", probe, *more]
    begun = time.time()
    done = subprocess.run(words, capture_output=True, text=True, check=True, env=compiled)
    row: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    if "painted" in row:
        row["ready"] = (row["painted"] - begun) * 1000
        row["picture"] = (row.get("pictured", begun) - begun) * 1000
        row["worked"] *= 1000
    return row


# -- in a fresh process ------------------------------------------------------


def _bare(widgets: int) -> None:
    from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

    application = QApplication([])
    window = QWidget()
    column = QVBoxLayout(window)
    for k in range(widgets):
        column.addWidget(QPushButton(f"Button {k}") if k % 2 else QLabel(f"Label {k}"))
    window.resize(1280, 800)
    window.show()
    application.processEvents()
    print(json.dumps({"painted": time.time(), "worked": time.process_time()}))


def _atlas() -> None:
    from atlas.app import AtlasApp  # isort: skip - first, as `atlas` itself does: it imports what it can before Qt

    from PySide6.QtWidgets import QApplication, QWidget

    from atlas import paths
    from atlas.content.catalog import FileCatalog
    from atlas.render.fonts import font, load_fonts

    application = QApplication([])
    load_fonts(paths.FONTS)
    application.setFont(font())
    atlas = AtlasApp(FileCatalog())
    atlas.open()
    atlas.presenter.stop()  # the first picture of the body waits until the window stands
    application.processEvents()
    painted, worked = time.time(), time.process_time()
    atlas.presenter.show_state(
        replace(atlas.store.state, look=replace(atlas.store.state.look, tone="monk-1")), atlas.store.state
    )
    pictured: list[float] = []
    atlas.window.plate_pane.plate.painted.connect(_stamp(pictured))
    while not pictured or atlas.window.plate_pane.plate.picture.scene is None:
        application.processEvents()
    widgets = len(atlas.window.findChildren(QWidget))
    row = {"painted": painted, "worked": worked, "pictured": time.time(), "widgets": widgets, **_memory_held()}
    print(json.dumps(row))
    atlas.window.close()
    sys.stdout.flush()
    os._exit(0)  # what is being read in idle moments need not be waited for


def _choose(times: int) -> None:
    from atlas.app import AtlasApp  # isort: skip - first, as `atlas` itself does

    from PySide6.QtWidgets import QApplication

    from atlas import paths
    from atlas.content.catalog import FileCatalog
    from atlas.domain.finding.finder import Finder
    from atlas.domain.finding.gathering import material_of
    from atlas.render.fonts import font, load_fonts

    application = QApplication([])
    load_fonts(paths.FONTS)
    application.setFont(font())
    catalog = FileCatalog()
    known = list(catalog.muscles)
    for k in range(1, times):
        catalog._muscles |= {f"{m}-{k}": replace(catalog.muscles[m], id=f"{m}-{k}") for m in known}
    atlas = AtlasApp(catalog)
    atlas.open()
    atlas.window.resize(1280, 800)  # here the screen is smaller, and the list would lie over the plate
    while atlas.presenter.is_behind or atlas.presenter.warm_up.is_going_on:
        application.processEvents()
        time.sleep(0.002)
    painted: list[float] = []
    atlas.window.plate_pane.plate.painted.connect(_stamp(painted))
    dice = random.Random(1)
    took: list[float] = []
    whole: list[float] = []  # until the companions are there too
    busy: list[float] = []  # as much of it as the processor worked
    while len(took) < _CHOICES:
        muscle = dice.choice(known)
        if muscle == atlas.store.state.study.muscle:
            continue
        painted.clear()
        begun, worked = time.perf_counter(), time.thread_time()
        atlas.store.choose_muscle(muscle)
        while not painted:
            application.processEvents()
        busy.append((time.thread_time() - worked) * 1000)
        took.append((painted[0] - begun) * 1000)
        plate = atlas.window.plate_pane.plate
        while not all(companion.is_drawn for companion in plate.companions):
            application.processEvents()
        application.processEvents()  # the last one is painted
        whole.append((time.perf_counter() - begun) * 1000)
        rest = time.perf_counter() + 0.02
        while time.perf_counter() < rest:
            application.processEvents()
    for row in (took, whole, busy):
        row.sort()
    material = material_of(catalog)
    names = {k: of | {f"{m}-{n}": of[m] for m in of for n in range(1, times)} for k, of in material.names.items()}
    search = Finder(replace(material, names=names))
    searched = statistics.median(_milliseconds(search.find, q) for q in _QUERIES for _ in range(5))
    row = {
        "median": statistics.median(took),
        "p95": took[int(0.95 * len(took))],
        "worst": took[-1],
        "whole": statistics.median(whole),
        "whole, p95": whole[int(0.95 * len(whole))],
        "busy": statistics.median(busy),
        "busy, p95": busy[int(0.95 * len(busy))],
        "busy, worst": busy[-1],
        "search": searched,
    }
    print(json.dumps(row))
    sys.stdout.flush()
    os._exit(0)


def _memory() -> None:
    """Both figures, every view bare and painted, what is read in idle moments, where it hurts, and a handout."""
    import tempfile

    from atlas.app import AtlasApp  # isort: skip - first, as `atlas` itself does

    from PySide6.QtWidgets import QApplication

    from atlas import paths
    from atlas.content.catalog import FileCatalog
    from atlas.domain.choices import FIGURES
    from atlas.render.fonts import font, load_fonts

    application = QApplication([])
    load_fonts(paths.FONTS)
    application.setFont(font())
    catalog = FileCatalog()
    atlas = AtlasApp(catalog)
    atlas.open()
    atlas.window.resize(1280, 800)

    def settle() -> None:
        while atlas.presenter.is_behind or atlas.presenter.warm_up.is_going_on:
            application.processEvents()
            time.sleep(0.002)

    muscles = itertools.cycle(catalog.muscles)  # each of them in some view
    settle()
    for figure in FIGURES:
        atlas.store.choose_figure(figure)
        settle()
        for view in catalog.views:
            for muscle in (None, next(muscles)):
                state = atlas.store.state
                atlas.store.set(replace(state, study=replace(state.study, muscle=muscle, view=view)))
                application.processEvents()
    atlas.store.choose_mode("pain")
    pain = atlas.pain_drawing.made
    assert pain is not None and atlas.kiosk is None
    pain.words.complaint_chosen.emit(next(iter(atlas.guide.opened().guide.complaints)))
    pain.presenter.answer()
    settle()
    atlas.store.choose_mode("muscles")
    settle()
    atlas.handout.opened().open()
    desk = atlas.handout.made
    assert desk is not None
    with tempfile.TemporaryDirectory() as folder:
        for name in ("handout.pdf", "handout.png"):
            desk.save(Path(folder) / name)
    atlas.handout.stop()
    settle()
    print(json.dumps(_memory_held()))
    sys.stdout.flush()
    os._exit(0)


def _memory_held() -> dict[str, float]:
    """MB that this process holds now, and has held at the most."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    said = Path("/proc/self/status")
    if not said.exists():
        return {"held": most, "most": most}
    rows = dict(line.split(":", 1) for line in said.read_text().splitlines())
    return {"held": int(rows["VmRSS"].split()[0]) / 1024, "most": int(rows["VmHWM"].split()[0]) / 1024}


def _stamp(into: list[float]) -> Callable[[], None]:
    def stamp() -> None:
        into.append(time.perf_counter())

    return stamp


def _milliseconds(work: Callable[[str], object], query: str) -> float:
    begun = time.perf_counter()
    work(query)
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    main()
