"""The left pane: search and list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from atlas.ui.kit.keyboard_focus import follow
from atlas.ui.kit.search_box import SearchBox
from atlas.ui.kit.thumbnails import Thumbnails
from atlas.ui.language.translate import translate
from atlas.ui.muscles.muscle_list import MuscleList
from atlas.ui.muscles.muscle_rows import Row
from atlas.ui.window.left_foot import FinderFoot
from atlas.ui.window.mode_switch import ModeSwitch


class Finder(QWidget):
    """Says what was typed and which muscle was chosen."""

    query_typed = Signal(str)
    muscle_chosen = Signal(str)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("finder")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.modes = ModeSwitch()
        self.search = SearchBox()
        self.list = MuscleList(thumbnails)
        self._nothing = QLabel(
            translate("Finder", "Nothing like that here. Try another word, such as the part of the body.")
        )
        self._nothing.setProperty("look", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(8, 16, 8, 0)
        self._nothing.hide()
        self.foot = FinderFoot()
        self._instead: QWidget | None = None  # shown in place of search and list
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 8, 0)
        column.setSpacing(2)
        column.addWidget(self.modes)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addWidget(self.foot)
        self.search.query_typed.connect(self.query_typed)
        self.search.moved.connect(self.list.move_highlight)
        self.search.accepted.connect(self.list.choose_highlighted)
        self.list.muscle_chosen.connect(self.muscle_chosen)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        self.list.show_rows(rows)
        self._nothing.setVisible(not rows)

    def show_instead(self, widget: QWidget | None) -> None:
        """Shows another mode's widget in place of search and list; None brings these back."""
        if self.isAncestorOf(self.window().focusWidget() or self):  # or Qt hands it to the button that clears all
            self.modes.choice.checked.setFocus()
        if self._instead is not None and self._instead is not widget:
            self._instead.hide()
        self._instead = widget
        self.search.setVisible(widget is None)
        self.list.setVisible(widget is None)
        if widget is None:
            return
        self._nothing.hide()
        if self._column.indexOf(widget) < 0:
            self._column.insertWidget(self._column.indexOf(self.foot), widget, 1)
            follow(self.list, widget)
        widget.show()

    def start_afresh(self) -> None:
        """Nothing tells what was searched or chosen before."""
        self.search.start_afresh()
        self.list.start_afresh()

    @property
    def says_nothing_found(self) -> bool:
        return self._nothing.isVisible()

    def start_typing(self) -> None:
        self.search.setFocus()
        self.search.selectAll()
