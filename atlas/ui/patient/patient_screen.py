"""The patient's screen: a second window that shows what the therapist chooses, until it is frozen or blanked."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QStyle, QWidget

from atlas.domain.catalog import Catalog
from atlas.domain.scene import Scene
from atlas.render.renderer import Renderer
from atlas.ui.language.translate import translate
from atlas.ui.patient.page_texts import PatientText
from atlas.ui.patient.patient_page import PatientPage

_SIZE = QSize(960, 640)
_SETTLE_MS = 300  # a plug pulled or put in makes monitors come and go for a moment


class PatientScreen(QWidget):
    """Stands full screen on another monitor than the therapist's; with one monitor, as a window in front."""

    closed = Signal()
    monitors_changed = Signal()  # one was unplugged or plugged in while the screen is lit

    def __init__(self, pictures: Renderer, catalog: Catalog, text_size: int = 100) -> None:
        super().__init__()
        self.setObjectName("patientMode")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # focus stays with the therapist's window
        self.setWindowTitle(translate("Patient's screen", "Patient's screen"))
        self.setAccessibleName(translate("Patient's screen", "Patient's screen"))
        self.resize(_SIZE)
        self.page = PatientPage(pictures, catalog, text_size, self)
        self.page.hide()
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._on_settled)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._on_monitors_changed)
            application.screenRemoved.connect(self._on_monitors_changed)

    def light(self, beside: QWidget, *, asked: bool = True) -> None:
        """Shows the screen, away from the monitor of the therapist's window where there is another.

        `asked` False: it is lit already, and finds its place among other monitors than before.
        """
        here = monitor_of(beside)
        others = [s for s in QGuiApplication.screens() if not s.geometry().intersects(here.geometry())]
        if self.isVisible() and self.isFullScreen() and monitor_of(self) in others:
            return
        self.hide()  # a window that stands full screen is not moved by every system
        self.setScreen(others[0] if others else here)  # Wayland ignores move()
        if others:
            self.move(others[0].geometry().topLeft())
            self.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen() would take the keyboard focus
        else:
            self.setWindowState(Qt.WindowState.WindowNoState)
            self.setGeometry(_middle(here.availableGeometry()))
        self.show()
        self.raise_()
        if asked and not others:
            self.activateWindow()

    def show_page(self, scene: Scene | None, text: PatientText | None, *, moving: bool) -> None:
        """A page, or a blank screen for None."""
        if scene is None or text is None:
            self.page.hide()
            self.page.forget()
        else:
            shown = not self.page.isHidden()  # or what was hidden would fade away before all eyes
            self.page.show()
            self.page.show_page(scene, text, moving=moving and shown)

    @property
    def is_blank(self) -> bool:
        return self.page.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.page.setGeometry(self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def _on_monitors_changed(self, monitor: QScreen) -> None:
        if self.isVisible():
            self._settling.start()

    def _on_settled(self) -> None:
        if self.isVisible():
            self.monitors_changed.emit()


def monitor_of(window: QWidget) -> QScreen:
    """The monitor on which most of a window is seen; after one was unplugged and came back Qt may name another."""
    if QGuiApplication.platformName().startswith("wayland"):  # no window knows its place there
        return window.screen()
    return QGuiApplication.screenAt(window.geometry().center()) or window.screen()


def _middle(room: QRect) -> QRect:
    size = _SIZE.boundedTo(room.size() - QSize(16, 48))  # the window's own frame
    return QStyle.alignedRect(Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignCenter, size, room)
