"""The window: three calm panes side by side; upright, the list becomes a drawer and the text moves below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QStyle, QWidget

from atlas.render.fonts import text_scale
from atlas.ui.kit.thumbnails import Thumbnails
from atlas.ui.language.translate import translate
from atlas.ui.muscles.finder import Finder
from atlas.ui.muscles.muscle_pane import Explanation
from atlas.ui.plate.plate_picture import BodyPictures
from atlas.ui.window.cleared_bar import ClearedBar
from atlas.ui.window.drawer_buttons import DrawerButtons
from atlas.ui.window.notice_bar import NoticeBar
from atlas.ui.window.pane_layout import LEAST, panes
from atlas.ui.window.plate_pane import PlatePane
from atlas.ui.window.view_settings import LookPanel

_CHANGES_ROOM = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)


class AtlasWindow(QWidget):
    closed = Signal()
    leave_asked = Signal()  # someone tries to close a window that is guarded

    def __init__(self, pictures: BodyPictures, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(translate("Window", "Trigger-Point Referral Atlas"))
        self.setMinimumSize(LEAST)
        self.notice = NoticeBar(self)
        self.plate_pane = PlatePane(pictures, self)
        self.explanation = Explanation(self)
        self.finder = Finder(thumbnails, self)
        self._veil = QFrame(self)  # dims what lies beside the open drawer
        self._veil.setObjectName("veil")
        self.look_panel = LookPanel(self)
        self.look_panel.hide()
        self.cleared = ClearedBar(self)
        self._sheet: QWidget | None = None  # in place of plate and explanation
        self._aside: QWidget | None = None  # in place of the explanation
        self._covers: list[QWidget] = []  # over everything, the last on top
        self._guarded = False
        self._has_drawer = False
        self._drawer_open = False
        self.plate_pane.look_wanted.connect(self.toggle_look)
        self.plate_pane.finder_wanted.connect(self.toggle_finder)
        self.notice.installEventFilter(self)
        QWidget.setTabOrder(self.finder, self.plate_pane)
        QWidget.setTabOrder(self.plate_pane, self.explanation)

    @property
    def has_drawer(self) -> bool:
        """Whether the list lies over the plate, and goes away when a muscle has been chosen."""
        return self._has_drawer

    def sizeHint(self) -> QSize:
        return QSize(1280, 800)

    # -- layout --------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        width, height = self.width(), self.height()
        top = 0
        if not self.notice.isHidden():
            top = max(self.notice.heightForWidth(width), self.notice.sizeHint().height())
            self.notice.setGeometry(0, 0, width, top)
        places = panes(width, height, top, text_scale())
        self._has_drawer = places.drawer
        for buttons in self.findChildren(DrawerButtons):
            buttons.show_drawer(places.drawer, self._drawer_open)
        direction, whole = self.layoutDirection(), self.rect()
        right = QStyle.visualRect(direction, whole, places.explanation)  # or left, where one writes from the right
        self.plate_pane.setGeometry(QStyle.visualRect(direction, whole, places.plate))
        self.explanation.setGeometry(right)
        if self._aside is not None:
            self._aside.setGeometry(right)
        self.finder.setGeometry(QStyle.visualRect(direction, whole, places.finder))
        self.finder.setVisible(self._drawer_open or not self._has_drawer)
        if self._sheet is not None:
            self._sheet.setGeometry(self.plate_pane.geometry().united(right))
            self._sheet.raise_()
        self._veil.setGeometry(0, top, width, height - top)
        self._veil.setVisible(self._has_drawer and self._drawer_open)
        self._veil.raise_()
        self.finder.raise_()
        self._place_look()
        self.cleared.place_in(self.rect())
        self._let_covers_lie_on_top()
        self._let_sleep()

    def _let_covers_lie_on_top(self) -> None:
        for cover in self._covers:
            cover.setGeometry(self.rect())
            cover.raise_()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lay_out()

    def _place_look(self) -> None:
        button = self.plate_pane.look
        corner = button.mapTo(self, QPoint(button.width(), 0))
        size = self.look_panel.fit(self.size() - QSize(16, 16))
        left = min(max(corner.x() - size.width(), 8), self.width() - size.width() - 8)
        self.look_panel.setGeometry(QRect(QPoint(left, max(corner.y() - size.height() - 8, 8)), size))
        self.look_panel.raise_()

    # -- what lies over the panes --------------------------------------------

    def show_sheet(self, sheet: QWidget | None) -> None:
        """Shows a page in place of plate and explanation; None brings these back."""
        if self._sheet is not None and self._sheet is not sheet:
            self._sheet.hide()
        self._sheet = sheet
        held = self.focusWidget()
        self._show_panes()
        if sheet is not None:
            sheet.show()
        self._lay_out()
        self._keep_keys(held)

    def show_aside(self, aside: QWidget | None) -> None:
        """Shows another mode's pane in place of the explanation; None brings that back."""
        if self._aside is not None and self._aside is not aside:
            self._aside.hide()
        self._aside = aside
        self._show_panes()
        self._lay_out()

    def _show_panes(self) -> None:
        self.plate_pane.setVisible(self._sheet is None)
        self.explanation.setVisible(self._sheet is None and self._aside is None)
        if self._aside is not None:
            self._aside.setVisible(self._sheet is None)

    def cover(self, cover: QWidget) -> None:
        """Lays a widget over the whole window and gives it the keys; what lies below sleeps."""
        if cover in self._covers:
            return
        self._covers.append(cover)
        self._lay_out()
        cover.show()
        cover.setFocus()

    def uncover(self, cover: QWidget) -> None:
        """Takes a cover away."""
        cover.hide()
        if cover not in self._covers:
            return
        self._covers.remove(cover)
        self._let_sleep()
        if self._covers:
            self._covers[-1].setFocus()
        else:
            self._focus_on_what_is_open()

    def _let_sleep(self) -> None:
        """Neither hand nor keys reach what lies below a cover, or beside the open drawer."""
        covered = bool(self._covers)
        beside = covered or (self._has_drawer and self._drawer_open)
        for pane in (self.finder, self.notice, self.look_panel, self.cleared):
            pane.setEnabled(not covered)
        for below in (self.plate_pane, self.explanation, self._aside, self._sheet):
            if below is not None:
                below.setEnabled(not beside)
        for cover in self._covers:
            cover.setEnabled(cover is self._covers[-1])
        for key in self.findChildren(QShortcut):
            key.setEnabled(not covered)

    def _keep_keys(self, held: QWidget | None) -> None:
        """The keys do not stay with what sleeps now, or is gone."""
        if held is not None and not (held.isVisible() and held.isEnabled()):
            self._focus_on_what_is_open()

    def _focus_on_what_is_open(self) -> None:
        if self._has_drawer and self._drawer_open:
            self.finder.modes.choice.checked.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._sheet is not None:
            self._sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.plate_pane.plate.setFocus()

    def offer_undo(self, offered: bool) -> None:
        """Shows that what was cleared can be brought back, or that it cannot any more."""
        held = self.focusWidget()
        self.cleared.setVisible(offered)
        self.cleared.place_in(self.rect())
        self._let_covers_lie_on_top()
        self._keep_keys(held)

    def start_afresh(self) -> None:
        """As when it was opened: no panel, no drawer, the list at its top, the search ready."""
        self.look_panel.hide()
        self.plate_pane.plate.fit()
        self.finder.start_afresh()
        self.finder.search.setFocus()

    def guard_closing(self, guarded: bool) -> None:
        """A guarded window does not close; it says that someone tries."""
        self._guarded = guarded

    # -- drawer and panel ----------------------------------------------------

    def toggle_finder(self) -> None:
        self.show_finder(not self._drawer_open)

    def show_finder(self, shown: bool) -> None:
        """Opens or closes the drawer; with three columns the list is always there."""
        held = self.focusWidget()
        self._drawer_open = shown
        self._lay_out()
        self._keep_keys(held)

    def start_search(self) -> None:
        self.show_finder(True)
        self.finder.start_typing()

    def toggle_look(self) -> None:
        self.show_look(self.look_panel.isHidden())

    def show_look(self, shown: bool) -> None:
        self.look_panel.setVisible(shown)
        application = QApplication.instance()
        if shown:
            self._place_look()
            self.look_panel.setFocus()
            self.look_panel.focusNextChild()
            if application is not None:
                application.installEventFilter(self)
        else:
            if application is not None:
                application.removeEventFilter(self)
            self.plate_pane.look.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.notice and event.type() in _CHANGES_ROOM:
            self._lay_out()
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self._on_pressed_elsewhere(event.globalPosition().toPoint())
        return False

    def _on_pressed_elsewhere(self, place: QPoint) -> None:
        inside = (self.look_panel, self.plate_pane.look)
        if self.look_panel.isVisible() and not any(w.rect().contains(w.mapFromGlobal(place)) for w in inside):
            self.show_look(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._veil.isVisible():
            self.show_finder(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.look_panel.isVisible():
            self.show_look(False)
        elif event.key() == Qt.Key.Key_Escape and self._has_drawer and self._drawer_open:
            self.show_finder(False)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._guarded:
            self.leave_asked.emit()
            event.ignore()
            return
        self.closed.emit()
        super().closeEvent(event)
