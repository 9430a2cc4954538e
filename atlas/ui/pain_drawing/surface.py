"""The mode "Where it hurts": its widgets, and what the user does with them as changes of the state."""

from __future__ import annotations

from dataclasses import replace

from atlas.domain.body.painting import Floats, Painting
from atlas.domain.body.region_painting import regions_painting, softened
from atlas.domain.body.sides import sides_of
from atlas.domain.catalog import Catalog
from atlas.domain.pain.drawing import Brush, Drawing, blank, joined, painted, with_region
from atlas.domain.pain.pain_report import Overlay
from atlas.domain.pattern import PaintedZone, Pattern
from atlas.domain.state import AtlasState
from atlas.domain.store import Store
from atlas.render.renderer import Renderer
from atlas.ui.finding.answer_rows import Row
from atlas.ui.finding.filter_bar import FilterBar
from atlas.ui.finding.searching import Searching
from atlas.ui.kit.thumbnails import Thumbnails
from atlas.ui.language.translate import translate
from atlas.ui.pain_drawing.answer_pane import AnswerPane
from atlas.ui.pain_drawing.brush_bar import BrushBar
from atlas.ui.pain_drawing.drawing_files import DrawingFiles, KeptDrawings
from atlas.ui.pain_drawing.history_buttons import HistoryButtons
from atlas.ui.pain_drawing.pain_finder import PainFinder
from atlas.ui.pain_drawing.pain_rows import PainRow, pain_rows, pain_rows_found
from atlas.ui.pain_drawing.presenter import PainDrawingPresenter
from atlas.ui.plate.drawing_sheet import DrawingSheet
from atlas.ui.plate.plate_view import PlateView
from atlas.ui.plate.warm_up import WarmUp
from atlas.ui.surface import Surface
from atlas.ui.window.patient_requests import PatientRequests
from atlas.ui.window.slots import Frame, Slots

_SEEN_ENOUGH = 0.2  # of what was said in words; below this a better view is opened


