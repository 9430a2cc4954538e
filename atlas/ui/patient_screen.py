"""The patient's screen: a second window that shows what the therapist chooses, until it is frozen or blanked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from atlas.domain.scene import Scene
from atlas.ui.patient_page import PatientPage
from atlas.ui.plate_picture import BodyPictures
from atlas.ui.story_words import Told
from atlas.ui.words import translate


class PatientScreen(QWidget):
    """Stands full screen on another monitor than the therapist's; with one monitor, as a window in front."""

    closed = Signal()

    def __init__(self, pictures: BodyPictures, text_size: int = 100) -> None:
        super().__init__()
        self.setObjectName("patientMode")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(translate("Patient's screen", "Patient's screen"))
        self.setAccessibleName(translate("Patient's screen", "Patient's screen"))
        self.resize(960, 640)
        self.page = PatientPage(pictures, text_size, self)
        self.page.hide()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._on_screen_removed)

    def light(self, beside: QScreen) -> None:
        """Shows the screen, away from the therapist's monitor where there is another."""
        others = [s for s in QGuiApplication.screens() if s is not beside]
        if others:
            self.setScreen(others[0])  # Wayland ignores move()
            self.move(others[0].geometry().topLeft())
            self.showFullScreen()
        else:
            self.showNormal()
            self.raise_()

    def show_page(self, scene: Scene | None, told: Told | None, *, moving: bool) -> None:
        """A page, or a blank screen for None."""
        if scene is None or told is None:
            self.page.fade.stop()
            self.page.hide()
        else:
            self.page.show()
            self.page.show_page(scene, told, moving=moving)

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

    def _on_screen_removed(self, gone: QScreen) -> None:
        """Its monitor was unplugged: it comes back as a window on what is left."""
        if self.isVisible() and self.isFullScreen():
            left = [s for s in QGuiApplication.screens() if s is not gone]
            if left:
                self.setScreen(left[0])
            self.setWindowState(Qt.WindowState.WindowNoState)
            self.showNormal()
