"""What a patient sees: a big picture and a few large plain words."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from atlas.domain.catalog import Catalog
from atlas.domain.scene import Scene
from atlas.domain.words.red_flags import Signs
from atlas.render.renderer import Renderer
from atlas.ui.article.red_flag_box import RedFlagBox
from atlas.ui.kit.cross_fade import CrossFade
from atlas.ui.kit.scroll_area import ScrollArea
from atlas.ui.language.translate import translate
from atlas.ui.patient.page_texts import PatientText
from atlas.ui.patient.patient_legend import PatientLegend
from atlas.ui.plate.plate_view import PlateView

_SIZES = (30.0, 27.0, 24.0, 22.0, 20.0, 18.0, 17.0, 16.0)  # points; the largest that fits, never less than the last
_EDGE = 40  # px around the words
_SIGNS_SHARE = 0.5  # of the height, at most


class StoryPlate(PlateView):
    """A plate on which a tap means "go on"; it can still be pinched and moved."""

    LETTERS = 16.0
    COMPANIONS_ANSWER = False

    tapped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys turn the steps, also after a tap on the picture; fingers and mouse move it."""
        event.ignore()

    def _on_tapped(self, place: QPointF) -> None:
        self.tapped.emit()

    def _on_hovered(self, place: QPointF) -> None:
        pass


class PatientPage(QWidget):
    """Picture, legend, red flags and words of one step, beside each other or one below the other."""

    tapped = Signal()  # somewhere on the picture

    def __init__(
        self, pictures: Renderer, catalog: Catalog, text_size: int = 100, parent: QWidget | None = None
    ) -> None:
        """`text_size` in percent."""
        super().__init__(parent)
        self.setObjectName("patientPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._scale = text_size / 100.0
        self._said: PatientText | None = None
        self.plate = StoryPlate(pictures, catalog, self)
        self.plate.tapped.connect(self.tapped)
        self._overline, self._title, self._text = _label(), _label(), _label()
        self._note = _label()
        self._note.setProperty("look", "muted")
        self.legend = PatientLegend(self._scale)
        self.flags = RedFlagBox(16.0)
        self._top = ScrollArea(translate("Story", "When to get help"), self)
        self.flags.setMinimumSize(1, 1)  # it is as high as its words need in the width that there is
        self._top.setWidget(self.flags)
        self.flags.more.clicked.connect(self._lay_out)
        self._words = ScrollArea(translate("Article", "Explanation"), self, by_key=True)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(0)
        column.addStretch(2)
        for label, above in ((self._overline, 0), (self._title, 6), (self._text, 20), (self._note, 16)):
            column.addSpacing(above)
            column.addWidget(label)
        column.addSpacing(24)
        column.addWidget(self.legend)
        column.addStretch(3)
        self._words.setWidget(sheet)
        self.fade = CrossFade(self)
        self._refit = QTimer(self, singleShot=True, interval=0)
        self._refit.timeout.connect(self._fit_words)

    def show_page(self, scene: Scene, text: PatientText, *, moving: bool) -> None:
        """Picture and words change together; `moving`: by a short cross-fade."""
        before = self.grab() if moving and self.isVisible() and self._said is not None else None
        self.fade.stop()
        self._said = text
        self.plate.show_scene(scene, text.picture)
        self.legend.show_scene(scene, text.inks)
        if self.flags.show_signs(text.signs):
            self._lay_out()
        else:
            self._fit_words()
        if before is not None:
            self.fade.begin(before)

    def forget(self) -> None:
        """Nothing of what it showed is kept: no picture, no words."""
        self.fade.stop()
        self._said = None
        self.plate.forget()
        self.legend.forget()
        self.flags.show_signs(Signs())
        self._lay_out()
        for label in (self._overline, self._title, self._text, self._note):
            label.clear()

    def text(self) -> str:
        """All that can be read."""
        text = self._said
        parts = () if text is None else (self.flags.text(), text.overline, text.title, text.text)
        return "\n".join(parts).strip()

    @property
    def words(self) -> str:
        """The text of the page alone."""
        return "" if self._said is None else self._said.text

    def show_note(self, note: str) -> None:
        """A sentence below the text, until the page changes."""
        self._note.setText(_styled(note, 16.0 * self._scale, muted=True))
        self._note.show()

    def show_reading_position(self, start: int, end: int) -> None:
        """Lights the part of the text that is being read aloud; none where `start` is `end`."""
        if self._said is not None:
            self._text.setText(_paragraphs(self._said.text, self._size, start, end))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fade.stop()
        self._lay_out()

    def _lay_out(self) -> None:
        """The signs over all of it; below them picture and words, side by side or one below the other."""
        width, height = self.width(), self.height()
        above = self._lay_out_signs()
        room = height - above
        if width >= height:
            left = round(width * 0.56)
            self.plate.setGeometry(0, above + 12, left, room - 12)
            self._words.setGeometry(QRect(left + _EDGE // 2, above + 12, width - left - _EDGE, room - 24))
        else:
            plate = round(room * 0.56)
            self.plate.setGeometry(0, above + 12, width, plate - 12)
            self._words.setGeometry(QRect(_EDGE, above + plate + 12, width - 2 * _EDGE + 12, room - plate - 24))
        self._fit_words()
        self._refit.start()

    def _lay_out_signs(self) -> int:
        """px that the signs take at the top."""
        shown = self._said is not None and bool(self._said.signs)
        self._top.setVisible(shown)
        if not shown:
            return 0
        width, most = self.width() - _EDGE, round(self.height() * _SIGNS_SHARE)
        self.flags.show_room(width, most)
        high = min(self.flags.heightForWidth(width), most)
        self._top.setGeometry(_EDGE // 2, 12, width, high)
        return high + 12

    # -- words ---------------------------------------------------------------

    def _fit_words(self) -> None:
        """The largest text with which nothing has to be scrolled."""
        if self._said is None:
            return
        room = self._words.viewport().size()
        width = room.width() - 12
        self._note.setText(_styled(self._said.note, 16.0 * self._scale, muted=True))
        self._note.setVisible(bool(self._said.note))
        legend = self.legend.fit(width)
        for size in _SIZES:
            self._size = size * self._scale
            self._overline.setText(_styled(self._said.overline, max(self._size * 0.8, 16.0), muted=True))
            self._title.setText(_styled(self._said.title, self._size * 1.35, strong=True))
            self._text.setText(_paragraphs(self._said.text, self._size))
            height = sum(w.heightForWidth(width) for w in (self._overline, self._title, self._text)) + 26
            height += 48 + legend + (80 if self._said.note else 0)
            if height <= room.height():
                return


def _label() -> QLabel:
    made = QLabel()
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.RichText)
    return made


def _styled(text: str, points: float, *, strong: bool = False, muted: bool = False) -> str:
    weight = 600 if strong else 400
    shade = "" if not muted else "color:palette(dark);"
    return f"<div style='font-size:{points:.1f}pt;font-weight:{weight};{shade}line-height:112%'>{escape(text)}</div>"


def _paragraphs(text: str, points: float, start: int = 0, end: int = 0) -> str:
    """The text with the characters from `start` to `end` lit."""
    lit = escape(text[start:end])
    whole = escape(text[:start]) + (f"<span style='background:#ffe08a;color:#1e2326'>{lit}</span>" if lit else "")
    whole += escape(text[end:])
    return "".join(
        f"<p style='font-size:{points:.1f}pt;line-height:128%;margin:0 0 {points * 0.6:.0f}px 0'>{part}</p>"
        for part in whole.split("\n")
    )
