"""Someone who looks for a muscle, turns the body, and paints on it where it hurts."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from atlas.ui.plate.drawing_sheet import DrawingSheet
from atlas.ui.plate.view_strip import ViewStrip
from tests.ui.hands import LEFT, NONE, Hands
from tests.ui.idle import looked_at
from tests.ui.sight import Sight

MODES = {
    "muscles": "Mode: Muscles",
    "pain": "Mode: Where it hurts",
    "guide": "Mode: Guide",
    "study": "Mode: Study",
}
MUSCLES, VIEWS, PATTERNS = "Muscles", "Views of the body", "Patterns that cover the drawing"
COMPLAINTS = "Complaints and regions"
SEARCH, SAY = "Find a muscle", "Say where it hurts"
_NOTCH, _A_NOTCH = 120, 1.2  # of a wheel: what Qt counts, and how much larger it makes the picture


class AtTheBody(Hands):
    """Muscles and views by their names, places of the body by their landmarks."""

    _pressed: QWidget  # what a stroke that goes on began on

    # -- finding a muscle, looking at it -------------------------------------

    def switches_to(self, mode: str) -> None:
        """To "muscles", "pain", "guide" or "study"."""
        self.presses(MODES[mode])

    def searches(self, words: str) -> None:
        """Types into the search of what is open, in place of what stood there."""
        field = SAY if self.seen(QLineEdit, SAY) else SEARCH
        if self.holds(field):
            self.empties(field)
        self.types(words, into=field)
        self.settled()  # the first time the search has to be made

    def found(self) -> list[str]:
        """The names of the muscles in the list."""
        return self.rows(MUSCLES)

    def name(self, muscle: str) -> str:
        """What a muscle is called in the window."""
        return str(self.app.catalog.name(muscle, self.store.state.room.language).name)

    def names(self) -> set[str]:
        """What all of them are called."""
        return {self.name(muscle) for muscle in self.app.catalog.muscles}

    def opens(self, muscle: str) -> None:
        """Taps a muscle in the list."""
        self.taps_row(MUSCLES, self.name(muscle))
        self.settled()

    def view(self) -> str:
        """The view that the plate shows, as it is read aloud."""
        return self.describes().partition(". ")[0]

    def turns_to(self, view: str) -> None:
        """Taps a view by its name."""
        self.taps_row(VIEWS, view)

    def small_picture(self, view: str) -> QImage:
        """What the tile of a view (by its id) shows, once it is in sight and has been made."""
        self.settled()
        index, strip = self.row(VIEWS, self.app.catalog.views[view].name), self.find(ViewStrip)
        with looked_at(strip):
            self.waits_until(lambda: not strip.is_behind)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        assert picture is not None, f"no small picture of {view}"
        return picture.toImage()

    # -- the body ------------------------------------------------------------

    def vertex(self, landmark: str, opposite: bool = False) -> int:
        return int(self.app.catalog.surface.vertex(landmark, opposite))

    def place(self, landmark: str | int, opposite: bool = False, on: Sight | None = None) -> QPoint:
        """Where a landmark (or a vertex of the skin) is seen on the picture of the body, px of that picture."""
        plate, state = (on or self).plate, self.store.state
        surface = self.app.catalog.surface
        if isinstance(landmark, str):
            vertex = self.vertex(landmark, opposite)
        else:
            vertex = int(surface.twin[landmark]) if opposite else landmark
        view = state.study.view or plate.picture.scene.view.id
        at = self.app.presenter.plates.place_of(view, state.look.figure, vertex)
        assert at is not None, f"{landmark} cannot be seen"
        return plate.picture.place_in_widget(*at).toPoint()

    def color_at(self, landmark: str | int, opposite: bool = False, on: Sight | None = None) -> QColor:
        """What color the picture of the body has at a landmark, or at its twin."""
        seen = on or self
        return seen.body().pixelColor(self.place(landmark, opposite, on))

    def points(self) -> list[tuple[int, QPoint]]:
        """The trigger points that can be seen, each by its number, and where on the picture of the body."""
        return [(point, at.toPoint()) for point, at in self.plate.picture.points()]

    def lit_points(self) -> set[int]:
        """The trigger points whose pain is shown; the others are there and pale."""
        scene = self.plate.picture.scene
        assert scene is not None
        return {mark.point for mark in scene.points if mark.lit}

    def taps(self, at: str | QPoint, opposite: bool = False) -> None:
        """A tap on the picture of the body, at a landmark or at a place."""
        spot = self.place(at, opposite) if isinstance(at, str) else at
        QTest.mouseClick(self._under(spot), LEFT, pos=spot)

    def _under(self, spot: QPoint) -> QWidget:
        """What takes a tap at a place of the plate: the sheet that one paints on, or the plate itself."""
        sheet = self.seen(DrawingSheet)
        through = sheet and sheet[0].testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return sheet[0] if sheet and not through else self.plate

    def zooms(self, factor: float, about: QPoint | None = None) -> None:
        """The wheel turned over a place of the picture (or its middle) until it is so many times larger."""
        at = about or self.plate.rect().center()
        under, spot = self._under(at), QPointF(at)
        turn = QPoint(0, round(_NOTCH * math.log(factor, _A_NOTCH)))
        wheel = QWheelEvent(
            spot, under.mapToGlobal(spot), QPoint(), turn, Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase,
            False,
        )  # fmt: skip
        QApplication.sendEvent(under, wheel)

    def drags(self, by: QPoint, times: int = 1) -> None:
        """Moves a picture that is seen from close, with the mouse held."""
        plate = self.plate
        spot = plate.rect().center() - by / 2
        for _ in range(times):
            QTest.mousePress(plate, LEFT, NONE, spot)
            QTest.mouseMove(plate, spot + by)
            QTest.mouseRelease(plate, LEFT, NONE, spot + by)

    def caption(self) -> str:
        """The line below the picture of the body."""
        return self.plate.caption

    def closeness(self) -> float:
        """How many times larger than whole the picture of the body is seen."""
        return float(self.plate.picture.zoom)

    # -- painting ------------------------------------------------------------

    @property
    def sheet(self) -> QWidget:
        """What one paints on."""
        return self.find(DrawingSheet)

    def paints(self, *landmarks: str | QPoint, opposite: bool = False) -> None:
        """One stroke from landmark to landmark, or from place to place."""
        first, *rest = spots = [self.place(at, opposite) if isinstance(at, str) else at for at in landmarks]
        sheet = self.sheet
        QTest.mousePress(sheet, LEFT, NONE, first)
        for spot in rest:
            QTest.mouseMove(sheet, spot)
        QTest.mouseRelease(sheet, LEFT, NONE, spots[-1])

    def begins_stroke(self, at: QPoint, to: QPoint) -> None:
        """A stroke that goes on."""
        self._pressed = self.sheet
        QTest.mousePress(self._pressed, LEFT, NONE, at)
        QTest.mouseMove(self._pressed, to)

    def ends_stroke(self, at: QPoint) -> None:
        """Lifts the finger, whatever has come to lie under it."""
        QTest.mouseRelease(self._pressed, LEFT, NONE, at)

    def says(self, complaint: str) -> None:
        """Taps a complaint in the list."""
        if not self.seen(QWidget, COMPLAINTS):
            self.opens_list()
        self.presses("List: Complaints")
        self.taps_row(COMPLAINTS, self.complaint(complaint))

    def complaint(self, complaint: str) -> str:
        """What stands in the row of a complaint."""
        guide = self.app.catalog.guide(self.store.state.room.language)
        return str(guide.complaints[complaint].title)

    def lit_complaints(self) -> list[str]:
        """Which complaints of the list are marked: their titles."""
        return self.lit_rows(COMPLAINTS)

    def answers(self) -> list[str]:
        """The patterns that cover the drawing, best first, such as "Infraspinatus, left", when they have followed."""
        self.settled()
        return self.rows(PATTERNS) if self.seen(QWidget, PATTERNS) else []


def violet(color: QColor) -> int:
    """How much of the ink of a drawing is in a color."""
    return color.blue() - color.green()
