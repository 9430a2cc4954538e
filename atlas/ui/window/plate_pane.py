"""The middle pane: legend, plate, views, and the few buttons below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from atlas.ui.kit.choice import Choice
from atlas.ui.kit.icon_button import IconButton
from atlas.ui.kit.keyboard_focus import follow
from atlas.ui.language.translate import translate
from atlas.ui.plate.layer_chips import LayerChips
from atlas.ui.plate.plate_picture import BodyPictures
from atlas.ui.plate.plate_view import PlateView
from atlas.ui.plate.view_strip import ViewStrip
from atlas.ui.window.drawer_buttons import DrawerButtons

_ZOOM_STEP = 1.4


class PlatePane(QWidget):
    """Lays out the parts; what each of them says is connected by the app."""

    look_wanted = Signal()
    finder_wanted = Signal()
    new_patient_wanted = Signal()

    def __init__(self, pictures: BodyPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("platePane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.layers = LayerChips()
        self.plate = PlateView(pictures)
        self.views = ViewStrip()
        self.sides = Choice(
            translate("Plate", "Side"),
            [
                ("right", translate("Plate", "Right")),
                ("left", translate("Plate", "Left")),
                ("both", translate("Plate", "Both")),
            ],
            wraps=True,
        )
        self.closer = IconButton("plus", translate("Plate", "Closer"))
        self.farther = IconButton("minus", translate("Plate", "Farther"))
        self.whole = IconButton("fit", translate("Plate", "Whole picture"))
        self.look = IconButton("look", translate("Plate", "Figure, skin and colours"), " " + translate("Plate", "View"))
        self.drawer = DrawerButtons(translate("Plate", "List of muscles"), translate("Modes", "Muscles"), upright=True)
        top = QHBoxLayout()
        top.setContentsMargins(8, 6, 8, 0)
        top.addWidget(self.drawer, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.layers, 1)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(12, 4, 12, 8)
        bottom.setSpacing(8)
        bottom.addWidget(self.sides, 1)
        bottom.addStretch(0)
        for button in (self.farther, self.closer, self.whole):
            bottom.addWidget(button)
        bottom.addSpacing(8)
        bottom.addWidget(self.look)
        self._top, self._bottom = top, bottom
        self._tools: tuple[QWidget, ...] = ()  # of another mode, in place of legend and sides
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
        self.drawer.list_wanted.connect(self.finder_wanted)
        self.drawer.new_patient_wanted.connect(self.new_patient_wanted)

    def show_tools(self, above: QWidget | None, below: QWidget | None = None) -> None:
        """Shows a mode's tools in place of the legend above and the sides below; None brings these back."""
        for tool in self._tools:
            tool.hide()
        self._tools = tuple(t for t in (above, below) if t is not None)
        self.layers.setVisible(above is None)
        self.sides.setVisible(below is None)
        if above is not None:
            self._top.addWidget(above, 1)
            follow(self.drawer.new_patient, above)
        if below is not None:
            self._bottom.insertWidget(0, below)
            follow(self.views, below)
        for tool in self._tools:
            tool.show()

    def zoom_in(self) -> None:
        self.plate.zoom(_ZOOM_STEP)

    def zoom_out(self) -> None:
        self.plate.zoom(1 / _ZOOM_STEP)
