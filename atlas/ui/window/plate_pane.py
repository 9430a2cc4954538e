"""The middle pane: the plate and its views, a slot above and below for what a surface brings, and a few buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from atlas.domain.catalog import Catalog
from atlas.render.renderer import Renderer
from atlas.ui.kit.icon_button import IconButton
from atlas.ui.kit.keyboard_focus import follow
from atlas.ui.language.translate import translate
from atlas.ui.plate.plate_view import PlateView
from atlas.ui.plate.view_strip import ViewStrip
from atlas.ui.window.drawer_buttons import DrawerButtons

_ZOOM_STEP = 1.4


class PlatePane(QWidget):
    """Lays out the parts; what each of them says is connected by the app."""

    look_wanted = Signal()

    def __init__(self, pictures: Renderer, catalog: Catalog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("platePane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.plate = PlateView(pictures, catalog)
        self.views = ViewStrip()
        self.closer = IconButton("plus", translate("Plate", "Closer"))
        self.farther = IconButton("minus", translate("Plate", "Farther"))
        self.whole = IconButton("fit", translate("Plate", "Whole picture"))
        self.look = IconButton("look", translate("Plate", "Figure, skin and colours"), " " + translate("Plate", "View"))
        self.drawer = DrawerButtons(translate("Plate", "List of muscles"), "", upright=True)
        top = QHBoxLayout()
        top.setContentsMargins(8, 6, 8, 0)
        top.addWidget(self.drawer, 0, Qt.AlignmentFlag.AlignTop)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(12, 4, 12, 8)
        bottom.setSpacing(8)
        bottom.addStretch(0)
        for button in (self.farther, self.closer, self.whole):
            bottom.addWidget(button)
        bottom.addSpacing(8)
        bottom.addWidget(self.look)
        self._top, self._bottom = top, bottom
        self._shown: tuple[QWidget, ...] = ()  # above and below
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.plate, 1)
        strip = QHBoxLayout()
        strip.setContentsMargins(10, 4, 10, 0)
        strip.addWidget(self.views)
        column.addLayout(strip)
        column.addLayout(bottom)
        self.closer.clicked.connect(self.zoom_in)
        self.farther.clicked.connect(self.zoom_out)
        self.whole.clicked.connect(self.plate.fit)
        self.look.clicked.connect(self.look_wanted)

    def fill(self, above: QWidget | None, below: QWidget | None) -> None:
        """Shows a surface's tools above the plate and below it, in place of those before."""
        shown = tuple(w for w in (above, below) if w is not None)
        for widget in self._shown:
            if widget not in shown:
                widget.hide()
        self._shown = shown
        if above is not None and self._top.indexOf(above) < 0:
            self._top.addWidget(above, 1)
            follow(self.drawer.new_patient, above)
        if below is not None and self._bottom.indexOf(below) < 0:
            self._bottom.insertWidget(0, below)
            follow(self.views, below)
        for widget in shown:
            widget.show()

    def zoom_in(self) -> None:
        self.plate.zoom(_ZOOM_STEP)

    def zoom_out(self) -> None:
        self.plate.zoom(1 / _ZOOM_STEP)
