"""When to get help: the gravest sign always in full, the others below it or one tap away where there is little room."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from atlas.domain.words.red_flags import Signs
from atlas.render.fonts import font, text_scale
from atlas.ui.kit.link_button import LinkButton
from atlas.ui.language.translate import translate

_EDGE = 14  # px around the words
_BETWEEN = 6
_LEAST_POINTS = 11.0  # large text grows less where the first sign would not be seen whole
_SHARE = 0.45  # of the room, for the signs that are not folded away


class RedFlagBox(QFrame):
    """Takes the height that its words need; `show_room` says how much of it is seen without scrolling."""

    ROLE = QAccessible.Role.AlertMessage

    def __init__(self, points: float = 11.5, parent: QWidget | None = None) -> None:
        """`points` of its text at a text size of 100 percent."""
        super().__init__(parent)
        self.setObjectName("redFlags")
        self.setSizePolicy(_as_high_as_needed())
        self._points = points * text_scale()
        self._signs = Signs()
        self._count = 0  # of the lines that are open
        self._room = (0, 0)  # px: how wide it is, how high it may be and still be seen whole
        self._title, self._open, self._folded = _label(), _label(), _label()
        self._title.setText(translate("Story", "When to get help"))
        self.more = LinkButton()
        self.more.setCheckable(True)
        self.more.setAccessibleName(translate("Red flags", "More signs to watch for"))
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE - 4, _EDGE, _EDGE - 4)
        column.setSpacing(_BETWEEN)
        for part in (self._title, self._open, self.more, self._folded):
            column.addWidget(part)
        self.more.clicked.connect(self._on_more_clicked)
        self.hide()

    def show_signs(self, signs: Signs) -> bool:
        """No signs take the box away. Says whether they are others than before."""
        if signs == self._signs:
            return False
        self._signs = signs
        self.more.setChecked(False)
        self.setVisible(bool(signs))
        self.setAccessibleName(f"{self._title.text()}: {self.text()}" if signs else "")
        self._arrange()
        if signs:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        return True

    def show_room(self, width: int, height: int) -> None:
        """px that the box can have, and that are seen of it."""
        if (width, height) != self._room:
            self._room = (width, height)
            self._arrange()

    def text(self) -> str:
        """All the signs, also those that are folded away."""
        return "\n".join(flag.text for flag in (*self._signs.raised, *self._signs.always))

    def open_text(self) -> str:
        """What can be read at this moment."""
        lines = self._lines() if self._signs else []
        return "\n".join(lines if self.more.isChecked() else lines[: self._count])

    def _on_more_clicked(self) -> None:
        self._folded.setVisible(self.more.isChecked())

    def _arrange(self) -> None:
        """The first sign is open in a text size at which it is seen whole; as many others as there is room for."""
        if not self._signs:
            self._open.clear()
            self._folded.clear()
            return
        width, height = self._room[0] - 2 * _EDGE, self._room[1]
        lines, points = self._lines(), self._points
        self._write(lines, 1, points)
        while points > _LEAST_POINTS and self._needed(width) > height:
            points = max(points - 1.0, _LEAST_POINTS)
            self._write(lines, 1, points)
        for count in range(2, len(lines) + 1):
            self._write(lines, count, points)
            if self._needed(width) > _SHARE * height:
                self._write(lines, count - 1, points)
                break

    def _lines(self) -> list[str]:
        """The gravest sign, what is always said, the other signs."""
        first, *others = (flag.text for flag in self._signs.raised)
        return [first, *(flag.text for flag in self._signs.always), *others]

    def _write(self, lines: Sequence[str], count: int, points: float) -> None:
        """The first lines open, the others folded away."""
        self._count = count
        for label in (self._open, self._folded, self.more):
            label.setFont(font(points, as_is=True))
        self._title.setFont(font(points, strong=True, as_is=True))
        self._open.setText(_paragraphs(lines[:count]))
        self._folded.setText(_paragraphs(lines[count:]))
        self._folded.setVisible(self.more.isChecked() and count < len(lines))
        self.more.show_text(translate("Red flags", "More signs to watch for"), self._room[0] - 2 * _EDGE)
        self.more.setVisible(count < len(lines))

    def _needed(self, width: int) -> int:
        """px of height without what is folded away."""
        words = sum(label.heightForWidth(width) for label in (self._title, self._open))
        button = 0 if self.more.isHidden() else self.more.sizeHint().height() + _BETWEEN
        return words + button + 2 * _EDGE - 8 + _BETWEEN


def _paragraphs(lines: Sequence[str]) -> str:
    return "".join(
        f"<p style='margin:{_BETWEEN if k else 0}px 0 0 0'>{escape(line)}</p>" for k, line in enumerate(lines)
    )


def _label() -> QLabel:
    made = QLabel()
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setSizePolicy(_as_high_as_needed())
    return made


def _as_high_as_needed() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy
