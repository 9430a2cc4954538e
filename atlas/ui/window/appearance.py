"""Brings the window's theme, and the panel that it is chosen in, up to a state."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from atlas.domain.state import AtlasState
from atlas.domain.store import Store
from atlas.ui.kit.theme import THEME_COLOURS, palette, style_sheet
from atlas.ui.window.view_settings import ViewSettings


class Appearance(QObject):
    """Connects the panel of the view to the state, and the state's theme to the window."""

    def __init__(self, store: Store, window: QWidget, panel: ViewSettings) -> None:
        super().__init__(window)
        self._window, self._panel = window, panel
        self._show_theme(store.state)
        panel.figure_chosen.connect(store.choose_figure)
        panel.tone_chosen.connect(store.choose_tone)
        panel.palette_chosen.connect(store.choose_palette)
        panel.bones_chosen.connect(store.choose_bones)
        panel.draped_chosen.connect(store.drape)
        panel.neighbours_chosen.connect(store.outline_neighbours)
        panel.theme_chosen.connect(store.choose_theme)
        panel.language_chosen.connect(store.choose_language)
        panel.text_size_chosen.connect(store.choose_text_size)
        panel.reduced_motion_chosen.connect(store.reduce_motion)

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        if old.room.theme != new.room.theme:
            self._show_theme(new)

    def show_choices(self, state: AtlasState) -> None:
        """What the panel says is chosen; it may follow when the plate has been painted."""
        self._panel.show_look(state.look, state.room.theme)
        self._panel.show_reading(state.room.language, state.room.text_size, state.room.reduced_motion)

    def _show_theme(self, state: AtlasState) -> None:
        colours = THEME_COLOURS[state.room.theme]
        QApplication.setPalette(palette(colours))
        self._window.setStyleSheet(style_sheet(colours, state.room.text_size))
