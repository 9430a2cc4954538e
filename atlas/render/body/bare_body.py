"""The body as nothing but itself: skin in its tone, the bones in it, clothes on it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from atlas.content.catalog import FileCatalog
from atlas.domain.body.camera import Camera
from atlas.domain.body.painting import Floats
from atlas.domain.scene import Scene
from atlas.render import colours
from atlas.render.body.baked_views import DamagedPicture, SkinPicture
from atlas.render.body.body_picture import Scale, Window
from atlas.render.body.bone_pictures import bones_of, lay_bones, read_bones
from atlas.render.body.viewed_skin import ViewedSkin


class BareBody:
    """Draws what a scene is painted on; bones that cannot be read are told and left out."""

    def __init__(self, catalog: FileCatalog, report: Callable[[DamagedPicture], None]) -> None:
        self._catalog, self._report = catalog, report
        self._drapes: dict[str, NDArray[np.float16]] = {}  # by figure

    def draw(
        self,
        skin: SkinPicture,
        scene: Scene,
        baked: str,
        camera: Camera,
        scale: Scale,
        window: Window | None,
        clothed: ViewedSkin | None,
    ) -> QImage:
        """The skin in its tone, premultiplied, with the bones in it; if `clothed` is given, with clothes on it."""
        grey, figure = colours.PAIN_COLOURS[scene.palette].grey_body, scene.figure
        plate = self._skin(skin, scene.tone, grey, figure, clothed)
        if scene.bones != "none":
            path = bones_of(self._catalog.places.bones, figure, baked)
            try:
                bones = read_bones(path, self._catalog.seals.read, camera)
                lay_bones(plate, bones, colours.bone_table(scene.tone, grey, scene.bones), scale, window)
            except DamagedPicture as damage:
                self._report(damage)
        return plate

    def _skin(self, skin: SkinPicture, tone: str, grey: bool, figure: str, clothed: ViewedSkin | None) -> QImage:
        height, width = skin.shape
        plate = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        words = words_of(plate).reshape(height, width)
        np.take(colours.skin_ramp(tone, grey), skin.shade, out=words, mode="clip")
        if clothed is not None:
            from atlas.render.body.cloth import lay_cloth  # not needed until a figure is draped

            lay_cloth(words, skin, clothed, self._drape(figure), colours.cloth_ramp(tone, grey))
        colour, alpha = words.ravel()[skin.rim], skin.rim_cover.astype(np.uint32)
        faded = alpha << 24
        for shift in (16, 8, 0):
            faded |= ((((colour >> shift) & 255) * alpha + 127) // 255) << shift
        words.ravel()[skin.rim] = faded
        words[skin.outside] = 0
        return plate

    def _drape(self, figure: str) -> Floats:
        """(n,) mm inside what a figure wears; made when a figure is first draped."""
        if figure not in self._drapes:
            from atlas.domain.body.drape import drape_depth

            self._drapes[figure] = drape_depth(self._catalog.surface, figure).astype(np.float16)
        return self._drapes[figure].astype(np.float32)


def words_of(image: QImage) -> NDArray[np.uint32]:
    """(h * w,) the premultiplied ARGB words of a picture, to be written to; a row of such a picture has no padding."""
    return np.frombuffer(image.bits(), np.uint32)
