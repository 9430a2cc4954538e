"""The composition root: makes the parts, and connects what the user does to the state and that to the window."""

from __future__ import annotations

import atlas.ui.early  # noqa: F401

# isort: split
import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtWidgets import QApplication

from atlas import paths
from atlas.content.catalog import FileCatalog
from atlas.content.preferences import Preferences, load_preferences, save_preferences
from atlas.domain.state import AtlasState, Store
from atlas.domain.surface import Side
from atlas.ui.fonts import font, load_fonts
from atlas.ui.late_plates import LatePlates
from atlas.ui.mirror import Mirror
from atlas.ui.shortcuts import Shortcuts
from atlas.ui.thumbnails import Thumbnails
from atlas.ui.window import AtlasWindow


class AtlasApp(QObject):
    """One window on one store."""

    def __init__(
        self,
        catalog: FileCatalog,
        *,
        body: Path = paths.BODY,
        muscles: Path = paths.MUSCLES,
        settings: Path | None = None,
        problems: tuple[str, ...] = (),
    ) -> None:
        """`settings` None: nothing is kept. `problems` are sentences to show besides those of the files."""
        super().__init__()
        self._catalog = catalog
        self._settings = settings
        kept, broken = load_preferences(settings) if settings else (Preferences(), None)
        self._geometry = kept.geometry
        start = AtlasState(figure=kept.figure, tone=kept.tone, palette=kept.palette, theme=kept.theme)
        self.store = Store(start)
        plates = LatePlates(catalog, body, muscles)
        self.window = AtlasWindow(plates, Thumbnails(muscles))
        self.mirror = Mirror(self.window, catalog, plates, (*problems, *([broken] if broken else ())), start)
        self.store.listen(self.mirror.show_state)
        self._connect()

    def open(self) -> None:
        """Shows the window where it was last; reads the rest of the body in idle moments."""
        kept = QByteArray.fromHex(QByteArray(self._geometry.encode("ascii", "ignore")))
        if kept.isEmpty() or not self.window.restoreGeometry(kept):
            self.window.resize(1280, 800)
        self.window.show_finder(True)
        self.window.show()
        self.window.finder.search.setFocus()

    def _connect(self) -> None:
        window, store = self.window, self.store
        pane, look, article = window.plate_pane, window.look_panel, window.explanation.article
        window.closed.connect(self._on_closed)
        window.finder.query_typed.connect(store.search)
        window.finder.muscle_chosen.connect(self._on_muscle_chosen)
        pane.layers.layer_shown.connect(store.show_layer)
        pane.plate.point_focused.connect(store.focus_point)
        pane.plate.place_tapped.connect(self._on_place_tapped)
        pane.views.view_chosen.connect(store.choose_view)
        pane.sides.chosen.connect(store.choose_sides)
        look.figure_chosen.connect(store.choose_figure)
        look.tone_chosen.connect(store.choose_tone)
        look.palette_chosen.connect(store.choose_palette)
        look.theme_chosen.connect(store.choose_theme)
        window.explanation.reader_chosen.connect(store.choose_reader)
        article.point_chosen.connect(store.focus_point)
        article.muscle_chosen.connect(self._on_related_chosen)
        keys = Shortcuts(window)
        keys.search_wanted.connect(window.start_search)
        keys.reader_chosen.connect(store.choose_reader)
        keys.sides_chosen.connect(store.choose_sides)
        keys.closer_wanted.connect(pane.zoom_in)
        keys.farther_wanted.connect(pane.zoom_out)
        keys.whole_wanted.connect(pane.plate.fit)
        keys.next_view_wanted.connect(pane.views.choose_next)
        keys.previous_view_wanted.connect(pane.views.choose_previous)

    def _on_muscle_chosen(self, muscle: str) -> None:
        self.store.choose_muscle(muscle)
        if self.window.has_drawer:
            self.window.show_finder(False)

    def _on_related_chosen(self, muscle: str) -> None:
        self.store.search("")
        self.store.choose_muscle(muscle)

    def _on_place_tapped(self, vertex: int | None) -> None:
        if vertex is None:
            self.store.name_region(None)
            return
        surface = self._catalog.surface
        region = surface.region_ids[int(surface.region[vertex])]
        side: Side = "right" if surface.points[vertex, 0] <= 0 else "left"
        self.store.name_region(region, None if region in surface.midline_ids else side)

    def _on_closed(self) -> None:
        self.mirror.stop()
        if self._settings is not None:
            state = self.store.state
            kept = Preferences(
                figure=state.figure,
                tone=state.tone,
                palette=state.palette,
                theme=state.theme,
                geometry=bytes(self.window.saveGeometry().toHex().data()).decode("ascii"),
            )
            save_preferences(self._settings, kept)


def main() -> int:
    """Opens the window and stays until it is closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Trigger-Point Referral Atlas")
    problems = tuple(load_fonts(paths.FONTS))
    application.setFont(font())
    opened = AtlasApp(FileCatalog(), settings=paths.user_settings(), problems=problems)
    opened.open()
    return application.exec()
