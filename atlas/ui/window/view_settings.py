"""How the body is shown: figure, clothes, skin tone, colours of pain, bones, light or dark."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from atlas.domain.choices import TEXT_SIZES
from atlas.domain.state import Look
from atlas.ui.kit.choice import Choice
from atlas.ui.kit.keyboard_focus import next_inside
from atlas.ui.kit.scroll_area import ScrollArea
from atlas.ui.language.translate import translate, translated
from atlas.ui.window.tone_picker import TonePicker


class ViewSettings(QFrame):
    """One tidy panel above the button that opens it."""

    ROLE = QAccessible.Role.Dialog

    figure_chosen = Signal(str)
    tone_chosen = Signal(str)
    palette_chosen = Signal(str)
    bones_chosen = Signal(str)
    draped_chosen = Signal(bool)
    neighbours_chosen = Signal(bool)
    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    text_size_chosen = Signal(int)
    reduced_motion_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("popover")
        self.setAccessibleName(translate("Look", "View settings"))
        self._figure = _choice("Figure", [("female", "Female"), ("male", "Male")])
        self._tone = TonePicker()
        self._palette = _choice("Colours", [("classic", "Red"), ("cividis", "Blue"), ("print", "Print")])
        self._bones = _choice("Bones", [("none", "None"), ("faint", "Faint"), ("clear", "Clear")])
        self._clothes = _choice("Clothes", [("bare", "Bare"), ("draped", "Draped")])
        self._neighbours = _choice("Neighbors", [("none", "None"), ("outlined", "Outlined")])
        self._theme = _choice("Window", [("light", "Light"), ("dark", "Dark"), ("contrast", "Contrast")])
        self._size = _choice("Letters", [(str(n), f"{n}%") for n in TEXT_SIZES])
        self._motion = _choice("Motion", [("moving", "As usual"), ("still", "None")])
        self._language: Choice | None = None
        self._sheet = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._sheet)
        self._columns.setContentsMargins(20, 12, 20, 16)
        self._columns.setSpacing(28)
        self._body, self._reading = QVBoxLayout(), QVBoxLayout()
        for column in (self._body, self._reading):
            column.setSpacing(2)
            self._columns.addLayout(column)
        area = ScrollArea(self.accessibleName())
        area.setWidget(self._sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        _fill(self._body, (("Figure", self._figure), ("Clothes", self._clothes), ("Skin", self._tone)))
        _fill(self._body, (("Pain", self._palette), ("Bones", self._bones), ("Neighbors", self._neighbours)))
        _fill(self._reading, (("Window", self._theme), ("Letters", self._size), ("Motion", self._motion)))
        self._body.addStretch(1)
        self._figure.chosen.connect(self.figure_chosen)
        self._tone.chosen.connect(self.tone_chosen)
        self._palette.chosen.connect(self.palette_chosen)
        self._bones.chosen.connect(self.bones_chosen)
        self._clothes.chosen.connect(self._on_clothes_chosen)
        self._neighbours.chosen.connect(self._on_neighbours_chosen)
        self._theme.chosen.connect(self.theme_chosen)
        self._size.chosen.connect(self._on_size_chosen)
        self._motion.chosen.connect(self._on_motion_chosen)

    def fit(self, room: QSize) -> QSize:
        """Its size where there is `room`: in one column where two are too wide; what is too high scrolls."""
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight)
        if self._sheet.sizeHint().width() + 2 > room.width():
            self._columns.setDirection(QBoxLayout.Direction.TopToBottom)
        return (self._sheet.sizeHint() + QSize(2, 2)).boundedTo(room)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return next_inside(self, forward)  # it hides what lies below

    def offer_languages(self, languages: dict[str, str]) -> None:
        """The languages to choose from, each by its own name."""
        self._language = Choice(translate("Look", "Language"), list(languages.items()))
        self._language.chosen.connect(self.language_chosen)
        _fill(self._reading, (("Language", self._language),))
        self._reading.addStretch(1)

    def show_look(self, look: Look, theme: str) -> None:
        self._figure.show_choice(look.figure)
        self._clothes.show_choice("draped" if look.draped else "bare")
        self._tone.show_tone(look.tone)
        self._palette.show_choice(look.palette)
        self._bones.show_choice(look.bones)
        self._neighbours.show_choice("outlined" if look.neighbours else "none")
        self._theme.show_choice(theme)

    def show_reading(self, language: str, text_size: int, still: bool) -> None:
        """Language, text size (percent) and whether motion is reduced."""
        if self._language is not None and self._language.has(language):
            self._language.show_choice(language)
        self._size.show_choice(str(text_size))
        self._motion.show_choice("still" if still else "moving")

    def _on_clothes_chosen(self, clothes: str) -> None:
        self.draped_chosen.emit(clothes == "draped")

    def _on_neighbours_chosen(self, neighbours: str) -> None:
        self.neighbours_chosen.emit(neighbours == "outlined")

    def _on_size_chosen(self, percent: str) -> None:
        self.text_size_chosen.emit(int(percent))

    def _on_motion_chosen(self, motion: str) -> None:
        self.reduced_motion_chosen.emit(motion == "still")


def _choice(name: str, options: Sequence[tuple[str, str]]) -> Choice:
    return Choice(translate("Look", name), translated("Look", options))


def _fill(column: QVBoxLayout, parts: Sequence[tuple[str, QWidget]]) -> None:
    for title, part in parts:
        label = QLabel(translate("Look", title))
        label.setProperty("look", "muted")
        label.setContentsMargins(0, 8, 0, 0)
        column.addWidget(label)
        column.addWidget(part)


class ViewPopover(QObject):
    """Opens the panel above its button, and closes it when something else is pressed."""

    def __init__(self, window: QWidget, panel: ViewSettings, button: QWidget) -> None:
        super().__init__(window)
        self._window, self._panel, self._button = window, panel, button
        panel.hide()

    def toggle(self) -> None:
        """Opens the panel, or closes it."""
        self.show(self._panel.isHidden())

    def show(self, shown: bool) -> None:
        """Opens the panel with the keyboard focus on its first choice, or closes it and gives it back to the button."""
        self._panel.setVisible(shown)
        application = QApplication.instance()
        if shown:
            self.place()
            self._panel.setFocus()
            self._panel.focusNextChild()
            if application is not None:
                application.installEventFilter(self)
        else:
            if application is not None:
                application.removeEventFilter(self)
            self._button.setFocus()

    def place(self) -> None:
        """Above the button, and wholly inside of the window."""
        window = self._window
        corner = self._button.mapTo(window, QPoint(self._button.width(), 0))
        size = self._panel.fit(window.size() - QSize(16, 16))
        left = min(max(corner.x() - size.width(), 8), window.width() - size.width() - 8)
        self._panel.setGeometry(QRect(QPoint(left, max(corner.y() - size.height() - 8, 8)), size))
        self._panel.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self._on_pressed(event.globalPosition().toPoint())
        return False

    def _on_pressed(self, place: QPoint) -> None:
        inside = (self._panel, self._button)
        if self._panel.isVisible() and not any(w.rect().contains(w.mapFromGlobal(place)) for w in inside):
            self.show(False)
