"""Cards to take along: a deck for Anki, or flashcards to print, of the areas and kinds that are chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from atlas.domain.anatomy import AREAS
from atlas.domain.catalog import Catalog
from atlas.domain.problems import NotSaved
from atlas.domain.study.cards import KINDS, Card, CardKind, all_cards
from atlas.domain.study.learner import Plan
from atlas.domain.study.session import chosen_cards, region_areas
from atlas.render.renderer import Renderer
from atlas.render.study.deck_faces import DeckFaces
from atlas.render.study.deck_files import save_deck
from atlas.render.study.question_words import kind_name
from atlas.ui.kit.background_work import BackgroundWork
from atlas.ui.kit.file_dialogs import ask_to_save
from atlas.ui.kit.flow_layout import in_a_row
from atlas.ui.kit.scroll_area import ScrollArea
from atlas.ui.language.saving_words import words_of_not_saved
from atlas.ui.language.translate import translate
from atlas.ui.study.page_sheet import page_sheet
from atlas.ui.study.plan_page import Several
from atlas.ui.study.study_words import area_name
from atlas.ui.window.slots import Frame


class DeckPage(ScrollArea):
    """Says that a file is wanted, by its ending."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Study", "Cards to take along"), parent, by_key=True)
        self.areas_chosen: tuple[str, ...] = ()
        self.kinds_chosen: tuple[CardKind, ...] = ("pattern",)
        self.areas = Several(translate("Study", "Areas"), [(area, area_name(area)) for area in AREAS])
        self.kinds = Several(translate("Study", "Kinds of cards"), [(kind, kind_name(kind)) for kind in KINDS])
        self.for_anki = QPushButton(translate("Study", "Deck for Anki (.apkg)"))
        self.to_print = QPushButton(translate("Study", "Flashcards to print (PDF)"))
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setProperty("look", "muted")
        about = QLabel(
            translate(
                "Study",
                "A later deck brings the cards that are in Anki up to date. Printed: eight a page; print on both "
                "sides and turn on the long edge.",
            )
        )
        about.setWordWrap(True)
        about.setProperty("look", "muted")
        sheet, column = page_sheet()
        for choice in (self.areas, self.kinds):
            heading = QLabel(choice.accessibleName())
            heading.setProperty("look", "heading")
            column.addWidget(heading)
            column.addWidget(choice)
        column.addWidget(about)
        for button in (self.for_anki, self.to_print):
            button.setProperty("look", "outlined")
        column.addWidget(in_a_row(self.for_anki, self.to_print))
        column.addWidget(self.said)
        column.addStretch(1)
        self.setWidget(sheet)
        self.kinds.show_chosen(self.kinds_chosen)
        self.areas.chosen.connect(self._on_areas)
        self.kinds.chosen.connect(self._on_kinds)
        self.for_anki.clicked.connect(self._on_anki)
        self.to_print.clicked.connect(self._on_print)

    def _on_areas(self, areas: tuple[str, ...]) -> None:
        self.areas_chosen = areas

    def _on_kinds(self, kinds: tuple[str, ...]) -> None:
        chosen = tuple(kind for kind in KINDS if kind in kinds)
        self.kinds_chosen = chosen or self.kinds_chosen
        self.kinds.show_chosen(self.kinds_chosen)

    def _on_anki(self) -> None:
        self.wanted.emit(".apkg")

    def _on_print(self) -> None:
        self.wanted.emit(".pdf")


class DeckWriter(QObject):
    """Makes the file in a thread of its own; a large deck takes a minute."""

    def __init__(self, page: DeckPage, frame: Frame, catalog: Catalog, pictures: Renderer, language: str) -> None:
        super().__init__(frame)
        self._page, self._frame = page, frame
        self._catalog, self._pictures, self._language = catalog, pictures, language
        self._work = BackgroundWork(self)
        self._work.came.connect(self._on_came)
        page.wanted.connect(self._on_wanted)

    @property
    def is_busy(self) -> bool:
        """Whether a file is being made."""
        return self._work.is_busy

    def stop(self) -> None:
        """Waits for the file that is being made."""
        self._work.drop()

    def _on_wanted(self, ending: str) -> None:
        kinds = {".apkg": "Anki (*.apkg)", ".pdf": "PDF (*.pdf)"}[ending]
        path = ask_to_save(self._frame, translate("Study", "Cards to take along"), f"atlas{ending}", kinds)
        if path is not None:
            self.write(path if path.suffix.lower() == ending else path.with_name(path.name + ending))

    def write(self, path: Path) -> None:
        """Begins to make a deck of what is chosen on the page."""
        if self._work.is_busy:
            return
        plan = Plan(areas=self._page.areas_chosen, kinds=self._page.kinds_chosen)
        self._page.said.setText(translate("Study", "The cards are being made…"))
        title = translate("Window", "Trigger-Point Referral Atlas")
        self._work.ask(path, _Job(path, self._catalog, self._pictures, self._language, plan, title))

    def _on_came(self, path: object, failed: object) -> None:
        if isinstance(failed, NotSaved):
            self._page.said.setText(words_of_not_saved(failed))
        else:
            self._page.said.setText(translate("Study", "Saved: {}").format(getattr(path, "name", "")))


class _Job:
    """A deck to be written, away from the window."""

    def __init__(self, path: Path, catalog: Catalog, pictures: Renderer, language: str, plan: Plan, title: str) -> None:
        self._path, self._catalog, self._title = path, catalog, title
        self._plan = plan
        self._faces = DeckFaces(catalog, pictures, language)

    def __call__(self) -> NotSaved | None:
        try:
            save_deck(self._path, self._faces, self._cards(), self._title, _nothing)
        except NotSaved as error:
            return error
        return None

    def _cards(self) -> Sequence[Card]:
        muscles = self._catalog.muscles
        return chosen_cards(all_cards(self._catalog), self._plan, muscles, region_areas(muscles.values()))


def _nothing(done: int, whole: int) -> None:
    """Nothing is said on the way."""
