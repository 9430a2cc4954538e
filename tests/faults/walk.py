"""The window on a broken atlas: opened, walked through, and told by what it shows and says at each step."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage, QPixmapCache
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from atlas import paths
from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.render.fonts import font, load_fonts
from tests.faults.digest import digest

_LONGEST_S = 60.0
_COMPLAINT = "headache-temple"


def walk(root: Path, question: dict[str, Any]) -> tuple[dict[str, str], list[str]]:
    """A digest of the window at each step, and every sentence that could be read there and then."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setCursorFlashTime(0)
    QPixmapCache.clear()
    catalog = FileCatalog(paths.Places(cache=root / "kept"))
    catalog.found_wrong.add(*load_fonts(catalog.places.fonts))
    application.setFont(font())
    settings = root / "brought" / "window.json" if question.get("settings") else None
    app = AtlasApp(catalog, settings=settings)
    shown: dict[str, str] = {}
    said: list[str] = []
    try:
        app.open()
        app.window.resize(1280, 800)
        app.store.reduce_motion(True)
        app.store.choose_language(question.get("language", app.store.state.room.language))
        _settle(app)
        for step in question["steps"]:
            _take(app, step, question)
            _settle(app)
            shown[step] = _picture(app)
            _settle(app)  # painting reads, too, and what it finds is said after it
            said += _sentences(app)
    finally:
        _close(app)
    return shown, said


def _take(app: AtlasApp, step: str, question: dict[str, Any]) -> None:
    store = app.store
    known = question["muscle"] in app.catalog.muscles and question.get("view", "whole-front") in app.catalog.views
    if step == "open" or (step in ("muscle", "handout") and not known):  # nobody can choose what is not there
        return
    if step == "muscle":
        store.choose_mode("muscles")
        store.choose_figure(question.get("figure", "female"))
        store.choose_reader("clinician" if question.get("view") else "patient")
        store.open_muscle(question["muscle"], question.get("side", "right"))
        store.choose_view(question.get("view"))
    elif step == "pain":
        store.choose_mode("pain")
        assert app.pain_drawing.made is not None
        if _COMPLAINT in app.pain_drawing.made.presenter.guide.complaints:  # only what is offered can be chosen
            app.pain_drawing.made.words.complaint_chosen.emit(_COMPLAINT)
        app.pain_drawing.made.presenter.answer()
    elif step == "guide":
        store.read_guide(app.guide.opened().page_for(question.get("muscle")))
    elif step == "handout":
        store.choose_mode("muscles")
        store.choose_muscle(question["muscle"])
        _settle(app)
        assert app.kiosk is None
        app.handout.opened().open()


def _speak_english(app: AtlasApp) -> None:
    """What one window speaks, the next one in this process would begin with."""
    if app.store.state.room.language != "en":
        app.store.choose_language("en")
        _settle(app)


def _settle(app: AtlasApp) -> None:
    """Until nothing more is to come: small pictures, answers, and what is read in idle moments are not waited for."""
    until = time.monotonic() + _LONGEST_S
    for _ in range(3):
        _stop_reading(app)
        QApplication.processEvents()
    plate = app.window.plate_pane.plate
    while (app.presenter.is_behind or plate.is_behind) and time.monotonic() < until:
        QApplication.processEvents()
    pain = app.pain_drawing.made
    if pain is not None and pain.presenter.is_behind:
        pain.presenter.answer()
    for _ in range(3):
        _stop_reading(app)
        QApplication.processEvents()


def _stop_reading(app: AtlasApp) -> None:
    """What is read in idle moments comes sooner or later, so that no two walks would look the same."""
    app.presenter.warm_up.stop()
    app.window.plate_pane.views._idle.stop()


def _picture(app: AtlasApp) -> str:
    image = app.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return digest(bytes(image.constBits()))


def _sentences(app: AtlasApp) -> list[str]:
    tops: list[QWidget] = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    labels = [w for top in tops for w in top.findChildren(QLabel) if w.isVisible()]
    notice = getattr(app.window.notice, "_sentences", ())
    return [*map(str, notice), *(label.text() for label in labels)]


def _close(app: AtlasApp) -> None:
    _speak_english(app)
    app.window.guard_closing(False)
    app.window.close()
    app.window.deleteLater()
    app.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
