"""The patterns that cover what was painted: laid over it, compared, opened, measured."""

from __future__ import annotations

import numpy as np

from atlas.domain.body.painting import Painting
from atlas.domain.pain.drawing import from_painting
from atlas.domain.pain.pain_report import Overlay
from tests.ui.person import PATTERNS, Person

COMPARISON, FIGURES = "Comparison", "Figures of the drawing"


def test_patterns_are_laid_over_compared_and_told_apart(painter: Person) -> None:
    painter.paints("infraspinous-centre", "shoulder-back-centre")
    for row in painter.answers()[:2]:
        painter.taps_row(PATTERNS, row)
    assert len(painter.store.state.report.overlays) == 2
    painter.settled()
    legend = painter.reads("Answer")
    assert "W" in legend and "adds" in legend and "Not covered" in legend
    painter.presses("Answer: Compare")
    assert "Points to press to tell them apart" in painter.reads(COMPARISON)
    painter.chooses("Nerve root C5", "Nerve root beside the patterns")
    painter.settled()
    compared = painter.reads(COMPARISON)
    assert "Nerve root C5" in compared and "Only C5" in compared and "Lee" in compared


def test_of_five_patterns_the_first_one_goes(painter: Person) -> None:
    some = [Overlay(muscle=m, side="right") for m in list(painter.app.catalog.muscles)[:5]]
    for which in some:
        painter.store.toggle_overlay(which)
    assert painter.store.state.report.overlays == tuple(some[1:])


def test_nothing_is_said_of_how_likely_how_bad_or_why(painter: Person) -> None:
    painter.paints("infraspinous-centre", "shoulder-back-centre")
    painter.taps_row(PATTERNS, painter.answers()[0])
    painter.settled()
    said = painter.rows_read(PATTERNS)
    assert len(said) > 5
    for page in ("Patterns", "Compare", "Figures"):
        painter.presses(f"Answer: {page}")
        painter.settled()
        said.append(_without_what_the_atlas_is_not(painter.reads("Answer")))
    for word in ("likely", "probab", "cause", "severe", "diagnos", "chance"):
        assert word not in " ".join(said).lower()


def _without_what_the_atlas_is_not(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if "It does not diagnose" not in line)


def test_the_figures_are_those_of_the_drawing(painter: Person) -> None:
    painter.paints("infraspinous-centre")
    painter.presses("Answer: Figures")
    painter.settled()
    said = painter.reads(FIGURES)
    assert "% of the body surface" in said and "over the shoulder blade, right" in said and "cm²" in said
    assert "Medium, aching, surface" in said


def test_the_end_of_a_row_opens_the_muscle_on_its_side_and_the_drawing_waits(painter: Person) -> None:
    painter.paints("infraspinous-centre", opposite=True)
    first = painter.answers()[0]
    painter.taps_row(PATTERNS, first, at_end=True)
    state = painter.store.state
    assert first == f"{painter.name(state.study.muscle or '')}, left"
    assert state.study.sides == "left" and state.mode == "muscles" and state.report.overlays == ()
    painter.settled()
    assert painter.offers("Text: For you")  # all about the muscle
    painter.switches_to("pain")
    assert painter.answers()[0] == first
    painter.list(PATTERNS).setCurrentIndex(painter.row(PATTERNS, first))
    painter.goes_to(PATTERNS)
    painter.key("Ctrl+Return")
    assert painter.store.state.mode == "muscles"


def test_the_inks_follow_the_palette(painter: Person) -> None:
    painter.paints("infraspinous-centre")
    painter.store.choose_palette("print")
    painter.settled()
    spot = painter.color_at("infraspinous-centre")
    assert abs(spot.blue() - spot.red()) < 6


def test_a_drawing_of_everything_is_said_to_be_too_much(painter: Person) -> None:
    everywhere = np.arange(len(painter.app.catalog.surface.points), dtype=np.int32)
    painting = Painting(vertices=everywhere, strength=np.ones(len(everywhere), np.float32))
    painter.store.draw(from_painting(painter.app.catalog.surface, painting))
    painter.settled()
    assert "Most of the body is painted" in painter.reads("Answer")
    painter.presses("Undo")
    assert painter.store.state.report.is_empty
