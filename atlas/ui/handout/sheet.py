"""The handout over the window: how it will look, what is asked about it, and where it can go."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from atlas.render.fonts import text_scale
from atlas.ui.handout.form import HandoutForm
from atlas.ui.handout.preview import HandoutPreview
from atlas.ui.kit.flow_layout import FlowLayout
from atlas.ui.kit.icon_button import IconButton
from atlas.ui.kit.trouble_bar import TroubleBar
from atlas.ui.language.translate import translate

_ROOM_BESIDE = 820  # px; with less the form lies below the pages
_FORM = 380
_WIDEST = 1180


class HandoutSheet(QFrame):
    """Says what is wanted with the handout."""

    ROLE = QAccessible.Role.Dialog

    save_wanted = Signal()
    picture_wanted = Signal()
    print_wanted = Signal()
    copy_wanted = Signal()
    put_away = Signal()

    def __init__(self, languages: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dim")
        self.setAccessibleName(translate("Handout", "Handout"))
        self.preview = HandoutPreview()
        self.form = HandoutForm(languages)
        title = QLabel(translate("Handout", "Handout"))
        title.setProperty("look", "title")
        self.away = IconButton("close", translate("Handout", "Close"))
        top = QHBoxLayout()
        top.addWidget(title, 1)
        top.addWidget(self.away)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(24)
        self._middle.addWidget(self.preview, 1)
        self._middle.addWidget(self.form)
        self.trouble = TroubleBar()
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setAccessibleName(translate("Handout", "What was done"))
        self._said.hide()
        box = QFrame()
        box.setObjectName("dialog")
        box.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(box)
        column.setContentsMargins(28, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.trouble)
        column.addLayout(self._middle, 1)
        column.addWidget(self._said)
        column.addWidget(self._buttons())
        frame = QHBoxLayout(self)
        frame.setContentsMargins(16, 16, 16, 16)
        frame.addWidget(box)
        self.away.clicked.connect(self.put_away)
        for before, after in ((self.picture, self.away), (self.away, self.preview)):
            QWidget.setTabOrder(before, after)
        self.setFocusProxy(self.form.note)
        self.hide()

    def say(self, sentence: str) -> None:
        """What was done, or why it was not; an empty one takes the last one away."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def said(self) -> str:
        return self._said.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away.emit()
        else:
            event.accept()  # nothing typed here reaches the window below

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = self.width() >= _ROOM_BESIDE
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._middle.setDirection(direction)
        wide = round(_FORM * min(text_scale(), 1.5))
        self.form.setFixedWidth(wide) if beside else self.form.setMaximumWidth(_WIDEST)
        self.form.setMinimumWidth(wide if beside else 0)
        self._middle.setStretch(0, 1 if beside else 3)
        self._middle.setStretch(1, 0 if beside else 2)

    def _buttons(self) -> QWidget:
        held = QWidget()
        flow = FlowLayout(held)
        self.save = QPushButton(translate("Handout", "Save PDF"))
        self.save.setProperty("look", "primary")
        self.printing = QPushButton(translate("Handout", "Print"))
        self.copy = QPushButton(translate("Handout", "Copy"))
        self.picture = QPushButton(translate("Handout", "Save picture"))
        for button, signal in (
            (self.save, self.save_wanted),
            (self.printing, self.print_wanted),
            (self.copy, self.copy_wanted),
            (self.picture, self.picture_wanted),
        ):
            if button is not self.save:
                button.setProperty("look", "outlined")
            button.clicked.connect(signal)
            flow.addWidget(button)
        return held
