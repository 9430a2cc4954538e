"""A companion of the main panel: a part of another view, which a tap puts in the main one's place."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from atlas.render.captions import caption_text
from atlas.render.composed import PlacedPanel, draw_panel
from atlas.render.fonts import font
from atlas.render.renderer import Renderer
from atlas.ui.language.translate import translate

_CROSS = 5.0  # px, half the size of a trigger point's cross
_EDGE = 3  # px around the panel for the sign of focus
_PALE = 0.45  # how much is seen of one that has nothing to tell at the moment


class Companion(QAbstractButton):
    """Stays empty until it may draw, so that the main panel comes first."""

    def __init__(self, number: int, pictures: Renderer, points: float, parent: QWidget) -> None:
        """`number` of the panel in its plate; letters of `points`."""
        super().__init__(parent)
        self.number = number
        self._pictures, self._points = pictures, points
        self._panel: PlacedPanel | None = None
        self._drawn, self._fine = False, False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # or the main panel would be painted below it

    def show_panel(self, panel: PlacedPanel) -> None:
        """Its place, px of the parent, and what it shows."""
        if panel != self._panel:
            self._panel, self._drawn, self._fine = panel, False, False
            said = caption_text(panel.panel.caption)
            self.setAccessibleName(translate("Plate", "Show larger: {}").format(said))
            self.setToolTip(self.accessibleName())
            self.setGeometry(panel.picture.united(panel.caption).toAlignedRect().adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE))
            self.update()

    @property
    def is_drawn(self) -> bool:
        return self._drawn

    def draw(self, *, fine: bool) -> None:
        """From now on it shows its picture."""
        if not self._drawn or self._fine != fine:
            self._drawn, self._fine = True, fine
            self.update()

    def sizeHint(self) -> QSize:
        return self.size()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
            if self._panel is None or not self._drawn:
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(font(self._points))
            painter.save()
            if not self._panel.scene.paint:
                painter.setOpacity(_PALE)
            away = -QPointF(self.pos())
            here = replace(
                self._panel,
                picture=self._panel.picture.translated(away),
                caption=self._panel.caption.translated(away),
            )
            draw_panel(
                painter,
                self._pictures,
                here,
                mark_px=_CROSS,
                sharpness=self.devicePixelRatioF(),
                fine=self._fine,
            )
            painter.restore()
            if self.hasFocus() or self.underMouse():
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), 2))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
