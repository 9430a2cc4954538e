"""The settings of a window: what it begins with, and what of it outlives its closing."""

from __future__ import annotations

import contextlib
from collections.abc import Container
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray

from atlas.content.kept.preferences import Preferences, load_preferences, save_preferences
from atlas.domain.choices import ENGLISH
from atlas.domain.problems import NotSaved
from atlas.domain.state import AtlasState, Look, Room
from atlas.ui.handout.letterhead import Letterhead


class KeptSettings:
    """Read once from a file, and written back with what was chosen since; without a file nothing is kept."""

    def __init__(self, path: Path | None, languages: Container[str], kiosk: bool = False) -> None:
        """`languages` are the codes that can be shown; any other falls back to English.

        A `kiosk` always begins with a draped figure.
        """
        self._path, self._kiosk = path, kiosk
        self.preferences, self.broken = load_preferences(path) if path else (Preferences(), None)
        if self.preferences.language not in languages:
            self.preferences = replace(self.preferences, language=ENGLISH)
        self._before = self.preferences

    @property
    def start(self) -> AtlasState:
        """The state that a window begins with."""
        kept = self.preferences
        return AtlasState(
            room=Room(theme=kept.theme, language=kept.language, text_size=kept.text_size, reduced_motion=kept.still),
            look=Look(
                figure=kept.figure,
                tone=kept.tone,
                palette=kept.palette,
                bones=kept.bones,
                draped=kept.draped or self._kiosk,
            ),
        )

    @property
    def geometry(self) -> QByteArray:
        """Where the window was last, as `QWidget.restoreGeometry` takes it; empty where nobody knows."""
        return QByteArray.fromHex(QByteArray(self.preferences.geometry.encode("ascii", "ignore")))

    @property
    def letterhead(self) -> Letterhead:
        """What stands at the top of handouts."""
        kept = self.preferences
        return Letterhead(clinic=kept.clinic, logo=Path(kept.logo) if kept.logo else None, paper=kept.paper)

    def keep_letterhead(self, letterhead: Letterhead) -> None:
        """Another letterhead, written when the window is closed."""
        logo = str(letterhead.logo) if letterhead.logo else ""
        self.preferences = replace(self.preferences, clinic=letterhead.clinic, logo=logo, paper=letterhead.paper)

    def write(self, state: AtlasState, geometry: QByteArray) -> None:
        """Writes what differs from what was read; `geometry` as `QWidget.saveGeometry` gives it."""
        if self._path is None:
            return
        kept = replace(
            self.preferences,
            figure=state.look.figure,
            tone=state.look.tone,
            palette=state.look.palette,
            bones=state.look.bones,
            draped=state.look.draped,
            theme=state.room.theme,
            language=state.room.language,
            text_size=state.room.text_size,
            still=state.room.reduced_motion,
            geometry=bytes(geometry.toHex().data()).decode("ascii"),
        )
        with contextlib.suppress(NotSaved):  # not worth a word at closing time
            save_preferences(self._path, kept, self._before)
