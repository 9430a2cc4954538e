"""The picture of a question: a plate on which the learner may paint a zone or place a mark."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen

from atlas.domain.body.painting import Floats
from atlas.domain.body.surface import Surface
from atlas.domain.catalog import Catalog
from atlas.domain.pain.drawing import Brush, Drawing, blank, painted
from atlas.domain.scene import Scene
from atlas.render.renderer import Renderer
from atlas.ui.plate.drawing_sheet import DrawingSheet
from atlas.ui.plate.plate_view import PlateView

_RING = 11.0  # px
_BRUSH = Brush(width=25.0, level="medium")


class StudyPlate(PlateView):
    """Says where a mark was placed. It names nothing while a question is open."""

    marked = Signal(int)  # a vertex

    def __init__(self, pictures: Renderer, catalog: Catalog) -> None:
        super().__init__(pictures, catalog)
        self._mark: int | None = None
        self._marks = False
        self._drawing_before: list[Drawing | None] = []
        self.drawing: Drawing | None = None
        self.erases = False
        self._surface: Surface = catalog.surface
        self._stroke_from: Drawing | None = None
        self.sheet = DrawingSheet(self, pictures)
        self.sheet.stroke_begun.connect(self._on_stroke_begun)
        self.sheet.stroke_went_on.connect(self._paint)
        self.sheet.stroke_cancelled.connect(self._on_stroke_cancelled)
        self.scene_shown.connect(self._on_scene_shown)
        self.place_tapped.connect(self._on_place_tapped)
        self.panel_chosen.connect(self._on_panel_chosen)
        self._in_words = ""

    def show_question(self, scene: Scene, in_words: str, *, paints: bool = False, marks: bool = False) -> None:
        """A picture, and what the hand does on it."""
        self._marks, self._in_words = marks, in_words
        self.setCursor(Qt.CursorShape.CrossCursor if marks else Qt.CursorShape.ArrowCursor)
        self.show_scene(scene, in_words)
        self.sheet.let_through(not paints)
        self.sheet.setVisible(paints or self.drawing is not None)
        self.sheet.resize(self.size())
        if self.sheet.isVisible():
            self.sheet.show_drawing(self.drawing)

    def begin(self) -> None:
        """Nothing is painted or marked."""
        self._mark, self.erases = None, False
        self._drawing_before = []
        self.drawing = None
        self.sheet.show_drawing(None)
        self.sheet.hide()
        self.update()

    @property
    def mark(self) -> int | None:
        """The vertex that was marked."""
        return self._mark

    def show_mark(self, vertex: int | None) -> None:
        """The learner's own mark, a ring."""
        self._mark = vertex
        self.update()

    def undo_stroke(self) -> bool:
        """Takes the last stroke back; whether there was one."""
        if not self._drawing_before:
            return False
        self.drawing = self._drawing_before.pop()
        self.sheet.show_drawing(self.drawing)
        return True

    def clear_drawing(self) -> None:
        """In one step."""
        if self.drawing is not None:
            self._drawing_before.append(self.drawing)
            self.drawing = None
            self.sheet.show_drawing(None)

    # -- what the hand does ----------------------------------------------------

    def _on_scene_shown(self) -> None:
        scene = self.picture.scene
        if scene is not None:
            self.sheet.show_picture(scene.view.id, scene.figure, scene.palette)

    def _on_place_tapped(self, vertex: int | None) -> None:
        if self._marks and vertex is not None:
            self.show_mark(vertex)
            self.marked.emit(vertex)

    def _on_panel_chosen(self, number: int) -> None:
        """Another panel of the plate, larger."""
        scene = self.picture.scene
        if scene is not None and scene.plate is not None:
            view = self._catalog.views[scene.plate.panels[number].view]
            self.show_scene(replace(scene, panel=number, view=view), self._in_words)

    def _on_hovered(self, place: QPointF) -> None:
        """Nothing lights as the pointer passes: the cross stays a cross."""

    def _on_stroke_begun(self, line: Floats | None, rubber: bool) -> None:
        self._stroke_from = self.drawing
        self._drawing_before.append(self.drawing)
        if line is not None:
            self._paint(line)

    def _paint(self, line: Floats) -> None:
        if self.erases and self.drawing is None:
            return
        before = blank(self._surface) if self.drawing is None else self.drawing
        brush = Brush(width=_BRUSH.width, level=_BRUSH.level, eraser=self.erases)
        self.drawing = painted(before, self._surface, line, brush)
        self.sheet.show_drawing(self.drawing)

    def _on_stroke_cancelled(self) -> None:
        if self._drawing_before:
            self.drawing = self._drawing_before.pop()
            self.sheet.show_drawing(self.drawing)

    # -- painting ---------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        place = self._mark_place()
        if place is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            accent = self.palette().color(QPalette.ColorRole.Link)
            for colour, width in ((QColor(255, 255, 255), 5.0), (accent, 2.6)):
                painter.setPen(QPen(colour, width))
                painter.drawEllipse(place, _RING, _RING)
                painter.drawLine(place - QPointF(_RING / 2, 0), place + QPointF(_RING / 2, 0))
                painter.drawLine(place - QPointF(0, _RING / 2), place + QPointF(0, _RING / 2))

    def _mark_place(self) -> QPointF | None:
        scene = self.picture.scene
        if self._mark is None or scene is None:
            return None
        at = self._pictures.place_of(scene.view.id, scene.figure, self._mark)
        if at is None:
            return None
        place = self.picture.place_in_widget(*at)
        return place if self.picture.field.contains(place) else None
