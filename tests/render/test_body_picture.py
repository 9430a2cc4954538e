"""Which skin each pixel of a baked view shows, kept as runs: no pixel is lost, cropped or coarse; all are at hand."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication

from atlas import paths
from atlas.content.catalog import FileCatalog
from atlas.content.files import read_bytes
from atlas.domain.choices import FIGURES
from atlas.render.body.baked_views import FACES
from atlas.render.body.body_picture import BodyPicture, read_picture, unpack_faces
from atlas.render.plates import Plates

VIEW = "hand-palm-right"


@pytest.fixture(scope="module")
def pictures(catalog: FileCatalog) -> dict[int, tuple[BodyPicture, np.ndarray]]:
    """At each scale: a view as runs, and which face every pixel of it shows."""
    camera = catalog.views[VIEW].cameras["female"]
    points = catalog.points("female", camera.stance)
    assert points is not None
    out = {}
    for scale, ending in FACES.items():
        packed = read_bytes(paths.BODY / "female" / (VIEW + ending))
        body = read_picture(packed, camera, scale, points, catalog.surface.faces)
        out[int(scale)] = body, unpack_faces(packed, camera.width // scale, camera.height // scale)
    return out


def shown(body: BodyPicture) -> np.ndarray:
    """Which face every pixel shows, as its runs say; -1 beside the body."""
    return np.repeat(np.append(body.face_ids, -1)[body.face], np.diff(body.begins)).reshape(body.shape)


def test_the_runs_of_a_view_show_the_face_of_every_pixel(
    pictures: dict[int, tuple[BodyPicture, np.ndarray]],
) -> None:
    for body, face in pictures.values():
        assert np.array_equal(shown(body), face)
        rows, columns = (np.linspace(0, side - 1, 41).astype(int) for side in body.shape)
        for row in rows.tolist():
            for column in columns.tolist():
                seen = body.face_at(column, row)
                assert (-1 if seen is None else body.face_ids[seen]) == face[row, column]


def test_the_coarse_map_is_every_second_pixel_of_the_fine_one(
    pictures: dict[int, tuple[BodyPicture, np.ndarray]],
) -> None:
    assert np.array_equal(pictures[2][1], pictures[1][1][::2, ::2])


def test_a_part_of_a_view_shows_what_the_view_shows_there(
    pictures: dict[int, tuple[BodyPicture, np.ndarray]],
) -> None:
    body, face = pictures[1]
    for left, top, right, bottom in ((0, 0, body.shape[1], body.shape[0]), (301, 407, 640, 900), (5, 3, 6, 4)):
        part = body.cropped((left, top, right, bottom))
        assert np.array_equal(shown(part), face[top:bottom, left:right])
        assert (np.diff(part.face_ids) > 0).all() and set(np.unique(part.face)) >= set(range(len(part.face_ids)))


def test_brightness_and_outline_are_the_mean_of_four_pixels(plates: Plates) -> None:
    skin = plates._body("female").skin(VIEW, 2)
    fine = plates._body("female").skin(VIEW, 1)
    with Image.open(paths.BODY / "female" / f"{VIEW}.jpg") as picture:
        a = np.asarray(picture.convert("L")).astype(int)
    assert np.array_equal(fine.shade, a)
    assert np.array_equal(skin.shade, (a[::2, ::2] + a[1::2, ::2] + a[::2, 1::2] + a[1::2, 1::2] + 2) // 4)
    outside = fine.outside
    empty = outside[::2, ::2] & outside[1::2, ::2] & outside[::2, 1::2] & outside[1::2, 1::2]
    assert not (empty & ~skin.outside).any() and (empty != skin.outside).mean() < 0.001
    part = fine.cropped((200, 300, 700, 1100))
    assert np.array_equal(part.outside, outside[300:1100, 200:700])


@pytest.mark.parametrize("figure", FIGURES)
def test_when_all_views_of_a_figure_have_been_warmed_up_none_is_read_again(
    catalog: FileCatalog, qapp: QGuiApplication, figure: str
) -> None:
    plates = Plates(catalog, paths.BODY, paths.MUSCLES)
    for _ in plates.warm_steps(figure):
        pass
    held = plates._shelves
    baked = {view.id for view in catalog.views.values() if view.mirrored_from is None}
    for shelf in (held.skins[2], held.bodies[2]):
        assert {view for view in baked if (paths.BODY / figure, view) in shelf} == baked
