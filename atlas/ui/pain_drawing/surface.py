"""The mode "Where it hurts": makes its widgets when it is first opened, and turns what the user does into the state."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from atlas.content.catalog import FileCatalog
from atlas.domain.body.painting import Floats, Painting
from atlas.domain.body.region_painting import regions_painting, softened
from atlas.domain.pain.drawing import Brush, Drawing, blank, joined, painted, with_region
from atlas.domain.pain.pain_report import Overlay
from atlas.domain.pattern import PaintedZone, Pattern
from atlas.domain.state import AtlasState
from atlas.domain.store import Store
from atlas.render.renderer import LatePlates
from atlas.ui.kit.thumbnails import Thumbnails
from atlas.ui.language.translate import translate
from atlas.ui.pain_drawing.answer_pane import Answers
from atlas.ui.pain_drawing.brush_bar import BrushBar
from atlas.ui.pain_drawing.drawing_files import DrawingDesk
from atlas.ui.pain_drawing.drawing_sheet import PaintingSheet
from atlas.ui.pain_drawing.history_buttons import HistoryButtons
from atlas.ui.pain_drawing.pain_finder import PainFinder
from atlas.ui.pain_drawing.pain_rows import pain_rows
from atlas.ui.pain_drawing.presenter import PainDrawingPresenter
from atlas.ui.window.window import AtlasWindow

_SEEN_ENOUGH = 0.2  # of what was said in words; below this a better view is opened


class PainDrawing(QObject):
    painting_began = Signal(bool)  # or ended

    def __init__(
        self, window: AtlasWindow, store: Store, catalog: FileCatalog, plates: LatePlates, thumbnails: Thumbnails
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._catalog = window, store, catalog
        self._before: Drawing | None = None  # what was there when the stroke began
        self._stroke: Drawing | None = None  # and what the stroke has made of it so far
        self._rubber = False
        self._query, self._kind = "", "complaint"  # what the list of words answers to
        roots = [(d.id, d.name) for d in catalog.dermatomes.values()]
        self.sheet = PaintingSheet(window.plate_pane.plate, plates)
        self.bar, self.steps, self.words = BrushBar(), HistoryButtons(), PainFinder()
        self.answers = Answers(thumbnails, roots, window)
        widgets = (self.sheet, self.bar, self.steps, self.words, self.answers)
        self.mirror = PainDrawingPresenter(self, catalog, widgets, store.state)
        self.desk = DrawingDesk(window, store, catalog.surface, self.answers.files)
        self._connect()
        self._show_pain_rows()

    def open(self) -> None:
        """Shows the mode's tools, words and answers in the window."""
        window = self._window
        window.plate_pane.show_tools(self.bar, self.steps)
        window.finder.show_instead(self.words)
        window.finder.modes.show_mode("pain")
        window.show_aside(self.answers)
        self.sheet.resize(window.plate_pane.plate.size())
        self.show_picture()
        self.sheet.show()
        window.plate_pane.drawer.list_button.setText(f" {translate('Hurts', 'In words')}")
        if window.has_drawer:
            window.show_finder(False)  # the body is to be painted on

    def close(self, *, keep_list: bool) -> None:
        """Brings the window's own parts back; `keep_list` when the next mode brings its own list."""
        window = self._window
        window.plate_pane.show_tools(None)
        window.show_aside(None)
        window.plate_pane.drawer.list_button.setText(f" {translate('Modes', 'Muscles')}")
        self.sheet.hide()
        if not keep_list:
            window.finder.show_instead(None)
            window.finder.modes.show_mode("muscles")

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        if old.report is not new.report or old.look.palette != new.look.palette:
            self.mirror.show_state(old, new)

    def start_afresh(self) -> None:
        """As when it was first opened; the state says what is painted."""
        self._before = self._stroke = None
        self._query, self._kind = "", "complaint"
        self.words.start_afresh()
        self._show_pain_rows()
        self.answers.show_page("patterns")
        self.mirror.start_afresh()

    def stop(self) -> None:
        self.mirror.stop()

    def show_picture(self) -> None:
        """Follows the picture that lies under the sheet."""
        scene = self._window.plate_pane.plate.picture.scene
        if scene is not None:
            self.sheet.show_picture(scene.view.id, scene.figure, scene.palette)

    def _connect(self) -> None:
        store, sheet, answers = self._store, self.sheet, self.answers
        self.painting_began.connect(self.mirror.follow_stroke)
        self._window.plate_pane.plate.scene_shown.connect(self.show_picture)
        sheet.stroke_begun.connect(self._on_stroke_begun)
        sheet.stroke_went_on.connect(self._paint)
        sheet.stroke_ended.connect(self._on_stroke_ended)
        sheet.stroke_cancelled.connect(self._on_stroke_cancelled)
        self.bar.tool_chosen.connect(store.choose_tool)
        self.bar.brush_chosen.connect(store.choose_brush)
        self.steps.undo_wanted.connect(store.undo)
        self.steps.redo_wanted.connect(store.redo)
        self.steps.clear_wanted.connect(self._on_clear_wanted)
        self.words.typed.connect(self._on_typed)
        self.words.kind_chosen.connect(self._on_kind_chosen)
        self.words.side_chosen.connect(store.choose_drawing_side)
        self.words.instead_chosen.connect(store.paint_instead)
        self.words.complaint_chosen.connect(self._on_complaint_chosen)
        self.words.region_ticked.connect(self._on_region_ticked)
        answers.pattern_tapped.connect(store.toggle_overlay)
        answers.muscle_opened.connect(self._on_muscle_opened)
        answers.root_chosen.connect(store.choose_dermatome)
        answers.page_chosen.connect(self._on_page_chosen)
        self.desk.opened.connect(self._look_at)
        self.desk.failed.connect(self.mirror.show_trouble)

    # -- painting ------------------------------------------------------------

    def _on_stroke_begun(self, line: Floats | None, rubber: bool) -> None:
        self.painting_began.emit(True)
        self._before = self._stroke = self._store.state.report.drawing
        self._rubber = rubber
        if line is not None:
            self._paint(line)

    def _paint(self, line: Floats) -> None:
        report, surface = self._store.state.report, self._catalog.surface
        eraser = self._rubber or report.tool == "erase"
        if eraser and report.drawing is None:
            return
        drawing = blank(surface) if report.drawing is None else report.drawing
        self._stroke = painted(drawing, surface, line, replace(report.brush, eraser=eraser))
        self._store.paint(self._stroke)

    def _on_stroke_ended(self) -> None:
        if self._is_own_stroke():
            self._store.finish_stroke(self._before)
        self._leave_stroke()

    def _on_stroke_cancelled(self) -> None:
        if self._is_own_stroke():
            self._store.paint(self._before)
        self._leave_stroke()

    def _is_own_stroke(self) -> bool:
        """Whether the drawing is still the one that the stroke goes on in: a new patient's is another."""
        return self._store.state.report.drawing is self._stroke

    def _leave_stroke(self) -> None:
        self._before = self._stroke = None
        self.painting_began.emit(False)

    def _on_clear_wanted(self) -> None:
        self._store.draw(None)

    # -- in words ------------------------------------------------------------

    def _on_typed(self, query: str) -> None:
        self._query = query
        self._show_pain_rows()

    def _on_kind_chosen(self, kind: str) -> None:
        self._kind = kind
        self._show_pain_rows()

    def _show_pain_rows(self) -> None:
        complaints, regions = self.mirror.guide.complaints.values(), self._catalog.regions.values()
        self.words.show_pain_rows(pain_rows(self._query, self._kind, complaints, regions))
        self.mirror.answer_later()

    def _on_complaint_chosen(self, complaint: str) -> None:
        """Adds it to what is painted and to the complaints before, unless it is to take their place."""
        surface, report = self._catalog.surface, self._store.state.report
        regions = self.mirror.guide.complaints[complaint].regions
        painting = softened(surface, regions_painting(surface, regions, report.side))
        there = None if report.instead or report.is_empty else report.drawing
        said = () if there is None else tuple(c for c in report.complaints if c != complaint)
        drawing = joined(there or blank(surface), painting, self._brush())
        self._store.draw(drawing, (*said, complaint))
        self._look_at(painting)
        if self._window.has_drawer:
            self._window.show_finder(False)

    def _on_region_ticked(self, region: str, ticked: bool) -> None:
        surface, report = self._catalog.surface, self._store.state.report
        painting = softened(surface, regions_painting(surface, [region], self._store.state.report.side))
        drawing = blank(surface) if report.drawing is None else report.drawing
        self._store.draw(with_region(drawing, surface, painting, self._brush(), ticked), report.complaints)
        if ticked:
            self._look_at(painting)

    def _brush(self) -> Brush:
        return replace(self._store.state.report.brush, eraser=False)

    def _look_at(self, painting: Painting) -> None:
        """Opens the view that shows a painting best, where the present one hardly shows it."""
        visibility = self._catalog.visibility(self._store.state.look.figure)
        zone = PaintedZone(id="said", strength="essential", painting=painting)
        said = Pattern(muscle="", zones=(zone,), points=())
        scene = self._window.plate_pane.plate.picture.scene
        shares = {s.view: s.share for s in visibility.shares(said, "right")}
        best = visibility.best(said, "right")
        if scene is None or shares[scene.view.id] < max(_SEEN_ENOUGH, 0.5 * shares[best]):
            self._store.choose_view(best)

    # -- the answer ----------------------------------------------------------

    def _on_muscle_opened(self, which: Overlay) -> None:
        """All about a muscle, on its side; the drawing waits here."""
        self._store.open_muscle(which.muscle, which.side)

    def _on_page_chosen(self, page: str) -> None:
        self.mirror.show_page()
