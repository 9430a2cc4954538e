"""What fills the window in the student's review: a line on where one stands, and below it one page at a time."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from atlas.ui.kit.icon_button import IconButton
from atlas.ui.kit.trouble_bar import TroubleBar
from atlas.ui.language.translate import translate
from atlas.ui.window.drawer_buttons import DrawerButtons


class GoalBar(QWidget):
    """How much of today's goal is done, as a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setFixedHeight(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """0..1."""
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            whole = QRectF(self.rect())
            painter.setBrush(self.palette().color(QPalette.ColorRole.Mid))
            painter.drawRoundedRect(whole, 3, 3)
            done = QRectF(whole)
            done.setWidth(whole.width() * self._share)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                done.moveRight(whole.right())
            painter.setBrush(self.palette().color(QPalette.ColorRole.Link))
            painter.drawRoundedRect(done, 3, 3)


class StudyView(QWidget):
    """`show_page` puts a page in front; each is added once."""

    undo_wanted = Signal()
    finder_wanted = Signal()
    new_patient_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studyPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.drawer = DrawerButtons(
            translate("Study", "Pages of the review"), translate("Study", "Review"), upright=False
        )
        self._standing = QLabel()
        self._standing.setProperty("look", "muted")
        self._standing.setWordWrap(True)
        self.goal = GoalBar()
        self.undo = IconButton("undo", translate("Study", "Undo the last answer"))
        self.trouble = TroubleBar()
        self.stack = QStackedWidget()
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 12, 0)
        head.setSpacing(12)
        head.addWidget(self.drawer)
        text = QVBoxLayout()
        text.setSpacing(4)
        text.addWidget(self._standing)
        text.addWidget(self.goal)
        head.addLayout(text, 1)
        head.addWidget(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.trouble)
        column.addWidget(self.stack, 1)
        self.undo.clicked.connect(self.undo_wanted)
        self.drawer.list_wanted.connect(self.finder_wanted)
        self.drawer.new_patient_wanted.connect(self.new_patient_wanted)
        self.hide()

    def show_page(self, page: QWidget) -> None:
        """In place of the one before."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def show_standing(self, text: str, share: float | None, *, can_undo: bool) -> None:
        """Where one stands; `share` 0..1 of the day's goal or of an exam, None: no line."""
        self._standing.setText(text)
        self.goal.setVisible(share is not None)
        self.goal.show_share(share or 0.0)
        self.undo.setVisible(can_undo)

    def sizeHint(self) -> QSize:
        return QSize(900, 700)

    def focusInEvent(self, event: QFocusEvent) -> None:
        page = self.stack.currentWidget()
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
