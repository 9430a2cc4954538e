"""The pages of a handout as they will come out, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from atlas.ui.kit.scroll_area import ScrollArea
from atlas.ui.language.translate import translate


class _Sheet(QWidget):
    """One page, as wide as there is room."""

    def __init__(self, image: QImage) -> None:
        super().__init__()
        self._image = image
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._image.height() / self._image.width())

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            ratio = self.devicePixelRatioF()
            wide = round(self.width() * ratio)
            page = self._image.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
            field = QRectF(0, 0, self.width(), page.height() / ratio)
            painter.drawImage(field, page)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
            painter.drawRect(field.adjusted(0.5, 0.5, -0.5, -0.5))


class HandoutPreview(ScrollArea):
    """The pages as they will be printed, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Handout", "The pages"), parent, by_key=True)
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        self._sheets: list[_Sheet] = []
        self.setWidget(self._page)

    def show_pages(self, pages: Sequence[QImage], text: str) -> None:
        """Shows the pages, where one was; `text` is what they say, for those who cannot see them."""
        at = self.verticalScrollBar().value()
        for sheet in self._sheets:
            self._column.removeWidget(sheet)
            sheet.deleteLater()
        self._sheets = [_Sheet(page) for page in pages]
        for k, sheet in enumerate(self._sheets):
            self._column.insertWidget(k, sheet)
        self.setAccessibleDescription(text)
        self.verticalScrollBar().setValue(at)

    @property
    def count(self) -> int:
        return len(self._sheets)
