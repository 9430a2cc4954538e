"""The picture of before, fading away over what lies beneath."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QWidget


def system_reduces_motion() -> bool:
    """What the system says of motion, as far as this Qt can tell."""
    hints = QApplication.styleHints().accessibility()
    preference = getattr(hints, "motionPreference", None)  # Qt from 6.11 on, and not on every platform
    if callable(preference) and "Reduced" in str(preference()):
        return True
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


_FADE_MS = 320


class CrossFade(QWidget):
    """Lies over its parent, lets every tap through, and is gone when it has faded or is stopped."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._before = QPixmap()
        self._motion = QVariantAnimation(self, duration=_FADE_MS, startValue=1.0, endValue=0.0)
        self._motion.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._motion.valueChanged.connect(self.update)
        self._motion.finished.connect(self.stop)
        self.hide()

    @property
    def is_going_on(self) -> bool:
        return self._motion.state() == QVariantAnimation.State.Running

    def begin(self, before: QPixmap) -> None:
        """Fades from `before`, a picture of the parent."""
        self._motion.stop()
        self._before = before
        self.resize(before.deviceIndependentSize().toSize())
        self.raise_()
        self.show()
        self._motion.start()

    def stop(self) -> None:
        """At once what lies beneath."""
        self._motion.stop()
        self._before = QPixmap()
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(float(self._motion.currentValue()))
        painter.drawPixmap(0, 0, self._before)