class PainDrawingSurface(Surface):
    """Mode "Where it hurts": the sheet over the plate, its tools, the words and the answer."""

    def __init__(
        self,
        store: Store,
        frame: Frame,
        plate: PlateView,
        catalog: Catalog,
        plates: Renderer,
        thumbnails: Thumbnails,
        requests: PatientRequests,
        warm_up: WarmUp,
        searching: Searching,
        kept: KeptDrawings,
        *,
        files: bool,
    ) -> None:
        """`files`: drawings may be saved and opened. `warm_up` waits while a stroke goes on."""
        super().__init__(frame)
        self._store, self._frame, self._plate, self._catalog = store, frame, plate, catalog
        self._warm_up, self._searching = warm_up, searching
        self._before: Drawing | None = None  # what was there when the stroke began
        self._stroke: Drawing | None = None  # and what the stroke has made of it so far
        self._rubber, self._query, self._kind = False, "", "complaint"  # of the list of words
        roots = [(d.id, d.name) for d in catalog.dermatomes.values()]
        self.sheet = DrawingSheet(plate, plates)
        self.bar, self.steps, self.words = BrushBar(), HistoryButtons(), PainFinder()
        self.answers = AnswerPane(thumbnails, roots, FilterBar(catalog, store.state.room.language), frame)
        widgets = (self.sheet, self.bar, self.steps, self.words, self.answers)
        self.presenter = PainDrawingPresenter(self, catalog, widgets, store.state)
        self.drawing_files = DrawingFiles(frame, store, catalog.surface, self.answers.file_bar, kept)
        self.answers.file_bar.setVisible(files)
        requests.serve(self.answers.for_patient)
        self.slots = Slots(
            left=self.words,
            above=self.bar,
            below=self.steps,
            right=self.answers,
            list_text=translate("Hurts", "In words"),
        )
        self._connect()
        self._show_pain_rows()

    @property
    def is_behind(self) -> bool:
        return self.presenter.is_behind or self._searching.is_behind

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        now, before = (new.look.palette, new.study.filters), (old.look.palette, old.study.filters)
        if old.report is not new.report or now != before:
            self.presenter.show_state(old, new)
        if old.mode != new.mode:
            self._show_sheet(new.mode == "pain")

    def begin_new_patient(self) -> None:
        """As when it was first opened; the state says what is painted."""
        self._before = self._stroke = None
        self._query, self._kind = "", "complaint"
        self.words.start_afresh()
        self._show_pain_rows()
        self.answers.show_page("patterns")
        self.presenter.begin_new_patient()

    def stop(self) -> None:
        self.presenter.stop()

    def show_picture(self) -> None:
        """Follows the picture that lies under the sheet."""
        scene = self._plate.picture.scene
        if scene is not None:
            self.sheet.show_picture(scene.view.id, scene.figure, scene.palette)

    def _show_sheet(self, shown: bool) -> None:
        if shown:
            self.sheet.resize(self._plate.size())
            self.show_picture()
            self._frame.put_list_away()  # the body is to be painted on
        self.sheet.setVisible(shown)

    def _connect(self) -> None:
        store, sheet, answers = self._store, self.sheet, self.answers
        self._plate.scene_shown.connect(self.show_picture)
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
        self.words.other_chosen.connect(self._on_other_chosen)
        self.words.near_chosen.connect(self._on_near_chosen)
        self.words.paint_wanted.connect(self._on_paint_wanted)
        self._searching.ready.connect(self._on_search_ready)
        answers.filters.chosen.connect(store.filter_muscles)
        answers.pattern_tapped.connect(store.toggle_overlay)
        answers.muscle_opened.connect(self._on_muscle_opened)
        answers.root_chosen.connect(store.choose_dermatome)
        answers.pain_chosen.connect(self.presenter.answer_later)
        answers.page_chosen.connect(self._on_page_chosen)
        self.drawing_files.opened.connect(self._look_at)
        self.drawing_files.failed.connect(self.presenter.show_trouble)

    # -- painting ------------------------------------------------------------

    def _on_stroke_begun(self, line: Floats | None, rubber: bool) -> None:
        self._follow_stroke(True)
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
        self._follow_stroke(False)

    def _follow_stroke(self, going_on: bool) -> None:
        self.presenter.follow_stroke(going_on)
        self._warm_up.wait(going_on)

    def _on_clear_wanted(self) -> None:
        self._store.draw(None)

    # -- in words ------------------------------------------------------------

    def _on_typed(self, query: str) -> None:
        self._query = query
        self._show_pain_rows()

    def _on_kind_chosen(self, kind: str) -> None:
        self._kind, self._query = kind, ""
        self.words.search.show_query("")
        self._show_pain_rows()

    def _show_pain_rows(self) -> None:
        complaints, regions = self.presenter.guide.complaints.values(), self._catalog.regions.values()
        if not self._query.strip():
            self.words.show_pain_rows(pain_rows(self._kind, complaints, regions))
        else:
            found = self._searching.find(self._query)
            if found is None:
                return
            if found.side in ("left", "right"):
                self._store.choose_drawing_side(found.side)
            self.words.show_pain_rows(pain_rows_found(self._searching.rows(found)), self._searching.nearest(found))
        self.presenter.answer_later()

    def _on_search_ready(self) -> None:
        if self._query.strip():
            self._show_pain_rows()

    def start_search(self, typed: str) -> None:
        """Opens the list of words, with what was typed elsewhere in its search."""
        self._frame.show_list(True)
        self.words.search.setFocus()
        self.words.search.setText(typed)
        self._on_typed(typed)

    def take(self, row: Row | PainRow) -> None:
        """Something that was found, here or elsewhere: what can be painted is painted, on the side that was said."""
        if row.kind == "root":
            self._store.choose_dermatome(row.id)
        for side in sides_of(row.side or self._store.state.report.side):
            if row.kind in ("complaint", "region"):
                self._store.choose_drawing_side(side)
            if row.kind == "complaint":
                self._on_complaint_chosen(row.id)
            elif row.kind == "region":
                self._on_region_ticked(row.id, True)

    def _on_other_chosen(self, row: PainRow) -> None:
        muscle = row.id.partition("/")[0]
        if row.kind in ("muscle", "point"):
            self._store.open_muscle(muscle, row.side or self._store.state.report.side)
        elif row.kind == "page":
            self._store.read_guide(f"problem/{row.id}")
        else:
            self.take(row)

    def _on_near_chosen(self, row: Row) -> None:
        if row.kind in ("complaint", "region"):
            self.take(row)
        elif row.muscle:
            self._store.open_muscle(row.muscle, self._store.state.report.side)

    def _on_paint_wanted(self) -> None:
        self._frame.put_list_away()
        self.sheet.setFocus()

    def _on_complaint_chosen(self, complaint: str) -> None:
        """Adds it to what is painted and to the complaints before, unless it is to take their place."""
        surface, report = self._catalog.surface, self._store.state.report
        regions = self.presenter.guide.complaints[complaint].regions
        painting = softened(surface, regions_painting(surface, regions, report.side))
        there = None if report.instead or report.is_empty else report.drawing
        said = () if there is None else tuple(c for c in report.complaints if c != complaint)
        drawing = joined(there or blank(surface), painting, self._brush())
        self._store.draw(drawing, (*said, complaint))
        self._look_at(painting)
        self._frame.put_list_away()

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
        scene = self._plate.picture.scene
        shares = {s.view: s.share for s in visibility.shares(said, "right")}
        best = visibility.best(said, "right")
        if scene is None or shares[scene.view.id] < max(_SEEN_ENOUGH, 0.5 * shares[best]):
            self._store.choose_view(best)

    # -- the answer ----------------------------------------------------------

    def _on_muscle_opened(self, which: Overlay) -> None:
        """All about a muscle, on its side; the drawing waits here."""
        self._store.open_muscle(which.muscle, which.side)

    def _on_page_chosen(self, page: str) -> None:
        self.presenter.show_page()
