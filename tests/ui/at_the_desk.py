"""Someone at the desk: files of drawings, the handout, and what the atlas says of its own files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from atlas.domain.words.handout import Handout
from atlas.domain.words.handout_order import HandoutOrder
from atlas.render.handout.pages import Leaflet
from atlas.ui.handout.preview import HandoutPreview
from tests.ui.hands import Hands

HANDOUT = "Handout to take home"


class AtTheDesk(Hands):
    """Saves, opens, prints."""

    # -- files and paper -----------------------------------------------------

    @contextmanager
    def answering(self, path: Path | None) -> Iterator[None]:
        """Whoever asks for a file is told this one, or that none is wanted."""
        answer = ("" if path is None else str(path), "")
        with pytest.MonkeyPatch.context() as dialogs:  # not unittest.mock, which brings a network with it
            for asked in ("getSaveFileName", "getOpenFileName"):
                dialogs.setattr(QFileDialog, asked, staticmethod(lambda *_: answer))
            yield

    def saves(self, path: Path, button: str) -> None:
        """Presses a button that asks for a file, and names one."""
        with self.answering(path):
            self.presses(button)

    def saves_drawing(self, path: Path) -> None:
        self.presses("Answer: Figures")
        self.saves(path, "Save drawing")
        self.settled()

    def opens_drawing(self, path: Path, button: str = "Open drawing") -> None:
        """In place of the present one, or "Second drawing to compare"."""
        self.presses("Answer: Figures")
        self.saves(path, button)
        self.settled()

    def opens_handout(self) -> HandoutOrder:
        """The handout of what is shown, and what was ordered for it."""
        self.presses(HANDOUT)
        order = self.handout_order()
        assert order is not None
        return order

    def handout_order(self) -> HandoutOrder | None:
        """What the open handout is to be of; None where none is open."""
        made = self.app.handout.made
        return None if made is None else made.order

    def handout(self) -> Handout | None:
        """What stands on the pages of the open handout; None where it could not be made."""
        made = self.app.handout.made
        leaflet = None if made is None else made.leaflet
        return None if leaflet is None else leaflet.handout

    def leaflet(self) -> Leaflet:
        """The open handout as it will be printed."""
        made = self.app.handout.made
        assert made is not None and made.leaflet is not None
        return made.leaflet

    def pages_shown(self) -> int:
        return int(self.find(HandoutPreview).count)

    def reads_handout(self) -> str:
        """All that stands over the window: what is asked, what was done, what went wrong."""
        return self.part("Handout").reads()

    def empties_letterhead(self) -> bool:
        """In the open handout: no clinic, no logo, A4; whether there was anything to empty."""
        clinic, letter, logo = self.holds("Clinic"), self.chosen("Paper") != "A4", self.offers("Remove the logo")
        if clinic:
            self.empties("Clinic")
        if letter:
            self.presses("Paper: A4")
        if logo:
            self.presses("Remove the logo")
        return bool(clinic or letter or logo)

    def stops_handout(self) -> None:
        """Away with it, open or not."""
        self.app.handout.stop()

    def puts_handout_away(self) -> None:
        self.presses("Close")

    # -- what the atlas says of its own files ---

    def notice(self) -> QWidget:
        """The line at the top of the window."""
        return self.app.window.notice

    def reads_notice(self, *, whole: bool = True) -> str:
        """What it says, opened where there is more of it; nothing while it is not there."""
        if self.notice().isHidden():
            return ""
        if whole and self.offers("Show all problems") and self.button("Show all problems").text() == "Show all":
            self.presses("Show all problems")
        return self.app.window.notice.text()

    def is_told_of(self, problems: tuple[str, ...]) -> None:
        """As if these problems had been found in the atlas's files."""
        self.app.window.notice.show_problems(problems)
        QApplication.processEvents()
