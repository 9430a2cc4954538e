"""Progress to look at rather than read: the body, the calendar, what was kept in mind, what is confused."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetrics, QImage, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from atlas.render.study.chart_look import ChartLook
from atlas.render.study.known_body import draw_scale
from atlas.ui.kit.scroll_area import ScrollArea
from atlas.ui.language.translate import translate

Draw = Callable[[QPainter, QRectF, ChartLook], None]
_TWO_COLUMNS = 820  # px


class Chart(QWidget):
    """A picture that is drawn anew at every size; what it shows is also said in words."""

    ROLE = QAccessible.Role.Graphic

    def __init__(self, name: str, least: int, parent: QWidget | None = None) -> None:
        """`least`: px of height."""
        super().__init__(parent)
        self._draw: Draw | None = None
        self._least = least
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_chart(self, draw: Draw, in_words: str) -> None:
        """What to draw, and what it says."""
        self._draw = draw
        self.setAccessibleDescription(in_words)
        self.setToolTip(in_words)
        self.update()

    def forget(self) -> None:
        """Nothing is shown."""
        self._draw = None
        self.setAccessibleDescription("")
        self.setToolTip("")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._least)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, self._least)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._draw is not None:
            with QPainter(self) as painter:
                self._draw(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), look_of(self.palette()))


def look_of(palette: QPalette) -> ChartLook:
    """A chart's colours in the window's theme."""
    role = QPalette.ColorRole
    return ChartLook(
        paper=palette.color(role.Window),
        ink=palette.color(role.WindowText),
        muted=palette.color(role.Dark),
        line=palette.color(role.Mid),
        accent=palette.color(role.Link),
    )


class ProgressPage(ScrollArea):
    """Says that the table is wanted as a file."""

    table_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("Study", "Progress"), parent, by_key=True)
        self.body = Chart(translate("Study", "How well you know each part of the body"), 420)
        self.days = Chart(translate("Study", "Your days of study"), 190)
        self.kept = Chart(translate("Study", "What you kept in mind"), 240)
        self.confused = Chart(translate("Study", "What you take for each other"), 300)
        self._none = {chart: QLabel() for chart in (self.kept, self.confused)}
        self.save = QPushButton(translate("Study", "Save as a table (CSV)"))
        self.save.setProperty("look", "outlined")
        self.said = QLabel()
        self.said.setProperty("look", "muted")
        self.said.setWordWrap(True)
        self._cards = [self._card(c) for c in (self.body, self.days, self.kept, self.confused)]
        sheet = QWidget()
        self._grid = QGridLayout(sheet)
        self._grid.setContentsMargins(20, 12, 20, 20)
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(18)
        self.setWidget(sheet)
        self.save.clicked.connect(self.table_wanted)
        self._arrange()

    def _card(self, chart: Chart) -> QWidget:
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        title = QLabel(chart.accessibleName())
        title.setProperty("look", "heading")
        title.setWordWrap(True)
        column.addWidget(title)
        if chart in self._none:
            none = self._none[chart]
            none.setProperty("look", "muted")
            none.setWordWrap(True)
            column.addWidget(none)
        column.addWidget(chart, 1)
        return card

    def show_nothing_yet(self, chart: Chart, sentence: str) -> None:
        """Why there is nothing to draw; an empty sentence: there is."""
        self._none[chart].setText(sentence)
        self._none[chart].setVisible(bool(sentence))
        chart.setVisible(not sentence)

    def show_body(self, front: QImage, back: QImage, in_words: str) -> None:
        """The body from before and behind, coloured."""

        def draw(painter: QPainter, room: QRectF, look: ChartLook) -> None:
            metrics = QFontMetrics(painter.font())
            scale = QRectF(room.left(), room.bottom() - metrics.height() - 6.0, room.width(), metrics.height() + 6.0)
            field = room.adjusted(0, 0, 0, -scale.height() - 6.0)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for k, image in enumerate((front, back)):
                half = QRectF(field.left() + k * field.width() / 2, field.top(), field.width() / 2, field.height())
                size = image.size().scaled(half.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
                at = QRectF(0, 0, size.width(), size.height())
                at.moveCenter(half.center())
                painter.drawImage(at, image)
            draw_scale(painter, scale, look)

        self.body.show_chart(draw, in_words)

    def forget(self) -> None:
        """Nothing of the learner is shown or kept."""
        for chart in (self.body, self.days, self.kept, self.confused):
            chart.forget()
        self.said.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.viewport().width() >= _TWO_COLUMNS
        body, days, kept, confused = self._cards
        places = (
            ((body, 0, 0, 2, 1), (days, 0, 1, 1, 1), (kept, 1, 1, 1, 1), (confused, 2, 0, 1, 2))
            if wide
            else ((body, 0, 0, 1, 2), (days, 1, 0, 1, 2), (kept, 2, 0, 1, 2), (confused, 3, 0, 1, 2))
        )
        for card, row, column, rows, columns in places:
            self._grid.addWidget(card, row, column, rows, columns)
        self._grid.addWidget(self.save, 4, 0)
        self._grid.addWidget(self.said, 4, 1)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
