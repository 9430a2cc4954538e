"""The right pane of "Where it hurts": the ranked patterns, their comparison, and the figures of the drawing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QListView, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from atlas.ui.answer_rows import ROW, AnswerRow, AnswerRowDelegate, AnswerRows
from atlas.ui.article import Block
from atlas.ui.article_view import ArticleView
from atlas.ui.choice import Choice
from atlas.ui.drop_down import DropDown
from atlas.ui.flow_layout import FlowLayout
from atlas.ui.legend import Legend, LegendRow
from atlas.ui.thumbnails import Thumbnails
from atlas.ui.touch_scroll import scroll_by_touch
from atlas.ui.words import translate, translated

PAGES = ("patterns", "compare", "figures")
_TITLES = [("patterns", "Patterns"), ("compare", "Compare"), ("figures", "Figures")]
_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class AnswerList(QListView):
    """A tap, Enter or Space lays a pattern over the drawing or takes it away."""

    pattern_tapped = Signal(object)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = AnswerRows(self)
        self.setModel(self.rows)
        self._delegate = AnswerRowDelegate(thumbnails, self)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(translate("Hurts", "Patterns that cover the drawing"))
        scroll_by_touch(self)
        self.clicked.connect(self._on_clicked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.fit(self.viewport().width())
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESSES:
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.pattern_tapped.emit(index.data(ROW).which)


class Answers(QWidget):
    """Says which pattern was tapped, which nerve root was chosen, and what is to be done with the drawing's file."""

    pattern_tapped = Signal(object)
    root_chosen = Signal(object)  # the id of a dermatome, or None
    page_chosen = Signal(str)
    save_wanted = Signal()
    open_wanted = Signal()
    other_wanted = Signal()

    def __init__(self, thumbnails: Thumbnails, roots: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`roots` are (id, name) of the dermatomes."""
        super().__init__(parent)
        self.setObjectName("explanation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = _label("title", translate("Hurts", "Where it hurts"))
        self._said = _label("lay")
        self.flags = _label("alert")
        self.pages = Choice(translate("Hurts", "Answer"), translated("Hurts", _TITLES))
        self.legend = Legend()
        self.list = AnswerList(thumbnails)
        self.comparison, self.figures = ArticleView(), ArticleView()
        self.comparison.setAccessibleName(translate("Hurts", "Comparison"))
        self.figures.setAccessibleName(translate("Hurts", "Figures of the drawing"))
        self.roots = DropDown(translate("Hurts", "Nerve root beside the patterns"))
        self.roots.addItem(translate("Hurts", "No nerve root"), None)
        for value, text in roots:
            self.roots.addItem(f"{translate('Hurts', 'Nerve root')} {text}", value)
        self._stack = QStackedWidget()
        self.files = self._file_buttons()
        for parts in ((self.list,), (self.roots, self.comparison), (self.files, self.figures)):
            self._stack.addWidget(_column(parts))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 12, 14)
        column.setSpacing(6)
        for part in (title, self._said, self.flags, self.pages, self.legend):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        disclaimer = translate(
            "Explanation",
            "Shows published referred-pain patterns for education. It does not diagnose, and does not replace "
            "assessment by a health professional.",
        )
        column.addWidget(_label("muted", disclaimer))
        self.list.pattern_tapped.connect(self.pattern_tapped)
        self.roots.activated.connect(self._on_root_activated)
        self.pages.chosen.connect(self.show_page)
        self.pages.chosen.connect(self.page_chosen)
        self.show_page("patterns")
        self.flags.hide()

    # -- showing -------------------------------------------------------------

    def show_page(self, page: str) -> None:
        self.pages.show_choice(page)
        self._stack.setCurrentIndex(PAGES.index(page))

    @property
    def page(self) -> str:
        return PAGES[self._stack.currentIndex()]

    def show_said(self, text: str, flags: str) -> None:
        """One line on the drawing, and the red flags of a complaint."""
        self._said.setText(text)
        self.flags.setText(flags)
        self.flags.setVisible(bool(flags))

    def show_rows(self, rows: Sequence[AnswerRow]) -> None:
        self.list.rows.show_rows(rows)

    def show_legend(self, rows: Sequence[LegendRow], rest: str) -> None:
        self.legend.show_rows(rows, rest)

    def show_comparison(self, blocks: Sequence[Block], root: str | None) -> None:
        self.comparison.show_blocks(tuple(blocks))
        with QSignalBlocker(self.roots):
            self.roots.setCurrentIndex(max(self.roots.findData(root), 0))

    def show_figures(self, blocks: Sequence[Block]) -> None:
        self.figures.show_blocks(tuple(blocks))

    # -- what the user does --------------------------------------------------

    def _file_buttons(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        said = (
            ("Save drawing…", self.save_wanted),
            ("Open drawing…", self.open_wanted),
            ("Second drawing…", self.other_wanted),
        )
        for text, wanted in said:
            button = QPushButton(translate("Hurts", text))
            button.setProperty("look", "outlined")
            button.clicked.connect(wanted)
            flow.addWidget(button)
        return row

    def _on_root_activated(self, index: int) -> None:
        self.root_chosen.emit(self.roots.itemData(index))


def _column(parts: Sequence[QWidget]) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for part in parts:
        column.addWidget(part, 1 if isinstance(part, QListView | ArticleView) else 0)
    return page


def _label(look: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", look)
    return label
