"""What is written and cannot be read whole, on one surface or on all of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)

from atlas.app import AtlasApp
from tests.ui.surfaces import every_surface, internal


def cut_off(root: QWidget) -> list[str]:
    """What is written and cannot be read whole: in buttons, labels, boxes, and in what the atlas paints itself."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not root.window() or internal(widget):
            continue
        text = _text_of(widget)
        if not text and not isinstance(widget, QAbstractButton):
            continue
        if _lacks_room(widget, text):
            found.append(f"{type(widget).__name__} has too little room: {text or widget.accessibleName()!r}")
        elif _is_outside(widget):
            found.append(f"{type(widget).__name__} is outside: {text or widget.accessibleName()!r}")
    return found + _cut_in_painting(root)


def cut_off_at_any_size(app: AtlasApp) -> list[str]:
    """What is cut off on any surface, in a window of a laptop, of a large screen and of a tablet held upright."""
    sizes = ((1280, 800), (1920, 1080), (800, 1280))
    return [
        f"{name}, {root.window().width()} wide: {what}"
        for name, root in every_surface(app, *sizes)
        for what in cut_off(root)
    ]


def _text_of(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton | QLabel):
        return widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.placeholderText() if isinstance(widget, QPlainTextEdit) else ""


def _lacks_room(widget: QWidget, text: str) -> bool:
    width, height = widget.width() + 1, widget.height() + 1
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > height or widget.minimumSizeHint().width() > width
        return widget.sizeHint().width() > width or widget.sizeHint().height() > height
    if isinstance(widget, QAbstractButton):
        if widget.hasHeightForWidth():
            return widget.heightForWidth(widget.width()) > height
        hint = widget.minimumSizeHint() if isinstance(widget, QPushButton) else widget.sizeHint()
        return hint.width() > width or hint.height() > height or _is_cut_when_bold(widget)
    if isinstance(widget, QComboBox):
        return widget.fontMetrics().horizontalAdvance(text) + 44 > width
    if isinstance(widget, QLineEdit):
        if widget.text():
            return False  # what is typed moves along
        option = QStyleOptionFrame()
        widget.initStyleOption(option)
        field = widget.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, widget)
        room = field.width() - widget.textMargins().left() - widget.textMargins().right() - 30 * len(widget.actions())
        return widget.fontMetrics().horizontalAdvance(text) > room
    assert isinstance(widget, QPlainTextEdit)
    field = QRect(0, 0, widget.viewport().width() - 10, 1000)
    return widget.fontMetrics().boundingRect(field, Qt.TextFlag.TextWordWrap, text).height() > height - 12


def _is_cut_when_bold(button: QAbstractButton) -> bool:
    """The style sheet writes what is chosen in bold letters, which are broader than Qt's hint says."""
    if not isinstance(button, QPushButton) or not button.isChecked() or not button.text():
        return False
    face = button.font()
    face.setWeight(face.Weight.DemiBold)
    more = QFontMetrics(face).horizontalAdvance(button.text()) - button.fontMetrics().horizontalAdvance(button.text())
    return button.width() < QPushButton.sizeHint(button).width() + more - 1


def _is_outside(widget: QWidget) -> bool:
    """Whether something of it lies outside of what holds it; what can be scrolled to is not lost."""
    parent, rect = widget.parentWidget(), QRect(widget.geometry())
    tall = True
    while parent is not None:
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and parent is area.viewport():
            tall = False
        field = parent.rect()
        if rect.left() < field.left() - 1 or rect.right() > field.right() + 1:
            return True
        if tall and (rect.top() < field.top() - 1 or rect.bottom() > field.bottom() + 1):
            return True
        if parent.isWindow():
            return False
        rect.translate(parent.pos())
        parent = parent.parentWidget()
    return False


def _cut_in_painting(root: QWidget) -> list[str]:
    """What is painted with too little room or shortened, and is not said whole by a tooltip either."""
    with _overheard() as (shortened, clipped):
        root.grab()
    told = "\n".join(_told(root)) if shortened else ""
    return [f"shortened: {t!r}" for t in dict.fromkeys(shortened) if t not in told] + [
        f"painted with too little room: {t!r}" for t in dict.fromkeys(clipped)
    ]


def _told(root: QWidget) -> Iterator[str]:
    for widget in (root, *root.findChildren(QWidget)):
        yield widget.toolTip()
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            for row in range(model.rowCount()):
                yield str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) or "")


@contextmanager
def _overheard() -> Iterator[tuple[list[str], list[str]]]:
    """Listens to what the atlas's own widgets paint: the texts they shorten, and those that have too little room."""
    shortened: list[str] = []
    clipped: list[str] = []
    elide, elide_fine, draw = QFontMetrics.elidedText, QFontMetricsF.elidedText, QPainter.drawText

    def elided(metrics: QFontMetrics, text: str, *how: Any) -> str:
        short = elide(metrics, text, *how)
        shortened.extend([text] if short != text else [])
        return short

    def finely_elided(metrics: QFontMetricsF, text: str, *how: Any) -> str:
        short = elide_fine(metrics, text, *how)
        shortened.extend([text] if short != text else [])
        return short

    def drawn(painter: QPainter, *what: Any) -> Any:
        if len(what) == 3 and isinstance(what[0], QRect | QRectF) and isinstance(what[2], str):
            field, flags, text = QRectF(what[0]), what[1], what[2]
            needed = painter.boundingRect(field, int(getattr(flags, "value", flags)), text)
            device = painter.device()
            scrolls = not isinstance(device, QWidget) or isinstance(device.parent(), QAbstractItemView)
            inside = scrolls or QRectF(device.rect()).adjusted(-2, -2, 2, 2).contains(needed)
            if needed.width() > field.width() + 1.5 or needed.height() > field.height() + 1.5 or not inside:
                clipped.append(text)
        return draw(painter, *what)

    names = ((QFontMetrics, "elidedText"), (QFontMetricsF, "elidedText"), (QPainter, "drawText"))
    for (kind, name), other in zip(names, (elided, finely_elided, drawn), strict=True):
        setattr(kind, name, other)
    try:
        yield shortened, clipped
    finally:
        for (kind, name), own in zip(names, (elide, elide_fine, draw), strict=True):
            setattr(kind, name, own)
