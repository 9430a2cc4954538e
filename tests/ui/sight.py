"""What can be seen and heard of a widget and all that lies in it, found as a person finds it: by name and kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from atlas.domain.scene import Scene
from atlas.ui.kit.cross_fade import CrossFade
from atlas.ui.plate.plate_view import PlateView

Kind = TypeVar("Kind", bound=QWidget)
_SAY_THEIR_NAME = (QAccessible.Role.StaticText, QAccessible.Role.AlertMessage)  # painted by the atlas itself


class Sight:
    """A part of the screen: a window, a page, a pane. `part` is asked anew each time, for windows come and go."""

    def __init__(self, part: Callable[[], QWidget]) -> None:
        self._part = part

    @property
    def root(self) -> QWidget:
        return self._part()

    # -- finding -------------------------------------------------------------

    def seen(self, kind: type[Kind], name: str | None = None) -> list[Kind]:
        """All of a kind that can be seen, by the name that is read aloud or by the text on them."""
        root = self.root
        found = [w for w in (root, *root.findChildren(QWidget)) if isinstance(w, kind) and w.isVisible()]
        if name is not None:
            found = [w for w in found if w.accessibleName() == name] or [w for w in found if _written_on(w) == name]
        return [w for w in found if w.window() is root.window() and not lies_in_a_widget_of_qt(w)]

    def find(self, kind: type[Kind], name: str | None = None) -> Kind:
        """The one of a kind; of several the one that can be reached, not what lies below it."""
        found = self.seen(kind, name)
        above = [w for w in found if w.isEnabled()] if len(found) > 1 else found
        if len(above) > 1:
            above = [w for w in above if _is_on_top(w)] or above
        if len(above) != 1:
            names = sorted({(w.accessibleName() or _written_on(w))[:40] for w in self.seen(kind)})
            raise AssertionError(f"{len(above)} of {kind.__name__} {name!r} to be seen, among {names}")
        return above[0]

    def button(self, name: str) -> QAbstractButton:
        return self.find(QAbstractButton, name)

    def offers(self, name: str) -> bool:
        """Whether there is a button of this name that can be pressed."""
        return any(b.isEnabled() for b in self.seen(QAbstractButton, name))

    def shows(self, name: str, kind: type[QWidget] = QWidget) -> bool:
        """Whether something of this name can be seen."""
        return bool(self.seen(kind, name))

    def room_of(self, name: str) -> QRect:
        """Where something lies in its window, px."""
        widget = self.find(QWidget, name)
        return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())

    def part(self, name: str, kind: type[QWidget] = QWidget) -> Sight:
        """A part of it by its name, such as "Explanation"."""
        return Sight(lambda: self.find(kind, name))

    # -- reading -------------------------------------------------------------

    def reads(self, name: str | None = None) -> str:
        """All that is written, in the order one reads it; `name` is a part of it."""
        root = self.root if name is None else self.find(QAbstractScrollArea, name)
        return "\n".join(_read(root))

    def title(self) -> str:
        """What is written in the largest letters."""
        labels = [w for w in self.seen(QLabel) if plain(w)]
        return plain(max(labels, key=lambda w: w.font().pointSizeF()))

    def holds(self, name: str) -> str:
        """What stands in a field."""
        return _typed(self.find(QWidget, name))

    def chosen(self, name: str) -> str:
        """Which button of a row of them holds, such as "Side": "Right"."""
        on = [b for b in self.find(QWidget, name).findChildren(QAbstractButton) if b.isVisible() and b.isChecked()]
        assert len(on) == 1, [b.text() for b in on]
        return on[0].text().strip()

    def hears(self, name: str) -> tuple[QAccessible.Role, str, str]:
        """What a screen reader says of something: its role, its name, and what is said about it."""
        return heard(self.find(QWidget, name))

    def warnings(self) -> str:
        """When to get help, as far as it can be read without a tap; nothing where nothing warns."""
        boxes = [w for w in self.seen(QWidget) if getattr(w, "ROLE", None) == QAccessible.Role.AlertMessage]
        return "\n".join(line for box in boxes for line in _read(box))

    def all_warnings(self) -> str:
        """The same with what is folded away, as a screen reader says it."""
        boxes = [w for w in self.seen(QWidget) if getattr(w, "ROLE", None) == QAccessible.Role.AlertMessage]
        return "\n".join(box.accessibleName() for box in boxes)

    def legend(self) -> str:
        """The key to the picture, as a screen reader says it."""
        painted = [w for w in self.seen(QWidget) if not isinstance(w, QLabel | QAbstractButton) and _written_on(w)]
        return "\n".join(w.accessibleName() for w in painted if w.accessibleName())

    def letters(self) -> list[float]:
        """How large each thing that is written is, points."""
        sizes = []
        for label in (w for w in self.seen(QLabel) if plain(w)):
            rich = [float(size) for size in re.findall(r"font-size:([\d.]+)pt", label.text())]
            sizes += rich or [label.font().pointSizeF()]
        return sizes

    # -- lists ---------------------------------------------------------------

    def list(self, name: str) -> QAbstractItemView:
        return self.find(QAbstractItemView, name)

    def rows(self, name: str) -> list[str]:
        """What stands in the rows of a list that can be chosen, from the first to the last."""
        return [str(i.data()) for i in _indexes(self.list(name)) if i.flags() & Qt.ItemFlag.ItemIsSelectable]

    def rows_read(self, name: str) -> list[str]:
        """The same, as a screen reader says them."""
        rows = [i for i in _indexes(self.list(name)) if i.flags() & Qt.ItemFlag.ItemIsSelectable]
        return [str(i.data(Qt.ItemDataRole.AccessibleTextRole) or i.data()) for i in rows]

    def lit_rows(self, name: str) -> list[str]:
        view = self.list(name)
        return [str(i.data()) for i in _indexes(view) if view.selectionModel().isSelected(i)]

    def current_row(self, name: str) -> str | None:
        """The row that the arrow keys go on from."""
        index = self.list(name).currentIndex()
        return str(index.data()) if index.isValid() else None

    def ticked_rows(self, name: str) -> list[str]:
        on = Qt.CheckState.Checked.value
        return [str(i.data()) for i in _indexes(self.list(name)) if i.data(Qt.ItemDataRole.CheckStateRole) == on]

    def row(self, name: str, text: str) -> QModelIndex:
        """A row by what stands in it, scrolled into sight."""
        view = self.list(name)
        index = next((i for i in _indexes(view) if i.data() == text), QModelIndex())
        assert index.isValid(), f"no row {text!r} among {[i.data() for i in _indexes(view)]}"
        view.scrollTo(index)
        return index

    # -- pictures ------------------------------------------------------------

    @property
    def plate(self) -> PlateView:
        """The picture of the body."""
        return self.find(PlateView)

    def describes(self) -> str:
        """The picture of the body in words."""
        return self.plate.accessibleDescription()

    def picture(self) -> QImage:
        """All of it, as it looks."""
        return self.root.grab().toImage()

    def body(self) -> QImage:
        """The picture of the body, with all that is painted and drawn on it."""
        return self.plate.grab().toImage()


def scene_of(sight: Sight) -> Scene:
    """What the picture of the body is of."""
    scene = sight.plate.picture.scene
    assert scene is not None
    return scene


def fades(sight: Sight) -> bool:
    """Whether one picture is going over into another at this moment."""
    return any(fade.is_going_on for fade in sight.root.findChildren(CrossFade))


def heard(widget: QWidget) -> tuple[QAccessible.Role, str, str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    role = interface.role() if interface is not None else QAccessible.Role.NoRole
    return role, widget.accessibleName() or _written_on(widget), widget.accessibleDescription()


def plain(label: QLabel | QAbstractButton) -> str:
    """What one reads on it, without its marks."""
    text = label.text()
    rich = isinstance(label, QLabel) and label.textFormat() != Qt.TextFormat.PlainText and text.startswith("<")
    return (QTextDocumentFragment.fromHtml(text).toPlainText() if rich else text).strip()


def lies_in_a_widget_of_qt(widget: QWidget) -> bool:
    """Parts that Qt puts inside its own widgets."""
    parent = widget.parent()
    return isinstance(parent, QAbstractScrollArea) and widget.objectName().startswith("qt_")


def pixels(image: QImage) -> NDArray[np.int16]:
    """(h, w, 3) red, green, blue."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.array(image.constBits()).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return rows[:, : image.width(), 2::-1].astype(np.int16)


