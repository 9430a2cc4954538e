"""Writes each muscle's thumbnail for the list: its best view, cropped to what matters."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage

from atlas import paths
from atlas.content.catalog import FileCatalog
from atlas.domain.body.painting import union
from atlas.domain.scene import resolve
from atlas.domain.state import AtlasState, Study
from atlas.render.plates import Plates

SIDE_PX = 128


class NoThumbnail(Exception):
    """A picture that a thumbnail is made of cannot be read; the message names it."""


def write_thumbnails(folder: Path, catalog: FileCatalog, muscles: Iterable[str]) -> None:
    """<folder>/<id>/thumb.png of each muscle, transparent around the body. Raises NoThumbnail for a damaged picture."""
    plates = Plates(catalog, paths.BODY, paths.MUSCLES)
    for muscle in muscles:
        scene = resolve(AtlasState(study=Study(muscle=muscle)), catalog)
        known = set(catalog.problems)
        picture = plates.image(scene)
        if wrong := [str(p) for p in catalog.problems if p not in known and not p.mended]:
            raise NoThumbnail(" ".join(wrong))
        crop = _frame(catalog, plates, muscle, scene.view.id, picture)
        small = picture.copy(crop).scaled(
            QSize(SIDE_PX, SIDE_PX), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        path = folder / muscle / "thumb.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        _saved(small.convertToFormat(QImage.Format.Format_RGBA8888), path)


def _saved(image: QImage, path: Path) -> None:
    """As a palette PNG with transparency: it lies on any paper, and is small."""
    raw = Image.frombytes("RGBA", (image.width(), image.height()), bytes(image.constBits()))
    raw.quantize(128, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(path, optimize=True)


def _frame(catalog: FileCatalog, plates: Plates, muscle: str, view: str, picture: QImage) -> QRect:
    """A square about the essential pain and the points, with room around, inside the picture."""
    pattern = catalog.pattern(muscle)
    main = union([pattern.painting("essential")])
    vertices = [int(v) for v in main.vertices[main.cover > 0.5][::7]] + [v for _, v in pattern.points]
    spots = [spot for v in vertices if (spot := plates.place_of(view, "female", v)) is not None]
    side = min(picture.width(), picture.height())
    if not spots:
        return QRect((picture.width() - side) // 2, 0, side, side)
    xs, ys = [x / 2 for x, _ in spots], [y / 2 for _, y in spots]
    wanted = 1.35 * max(max(xs) - min(xs), max(ys) - min(ys), 0.45 * side)
    side = int(min(wanted, side))
    left = int(min(max((min(xs) + max(xs) - side) / 2, 0), picture.width() - side))
    top = int(min(max((min(ys) + max(ys) - side) / 2, 0), picture.height() - side))
    return QRect(left, top, side, side)
