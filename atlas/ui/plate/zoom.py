"""How the picture lies in the plate: fitted, or with a part of it; zoomed about a place, moved, never lost."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF

from atlas.domain.plate.box import Box

MOST_ZOOM = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoom:
    """`zoom` 1 shows the whole picture; `centre` is the place of the picture (0..1 each way) in the field's middle."""

    zoom: float = 1.0
    centre: tuple[float, float] = (0.5, 0.5)

    @staticmethod
    def on_box(box: Box, field: QRectF, size: QSizeF) -> Zoom:
        """Shows a part of a picture of `size` as large as it fits into the field."""
        whole = min(field.width() / size.width(), field.height() / size.height())
        across, down = (box[2] - box[0]) * size.width(), (box[3] - box[1]) * size.height()
        zoom = min(field.width() / across, field.height() / down) / whole
        return Zoom(zoom=zoom, centre=((box[0] + box[2]) / 2, (box[1] + box[3]) / 2))

    def target(self, field: QRectF, size: QSizeF) -> QRectF:
        """Where a picture of `size` is drawn in the field, px of the widget."""
        scale = min(field.width() / size.width(), field.height() / size.height()) * self.zoom
        width, height = size.width() * scale, size.height() * scale
        left = _held(field.left(), field.width(), width, field.center().x() - self.centre[0] * width)
        top = _held(field.top(), field.height(), height, field.center().y() - self.centre[1] * height)
        return QRectF(left, top, width, height)

    def zoomed(self, factor: float, about: QPointF, field: QRectF, size: QSizeF) -> Zoom:
        """Closer by `factor`; what lies under `about` (px of the widget) stays there."""
        old = self.target(field, size)
        zoom = min(max(self.zoom * factor, 1.0), max(MOST_ZOOM, self.zoom))
        if zoom <= 1.0001:
            return Zoom()
        share = zoom / self.zoom
        left, top = about.x() - (about.x() - old.left()) * share, about.y() - (about.y() - old.top()) * share
        return self._placed(zoom, left, top, old.width() * share, old.height() * share, field)

    def moved(self, by: QPointF, field: QRectF, size: QSizeF) -> Zoom:
        """Dragged by a distance in px of the widget."""
        old = self.target(field, size)
        return self._placed(self.zoom, old.left() + by.x(), old.top() + by.y(), old.width(), old.height(), field)

    def _placed(self, zoom: float, left: float, top: float, width: float, height: float, field: QRectF) -> Zoom:
        left = _held(field.left(), field.width(), width, left)
        top = _held(field.top(), field.height(), height, top)
        middle = field.center()
        return replace(self, zoom=zoom, centre=((middle.x() - left) / width, (middle.y() - top) / height))


def _held(start: float, room: float, length: float, wanted: float) -> float:
    """Keeps one edge from coming inside the field; centres what is smaller than the field."""
    if length <= room:
        return start + (room - length) / 2
    return min(max(wanted, start + room - length), start)
