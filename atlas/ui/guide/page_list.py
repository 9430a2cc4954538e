"""The guide's pages, to be chosen from in the left pane."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from atlas.ui.guide.guide_article import PageRow
from atlas.ui.kit.scroll_area import ScrollArea
from atlas.ui.language.translate import translate


class PageButton(QPushButton):
    """A page's title, on as many lines as it needs."""

    def __init__(self, row: PageRow) -> None:
        super().__init__()
        self.page = row.page
        self.setCheckable(True)
        self.setProperty("look", "row")
        self.setAccessibleName(row.title)
        self._label = QLabel(row.title, self)
        self._label.setWordWrap(True)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title = row.title

    def fit(self, width: int) -> None:
        """As high as the title is when `width` px are there."""
        room = QFontMetrics(self._label.font()).boundingRect(
            0, 0, width - 28, 1000, Qt.TextFlag.TextWordWrap, self._title
        )
        self.setFixedHeight(max(room.height() + 24, 48))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._label.setGeometry(self.rect().adjusted(14, 4, -12, -4))


class PageList(ScrollArea):
    """Says which page was tapped."""

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Guide", "Pages of the guide"), parent)
        sheet = QWidget()
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(0, 4, 8, 16)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.buttons: dict[str, PageButton] = {}
        self._headings: list[QLabel] = []
        self.setWidget(sheet)

    def show_rows(self, rows: tuple[PageRow, ...]) -> None:
        for k, row in enumerate(rows):
            if row.page:
                button = PageButton(row)
                button.clicked.connect(self._on_clicked)
                self.buttons[row.page] = button
                self._column.insertWidget(k, button)
            else:
                heading = QLabel(row.title)
                heading.setProperty("look", "heading")
                heading.setWordWrap(True)
                heading.setContentsMargins(14, 18 if k else 8, 0, 6)
                self._headings.append(heading)
                self._column.insertWidget(k, heading)
        self._fit()

    def show_page(self, page: str | None) -> None:
        for name, button in self.buttons.items():
            button.setChecked(name == page)
        if page in self.buttons:
            self.ensureWidgetVisible(self.buttons[page], 0, 60)

    def start_afresh(self) -> None:
        self.show_page(None)
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width() - 8
        for button in self.buttons.values():
            button.fit(width)
        for heading in self._headings:
            heading.setFixedHeight(heading.heightForWidth(width))

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, PageButton):
            self.page_chosen.emit(button.page)
