"""All views of the body in one row, one tap each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from atlas.ui.kit.scroll_area import scroll_by_touch, viewport_of
from atlas.ui.kit.typed_letters import is_typed
from atlas.ui.language.translate import translate
from atlas.ui.plate.view_rows import VIEW_ID, ViewRow, ViewRows
from atlas.ui.plate.view_tile_delegate import PICTURE, ViewTileDelegate, tile_size


class ViewStrip(QListView):
    """Says which view was tapped, and which small pictures it would like, one at a time while nothing else is to do."""

    view_chosen = Signal(object)  # its id; None: the composed plate
    picture_wanted = Signal(object)  # likewise

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = ViewRows(self)
        self._stale: set[str | None] = set()
        self.setModel(self._rows)
        self.setItemDelegate(ViewTileDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setFixedHeight(tile_size().height() + 4)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        viewport_of(self).setAutoFillBackground(False)
        self.setAccessibleName(translate("Plate", "Views of the body"))
        scroll_by_touch(self)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._on_idle)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        self.clicked.connect(self._on_clicked)

    @property
    def is_behind(self) -> bool:
        """Whether small pictures in sight still have to be made."""
        return self._idle.isActive()

    def show_views(self, rows: tuple[ViewRow, ...], current: str | None) -> None:
        if self._rows.show_rows(rows):
            self.scrollToTop()
            self.horizontalScrollBar().setValue(0)
        index = self._rows.place_of(current)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def renew_pictures(self) -> None:
        """The small pictures no longer show what the plate shows; new ones are asked for as they come into sight."""
        self._rows.forget_marked_pictures()
        self.bring_pictures_up_to_date()

    def bring_pictures_up_to_date(self) -> None:
        """The same, but until they are there the old ones stay: a drawing has grown."""
        self._stale = set(self._rows.views())
        self._idle.start()

    @property
    def picture_room(self) -> QSize:
        """px of the screen that a small picture may take."""
        ratio = self.devicePixelRatioF()
        return QSize(round(PICTURE.width() * ratio), round(PICTURE.height() * ratio))

    def show_picture(self, view: str | None, picture: QImage, *, marked: bool) -> None:
        """A picture of a view in `picture_room`, and whether it shows pain or a drawing; an empty one is left out."""
        self._stale.discard(view)
        if picture.isNull():
            return
        small = QPixmap.fromImage(picture)
        small.setDevicePixelRatio(self.devicePixelRatioF())
        self._rows.show_picture(view, small, marked)

    def choose_next(self) -> None:
        self._on_clicked(self._rows.index(self.currentIndex().row() + 1))

    def choose_previous(self) -> None:
        self._on_clicked(self._rows.index(self.currentIndex().row() - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_scrolled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_typed(event):  # not to run through the rows: it belongs to the search
            event.ignore()
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_clicked(self.currentIndex())

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turn.x() or turn.y()))

    def _on_scrolled(self) -> None:
        if self._stale:
            self._idle.start()

    def _on_idle(self) -> None:
        for view in self._rows.views():
            if view in self._stale:
                place = self.visualRect(self._rows.place_of(view))
                if place.right() >= 0 and place.left() <= self.viewport().width():
                    self._stale.discard(view)
                    self.picture_wanted.emit(view)
                    return
        self._idle.stop()

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.view_chosen.emit(index.data(VIEW_ID))
