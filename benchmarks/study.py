"""The student's review: what an answer costs over a year, and whether it keeps what the scheduler promises.

python benchmarks/study.py                    a year of daily use of all cards, and how soon the next card is there
python benchmarks/study.py --figure FILE.png  the figure of docs/study.md
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from atlas.content.catalog import FileCatalog
from atlas.content.kept.learner_file import LearnerFile
from atlas.content.kept.learners import LearnerFolder
from atlas.domain.study.cards import all_cards
from atlas.domain.study.learner import Answer
from atlas.domain.study.retention import Retained, retention
from atlas.domain.study.schedule import Memory
from atlas.domain.study.session import in_order_of_learning
from atlas.paths import Places, user_cache
from benchmarks.simulated_learner import Simulated, study

YEAR = 365


def main() -> None:
    """Prints what was measured, or draws the figure."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--figure", type=Path, metavar="FILE.png")
    asked.add_argument("--days", type=int, default=YEAR)
    words = asked.parse_args()
    if words.figure is not None:
        draw(words.figure, words.days)
        return
    print(year(words.days))
    print(next_cards())
    sys.stdout.flush()
    os._exit(0)


def year(days: int) -> str:
    """A year of daily use of all cards: ms an answer with all that it does on the disk, and the size of the file."""
    cards = in_order_of_learning(all_cards(FileCatalog(Places(cache=user_cache()))))
    with tempfile.TemporaryDirectory() as place:
        folder = LearnerFolder(Path(place))
        learner = folder.add("A year").id
        book = folder.open(learner)
        begun = time.perf_counter()
        took: list[float] = []

        def keep(answer: Answer, memory: Memory) -> None:
            nonlocal begun
            _keep(book, answer, memory)
            took.append(1000.0 * (time.perf_counter() - begun))
            begun = time.perf_counter()

        done = study(cards, days, new_a_day=20, kept=keep)
        book.close()
        size = sum(p.stat().st_size for p in Path(place).iterdir()) / 1e6
    took.sort()
    return (
        f"{len(cards)} cards, {days} days, {len(done.answers)} answers: median {statistics.median(took):.2f} ms, "
        f"99 % under {took[int(0.99 * len(took))]:.2f} ms, worst {took[-1]:.1f} ms an answer; {size:.1f} MB"
    )


def _keep(book: LearnerFile, answer: Answer, memory: Memory) -> None:
    book.keep_answer(answer, memory)


def next_cards(count: int = 60) -> str:
    """From the key that goes on to the next card painted, ms, in a real window."""
    from PySide6.QtWidgets import QApplication

    from atlas import paths
    from atlas.app import AtlasApp
    from atlas.render.fonts import font, load_fonts

    application = QApplication([])
    load_fonts(paths.FONTS)
    application.setFont(font())
    app = AtlasApp(FileCatalog(Places(cache=user_cache())))
    app.open()
    app.window.resize(1280, 800)
    app.store.choose_mode("study")
    assert app.surfaces.study is not None
    surface = app.surfaces.study.opened()
    while app.is_behind:
        application.processEvents()
    surface.learners.begun.emit("Someone")
    took = []
    for number in range(count):
        question = surface.drill.question
        assert question is not None
        if question.way == "recall":
            surface.pane.look_up_wanted.emit()
        elif question.way == "choice":
            surface.pane.options.chosen.emit(question.right[0])
        else:
            surface.pane.passed.emit()
        surface.view.repaint()
        application.processEvents()
        begun = time.perf_counter()
        if question.way == "recall":
            surface.pane.reveal.take(3)
        else:
            surface.pane.reveal.go_on()
        surface.view.repaint()
        took.append(1000.0 * (time.perf_counter() - begun))
        application.processEvents()
        if number == 8 and surface.drill.book is not None:
            from dataclasses import replace

            surface.plan.chosen.emit(replace(surface.drill.book.plan, new_a_day=count))
    took.sort()
    return f"next card: median {statistics.median(took):.1f} ms, worst of {count} {took[-1]:.1f} ms"


def draw(path: Path, days: int) -> None:
    """What three learners kept in mind in a year: one as the scheduler takes for granted, a slower and a faster one."""
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter

    from atlas import paths
    from atlas.render.fonts import FAMILY, load_fonts
    from atlas.render.study.chart_look import on_paper
    from atlas.render.study.retention_curve import draw_retention

    _ = QGuiApplication([])
    load_fonts(paths.FONTS)
    cards = in_order_of_learning(all_cards(FileCatalog(Places(cache=user_cache()))))
    learners = (
        ("Forgets as the scheduler expects", 1.0),
        ("Forgets a third faster", 1.33),
        ("Forgets a third slower", 0.67),
    )
    image = QImage(1500, 560, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(FAMILY)
        for k, (name, forgets) in enumerate(learners):
            done = study(cards, days, new_a_day=20, forgets=forgets)
            room = QRectF(20 + k * 493, 20, 474, 520)
            found = retention(done.answers)
            font.setPixelSize(20)
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(on_paper().ink)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft, name)
            font.setPixelSize(15)
            font.setBold(False)
            painter.setFont(font)
            said = f"{_share(found):.1f} % of {sum(r.count for r in found):,} answers after a day or more were right"
            painter.drawText(room.adjusted(0, 30, 0, 0), Qt.AlignmentFlag.AlignLeft, said)
            draw_retention(painter, room.adjusted(0, 64, 0, 0), found, on_paper())
            print(f"{name}: {said}; {_last(done)}")
    image.save(str(path))


def _share(found: tuple[Retained, ...]) -> float:
    return 100.0 * sum(r.right * r.count for r in found) / max(sum(r.count for r in found), 1)


def _last(done: Simulated) -> str:
    days = len({answer.day for answer in done.answers})
    return f"{len(done.answers) / max(days, 1):.0f} answers a day, {len(done.memories)} cards begun"


if __name__ == "__main__":
    main()
