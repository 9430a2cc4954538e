"""Ink lies where it was painted, in every view, and what a brush changes is drawn alone."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from atlas.content.catalog import FileCatalog
from atlas.domain.body.region_painting import regions_painting
from atlas.domain.pain.drawing import LEVELS, Brush, Drawing, blank, painted
from atlas.domain.pain.overlays import OverlayLayer
from atlas.domain.pain.pain_report import Overlay, PainReport
from atlas.domain.scene import resolve
from atlas.domain.state import AtlasState, Study
from atlas.render.body.viewed_skin import ViewedSkin
from atlas.render.pain.ink import INKS, InkedPicture, swatch
from atlas.render.plates import Plates


def skin(plates: Plates, view: str) -> ViewedSkin:
    found = plates.skin(view, "female")
    assert found is not None
    return found


def dab(catalog: FileCatalog, landmark: str, before: Drawing | None = None, brush: Brush | None = None) -> Drawing:
    surface = catalog.surface
    where = surface.points[[surface.landmarks[landmark]]]
    return painted(before or blank(surface), surface, where, brush or Brush(width=60.0))


def inked_at(plates: Plates, picture: InkedPicture, view: str, vertex: int) -> QColor:
    at = plates.place_of(view, "female", vertex)
    assert at is not None
    return picture.image.pixelColor(int(at[0] / picture.skin.scale), int(at[1] / picture.skin.scale))


@pytest.mark.parametrize("view", ["whole-front", "whole-left", "leg-front-right"])
def test_a_drawing_shows_in_every_view_that_sees_its_skin(catalog: FileCatalog, plates: Plates, view: str) -> None:
    if view not in catalog.views:
        pytest.skip("there is no such view")
    surface = catalog.surface
    vertex = surface.landmarks["thigh-front-middle-centre"]
    flat = catalog.visibility("female").of(view)
    if flat[vertex] < 0.1:
        vertex = int(surface.twin[vertex])
    line = surface.points[[vertex]]
    drawing = painted(blank(surface), surface, line, Brush(width=60.0, level="strong"))
    picture = InkedPicture(skin(plates, view), "classic")
    picture.draw(drawing)
    assert inked_at(plates, picture, view, vertex).alpha() > 100


def test_its_twin_stays_bare(catalog: FileCatalog, plates: Plates) -> None:
    picture = InkedPicture(skin(plates, "whole-front"), "classic")
    picture.draw(dab(catalog, "thigh-front-middle-centre"))
    twin = int(catalog.surface.twin[catalog.surface.landmarks["thigh-front-middle-centre"]])
    assert inked_at(plates, picture, "whole-front", twin).alpha() == 0


def test_drawing_the_change_alone_gives_the_same_picture(catalog: FileCatalog, plates: Plates) -> None:
    first = dab(catalog, "thigh-front-upper-centre")
    second = dab(catalog, "thigh-front-middle-centre", first, Brush(width=80.0, level="mild", deep=True))
    third = dab(catalog, "thigh-front-upper-centre", second, Brush(width=20.0, eraser=True))
    stepwise, at_once = (
        InkedPicture(skin(plates, "whole-front"), "classic"),
        InkedPicture(skin(plates, "whole-front"), "classic"),
    )
    stepwise.draw(first)
    part = stepwise.draw(second, first)
    stepwise.draw(third, second)
    at_once.draw(third)
    assert stepwise.image == at_once.image
    assert 0 < part.width() < at_once.image.width() // 2


def test_the_three_strengths_differ_in_darkness(catalog: FileCatalog, plates: Plates) -> None:
    shades = []
    for level in LEVELS:
        picture = InkedPicture(skin(plates, "whole-front"), "classic")
        picture.draw(dab(catalog, "thigh-front-middle-centre", brush=Brush(width=80.0, level=level)))
        words = np.frombuffer(picture.image.constBits(), np.uint8)[3::4]
        shades.append(float(words[words > 0].mean()))
    assert shades == sorted(shades)
    assert shades[2] > 1.3 * shades[1] > 1.5 * shades[0]


def test_the_drawing_is_never_of_the_pain_red() -> None:
    for ink in INKS["classic"].drawn:
        red, green, blue = ink.colour
        assert blue > red > green


@pytest.mark.parametrize("palette", INKS)
def test_patterns_laid_over_differ_in_hue_and_in_texture(palette: str) -> None:
    over = INKS[palette].laid_over
    assert len({ink.texture for ink in over}) == len({ink.colour for ink in over}) == 4
    grey = {
        np.asarray(swatch(i, 40).convertToFormat(swatch(i, 40).Format.Format_Grayscale8).constBits()).tobytes()
        for i in over
    }
    assert len(grey) == 4


def test_in_black_and_white_no_ink_has_a_hue(catalog: FileCatalog, plates: Plates) -> None:
    picture = InkedPicture(skin(plates, "whole-front"), "print")
    picture.draw(dab(catalog, "thigh-front-middle-centre"))
    blue, green, red = (np.frombuffer(picture.image.constBits(), np.uint8)[k::4] for k in range(3))
    assert red.any() and (red == green).all() and (green == blue).all()


def test_a_scene_shows_drawing_and_patterns_laid_over_it(catalog: FileCatalog, plates: Plates) -> None:
    drawing = dab(catalog, "infraspinous-centre")
    laid = PainReport(drawing=drawing, overlays=(Overlay(muscle="infraspinatus", side="left"),))
    state = AtlasState(study=Study(view="torso-back"), mode="pain", report=laid)
    bare = plates.image(resolve(AtlasState(study=Study(view="torso-back"), mode="pain"), catalog))
    shown = plates.image(resolve(state, catalog))
    surface = catalog.surface
    drawn = surface.vertex("infraspinous-centre")
    left = surface.mirrored(catalog.pattern("infraspinatus").painting("essential"))
    seen = left.strength * catalog.visibility("female").of("torso-back")[left.vertices]
    felt = int(left.vertices[seen.argmax()])
    for vertex, changed in ((drawn, True), (felt, True), (int(surface.twin[felt]), False)):
        at = plates.place_of("torso-back", "female", vertex)
        assert at is not None
        x, y = int(at[0] / 2), int(at[1] / 2)
        assert (shown.pixel(x, y) != bare.pixel(x, y)) == changed


def test_the_skin_under_a_pixel_is_where_the_vertex_is(catalog: FileCatalog, plates: Plates) -> None:
    surface = catalog.surface
    for view, landmark, opposite in (
        ("torso-back", "infraspinous-centre", True),
        ("hand-back-left", "mcp3-dorsal", True),
    ):
        if view not in catalog.views:
            continue
        vertex = surface.vertex(landmark, opposite)
        at = plates.place_of(view, "female", vertex)
        assert at is not None
        found = skin(plates, view).position(*at)
        assert found is not None
        assert float(np.linalg.norm(found - surface.points[vertex])) < 6.0
    assert skin(plates, "whole-front").position(1.0, 1.0) is None


def test_a_field_that_cannot_be_seen_leaves_the_picture_clear(catalog: FileCatalog, plates: Plates) -> None:
    picture = InkedPicture(skin(plates, "whole-front"), "classic")
    painting = regions_painting(catalog.surface, ["sacrum"], "right")
    picture.lay(OverlayLayer(inking="essential", place=0, painting=painting))
    assert not np.frombuffer(picture.image.constBits(), np.uint32).any()