def _read(widget: QWidget) -> Iterator[str]:
    """What is written on it and in it: from top to bottom, and in one line as the window's language is read."""
    if not widget.isVisible():
        return
    own = _written_on(widget)
    if own:
        yield own
    if isinstance(widget, QAbstractItemView):
        yield from (str(i.data()) for i in _indexes(widget))
        return
    if isinstance(widget, QLineEdit | QPlainTextEdit | QComboBox):
        return
    mirrored = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    inside = [w for w in widget.children() if isinstance(w, QWidget) and not w.isWindow()]
    for child in sorted(inside, key=lambda w: (w.y(), -w.x() if mirrored else w.x())):
        yield from _read(child)


def _written_on(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton):
        return plain(widget) or widget.accessibleName()
    if isinstance(widget, QLabel):
        return plain(widget)
    if isinstance(widget, QLineEdit | QPlainTextEdit | QComboBox):
        return _typed(widget)
    own = type(widget).__module__.startswith("atlas.") and not widget.findChildren(QLabel)
    return widget.accessibleName() if own and getattr(widget, "ROLE", None) in _SAY_THEIR_NAME else ""


def _typed(field: QWidget) -> str:
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return field.currentText()
    assert isinstance(field, QLineEdit)
    return field.text()


def _indexes(view: QAbstractItemView) -> list[QModelIndex]:
    model = view.model()
    return [model.index(row, 0) for row in range(model.rowCount())]


def _is_on_top(widget: QWidget) -> bool:
    window = widget.window()
    there = window.childAt(widget.mapTo(window, QPoint(widget.width() // 2, widget.height() // 2)))
    return there is not None and (there is widget or widget.isAncestorOf(there))
