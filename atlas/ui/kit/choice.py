"""A row of buttons of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLayout, QPushButton, QSizePolicy, QWidget

from atlas.ui.kit.flow_layout import FlowLayout


class ChoiceButton(QPushButton):
    """As broad as its text in the bold type of what is chosen, so that nothing is cut off and nothing moves."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        bold = self.font()
        bold.setWeight(bold.Weight.DemiBold)
        more = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        hint = super().sizeHint()
        return QSize(max(hint.width() + max(more, 0), 48), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Choice(QWidget):
    """Says which option was tapped; shows which one holds. `name` is what the choice is about."""

    ROLE = QAccessible.Role.Grouping

    chosen = Signal(str)

    def __init__(
        self, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None, *, wraps: bool = False
    ) -> None:
        """`options` are (value, text on the button); `wraps`: on as many lines as are needed."""
        super().__init__(parent)
        self.setAccessibleName(name)
        row: QLayout = FlowLayout(self) if wraps else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        row.setSpacing(8)
        self._row = row
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for value, text in options:
            button = ChoiceButton(text)
            button.setProperty("value", value)
            button.setAccessibleName(f"{name}: {text}")
            self._group.addButton(button)
            self._buttons[value] = button
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        if isinstance(row, QHBoxLayout):
            row.addStretch(1)
        self._group.buttonClicked.connect(self._on_button_clicked)

    def button(self, value: str) -> QPushButton:
        return self._buttons[value]

    @property
    def checked(self) -> QAbstractButton:
        """The button of what holds; the first while nothing does."""
        return self._group.checkedButton() or next(iter(self._buttons.values()))

    @property
    def last(self) -> QAbstractButton:
        return self._group.buttons()[-1]

    def set_tight(self) -> None:
        """Closer together, where there is little room."""
        self._row.setSpacing(0)
        for button in self._buttons.values():
            button.setProperty("look", "tight")

    def has(self, value: str) -> bool:
        return value in self._buttons

    def show_choice(self, value: str) -> None:
        self._buttons[value].setChecked(True)

    def _on_button_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(button.property("value"))
