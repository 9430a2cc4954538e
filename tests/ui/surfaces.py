"""Every surface of the atlas, opened one after the other, and what can be asked of each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionFrame,
    QToolButton,
    QWidget,
)

from atlas.app import AtlasApp
from atlas.domain.pain.pain_report import Overlay, PainReport
from atlas.domain.words.story import STEPS
from atlas.ui.kiosk.idle_warning import IdleWarning
from atlas.ui.study.page_buttons import PAGES
from tests.ui.conftest import SCM

INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView, QComboBox)
_COMPARED = tuple(
    Overlay(muscle=m, side="right")
    for m in ("sternocleidomastoid-sternal", "levator-scapulae", "temporalis", "infraspinatus")
)
_PROBLEMS = ("referrals.yaml, line 12: the muscle `example` has no name, and was left out.",) * 3
_MORE_THAN_A_CARET = 60  # px
_MISSPELT = "qqqzzz"


def every_surface(app: AtlasApp, *sizes: tuple[int, int]) -> Iterator[tuple[str, QWidget]]:
    """Opens each surface in a window of a size, or of each of some, one after the other (1280 by 800 without a word).

    Gives its name and the widget that holds what can be used there.
    """
    window, store = app.window, app.store
    first, *others = sizes or ((1280, 800),)

    def settled(size: tuple[int, int] = first) -> None:
        if window.isFullScreen():
            window.showNormal()
        window.resize(*size)
        app.presenter.warm_up.stop()  # reading all pictures of the body takes longer than the walk
        window.plate_pane.views._idle.stop()
        QApplication.processEvents()
        QApplication.processEvents()
        while app.presenter.is_behind:
            QApplication.processEvents()
        if app.pain_drawing.made is not None and app.pain_drawing.made.presenter.is_behind:
            app.pain_drawing.made.presenter.answer()
        for _ in range(4):  # a box that appears in a page that scrolls is given its room step by step
            QApplication.processEvents()

    def shown(name: str, root: QWidget | None = None, *, drawer: bool = False) -> Iterator[tuple[str, QWidget]]:
        """`drawer`: with the list, which is one where there is no room for three columns."""
        for size in (first, *others):
            if others:
                window.resize(*size)
                window.show_list(drawer)
            if root is not None and root.isWindow():
                root.resize(*size)
            settled(size)
            assert (root or window).isVisible(), name
            yield name, root or window

    start = store.state
    store.reduce_motion(True)
    yield from shown("welcome")
    store.search(_MISSPELT)
    window.show_list(True)
    yield from shown("nothing found", drawer=True)
    store.search("")
    yield from shown("list", drawer=True)
    app.muscles.finder.filters.fold.setChecked(True)
    yield from shown("filters", drawer=True)
    app.muscles.finder.filters.fold.setChecked(False)
    window.show_list(False)
    window.notice.show_problems(_PROBLEMS)
    yield from shown("problems")
    window.notice.hide()
    store.choose_muscle(SCM)
    for reader in ("patient", "clinician", "student"):
        store.choose_reader(reader)  # type: ignore[arg-type]  # each is a reader
        yield from shown(f"muscle for the {reader}")
    store.focus_point(1)
    yield from shown("a trigger point")
    window.popover.show(True)
    yield from shown("view", window.view_settings)
    window.popover.show(False)
    store.show_patient_screen("follow")
    settled()
    yield "patient's screen is on", window
    assert app.patient.opened().presenter.screen is not None
    yield from shown("patient's screen", app.patient.opened().presenter.screen)
    store.set(replace(store.state, mode="pain", report=PainReport(overlays=_COMPARED)))
    yield from shown("patient's screen, where it hurts", app.patient.opened().presenter.screen)
    store.set(replace(store.state, mode="muscles", report=PainReport()))
    store.show_patient_screen("off")
    if app.kiosk is None:
        app.handout.opened().open()
        assert app.handout.made is not None
        app.handout.made.sheet.say("Saved: /home/clinic/handout.pdf")
        yield from shown("handout", app.handout.made.sheet)
        app.handout.stop()
    yield from _story(app, shown)
    yield from _pain(app, shown)
    yield from _guide(app, shown)
    if app.surfaces.study is not None:
        yield from _study(app, shown)
    warning = IdleWarning(window)  # that only a kiosk gives
    warning.show_seconds(30)
    window.cover(warning)
    yield from shown("idle warning", warning)
    window.uncover(warning)
    warning.deleteLater()
    if app.kiosk is not None:
        app.window.leave_asked.emit()
        pad = app.kiosk.exit.pad
        assert pad is not None
        pad.show_wait(900)
        yield from shown("PIN pad", pad)
        pad.show_wait(0)
        app.kiosk.exit.stay()
    store.set(start)
    settled()


def _story(app: AtlasApp, shown: Any) -> Iterator[tuple[str, QWidget]]:
    for step in STEPS:
        app.store.open_story(step)
        mode = app.patient.opened().presenter.mode
        assert mode is not None
        yield from shown(f"story, step {step}", mode)
    mode.bar.show_reading(True, False, 1)
    mode.page.show_note("No voice is installed on this device.")
    yield from shown("story, read aloud", mode)
    mode.bar.show_reading(False)
    mode.bar.alert.click()
    yield from shown("story, when to get help", mode.alert)
    app.store.open_story(None)


def _pain(app: AtlasApp, shown: Any) -> Iterator[tuple[str, QWidget]]:
    window, store = app.window, app.store
    store.choose_mode("pain")
    pain = app.pain_drawing.made
    assert pain is not None
    yield from shown("where it hurts, empty")
    window.show_list(True)
    yield from shown("where it hurts, complaints", drawer=True)
    pain.words.kinds.button("region").click()
    yield from shown("where it hurts, regions", drawer=True)
    pain.words.kinds.button("complaint").click()
    pain.words.complaint_chosen.emit("headache-temple")
    yield from shown("where it hurts, painted", drawer=True)
    window.show_list(False)
    window.offer_undo(True)
    yield from shown("cleared for a new patient")
    window.offer_undo(False)
    if app.closing is not None:  # a kiosk asks for its PIN
        app.window.leave_asked.emit()
        assert app.closing.question is not None
        yield from shown("question at closing", app.closing.question)
        app.closing.question.stay.click()
    pain.presenter.answer()
    for row in pain.answers.list.rows.rows[:2]:
        store.toggle_overlay(row.which)
    store.choose_dermatome(next(iter(app.catalog.dermatomes)))
    for page in ("patterns", "compare", "figures"):
        pain.answers.pages.button(page).click()
        pain.presenter.answer()
        yield from shown(f"where it hurts, {page}")
    pain.answers.pages.button("patterns").click()
    store.set(replace(store.state, report=PainReport()))
    pain.presenter.answer()


def _guide(app: AtlasApp, shown: Any) -> Iterator[tuple[str, QWidget]]:
    for page in ("problem/neck-pain", f"question/{next(iter(app.guide.opened().guide.questions))}"):
        app.store.read_guide(page)
        yield from shown(f"guide, {page}")
    app.window.show_list(True)
    yield from shown("guide, pages", drawer=True)
    app.window.show_list(False)
    app.store.choose_mode("muscles")


def _study(app: AtlasApp, shown: Any) -> Iterator[tuple[str, QWidget]]:
    """The review of someone who has just begun, and who is gone afterwards."""
    assert app.surfaces.study is not None
    app.store.choose_mode("study")
    study = app.surfaces.study.opened()
    while study.is_behind:
        QApplication.processEvents()
    yield from shown("study, learners")
    study.learners.begun.emit("Ana")
    drill = study.drill
    for kind in ("pattern", "zone", "point", "place", "origin", "needling", "flags"):
        card = next(c for c in drill.cards if c.kind == kind)
        drill.question, drill.scored = drill._asking.question(card, typed=False, turn=0), None
        drill.changed.emit()
        yield from shown(f"study, {kind}")
    study.pane.options.take(1)
    yield from shown("study, answered")
    for page in PAGES:
        study.show_page(page)
        yield from shown(f"study, {page}")
    app.window.show_list(True)
    yield from shown("study, pages", drawer=True)
    app.window.show_list(False)
    study.roll.delete()
    app.store.choose_mode("muscles")


# -- what is there -----------------------------------------------------------


def to_be_used(root: QWidget) -> list[QWidget]:
    """What can be seen and used with hand or keys."""
    found = [w for w in (root, *root.findChildren(QWidget)) if _can_be_used(w)]
    return [w for w in found if w.isVisible() and w.isEnabled() and w.window() is root.window() and not internal(w)]


def _can_be_used(widget: QWidget) -> bool:
    if isinstance(widget, QAbstractItemView) and not widget.model().rowCount():
        return False
    tab_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return tab_stop or isinstance(widget, INTERACTIVE)


def internal(widget: QObject) -> bool:
    """Parts that Qt puts inside its own widgets."""
    parent: QObject | None = widget
    while parent is not None and (parent := parent.parent()) is not None:
        if isinstance(parent, QComboBox):
            return True
        if isinstance(parent, QLineEdit):
            return isinstance(widget, QToolButton)
        if isinstance(parent, QAbstractScrollArea):
            return widget.objectName().startswith("qt_")
    return False


def name_of(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def reached_by_tab(root: QWidget) -> list[QWidget]:
    """Where the Tab key goes, from one round to the next, in the order it goes there."""
    root.window().activateWindow()
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    if focused is None or focused.window() is not root.window():
        to_be_used(root)[0].setFocus(Qt.FocusReason.TabFocusReason)
    elif not focused.focusPolicy() & Qt.FocusPolicy.TabFocus:
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    reached: list[QWidget] = []
    for _ in range(300):
        focused = QApplication.focusWidget()
        assert focused is not None, "the keys have gone nowhere"
        if focused in reached[:1] and len(reached) > 1:
            break
        if focused not in reached:
            reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return reached


def keys_reach(widget: QWidget, reached: list[QWidget]) -> bool:
    """Whether Tab goes to it, or to the group in which the arrow keys do the rest."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return widget in reached or (group is not None and any(b in reached for b in group.buttons()))


def focus_is_seen(widget: QWidget) -> bool:
    """Whether the widget looks different when the keys are on it."""
    area = widget.parent()
    while area is not None:
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(widget)
        area = area.parent()
    before_it = QApplication.focusWidget()
    if before_it is not None:
        before_it.clearFocus()
    without = _pixels(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return int((_pixels(widget) != without).any(axis=-1).sum()) > _MORE_THAN_A_CARET


def _pixels(widget: QWidget) -> NDArray[np.uint8]:
    """(h, w, 4)"""
    window = widget.window()
    seen = window.grab(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()))  # with what lies over it
    image = seen.toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.array(image.constBits()).reshape(image.height(), image.bytesPerLine() // 4, 4)


# -- what is cut off ---------------------------------------------------------


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
