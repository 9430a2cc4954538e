"""One page of the guide, to be read at ease."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from atlas.ui.article import Block
from atlas.ui.article_view import ArticleView
from atlas.ui.icon_button import IconButton
from atlas.ui.words import translate

_WIDEST = 760  # px of a line; longer ones are hard to follow


class GuidePage(QWidget):
    """Lies over the plate and the explanation while the guide is open."""

    muscle_chosen = Signal(str)
    finder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guidePage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list_button = IconButton(
            "menu", translate("Guide", "Pages of the guide"), " " + translate("Guide", "Pages")
        )
        self._title = QLabel()
        self._title.setProperty("look", "title")
        self._title.setWordWrap(True)
        self.article = ArticleView()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.list_button)
        top.addStretch(1)
        self._column.addLayout(top)
        self._column.addWidget(self._title)
        self._column.addWidget(self.article, 1)
        self.article.muscle_chosen.connect(self.muscle_chosen)
        self.list_button.clicked.connect(self.finder_wanted)
        self.hide()

    def show_page(self, title: str, blocks: tuple[Block, ...]) -> None:
        self._title.setText(title)
        self.article.show_blocks(blocks)

    @property
    def title(self) -> str:
        return self._title.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.list_button.setVisible(bool(self.property("hasDrawer")))  # the list of pages is a drawer
        beside = max((self.width() - _WIDEST) // 2, 28)
        above = 28 if self.height() > 600 else 16
        self._column.setContentsMargins(beside, above, beside, 0)
        self._title.setAlignment(Qt.AlignmentFlag.AlignLeft)
