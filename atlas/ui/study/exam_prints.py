"""The result of an exam as a page to keep."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize

from atlas.domain.problems import NotSaved
from atlas.render.study.deck_files import save_bytes
from atlas.render.study.exam_pdf import PrintedMiss, exam_pdf
from atlas.ui.kit.file_dialogs import ask_to_save
from atlas.ui.language.saving_words import words_of_not_saved
from atlas.ui.language.translate import translate
from atlas.ui.study.exam_page import ExamPage
from atlas.ui.study.examining import Examining
from atlas.ui.study.study_words import area_name
from atlas.ui.window.slots import Frame

_PICTURE = QSize(800, 584)  # px, four to a point of the page
_LETTERS = 20.0  # points of the picture: a fourth of that on the page


class ExamPrints(QObject):
    """Asks for a file, and writes the page."""

    def __init__(self, frame: Frame, examining: Examining, page: ExamPage) -> None:
        super().__init__(frame)
        self._frame, self._examining, self._page = frame, examining, page
        page.page_wanted.connect(self._on_page_wanted)

    def pdf(self) -> bytes:
        """The page of the result that is shown. Raises ValueError where there is none."""
        result = self._examining.result
        if result is None:
            raise ValueError("no exam is over")
        title, summary = self._examining.words_of(result)
        areas = "; ".join(area_name(area) for area in result.areas) or translate("Areas", "Whole body")
        when = result.at.astimezone().strftime("%Y-%m-%d %H:%M")
        misses = []
        for answer in result.missed:
            said = self._examining.miss(answer)
            picture = self._examining.picture(answer, _PICTURE, _LETTERS)
            misses.append(PrintedMiss(asked=said.asked, given=said.given, right=said.right, picture=picture))
        learner = self._examining.learner
        return exam_pdf(title, f"{learner}  ·  {when}", (areas, summary), misses)

    def _on_page_wanted(self) -> None:
        path = ask_to_save(self._frame, self._page.page.text(), "exam.pdf", "PDF (*.pdf)")
        if path is None:
            return
        try:
            save_bytes(path if path.suffix else path.with_suffix(".pdf"), self.pdf())
            self._page.said.setText(translate("Study", "Saved: {}").format(path.name))
        except NotSaved as error:
            self._page.said.setText(words_of_not_saved(error))
