"""The window: three calm panes side by side; upright, the list becomes a drawer and the text moves below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from atlas.domain.catalog import Catalog
from atlas.render.renderer import Renderer
from atlas.ui.kit.typed_letters import is_typed
from atlas.ui.language.translate import translate
from atlas.ui.window.cleared_bar import ClearedBar
from atlas.ui.window.covers import Covers
from atlas.ui.window.left_pane import LeftPane
from atlas.ui.window.notice_bar import NoticeBar
from atlas.ui.window.pane_layout import LEAST
from atlas.ui.window.panes import Panes
from atlas.ui.window.plate_pane import PlatePane
from atlas.ui.window.slots import Frame, Slots
from atlas.ui.window.view_settings import ViewPopover, ViewSettings

_CHANGES_ROOM = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)


class AtlasWindow(Frame):
    """Lays out its panes, the covers over them and the panel of the view; a surface's slots fill the panes."""

    typed = Signal(str)  # a letter that nothing in the window takes

    def __init__(self, pictures: Renderer, catalog: Catalog, modes: Sequence[tuple[str, str]]) -> None:
        """`modes` are (value, name)."""
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(translate("Window", "Trigger-Point Referral Atlas"))
        self.setMinimumSize(LEAST)
        self.notice = NoticeBar(self)
        self.plate_pane = PlatePane(pictures, catalog, self)
        self.left_pane = LeftPane(modes, self)
        self._panes = Panes(self, self.left_pane, self.plate_pane)
        self.view_settings = ViewSettings(self)
        self.popover = ViewPopover(self, self.view_settings, self.plate_pane.look)
        self.cleared = ClearedBar(self)
        self._covers = Covers(self)
        self._guarded = False
        self.plate_pane.look_wanted.connect(self.popover.toggle)
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
        width, top = self.width(), 0
        if not self.notice.isHidden():
            top = max(self.notice.heightForWidth(width), self.notice.sizeHint().height())
            self.notice.setGeometry(0, 0, width, top)
        self._panes.lay_out(top)
        self.popover.place()
        self._place_cleared()
        self._covers.lie_on_top()
        self._enable_what_is_open()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lay_out()

    def _place_cleared(self) -> None:
        pane = QRect() if self.left_pane.isHidden() else self.left_pane.geometry()
        self.cleared.place_in(self.rect(), pane)

    # -- what fills it, and what lies over it ---------------------------------

    def begin_with(self, own: Slots) -> None:
        """Fills the window for the first time; these stand wherever others bring nothing of their own."""
        self._panes.begin_with(own)
        self._lay_out()

    def fill(self, slots: Slots) -> None:
        """Shows a surface's widgets, each in its slot, in place of those before."""
        held = self.focusWidget()
        self._panes.fill(slots)
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
            self._panes.take_focus()

    def _enable_what_is_open(self) -> None:
        """Disables what lies below a cover, or beside the open drawer: no tap and no key reaches it."""
        covered = bool(self._covers)
        self._panes.enable(covered)
        for pane in (self.notice, self.view_settings, self.cleared):
            pane.setEnabled(not covered)
        self._covers.enable_top()
        for key in self.findChildren(QShortcut):
            key.setEnabled(not covered)

    def _keep_focus(self, held: QWidget | None) -> None:
        """The keyboard focus does not stay with what is disabled now, or hidden."""
        if held is not None and not (held.isVisible() and held.isEnabled()):
            self._panes.take_focus()

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
        self.show_list(not self._panes.list_is_wanted)

    def show_list(self, shown: bool) -> None:
        held = self.focusWidget()
        self._panes.open_list(shown)
        self._lay_out()
        self._keep_focus(held)

    def put_list_away(self) -> None:
        if self._panes.has_drawer:
            self.show_list(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.notice and event.type() in _CHANGES_ROOM:
            self._lay_out()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._panes.veil.isVisible():
            self.show_list(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.view_settings.isVisible():
            self.popover.show(False)
        elif event.key() == Qt.Key.Key_Escape and self._panes.drawer_is_open:
            self.show_list(False)
        elif is_typed(event) and not self._covers:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._guarded:
            self.leave_asked.emit()
            event.ignore()
            return
        self.closed.emit()
        super().closeEvent(event)
