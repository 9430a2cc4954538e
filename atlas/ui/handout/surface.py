"""One handout: what is asked for, how it will look, and where it goes (a PDF, a printer, the clipboard, a picture)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage

from atlas.domain.catalog import Catalog
from atlas.domain.problems import NotSaved
from atlas.domain.state import AtlasState
from atlas.domain.store import Store
from atlas.domain.words.handout import Handout, compose_handout
from atlas.domain.words.handout_order import HandoutOrder, NoHandout, muscles_of, order_of
from atlas.render.handout.files import picture_of_all, picture_of_page, save_pdf, save_picture
from atlas.render.handout.glyphs import glyph_named, without_glyph
from atlas.render.handout.logo import NoLogo, read_logo
from atlas.render.handout.pages import Leaflet, lay_out
from atlas.render.heap import give_memory_back
from atlas.render.renderer import Renderer
from atlas.ui.handout.letterhead import Letterhead
from atlas.ui.handout.printing import NoPrinter, print_with_preview
from atlas.ui.handout.sheet import HandoutSheet
from atlas.ui.kit.file_dialogs import ask_to_open, ask_to_save
from atlas.ui.language.saving_words import no_handout, no_logo, words_of_not_saved
from atlas.ui.language.translate import translate
from atlas.ui.surface import Surface
from atlas.ui.window.slots import Frame

_PREVIEW_DPI = 120
_AFTER_TYPING_MS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked for just now: the order, and what it may show besides."""

    order: HandoutOrder
    logo: Path | None
    colour_palette: str  # to go back to from black and white
    meant: HandoutOrder  # as it was opened: the drawing, whether it is shown or not, and each muscle's own side


