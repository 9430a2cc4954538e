"""The window: three calm panes side by side; upright, the list becomes a drawer and the text moves below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QStyle, QWidget

from atlas.render.fonts import text_scale
from atlas.render.renderer import Renderer
from atlas.ui.kit.keyboard_focus import follow
from atlas.ui.language.translate import translate
from atlas.ui.window.cleared_bar import ClearedBar
from atlas.ui.window.covers import Covers
from atlas.ui.window.drawer_buttons import DrawerButtons
from atlas.ui.window.left_pane import LeftPane
from atlas.ui.window.notice_bar import NoticeBar
from atlas.ui.window.pane_layout import LEAST, panes
from atlas.ui.window.plate_pane import PlatePane
from atlas.ui.window.slots import Frame, Slots
from atlas.ui.window.view_settings import ViewSettings

_CHANGES_ROOM = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)


class AtlasWindow(Frame):
    """Lays out its panes, the covers over them and the panel of the view; a surface's slots fill the panes."""

    def __init__(self, pictures: Renderer, modes: Sequence[tuple[str, str]]) -> None:
        """`modes` are (value, name)."""
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(translate("Window", "Trigger-Point Referral Atlas"))
        self.setMinimumSize(LEAST)
        self.notice = NoticeBar(self)
        self.plate_pane = PlatePane(pictures, self)
        self.left_pane = LeftPane(modes, self)
        self._veil = QFrame(self)  # dims what lies beside the open drawer
        self._veil.setObjectName("veil")
        self.view_settings = ViewSettings(self)
        self.view_settings.hide()
        self.cleared = ClearedBar(self)
        self._own = self._shown = Slots()
        self._covers = Covers(self)
        self._guarded = False
        self._has_drawer = False
        self._drawer_open = False
        self.plate_pane.look_wanted.connect(self.toggle_look)
        self.plate_pane.drawer.list_wanted.connect(self.toggle_list)
        self.plate_pane.drawer.new_patient_wanted.connect(self.new_patient_wanted)
        self.left_pane.foot.new_patient_wanted.connect(self.new_patient_wanted)
        self.left_pane.foot.leave_wanted.connect(self.leave_asked)
        self.notice.installEventFilter(self)
        QWidget.setTabOrder(self.left_pane, self.plate_pane)

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
        right = QStyle.visualRect(direction, whole, places.right)  # or left, where one writes from the right
        self.plate_pane.setGeometry(QStyle.visualRect(direction, whole, places.plate))
        if self._shown.right is not None:
            self._shown.right.setGeometry(right)
        self.left_pane.setGeometry(QStyle.visualRect(direction, whole, places.left))
        self.left_pane.setVisible(self._drawer_open or not self._has_drawer)
        if self._shown.whole is not None:
            self._shown.whole.setGeometry(self.plate_pane.geometry().united(right))
            self._shown.whole.raise_()
        self._veil.setGeometry(0, top, width, height - top)
        self._veil.setVisible(self._has_drawer and self._drawer_open)
        self._veil.raise_()
        self.left_pane.raise_()
        self._place_look()
        self._place_cleared()
        self._covers.lie_on_top()
        self._enable_what_is_open()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lay_out()

    def _place_look(self) -> None:
        button = self.plate_pane.look
        corner = button.mapTo(self, QPoint(button.width(), 0))
        size = self.view_settings.fit(self.size() - QSize(16, 16))
        left = min(max(corner.x() - size.width(), 8), self.width() - size.width() - 8)
        self.view_settings.setGeometry(QRect(QPoint(left, max(corner.y() - size.height() - 8, 8)), size))
        self.view_settings.raise_()

    def _place_cleared(self) -> None:
        pane = QRect() if self.left_pane.isHidden() else self.left_pane.geometry()
        self.cleared.place_in(self.rect(), pane)

    # -- what fills it, and what lies over it ---------------------------------

    def begin_with(self, own: Slots) -> None:
        """Fills the window for the first time; these stand wherever others bring nothing of their own."""
        self._own = own
        self.fill(own)

    def fill(self, slots: Slots) -> None:
        """Shows a surface's widgets, each in its slot, in place of those before."""
        held, own, before = self.focusWidget(), self._own, self._shown
        right = slots.right or own.right
        self._shown = shown = Slots(right=right, whole=slots.whole)
        self.left_pane.fill(slots.left or own.left)
        self.plate_pane.fill(slots.above or own.above, slots.below or own.below)
        self.plate_pane.drawer.list_button.setText(f" {slots.list_text or own.list_text}")
        for gone in (before.right, before.whole):
            if gone is not None and gone not in (shown.right, shown.whole):
                gone.hide()
        for widget in (right, slots.whole):
            if widget is not None and widget.parentWidget() is not self:
                widget.setParent(self)
                follow(self.plate_pane.look, widget)
        self.plate_pane.setVisible(slots.whole is None)
        if right is not None:
            right.setVisible(slots.whole is None)
        if slots.whole is not None:
            slots.whole.show()
        self._lay_out()
        self._keep_focus(held)

    def cover(self, cover: QWidget) -> None:
        if self._covers.add(cover):
            self._lay_out()
            cover.show()
            cover.setFocus()

    def uncover(self, cover: QWidget) -> None:
        if not self._covers.remove(cover):
            return
        self._enable_what_is_open()
        if self._covers.top is not None:
            self._covers.top.setFocus()
        else:
            self._focus_on_what_is_open()

    def _enable_what_is_open(self) -> None:
        """Disables what lies below a cover, or beside the open drawer: no tap and no key reaches it."""
        covered = bool(self._covers)
        beside = covered or (self._has_drawer and self._drawer_open)
        for pane in (self.left_pane, self.notice, self.view_settings, self.cleared):
            pane.setEnabled(not covered)
        for below in (self.plate_pane, self._shown.right, self._shown.whole):
            if below is not None:
                below.setEnabled(not beside)
        self._covers.enable_top()
        for key in self.findChildren(QShortcut):
            key.setEnabled(not covered)

    def _keep_focus(self, held: QWidget | None) -> None:
        """The keyboard focus does not stay with what is disabled now, or hidden."""
        if held is not None and not (held.isVisible() and held.isEnabled()):
            self._focus_on_what_is_open()

    def _focus_on_what_is_open(self) -> None:
        if self._has_drawer and self._drawer_open:
            self.left_pane.modes.choice.checked.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._shown.whole is not None:
            self._shown.whole.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.plate_pane.plate.setFocus()

    def offer_undo(self, offered: bool) -> None:
        """Shows that what was cleared can be brought back, or that it cannot any more."""
        held = self.focusWidget()
        self.cleared.setVisible(offered)
        self._place_cleared()
        self._covers.lie_on_top()
        self._keep_focus(held)

    def begin_new_patient(self) -> None:
        """As when it was opened: no panel, the whole plate."""
        self.view_settings.hide()
        self.plate_pane.plate.fit()

    def guard_closing(self, guarded: bool) -> None:
        self._guarded = guarded

    # -- drawer and panel ----------------------------------------------------

    def toggle_list(self) -> None:
        self.show_list(not self._drawer_open)

    def show_list(self, shown: bool) -> None:
        held = self.focusWidget()
        self._drawer_open = shown
        self._lay_out()
        self._keep_focus(held)

    def put_list_away(self) -> None:
        if self._has_drawer:
            self.show_list(False)

    def toggle_look(self) -> None:
        self.show_look(self.view_settings.isHidden())

    def show_look(self, shown: bool) -> None:
        self.view_settings.setVisible(shown)
        application = QApplication.instance()
        if shown:
            self._place_look()
            self.view_settings.setFocus()
            self.view_settings.focusNextChild()
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
        inside = (self.view_settings, self.plate_pane.look)
        if self.view_settings.isVisible() and not any(w.rect().contains(w.mapFromGlobal(place)) for w in inside):
            self.show_look(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._veil.isVisible():
            self.show_list(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.view_settings.isVisible():
            self.show_look(False)
        elif event.key() == Qt.Key.Key_Escape and self._has_drawer and self._drawer_open:
            self.show_list(False)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._guarded:
            self.leave_asked.emit()
            event.ignore()
            return
        self.closed.emit()
        super().closeEvent(event)
