"""Shows an article: headings, paragraphs, the amber box, points and links."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from atlas.ui.article.blocks import Block, BlockKind
from atlas.ui.article.hidden_answer import HiddenAnswer
from atlas.ui.article.point_row import PointRow
from atlas.ui.kit.flow_layout import FlowLayout
from atlas.ui.kit.link_button import LinkButton
from atlas.ui.kit.scroll_area import ScrollArea
from atlas.ui.language.translate import translate

_ABOVE = {"heading": 18, "alert": 0, "reading": 4, "muted": 4, "description": 4}  # px
_AIRY = ("reading", "alert")  # texts to be read at length, with more room between the lines


class ArticleView(ScrollArea):
    """Says which trigger point or related muscle was tapped.

    Its widgets are kept and filled anew for the next article, because dressing fresh ones takes far longer.
    """

    point_chosen = Signal(object)  # the id of a trigger point, or None when it was tapped again
    muscle_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Article", "Explanation"), parent, by_key=True)
        self._labels: dict[BlockKind, list[QLabel]] = {}
        self._points: list[PointRow] = []
        self._links: list[LinkButton] = []
        self._answers: list[HiddenAnswer] = []
        self._page = page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 12, 16)
        self._column.setSpacing(0)
        self._link_row = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._link_row.setSizePolicy(policy)
        self._flow = FlowLayout(self._link_row)
        self._flow.setContentsMargins(0, 8, 0, 0)
        self._column.addStretch(1)
        self.setWidget(page)

    def sizeHint(self) -> QSize:
        return QSize(240, 120)  # it takes the room that is left

    def show_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Replaces the article and goes back to its top."""
        self._page.setUpdatesEnabled(False)
        for widget in (*self._kept(), self._link_row):
            self._column.removeWidget(widget)
        used: dict[str, int] = {}
        shown: set[QWidget] = set()
        for block in blocks:
            count = used.get(block.kind, 0)
            used[block.kind] = count + 1
            widget = self._filled(count, block)
            shown.add(widget)
            if block.kind != "link" or not count:
                self._column.insertWidget(self._column.count() - 1, self._link_row if block.kind == "link" else widget)
        self._link_row.setVisible("link" in used)
        for widget in self._kept():
            if widget.isHidden() == (widget in shown):
                widget.setVisible(widget in shown)
            if isinstance(widget, QLabel) and widget not in shown:
                widget.clear()  # what was said of one patient does not wait, hidden, for the next
        self._page.setUpdatesEnabled(True)
        self.verticalScrollBar().setValue(0)

    def text(self) -> str:
        """All that can be read, from top to bottom."""
        items = [self._column.itemAt(k) for k in range(self._column.count())]
        shown = [w for item in items if item is not None and (w := item.widget()) is not None]
        return "\n".join(w.text() for w in shown if isinstance(w, QLabel | QAbstractButton | HiddenAnswer))

    def show_description(self, text: str) -> None:
        """The picture in words."""
        for label in self._labels.get("description", []):
            label.setText(text)

    def show_point(self, point: int | None) -> None:
        for row in self._points:
            row.setChecked(row.point == point)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for link in self._links:
            link.fit(self._room())

    def _room(self) -> int:
        return self.viewport().width() - 12

    def _kept(self) -> list[QWidget]:
        return [
            *self._points,
            *self._links,
            *self._answers,
            *(label for kept in self._labels.values() for label in kept),
        ]

    def _filled(self, count: int, block: Block) -> QWidget:
        """The `count`th widget of its kind, made if there is none yet, with the block's text."""
        if block.kind == "link":
            return self._link(count, block)
        if block.kind == "answer":
            return self._answer(count, block)
        return self._point(count, block) if block.kind == "point" else self._label(count, block)

    def _label(self, count: int, block: Block) -> QLabel:
        kept = self._labels.setdefault(block.kind, [])
        if count == len(kept):
            label = QLabel(self._page)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText if block.kind in _AIRY else Qt.TextFormat.PlainText)
            label.setContentsMargins(0, _ABOVE[block.kind], 0, 0)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            label.setProperty("look", "muted" if block.kind == "description" else block.kind)
            kept.append(label)
        if block.kind in _AIRY:
            title = (block.title or translate("Article", "When to see someone")) if block.kind == "alert" else ""
            kept[count].setText(_airy(title, block.text))
        elif block.kind != "description":
            kept[count].setText(block.text)
        return kept[count]

    def _point(self, count: int, block: Block) -> PointRow:
        if count == len(self._points):
            self._points.append(PointRow(self._page))
            self._points[count].clicked.connect(self._on_point_clicked)
        self._points[count].show_point(int(block.target), block.text)
        return self._points[count]

    def _link(self, count: int, block: Block) -> LinkButton:
        if count == len(self._links):
            made = LinkButton()
            made.clicked.connect(self._on_link_clicked)
            self._flow.addWidget(made)
            self._links.append(made)
        button = self._links[count]
        button.setProperty("muscle", block.target)
        button.setAccessibleName(translate("Article", "Go to {}").format(block.text))
        button.show_text(block.text, self._room())
        return button

    def _answer(self, count: int, block: Block) -> HiddenAnswer:
        if count == len(self._answers):
            self._answers.append(HiddenAnswer(self._page))
        self._answers[count].show_answer(block.text)
        return self._answers[count]

    def _on_point_clicked(self, checked: bool) -> None:
        row = self.sender()
        if isinstance(row, PointRow):
            self.point_chosen.emit(row.point if checked else None)

    def _on_link_clicked(self) -> None:
        self.muscle_chosen.emit(self.sender().property("muscle"))


def _airy(title: str, text: str) -> str:
    lead = f"<span style='font-weight:600'>{escape(title)}</span><br>" if title else ""
    lines = escape(text).replace("\n", "<br>")
    return f"<div style='line-height:125%'>{lead}{lines}</div>"
