"""A question with its picture, all ways to answer it, and afterwards what is right."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from atlas.domain.catalog import Catalog
from atlas.domain.scene import Scene
from atlas.render.fonts import text_scale
from atlas.render.renderer import Renderer
from atlas.ui.kit.choice import ChoiceButton
from atlas.ui.kit.drop_down import DropDown
from atlas.ui.kit.icon_button import IconButton
from atlas.ui.kit.scroll_area import ScrollArea
from atlas.ui.kit.trouble_bar import TroubleBar
from atlas.ui.language.translate import translate
from atlas.ui.study.name_entry import NameEntry
from atlas.ui.study.option_list import OptionList
from atlas.ui.study.reveal import Reveal
from atlas.ui.study.study_plate import StudyPlate

_ZOOM = 1.4
_ALONE = 720  # px of the column where there is no picture, at the usual text size
_COLUMN_SHARE, _LEAST_COLUMN, _MOST_COLUMN = 0.42, 320, 460  # of the width; px at the usual text size
_BELOW_SHARE, _NO_LIMIT = 0.48, 16_777_215  # of the height, in an upright window; px, as Qt has it
_MOST_SHARE = 0.6  # of the width, with large letters
_LARGE = 1.4  # times the usual text size: from here on what is done with the hand needs two lines
_NUMBERS = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4}
_ON = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuestionPane(QWidget):
    """Shows what it is told to; says what hand and keys do. 1 to 4 choose or grade, space goes on, Ctrl+Z undoes."""

    went_on = Signal()
    graded = Signal(int)
    undo_wanted = Signal()
    view_chosen = Signal(str)
    hand_done = Signal()  # what was painted or marked is the answer
    passed = Signal()  # the learner does not know
    look_up_wanted = Signal()  # the answer of a question that one only thinks about

    def __init__(self, pictures: Renderer, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # it takes key presses, but is no stop for Tab
        self.plate = StudyPlate(pictures, catalog)
        self.views = DropDown(translate("Study", "View of the body"))
        for view in catalog.views.values():
            self.views.addItem(view.name, view.id)
        self.erase = ChoiceButton(translate("Study", "Erase"))
        self.erase.setProperty("look", "outlined")
        self.clear = IconButton("bin", translate("Study", "Clear"))
        closer = IconButton("plus", translate("Plate", "Closer"))
        farther = IconButton("minus", translate("Plate", "Farther"))
        self._hand = QWidget()
        upright = text_scale() > _LARGE
        self.views.setMinimumContentsLength(6)
        self.views.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        hand = QBoxLayout(QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight, self._hand)
        hand.setContentsMargins(8, 0, 8, 8)
        hand.setSpacing(6)
        hand.addWidget(self.views, 1)
        tools = QHBoxLayout()
        tools.setSpacing(6)
        hand.addLayout(tools)
        for tool in (self.erase, self.clear, farther, closer):
            tools.addWidget(tool)
        self._left = QWidget()
        self._left.setObjectName("platePane")
        self._left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(4)
        left.addWidget(self.plate, 1)
        left.addWidget(self._hand)
        self.trouble = TroubleBar()
        self._kind, self._asked = QLabel(), QLabel()
        self._kind.setProperty("look", "heading")
        self._asked.setProperty("look", "large")
        self._by_ear = QLabel()
        self._by_ear.setProperty("look", "muted")
        self.options, self.names, self.reveal = OptionList(), NameEntry(), Reveal()
        self._done = QPushButton(translate("Study", "Done"))
        self._look_up = QPushButton(translate("Study", "Show the answer"))
        for button in (self._done, self._look_up):
            button.setProperty("look", "primary")
        self._pass = QPushButton(translate("Study", "I do not know"))
        self._pass.setProperty("look", "outlined")
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(10)
        for label in (self._kind, self._asked, self._by_ear):
            label.setWordWrap(True)
            column.addWidget(label)
        for widget in (self.trouble, self.options, self.names, self._done, self._look_up, self._pass, self.reveal):
            column.addWidget(widget)
        column.addStretch(1)
        self._words = ScrollArea(translate("Study", "Question"))
        self._words.setWidget(sheet)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left, 1)
        row.addWidget(self._words)
        row.addStretch(0)
        closer.clicked.connect(self._on_closer)
        farther.clicked.connect(self._on_farther)
        self.views.activated.connect(self._on_view)
        self.erase.toggled.connect(self._on_erase)
        self.clear.clicked.connect(self.plate.clear_drawing)
        self._done.clicked.connect(self.hand_done)
        self._look_up.clicked.connect(self.look_up_wanted)
        self._pass.clicked.connect(self.passed)
        self.reveal.went_on.connect(self.went_on)
        self.reveal.graded.connect(self.graded)
        self.plate.marked.connect(self._on_marked)

    def show_question(
        self, way: str, kind: str, asked: str, in_words: str, scene: Scene | None, options: list[tuple[str, str]]
    ) -> None:
        """Another question; `way` is that of `Question`, `options` are (id, text)."""
        self.trouble.show_sentence("")
        self.plate.begin()
        self._kind.setText(kind)
        self._asked.setText(asked)
        self._by_ear.setText(in_words if way in ("paint", "mark") else "")
        self._by_ear.setVisible(bool(self._by_ear.text()))
        self.options.setVisible(way == "choice")
        self.options.show_options(options)
        self.names.setVisible(way in ("typed", "several"))
        self.names.begin(several=way == "several")
        self._done.setVisible(way in ("paint", "mark"))
        self._done.setEnabled(way == "paint")
        self._look_up.setVisible(way == "recall")
        self._pass.setVisible(way != "recall")
        self.reveal.hide()
        self.show_picture(scene, in_words, way)
        self._words.verticalScrollBar().setValue(0)
        if way in ("typed", "several"):
            self.names.field.setFocus()
        else:
            self.setFocus()

    def show_picture(self, scene: Scene | None, in_words: str, way: str = "") -> None:
        """Its picture, or another view of it; none where it would tell the answer."""
        self._hand.setVisible(way in ("paint", "mark"))
        self.erase.setVisible(way == "paint")
        self.clear.setVisible(way == "paint")
        with QSignalBlocker(self.erase):
            self.erase.setChecked(False)
        self._left.setVisible(scene is not None)
        self._lay_out()
        if scene is not None:
            with QSignalBlocker(self.views):
                self.views.setCurrentIndex(self.views.findData(scene.view.id))
            self.plate.show_question(scene, in_words, paints=way == "paint", marks=way == "mark")

    def show_answer(self, scene: Scene, in_words: str, right: tuple[str, ...], given: str) -> None:
        """The question is closed; the reveal is filled by whoever knows."""
        self.options.show_answer(right, given)
        self.names.close_entry()
        self._done.hide()
        self._look_up.hide()
        self._pass.hide()
        self._by_ear.hide()
        self.reveal.show()
        self.show_picture(scene, in_words)
        self.setFocus()
        self._words.ensureWidgetVisible(self.reveal, 0, 0)

    def forget(self) -> None:
        """Nothing of a learner is left in it: no question, no picture, no note."""
        self.plate.begin()
        self.plate.forget()
        self.options.show_options(())
        self.names.begin(several=False)
        self.reveal.show_words("", "", "")
        self.reveal.show_note(None)
        for label in (self._kind, self._asked, self._by_ear):
            label.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Undo):
            if not self.plate.undo_stroke():
                self.undo_wanted.emit()
        elif key in _NUMBERS and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            number = _NUMBERS[key]
            if not self.options.isVisible() or not self.options.take(number):
                self.reveal.take(number)
        elif key in _ON:
            self._go_on()
        else:
            event.accept() if event.text() else super().keyPressEvent(event)

    def _go_on(self) -> None:
        if self.reveal.isVisible():
            self.reveal.go_on()
        elif self._look_up.isVisible():
            self.look_up_wanted.emit()
        elif self._done.isVisible() and self._done.isEnabled():
            self.hand_done.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """The words beside the picture, in an upright window below it; or all of it where there is none."""
        alone, upright = self._left.isHidden(), self.height() > self.width()
        below = upright and not alone
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        scale = text_scale()
        wide, high = self.width(), round(_BELOW_SHARE * self.height()) if below else _NO_LIMIT
        if alone:
            wide = min(wide, round(_ALONE * scale))
        elif not upright:
            least, most = round(_LEAST_COLUMN * scale), round(_MOST_COLUMN * scale)
            wide = min(max(round(wide * _COLUMN_SHARE), least), most, round(_MOST_SHARE * wide))
        self._words.setFixedWidth(wide)
        self._words.setMaximumHeight(high)
        self._words.setMinimumHeight(high if below else 0)

    def _on_closer(self) -> None:
        self.plate.zoom(_ZOOM)

    def _on_farther(self) -> None:
        self.plate.zoom(1 / _ZOOM)

    def _on_view(self) -> None:
        self.view_chosen.emit(self.views.currentData())

    def _on_erase(self, on: bool) -> None:
        self.plate.erases = on

    def _on_marked(self) -> None:
        self._done.setEnabled(True)
