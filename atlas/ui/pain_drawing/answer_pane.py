"""The right pane of "Where it hurts": the ranked patterns, their comparison, and the figures of the drawing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QListView, QStackedWidget, QVBoxLayout, QWidget

from atlas.domain.words.red_flags import Signs
from atlas.render.fonts import text_scale
from atlas.ui.article.article_view import ArticleView
from atlas.ui.article.blocks import Block
from atlas.ui.article.disclaimer import FOOTER_SCALE
from atlas.ui.article.red_flag_box import RedFlagBox
from atlas.ui.finding.filter_bar import FilterBar
from atlas.ui.kit.choice import Choice
from atlas.ui.kit.drop_down import DropDown
from atlas.ui.kit.scroll_area import ScrollArea
from atlas.ui.kit.thumbnails import Thumbnails
from atlas.ui.kit.trouble_bar import TroubleBar
from atlas.ui.language.translate import translate, translated
from atlas.ui.pain_drawing.drawing_file_bar import DrawingFileBar
from atlas.ui.pain_drawing.match_list import MatchList
from atlas.ui.pain_drawing.match_rows import MatchRow
from atlas.ui.pain_drawing.overlay_legend import LegendRow, OverlayLegend
from atlas.ui.window.patient_actions import PatientActions

PAGES = ("patterns", "compare", "figures")
_TITLES = [("patterns", "Patterns"), ("compare", "Compare"), ("figures", "Figures")]
_LEAST_NAME = 12  # letters of a place, which may be longer than the pane is wide
_LEAST = 230  # px of a list or a text
_LEFT, _TOP, _RIGHT = 24, 20, 12  # px beside and above all of it


class AnswerPane(QWidget):
    """Says which pattern was tapped or opened, and which nerve root and page were chosen."""

    pattern_tapped = Signal(object)
    muscle_opened = Signal(object)
    root_chosen = Signal(object)  # the id of a dermatome, or None
    page_chosen = Signal(str)
    pain_chosen = Signal()

    def __init__(
        self,
        thumbnails: Thumbnails,
        roots: Sequence[tuple[str, str]],
        filters: FilterBar,
        parent: QWidget | None = None,
    ) -> None:
        """`roots` are (id, name) of the dermatomes."""
        super().__init__(parent)
        self.setObjectName("explanation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = _label("title", translate("Hurts", "Where it hurts"))
        self._said = _label("lay")
        self.flags = RedFlagBox()
        self.trouble = TroubleBar()
        self.pages = Choice(translate("Hurts", "Answer"), translated("Hurts", _TITLES), wraps=True)
        self.legend = OverlayLegend()
        self.for_patient = PatientActions(beside=title)
        self.list, self.filters = MatchList(thumbnails), filters
        self.comparison, self.figures = ArticleView(), ArticleView()
        self.comparison.setAccessibleName(translate("Hurts", "Comparison"))
        self.figures.setAccessibleName(translate("Hurts", "Figures of the drawing"))
        self.roots = DropDown(translate("Hurts", "Nerve root beside the patterns"))
        self.roots.addItem(translate("Hurts", "No nerve root"), None)
        for value, text in roots:
            self.roots.addItem(f"{translate('Hurts', 'Nerve root')} {text}", value)
        self.pains = DropDown(translate("Hurts", "Which of the pains"))
        self.pains.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.pains.setMinimumContentsLength(_LEAST_NAME)
        self.pains.hide()
        self._stack = QStackedWidget()
        self.file_bar = DrawingFileBar()
        for parts in (
            (self.pains, self.filters, self.list),
            (self.roots, self.comparison),
            (self.figures, self.file_bar),
        ):
            self._stack.addWidget(_column(parts))
        for view in (self.list, self.comparison, self.figures):
            view.setMinimumHeight(round(_LEAST * min(text_scale(), 1.5)))
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(_LEFT, _TOP, _RIGHT, 6)
        column.setSpacing(6)
        for part in (self.flags, self.trouble, self.for_patient, self._said, self.pages, self.legend):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        disclaimer = translate(
            "Explanation",
            "Shows published referred-pain patterns for education. It does not diagnose, and does not replace "
            "assessment by a health professional.",
        )
        footer = _label("muted", disclaimer)
        self._scroll = ScrollArea(translate("Hurts", "Answer"))  # for long warnings and large text
        self._scroll.setWidget(sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 14)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        if text_scale() <= FOOTER_SCALE:
            footer.setContentsMargins(24, 0, 12, 0)
            whole.addWidget(footer)
        else:
            column.addWidget(footer)
        self.list.pattern_tapped.connect(self.pattern_tapped)
        self.list.muscle_opened.connect(self.muscle_opened)
        self.pains.activated.connect(self._on_pain_activated)
        self.roots.activated.connect(self._on_root_activated)
        self.pages.chosen.connect(self.show_page)
        self.pages.chosen.connect(self.page_chosen)
        self.show_page("patterns")

    # -- showing -------------------------------------------------------------

    def show_page(self, page: str) -> None:
        self.pages.show_choice(page)
        self._stack.setCurrentIndex(PAGES.index(page))
        self.legend.setVisible(page != "figures" and self.legend.has_rows)

    def start_afresh(self) -> None:
        """Without a word of an answer, at the top."""
        self.show_said("")
        self.show_flags(Signs())
        self.trouble.show_sentence("")
        self.list.start_afresh()
        self.filters.begin_new_patient()
        self.pains.setCurrentIndex(0)
        self.show_pains(())
        self.show_legend((), "")
        self.comparison.show_blocks(())
        self.show_figures((), "")
        self._scroll.verticalScrollBar().setValue(0)

    @property
    def page(self) -> str:
        return PAGES[self._stack.currentIndex()]

    def show_said(self, text: str) -> None:
        """One line on the drawing."""
        self._said.setText(text)

    def show_flags(self, signs: Signs) -> None:
        """The red flags of what is painted; where they change they are seen, whatever was being read."""
        if self.flags.show_signs(signs) and signs:
            self._scroll.verticalScrollBar().setValue(0)

    def show_trouble(self, sentence: str) -> None:
        """What could not be done; it is seen, with the signs above it, whatever was pressed further down."""
        self.trouble.show_sentence(sentence)
        if sentence:
            self._scroll.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.flags.show_room(self.width() - _LEFT - _RIGHT, self._scroll.height() - 2 * _TOP)

    def show_pains(self, names: Sequence[str]) -> None:
        """Pains that were painted apart, by their places, to be answered together or one by one; none for one pain."""
        together = translate("Hurts", "All pains together")
        wanted = [together, *(f"{k}. {name[:1].upper()}{name[1:]}" for k, name in enumerate(names, 1))]
        if wanted != [self.pains.itemText(k) for k in range(self.pains.count())]:
            with QSignalBlocker(self.pains):
                self.pains.clear()
                self.pains.addItems(wanted)
        self.pains.setVisible(bool(names))

    @property
    def pain(self) -> int | None:
        """Which of the pains is asked about; None: all of them."""
        return self.pains.currentIndex() - 1 if self.pains.currentIndex() > 0 else None

    def show_rows(self, rows: Sequence[MatchRow]) -> None:
        self.list.rows.show_rows(rows)

    def show_legend(self, rows: Sequence[LegendRow], rest: str) -> None:
        self.legend.show_rows(rows, rest)
        self.legend.setVisible(self.page != "figures" and self.legend.has_rows)

    def show_comparison(self, blocks: Sequence[Block], root: str | None) -> None:
        self.comparison.show_blocks(tuple(blocks))
        with QSignalBlocker(self.roots):
            self.roots.setCurrentIndex(max(self.roots.findData(root), 0))

    def show_figures(self, blocks: Sequence[Block], label: str) -> None:
        self.figures.show_blocks(tuple(blocks))
        self.file_bar.show_label(label)

    # -- what the user does --------------------------------------------------

    def _on_pain_activated(self, index: int) -> None:
        self.pain_chosen.emit()

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
