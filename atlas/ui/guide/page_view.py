"""One page of the guide, to be read at ease."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from atlas.render.fonts import text_scale
from atlas.ui.article.article_view import ArticleView
from atlas.ui.article.blocks import Block
from atlas.ui.language.translate import translate
from atlas.ui.window.drawer_buttons import DrawerButtons

_WIDEST = 760  # px of a line at the usual text size; longer ones are hard to follow


class PageView(QWidget):
    """Lies over the plate and the explanation while the guide is open."""

    muscle_chosen = Signal(str)
    finder_wanted = Signal()
    new_patient_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guidePage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.drawer = DrawerButtons(
            translate("Guide", "Pages of the guide"), translate("Guide", "Pages"), upright=False
        )
        self._title = QLabel()
        self._title.setProperty("look", "title")
        self._title.setWordWrap(True)
        self.article = ArticleView()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addWidget(self.drawer)
        self._column.addWidget(self._title)
        self._column.addWidget(self.article, 1)
        self.article.muscle_chosen.connect(self.muscle_chosen)
        self.drawer.list_wanted.connect(self.finder_wanted)
        self.drawer.new_patient_wanted.connect(self.new_patient_wanted)
        self.hide()

    def show_page(self, title: str, blocks: tuple[Block, ...]) -> None:
        self._title.setText(title)
        self.article.show_blocks(blocks)

    @property
    def title(self) -> str:
        return self._title.text()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.article.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = max((self.width() - round(_WIDEST * text_scale())) // 2, 28)
        above = 28 if self.height() > 600 else 16
        self._column.setContentsMargins(beside, above, beside, 0)
        self._title.setAlignment(Qt.AlignmentFlag.AlignLeft)
