"""Every surface of the atlas, opened one after the other, and what can be used on each with hand and keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from atlas.app import AtlasApp
from atlas.domain.pain.pain_report import Overlay, PainReport
from atlas.domain.words.story import STEPS
from atlas.ui.kiosk.idle_warning import IdleWarning
from atlas.ui.study.page_buttons import PAGES
from tests.ui.conftest import SCM
from tests.ui.hands import bring_into_sight
from tests.ui.sight import pixels

INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView, QComboBox)
_COMPARED = tuple(Overlay(muscle=m, side="right") for m in (SCM, "levator-scapulae", "temporalis", "infraspinatus"))
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
    bring_into_sight(widget)
    before_it = QApplication.focusWidget()
    if before_it is not None:
        before_it.clearFocus()
    without = pixels(_seen(widget))
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return int((pixels(_seen(widget)) != without).any(axis=-1).sum()) > _MORE_THAN_A_CARET


def _seen(widget: QWidget) -> QImage:
    """With what lies over it."""
    window = widget.window()
    return window.grab(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())).toImage()