class HandoutSurface(Surface):
    """The note is forgotten when the handout is put away; clinic, logo and paper are kept."""

    letterhead_changed = Signal(object)

    def __init__(
        self,
        store: Store,
        frame: Frame,
        catalog: Catalog,
        plates: Renderer,
        languages: Mapping[str, str],
        letterhead: Letterhead,
    ) -> None:
        """`catalog` is the English one: a handout's language is not the window's."""
        super().__init__(frame)
        self._store, self._frame, self._catalog, self._plates = store, frame, catalog, plates
        self._letterhead = letterhead
        self._request: Request | None = None  # None: no handout is open
        self._logo: QImage | None = None
        self._absent_logo: Path | None = None  # the kept one that cannot be read now: on a disk that is not there
        self.leaflet: Leaflet | None = None
        self.sheet = HandoutSheet(languages, frame)
        self._later = QTimer(self, singleShot=True, interval=_AFTER_TYPING_MS)
        self._later.timeout.connect(self._lay_out)
        self._connect()

    @property
    def is_open(self) -> bool:
        return self._request is not None

    @property
    def order(self) -> HandoutOrder | None:
        return self._request.order if self._request else None

    def show_state(self, old: AtlasState, new: AtlasState) -> None:
        """A handout belongs to what it was opened for: with something else, or a new patient, it goes."""
        if muscles_of(old) != muscles_of(new):
            self.put_away()

    def begin_new_patient(self) -> None:
        self.put_away()

    def stop(self) -> None:
        self.put_away()

    def open(self) -> None:
        """Shows the handout of what is chosen or painted, unless one is open."""
        order = order_of(self._store.state)
        if order is not None and not self.is_open:
            self.open_order(order, self._letterhead)

    def open_order(self, order: HandoutOrder, letterhead: Letterhead) -> None:
        """Shows a handout; its drawing, if it has one, may be left out."""
        order = replace(order, clinic=letterhead.clinic, paper=letterhead.paper)
        coloured = order.palette if order.palette != "print" else "classic"
        self._request = Request(order=order, logo=None, colour_palette=coloured, meant=order)
        self.sheet.say("")
        self._absent_logo = letterhead.logo
        if letterhead.logo is not None:
            self.use_logo(letterhead.logo)
        self._show_form()
        self._lay_out()
        self._frame.cover(self.sheet)

    def put_away(self) -> None:
        """Closes the handout; nothing of it is kept but the letterhead."""
        if self._request is None:
            return
        self._later.stop()
        self._request = self.leaflet = self._logo = None
        self.sheet.preview.show_pages([], "")
        self.sheet.form.note.clear()
        self.sheet.trouble.show_sentence("")
        self.sheet.say("")
        self._frame.uncover(self.sheet)
        give_memory_back()  # its pages are the largest pictures of all

    # -- what is asked -------------------------------------------------------

    def _connect(self) -> None:
        sheet, form = self.sheet, self.sheet.form
        sheet.put_away.connect(self.put_away)
        sheet.save_wanted.connect(self._on_save_wanted)
        sheet.picture_wanted.connect(self._on_picture_wanted)
        sheet.print_wanted.connect(self._on_print_wanted)
        sheet.copy_wanted.connect(self._on_copy_wanted)
        form.note_typed.connect(self._on_note_typed)
        form.clinic_typed.connect(self._on_clinic_typed)
        form.logo_wanted.connect(self._on_logo_wanted)
        form.logo_unwanted.connect(self._on_logo_unwanted)
        form.language_chosen.connect(self._on_language_chosen)
        form.sides_chosen.connect(self._on_sides_chosen)
        form.paper_chosen.connect(self._on_paper_chosen)
        form.ink_chosen.connect(self._on_ink_chosen)
        form.drawing_wanted.connect(self._on_drawing_wanted)

    def _change(self, *, typed: bool = False, **changes: Any) -> None:
        """Another order; typed ones are laid out once typing pauses."""
        if self._request is None:
            return
        self._request = replace(self._request, order=replace(self._request.order, **changes))
        self.sheet.say("")
        if typed:
            self._later.start()
        else:
            self._show_form()
            self._lay_out()

    def _on_note_typed(self, note: str) -> None:
        self._change(typed=True, note=note)

    def _on_clinic_typed(self, clinic: str) -> None:
        self._change(typed=True, clinic=clinic)
        self._emit_letterhead()

    def _on_language_chosen(self, language: str) -> None:
        self._change(language=language)

    def _on_sides_chosen(self, sides: str) -> None:
        if self._request is not None:
            self._change(sides=self._request.meant.sides if sides == "own" else (sides,))

    def _on_paper_chosen(self, paper: str) -> None:
        self._change(paper=paper)
        self._emit_letterhead()

    def _on_ink_chosen(self, ink: str) -> None:
        if self._request is not None:
            self._change(palette="print" if ink == "print" else self._request.colour_palette)

    def _on_drawing_wanted(self, shown: bool) -> None:
        if self._request is not None:
            self._change(drawing=self._request.meant.drawing if shown else None)

    def _on_logo_wanted(self) -> None:
        what = translate("Handout", "Pictures")
        kinds = f"{what} (*.png *.jpg *.jpeg *.webp *.bmp *.gif)"
        path = ask_to_open(self._frame, translate("Handout", "Choose a logo"), kinds)
        if path is not None:
            self.use_logo(path)
            self._emit_letterhead()

    def use_logo(self, path: Path) -> None:
        """Puts a logo on the page; where that cannot be, says so and leaves the page as it was."""
        if self._request is None:
            return
        try:
            self._logo = read_logo(path)
        except NoLogo as error:
            self.sheet.say(no_logo(error))
            return
        self._absent_logo = None
        self._request = replace(self._request, logo=path)
        self._show_form()
        self._later.start(0)

    def _on_logo_unwanted(self) -> None:
        if self._request is not None:
            self._logo = None
            self._request = replace(self._request, logo=None)
            self._change()
            self._emit_letterhead()

    def _emit_letterhead(self) -> None:
        if self._request is not None:
            order, logo = self._request.order, self._request.logo or self._absent_logo
            self._letterhead = Letterhead(clinic=order.clinic, logo=logo, paper=order.paper)
            self.letterhead_changed.emit(self._letterhead)

    # -- showing -------------------------------------------------------------

    def _show_form(self) -> None:
        if self._request is not None:
            order, meant = self._request.order, self._request.meant
            several, drawn = len(set(meant.sides)) > 1, meant.drawing is not None
            self.sheet.form.show_order(order, self._request.logo, has_drawing=drawn, on_own_sides=several)

    def _lay_out(self) -> None:
        self._later.stop()
        if self._request is None:
            return
        order = self._request.order
        guide = self._catalog.guide(order.language)
        try:
            handout = compose_handout(order, self._catalog, guide.guide, guide.words)
        except NoHandout as refusal:
            self.leaflet = None
            self.sheet.preview.show_pages([], "")
            self.sheet.trouble.show_sentence(no_handout(refusal))
            return
        self.leaflet = lay_out(handout, self._plates, self._logo)
        pages = [picture_of_page(self.leaflet, k, _PREVIEW_DPI) for k in range(len(self.leaflet.pages))]
        if self._lacks_a_picture(handout, order):
            self.leaflet = None
            self.sheet.preview.show_pages([], "")
            self._tell_what_is_missing()
            return
        self.sheet.preview.show_pages(pages, handout.text())
        self.sheet.form.show_boxes(glyph_named(without_glyph(handout.text())))
        self._tell_what_is_missing()

    def _lacks_a_picture(self, handout: Handout, order: HandoutOrder) -> bool:
        """Whether a body, muscle, pain or point on the page could not be read: such a page is not made."""
        pictures = [p for portrait in handout.portraits for p in portrait.pictures] + list(handout.drawn_on)
        if any(self._plates.is_blank(p.scene.view.id, p.scene.figure) for p in pictures):
            return True
        return self._catalog.lacks_of(order.muscles, order.figure)

    def _tell_what_is_missing(self) -> None:
        """What the page may lack, because a file could not be read; the window's own notice lies below the sheet."""
        wrong = [str(p) for p in self._catalog.found_wrong if not p.mended]
        more = translate("Notice", "And {} more.").format(len(wrong) - 1) if len(wrong) > 1 else ""
        self.sheet.trouble.show_sentence(f"{wrong[0]}  {more}".strip() if wrong else "")

    def _ready(self) -> Leaflet | None:
        """The handout with what was typed last."""
        if self._later.isActive():
            self._lay_out()
        return self.leaflet

    # -- where it goes -------------------------------------------------------

    def _on_save_wanted(self) -> None:
        path = self._asked_path(translate("Handout", "Save PDF"), "handout.pdf", "PDF (*.pdf)")
        if path is not None:
            self.save(path)

    def _on_picture_wanted(self) -> None:
        path = self._asked_path(translate("Handout", "Save picture"), "handout.png", "PNG (*.png)")
        if path is not None:
            self.save(path)

    def _asked_path(self, title: str, suggested: str, kinds: str) -> Path | None:
        path = ask_to_save(self._frame, title, suggested, kinds)
        return path if path is None or path.suffix else path.with_suffix(Path(suggested).suffix)

    def save(self, path: Path) -> None:
        """Writes a PDF, or for a .png a picture; says what was written or why not."""
        leaflet = self._ready()
        if leaflet is None:
            return
        try:
            (save_picture if path.suffix.lower() == ".png" else save_pdf)(leaflet, path)
        except NotSaved as error:
            self.sheet.say(words_of_not_saved(error))
            return
        self.sheet.say(translate("Handout", "Saved: {}").format(path))

    def _on_print_wanted(self) -> None:
        leaflet = self._ready()
        if leaflet is None:
            return
        self.sheet.say("")
        try:
            print_with_preview(leaflet, self._frame)
        except NoPrinter:
            self.sheet.say(
                translate(
                    "Handout", "There is no printer on this computer. Save the PDF, and print it where there is one."
                )
            )

    def _on_copy_wanted(self) -> None:
        leaflet = self._ready()
        if leaflet is not None:
            copied = QMimeData()
            copied.setImageData(picture_of_all(leaflet))
            copied.setText(leaflet.handout.text())
            QGuiApplication.clipboard().setMimeData(copied)
            self.sheet.say(translate("Handout", "Copied: the pages as a picture, and their text."))
