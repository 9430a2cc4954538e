"""The plate: a scene as a picture, and the way back from a pixel to the skin."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import partial
from math import ceil
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from atlas.content.catalog import FileCatalog
from atlas.domain.body.inner import carried
from atlas.domain.body.painting import Ints
from atlas.domain.choices import Bones
from atlas.domain.pattern import ON_SKIN, Offset
from atlas.domain.plate.box import Box, checked, turned
from atlas.domain.scene import Scene
from atlas.render import colours
from atlas.render.body.baked_views import (
    BakedViews,
    DamagedPicture,
    FigureShape,
    SeenBy,
    Shelves,
    SkinPicture,
)
from atlas.render.body.bare_body import BareBody, words_of
from atlas.render.body.body_picture import Scale, Window
from atlas.render.body.muscle_layers import MuscleLayers, cover_of
from atlas.render.body.muscle_pictures import MuscleArt
from atlas.render.body.viewed_skin import ViewedSkin
from atlas.render.pain.pain_fields import PAINTERS, Ground, paint_ring
from atlas.render.shelf import Shelf

_ROOM_PLATES = 4_000_000  # bytes: two coarse plates, or a fine one
_ROOM_BARES = 3_000_000
_ROOM_PANELS = 5_000_000  # those of one composed plate, drawn coarse and fine
_ROOM_SMALLS = 1_000_000
_ROOM_VIEWED = 1_500_000  # with each a body picture is held too
_SEEN_FROM = 0.03  # a vertex counts as seen in a view when at least this share of its skin is
_BareKey = tuple[str, str, str, bool, Bones, bool]  # baked view, figure, tone, whether grey, bones, draped
_SCALES: dict[bool, Scale] = {True: 1, False: 2}


class Plates:
    """Pictures of the body with what is painted on it; what cannot be read is added to what the catalog found wrong."""

    def __init__(self, catalog: FileCatalog, body: Path, muscles: Path) -> None:
        self._catalog = catalog
        self._folder = body
        self._figures: dict[str, BakedViews] = {}
        self._blank: set[tuple[str, str]] = set()
        self._layers = MuscleLayers(MuscleArt(muscles, catalog.seals), self._report)
        self._bare_body = BareBody(catalog, self._report)
        self._shelves = Shelves()
        self._viewed_skins: Shelf[tuple[str, str, Scale, bool], ViewedSkin] = Shelf(_ROOM_VIEWED, _bytes)
        self._plates: Shelf[tuple[Hashable, bool], QImage] = Shelf(_ROOM_PLATES, QImage.sizeInBytes)
        self._smalls: Shelf[tuple[Hashable, int, int], QImage] = Shelf(_ROOM_SMALLS, QImage.sizeInBytes)
        self._panels: Shelf[tuple[Hashable, Box, int, int, Scale], QImage] = Shelf(_ROOM_PANELS, QImage.sizeInBytes)
        self._bares: Shelf[_BareKey, QImage] = Shelf(_ROOM_BARES, QImage.sizeInBytes)

    # -- pictures ------------------------------------------------------------

    def size(self, view: str, figure: str) -> tuple[int, int]:
        """(width, height) px of the fine picture of a view; a plain page where the view is damaged."""
        try:
            camera = self._body(figure).camera(self._seen_by(view).baked)
        except DamagedPicture as damage:
            self._report(damage)
            return 900, 1400
        return camera.width, camera.height

    def image(self, scene: Scene, fine: bool = False) -> QImage:
        """The scene as a premultiplied picture, transparent outside the body; half as large unless `fine`.

        A damaged picture is found wrong, and what can be drawn is drawn.
        """
        return self._plates.get((_seen_of(scene), fine), partial(self._draw, scene, _SCALES[fine]))

    def small(self, scene: Scene, room: QSize) -> QImage:
        """The same, but fitted into some px; empty where the view has no picture.

        Small pictures have their own place, and never push out the picture on the plate.
        """
        return self._smalls.get((_seen_of(scene), room.width(), room.height()), partial(self._fitted, scene, room))

    def _fitted(self, scene: Scene, room: QSize) -> QImage:
        key = (_seen_of(scene), False)
        picture = self._plates.get(key, QImage) if key in self._plates else self._draw(scene, 2, keep=False)
        if self.is_blank(scene.view.id, scene.figure):
            return QImage()
        return picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)

    def panel(self, scene: Scene, box: Box, room: QSize, fine: bool = False) -> QImage:
        """A part of the scene's view, drawn to fill `room` px; what it holds of the baked pixels, all if `fine`.

        Raises OutsideItsView for a box that is no part of the view, KeyError for a view that is not known.
        """
        checked(box, scene.view.id)
        width, height = self.size(scene.view.id, scene.figure)
        enough = room.width() * 2 <= (box[2] - box[0]) * width and room.height() * 2 <= (box[3] - box[1]) * height
        scale: Scale = 1 if fine and not enough else 2  # half the pixels are enough where no more can be shown
        key = _seen_of(scene), box, room.width(), room.height(), scale
        return self._panels.get(key, partial(self._drawn_panel, scene, box, room, scale))

    def _drawn_panel(self, scene: Scene, box: Box, room: QSize, scale: Scale) -> QImage:
        seen = self._seen_by(scene.view.id)
        width, height = (side // scale for side in self.size(scene.view.id, scene.figure))
        left, top, right, bottom = turned(box) if seen.flipped else box
        window = (
            min(int(left * width), width - 1),
            min(int(top * height), height - 1),
            min(ceil(right * width), width),
            min(ceil(bottom * height), height),
        )
        whole = self._draw(scene, scale, window)
        start = width - window[2] if seen.flipped else window[0]
        part = QRectF(box[0] * width - start, box[1] * height - window[1], 0.0, 0.0)
        part.setSize(QSizeF((box[2] - box[0]) * width, (box[3] - box[1]) * height))
        panel = QImage(room, QImage.Format.Format_ARGB32_Premultiplied)
        panel.fill(Qt.GlobalColor.transparent)
        if room.width() < 0.6 * part.width():  # smooth transformation reads too few pixels for a strong reduction
            factor = room.width() / part.width()
            whole = whole.scaledToWidth(
                max(round(whole.width() * factor), 1), Qt.TransformationMode.SmoothTransformation
            )
            factor = whole.width() / (window[2] - window[0])
            part = QRectF(part.x() * factor, part.y() * factor, part.width() * factor, part.height() * factor)
        with QPainter(panel) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(QPointF(), QSizeF(room)), whole, part)
        return panel

    def is_blank(self, view: str, figure: str) -> bool:
        """Whether a view was found to have no picture; a blank one stands for it."""
        return (view, figure) in self._blank

    def forget(self) -> None:
        """Lets go of the pictures kept at hand, a patient's drawing among them."""
        self._plates.clear()
        self._smalls.clear()
        self._panels.clear()

    def warm_steps(self, figure: str) -> Iterator[None]:
        """Reads the coarse pictures of all views, one a step; for idle moments after the start.

        The widest first, so that a look at each part of the body is soon among them.
        """
        baked = [view for view in self._catalog.views.values() if view.mirrored_from is None]
        for view in sorted(baked, key=lambda v: -v.mm_per_px):
            try:
                self._body(figure).skin(view.id, 2)
                self._body(figure).picture(view.id, 2)
            except DamagedPicture as damage:
                self._report(damage)
            yield

    def _draw(self, scene: Scene, scale: Scale, window: Window | None = None, *, keep: bool = True) -> QImage:
        """A scene, or a part of it; of a flipped view the part is one of the baked picture.

        Not `keep`, what is read for it pushes out nothing that the plate may need.
        """
        seen = self._seen_by(scene.view.id)
        try:
            pictures = self._body(scene.figure)
            skin, viewed = self._skins(
                pictures, seen.baked, scale, window, painted=bool(scene.paint) or scene.draped, keep=keep
            )
            camera, points = pictures.camera(seen.baked), pictures.points_for(seen.baked) if scene.paint else None
        except DamagedPicture as damage:
            self._report(damage)
            self._blank.add((scene.view.id, scene.figure))
            width, height = (side // scale for side in self.size(scene.view.id, scene.figure))
            if window is not None:
                width, height = window[2] - window[0], window[3] - window[1]
            blank = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
            blank.fill(Qt.GlobalColor.transparent)
            return blank
        grey = colours.PAIN_COLOURS[scene.palette].grey_body
        make = partial(
            self._bare_body.draw, skin, scene, seen.baked, camera, scale, window, viewed if scene.draped else None
        )
        if window is None and scale == 2 and keep:  # the last few are kept
            key = seen.baked, scene.figure, scene.tone, grey, scene.bones, scene.draped
            plate = self._bares.get(key, make).copy()
        else:
            plate = make()
        parts = [self._layers.of(layer, scene, seen, scale, camera.width // scale, window) for layer in scene.muscles]
        lines = self._layers.outlines(scene, seen, scale, camera.width // scale, window)
        with QPainter(plate) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
            for image, corner in lines:  # below the muscle itself, which stays whole
                painter.drawImage(corner, image)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            for image, corner, opacity in filter(None, parts):
                painter.setOpacity(opacity)
                painter.drawImage(corner, image)
        if viewed is not None and points is not None:  # they are read whenever there is paint
            ground = Ground(
                skin=viewed,
                shade=skin.shade,
                muscle=cover_of(skin.shape, [(part[0], part[1]) for part in parts if part is not None]),
                camera=camera,
                corner=(0, 0) if window is None else window[:2],
                points=points,
                seen=self._catalog.visibility(scene.figure).of(seen.baked),
                palette=scene.palette,
                tone=scene.tone,
            )
            for field in scene.paint:
                painting = self._catalog.surface.mirrored(field.painting) if seen.flipped else field.painting
                if field.inside:
                    paint_ring(words_of(plate), ground, painting, field.strength)
                else:
                    PAINTERS[field.strength](words_of(plate), ground, painting)
        if seen.flipped:
            plate = plate.flipped(Qt.Orientation.Horizontal)
        if window is None and (scene.drawing is not None or scene.ink):
            self._ink(plate, scene, fine=scale == 1)
        return plate

    def neighbour_at(self, scene: Scene, vertex: int) -> str | None:
        """The outlined muscle at a vertex; of several, the smallest that is seen there."""
        place = self.place_of(scene.view.id, scene.figure, vertex)
        if place is None or not scene.neighbours:
            return None
        from atlas.render.body.outlines import holds

        seen = self._seen_by(scene.view.id)
        width = self.size(scene.view.id, scene.figure)[0] // 2
        x, y = place[0] / 2, place[1] / 2
        if seen.flipped:
            x = width - x
        parts = {layer.muscle: self._layers.of(layer, scene, seen, 2, width, None) for layer in scene.neighbours}
        here = [(p[0].sizeInBytes(), m) for m, p in parts.items() if p is not None and holds(p[0], p[1], x, y)]
        return min(here)[1] if here else None

    def _skins(
        self, pictures: BakedViews, baked: str, scale: Scale, window: Window | None, *, painted: bool, keep: bool
    ) -> tuple[SkinPicture, ViewedSkin | None]:
        """How a view, or a part of it, looks bare, and if `painted` which skin it shows. Raises DamagedPicture."""
        surface, mm_per_px = self._catalog.surface, pictures.camera(baked).mm_per_px
        if window is not None and scale == 1:  # no more of the many pixels than are shown
            skin, body = pictures.part(baked, window)
            return skin, ViewedSkin(surface, body, False, mm_per_px)
        skin = pictures.skin(baked, scale, keep=keep)
        if window is not None:
            skin = skin.cropped(window)
        if not painted:
            return skin, None
        return skin, ViewedSkin(surface, pictures.picture(baked, scale, keep=keep), False, mm_per_px, window)

    def _ink(self, plate: QImage, scene: Scene, fine: bool) -> None:
        from atlas.render.pain.ink import InkedPicture  # not needed until someone says where it hurts

        skin = self.skin(scene.view.id, scene.figure, fine)
        if skin is None:
            return
        laid, drawn = InkedPicture(skin, scene.palette), InkedPicture(skin, scene.palette)
        for layer in scene.ink:
            laid.lay(layer)
        if scene.drawing is not None:
            drawn.draw(scene.drawing)
        with QPainter(plate) as painter:
            for inked in (laid, drawn):
                painter.drawImage(0, 0, inked.image)

    def skin(self, view: str, figure: str, fine: bool = False) -> ViewedSkin | None:
        """The skin as a view shows it, to be inked; None where the picture is damaged."""
        seen = self._seen_by(view)
        try:
            return self._viewed(seen.baked, figure, _SCALES[fine], seen.flipped)
        except DamagedPicture as damage:
            self._report(damage)
            return None

    def _viewed(self, baked: str, figure: str, scale: Scale, flipped: bool) -> ViewedSkin:
        """One of each kind, which keeps what it has found out. Raises DamagedPicture."""
        make = partial(self._made_viewed, baked, figure, scale, flipped)
        return self._viewed_skins.get((baked, figure, scale, flipped), make)

    def _made_viewed(self, baked: str, figure: str, scale: Scale, flipped: bool) -> ViewedSkin:
        body = self._body(figure)
        picture, camera = body.picture(baked, scale), body.camera(baked)
        return ViewedSkin(self._catalog.surface, picture, flipped, camera.mm_per_px)

    # -- pixels and places ---------------------------------------------------

    def vertex_at(self, view: str, figure: str, x: float, y: float) -> int | None:
        """The skin vertex at a px of the fine picture, or None beside the body."""
        skin = self.skin(view, figure)
        return None if skin is None else skin.vertex(x, y)

    def place_of(self, view: str, figure: str, vertex: int, inside: Offset = ON_SKIN) -> tuple[float, float] | None:
        """Where a vertex, or the place `inside` leads to from it, is in a view, px of the fine picture.

        None for a hidden vertex, or out of the frame.
        """
        if self._catalog.visibility(figure).of_vertex(view, vertex) < _SEEN_FROM:
            return None
        try:
            points = self._body(figure).points_for(self._seen_by(view).baked)
        except DamagedPicture as damage:
            self._report(damage)
            return None
        surface = self._catalog.surface
        at = carried(surface, np.array([vertex]), np.array([inside], np.float32), surface.figures[figure], points)
        x, y = (float(share) for share in self._catalog.views[view].places(at, figure)[0])
        width, height = self.size(view, figure)
        return (x * width, y * height) if 0 <= x < 1 and 0 <= y < 1 else None

    # -- reading -------------------------------------------------------------

    def _body(self, figure: str) -> BakedViews:
        if figure not in self._figures:
            views = self._catalog.views.values()
            cameras = {v.id: v.cameras[figure] for v in views if not v.mirrored_from and figure in v.cameras}
            shape = FigureShape(points=partial(self._catalog.points, figure), faces=self._faces)
            read = self._catalog.seals.read
            self._figures[figure] = BakedViews(self._folder / figure, cameras, shape, read, self._shelves)
        return self._figures[figure]

    def _faces(self) -> Ints:
        return self._catalog.surface.faces

    def _seen_by(self, view: str) -> SeenBy:
        return SeenBy.of(self._catalog.views[view])

    def _report(self, damage: DamagedPicture) -> None:
        """A file that was found wrong before is not named again: whoever read it knew better why."""
        found = self._catalog.found_wrong
        if not found.names(damage.path):
            found.of(damage.path, str(damage))


def _bytes(skin: ViewedSkin) -> int:
    return skin.bytes


def _seen_of(scene: Scene) -> Hashable:
    """What of a scene is in its picture."""
    painted = (scene.muscles, scene.neighbours, scene.paint, scene.drawing, scene.ink)
    return scene.view.id, scene.figure, scene.tone, scene.palette, scene.bones, scene.draped, painted
