"""A person before the atlas: what one does there with hand and keys, and what one sees and hears.

The one place (with `surfaces` and the conftests) that knows how the window is put together.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QKeySequence, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from atlas.app import AtlasApp
from atlas.domain.scene import Scene
from atlas.domain.state import AtlasState
from atlas.domain.store import Store
from atlas.domain.words.handout import Handout
from atlas.domain.words.handout_order import HandoutOrder
from atlas.render.handout.pages import Leaflet
from atlas.ui.guide.page_view import PageView
from atlas.ui.handout.preview import HandoutPreview
from atlas.ui.kiosk.pin_pad import PinPad
from atlas.ui.pain_drawing.drawing_sheet import DrawingSheet
from atlas.ui.patient.page_texts import PatientText
from atlas.ui.plate.view_strip import ViewStrip
from tests.ui.hours import let_pass
from tests.ui.sight import Sight

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
MODES = {"muscles": "Mode: Muscles", "pain": "Mode: Where it hurts", "guide": "Mode: Guide"}
MUSCLES, VIEWS, PATTERNS = "Muscles", "Views of the body", "Patterns that cover the drawing"
COMPLAINTS = "Complaints and regions"
NEW_PATIENT = "New patient: clears everything of the one before"
HANDOUT = "Handout to take home"
SEARCH, SAY = "Find a muscle", "Say where it hurts"
_NOTCH, _A_NOTCH = 120, 1.2  # of a wheel: what Qt counts, and how much larger it makes the picture
_SOON_S = 30.0  # on a busy machine


class Person(Sight):
    """Sees the whole window. `store` sets a state without a hand, where the way to it is not what a test is about."""

    def __init__(self, app: AtlasApp) -> None:
        super().__init__(self._find_window)
        self.app = app

    def _find_window(self) -> QWidget:
        return self.app.window

    @property
    def window(self) -> QWidget:
        """The window of this moment: another language makes another one."""
        return self.app.window

    @property
    def store(self) -> Store:
        return self.app.store

    def opens_window(self, width: int = 1280, height: int = 800) -> None:
        """For a window of one's own."""
        self.app.open()
        self.window.resize(width, height)
        self.closes_list()
        self.settled()

    def closes(self) -> None:
        """The window, as the system does it: it may ask first."""
        self.window.close()

    @property
    def pad(self) -> Sight:
        """Where the PIN is typed on leaving the kiosk."""
        return Sight(lambda: self.find(PinPad))

    def types_pin(self, pin: str) -> None:
        """Tries to leave the kiosk with a PIN, on the pad."""
        if not self.seen(PinPad):
            self.closes()
        for name in (*pin, "Leave"):
            QTest.mouseClick(self.pad.button(name), LEFT)
        self.settled()

    # -- time ----------------------------------------------------------------

    def settled(self) -> None:
        """Waits until all that is shown is up to date."""
        ends = time.monotonic() + _SOON_S
        QApplication.processEvents()
        while self.app.is_behind:
            assert time.monotonic() < ends, "something does not come up to date"
            QApplication.processEvents()
            time.sleep(0.001)
        for _ in range(3):  # a box that appears in a page that scrolls is given its room step by step
            QApplication.processEvents()

    def waits(self, seconds: float) -> None:
        """Time passes, without a touch, and at once. What is not over then has as long to go as it had before."""
        let_pass(1000.0 * seconds, self._timers)

    def _timers(self) -> list[QTimer]:
        """All that runs by the clock, but for the reading of pictures in idle moments."""
        owners: tuple[QObject, ...] = (self.app, *(w for w in QApplication.topLevelWidgets() if w.isWindow()))
        idle = self.app.presenter.warm_up
        return [t for owner in owners for t in owner.findChildren(QTimer) if t.parent() is not idle]

    # -- hands and keys ------------------------------------------------------

    def presses(self, name: str, part: Sight | None = None) -> None:
        """A tap on a button, by its name or by what is written on it."""
        button = (part or self).button(name)
        _bring_into_sight(button)
        assert button.isEnabled(), f"{name!r} is asleep"
        QTest.mouseClick(button, LEFT)

    def types(self, text: str, into: str | None = None) -> None:
        """Types into a field, or to where the keys are."""
        if into is None:
            field = self.focus()
        else:
            field = self.find(QWidget, into)
            assert isinstance(field, QLineEdit | QPlainTextEdit)
            _bring_into_sight(field)
            QTest.mouseClick(field.viewport() if isinstance(field, QPlainTextEdit) else field, LEFT)
        QTest.keyClicks(field, text)

    def empties(self, field: str) -> None:
        self.types("", into=field)
        QTest.keySequence(self.focus(), QKeySequence.StandardKey.SelectAll)
        QTest.keyClick(self.focus(), Qt.Key.Key_Delete)

    def pastes(self, text: str, into: str) -> None:
        """In place of what stands in a field."""
        self.empties(into)
        QApplication.clipboard().setText(text)
        QTest.keySequence(self.focus(), QKeySequence.StandardKey.Paste)

    def key(self, key: Qt.Key | str, at: QWidget | None = None) -> None:
        """A key, or keys held together such as "Ctrl+Z", to where the keys are."""
        if isinstance(key, str):
            QTest.keySequence(at or self.focus(), QKeySequence(key))
        else:
            QTest.keyClick(at or self.focus(), key)

    def focus(self) -> QWidget:
        """Where the keys go."""
        focused = QApplication.focusWidget()
        if focused is None or focused.window() is not self.window:
            focused = self.window.focusWidget() or self.window
        return focused

    def goes_to(self, name: str, kind: type[QWidget] = QWidget) -> None:
        """Puts the keys on something."""
        self.find(kind, name).setFocus(Qt.FocusReason.TabFocusReason)

    def tabs_to(self, turns: int = 60) -> list[str]:
        """The names of where the Tab key leads, in its order."""
        reached = []
        for _ in range(turns):
            reached.append(self.hears_focus())
            QTest.keyClick(self.focus(), Qt.Key.Key_Tab)
        return reached

    def hears_focus(self) -> str:
        focused = self.focus()
        return focused.accessibleName() or getattr(focused, "text", str)()

    def chooses(self, text: str, name: str) -> None:
        """One of what a box that drops down offers, by the arrow keys."""
        box = self.find(QComboBox, name)
        row = box.findText(text, Qt.MatchFlag.MatchStartsWith)
        assert row >= 0, [box.itemText(k) for k in range(box.count())]
        QTest.keyClick(box, Qt.Key.Key_Home)
        for _ in range(row):
            QTest.keyClick(box, Qt.Key.Key_Down)

    def taps_row(self, name: str, text: str, *, at_end: bool = False) -> None:
        """A tap on a row of a list; `at_end`: on the sign at its end."""
        index, view = self.row(name, text), self.list(name)
        area = view.visualRect(index)
        spot = QPoint(area.right() - 10, area.center().y()) if at_end else area.center()
        QTest.mouseClick(view.viewport(), LEFT, pos=spot)

    def touches_row(self, name: str, text: str, device: QPointingDevice) -> None:
        """The same with a finger."""
        index, view = self.row(name, text), self.list(name)
        place, port = view.visualRect(index).center(), view.viewport()
        QTest.touchEvent(port, device).press(0, place, port).commit()
        QTest.touchEvent(port, device).release(0, place, port).commit()

    # -- finding a muscle, looking at it -------------------------------------

    def switches_to(self, mode: str) -> None:
        """To "muscles", "pain" or "guide"."""
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
        return str(self.app.catalog.muscles[muscle].name)

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
        while strip.is_behind:
            QApplication.processEvents()
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        assert picture is not None, f"no small picture of {view}"
        return picture.toImage()

    def begins_new_patient(self) -> None:
        """A tap on "New patient", in the drawer where that is what must be opened first."""
        if not self.offers(NEW_PATIENT):
            self.opens_list()
        self.presses(NEW_PATIENT)

    def opens_list(self) -> None:
        """The drawer with the list; with three columns it is always there."""
        self.app.window.show_list(True)

    def closes_list(self) -> None:
        self.app.window.show_list(False)

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
        QTest.mousePress(self.sheet, LEFT, NONE, at)
        QTest.mouseMove(self.sheet, to)

    def ends_stroke(self, at: QPoint) -> None:
        QTest.mouseRelease(self.sheet, LEFT, NONE, at)

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

    def answers(self) -> list[str]:
        """The patterns that cover the drawing, best first, such as "Infraspinatus, left", when they have followed."""
        self.settled()
        return self.rows(PATTERNS) if self.seen(QWidget, PATTERNS) else []

    # -- files and paper -----------------------------------------------------

    @contextmanager
    def answering(self, path: Path | None) -> Iterator[None]:
        """Whoever asks for a file is told this one, or that none is wanted."""
        answer = ("" if path is None else str(path), "")
        with pytest.MonkeyPatch.context() as dialogs:  # not unittest.mock, which brings a network with it
            for asked in ("getSaveFileName", "getOpenFileName"):
                dialogs.setattr(QFileDialog, asked, staticmethod(lambda *_: answer))
            yield

    def saves(self, path: Path, button: str) -> None:
        """Presses a button that asks for a file, and names one."""
        with self.answering(path):
            self.presses(button)

    def saves_drawing(self, path: Path) -> None:
        self.presses("Answer: Figures")
        self.saves(path, "Save drawing")
        self.settled()

    def opens_drawing(self, path: Path, button: str = "Open drawing") -> None:
        """In place of the present one, or "Second drawing to compare"."""
        self.presses("Answer: Figures")
        self.saves(path, button)
        self.settled()

    def opens_handout(self) -> HandoutOrder:
        """The handout of what is shown, and what was ordered for it."""
        self.presses(HANDOUT)
        order = self.handout_order()
        assert order is not None
        return order

    def handout_order(self) -> HandoutOrder | None:
        """What the open handout is to be of; None where none is open."""
        made = self.app.handout.made
        return None if made is None else made.order

    def handout(self) -> Handout | None:
        """What stands on the pages of the open handout; None where it could not be made."""
        made = self.app.handout.made
        leaflet = None if made is None else made.leaflet
        return None if leaflet is None else leaflet.handout

    def leaflet(self) -> Leaflet:
        """The open handout as it will be printed."""
        made = self.app.handout.made
        assert made is not None and made.leaflet is not None
        return made.leaflet

    def pages_shown(self) -> int:
        return int(self.find(HandoutPreview).count)

    def reads_handout(self) -> str:
        """All that stands over the window: what is asked, what was done, what went wrong."""
        return self.part("Handout").reads()

    def empties_letterhead(self) -> bool:
        """In the open handout: no clinic, no logo, A4; whether there was anything to empty."""
        clinic, letter, logo = self.holds("Clinic"), self.chosen("Paper") != "A4", self.offers("Remove the logo")
        if clinic:
            self.empties("Clinic")
        if letter:
            self.presses("Paper: A4")
        if logo:
            self.presses("Remove the logo")
        return bool(clinic or letter or logo)

    def stops_handout(self) -> None:
        """Away with it, open or not."""
        self.app.handout.stop()

    def puts_handout_away(self) -> None:
        self.presses("Close")

    # -- what the atlas says of its own files ---

    def notice(self) -> QWidget:
        """The line at the top of the window."""
        return self.app.window.notice

    def reads_notice(self, *, whole: bool = True) -> str:
        """What it says, opened where there is more of it; nothing while it is not there."""
        if self.notice().isHidden():
            return ""
        if whole and self.offers("Show all problems") and self.button("Show all problems").text() == "Show all":
            self.presses("Show all problems")
        return self.app.window.notice.text()

    def is_told_of(self, problems: tuple[str, ...]) -> None:
        """As if these problems had been found in the atlas's files."""
        self.app.window.notice.show_problems(problems)
        QApplication.processEvents()

    # -- beside the patient ------------------------------------------------------

    @property
    def story(self) -> Sight:
        """The patient's view, over the whole window."""
        return self.part("The patient's view")

    def guide_page(self) -> Sight:
        """The page of the guide that is open."""
        return Sight(lambda: self.find(PageView))

    def page_of(self, state: AtlasState) -> tuple[Scene, PatientText]:
        """The picture and the words that a patient is shown in a state."""
        page = self.app.patient.opened().presenter.page(state)
        assert page is not None
        return page

    # -- the patient's screen ------------------------------------------------

    @property
    def patient_screen(self) -> Sight:
        """The second window, that the patient looks at."""
        return Sight(self._patient_screen)

    def _patient_screen(self) -> QWidget:
        found = self._patient_screens()
        assert len(found) == 1, "the patient's screen is off"
        return found[0]

    def _patient_screens(self) -> Sequence[QWidget]:
        kind = "PatientScreen"
        tops = QApplication.topLevelWidgets()
        return [w for w in tops if w.isVisible() and type(w).__name__ == kind and w is not self.window]

    @property
    def patient_screen_is_lit(self) -> bool:
        return bool(self._patient_screens())

    @property
    def patient_screen_is_blank(self) -> bool:
        """Whether the patient's screen is there and shows nothing at all."""
        return all(not w.isVisible() for w in self._patient_screen().findChildren(QWidget))


def _bring_into_sight(widget: QWidget) -> None:
    parent = widget.parent()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parent()


def violet(color: QColor) -> int:
    """How much of the ink of a drawing is in a color."""
    return color.blue() - color.green()
