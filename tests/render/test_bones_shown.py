"""Bones through the skin: where they were baked, as strongly as was chosen, on the patient's side; or said to lack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage

from atlas import paths
from atlas.content.baked.cameras import read_cameras
from atlas.content.catalog import FileCatalog
from atlas.domain.choices import FIGURES, PALETTES, TONES, Bones
from atlas.domain.scene import resolve
from atlas.domain.state import AtlasState, Layer, Look, Study
from atlas.paths import Places
from atlas.render.body.bone_pictures import bones_of
from atlas.render.body.muscle_pictures import cropped_picture
from atlas.render.plates import Plates
from tests.shipped import shipped_catalog

BONE, SKIN = (120, 430), (180, 430)  # px of the coarse picture of the sample's egg


def drawn(places: Places, bones: Bones, view: str = "whole-front", fine: bool = False) -> tuple[QImage, list[str]]:
    """The sample's egg, and what was found wrong."""
    catalog = FileCatalog(places)
    plates = Plates(catalog, places.body, places.muscles)
    state = AtlasState(look=Look(bones=bones), study=Study(view=view))
    image = plates.image(resolve(state, catalog), fine)
    return image, [f"{Path(p.file).name}: {p.sentence}" for p in catalog.problems]


def color(image: QImage, at: tuple[int, int]) -> QColor:
    return image.pixelColor(*at)


def test_bones_are_faint_unless_chosen_clear_or_away(sample: Places, qapp: QGuiApplication) -> None:
    assert Look().bones == "faint"
    none, faint, clear = (color(drawn(sample, bones)[0], BONE) for bones in ("none", "faint", "clear"))
    skin = color(drawn(sample, "clear")[0], SKIN)
    assert none == skin
    assert none.blue() < faint.blue() < clear.blue()


def test_a_bone_lies_in_the_same_place_of_the_fine_picture(sample: Places, qapp: QGuiApplication) -> None:
    coarse, fine = (drawn(sample, "clear", fine=fine)[0] for fine in (False, True))
    for x, y in ((101, 401), (138, 458), (98, 430), (142, 430)):
        assert color(coarse, (x, y)) == color(fine, (2 * x, 2 * y))


def test_bones_of_a_left_view_are_those_of_the_right_turned_over(sample: Places, qapp: QGuiApplication) -> None:
    right, left = (drawn(sample, "clear", view)[0] for view in ("whole-right", "whole-left"))
    assert right == left.flipped(Qt.Orientation.Horizontal) and color(right, BONE) != color(left, BONE)


def test_a_panel_shows_the_bones_of_its_part_of_the_view(sample: Places, qapp: QGuiApplication) -> None:
    catalog = FileCatalog(sample)
    plates = Plates(catalog, sample.body, sample.muscles)
    for view, box in (("whole-front", (0.25, 0.4, 0.75, 0.6)), ("whole-left", (0.25, 0.4, 0.75, 0.6))):
        scene = resolve(AtlasState(look=Look(bones="clear"), study=Study(view=view)), catalog)
        whole, part = plates.image(scene, fine=True), plates.panel(scene, box, QSize(300, 368))
        for x, y in ((160, 800), (300, 900), (440, 850)):
            assert part.pixelColor(x - 150, y - 736) == whole.pixelColor(x, y), (view, x, y)


def test_each_strength_is_a_picture_of_its_own(sample: Places, qapp: QGuiApplication) -> None:
    catalog = FileCatalog(sample)
    plates = Plates(catalog, sample.body, sample.muscles)
    scene = resolve(AtlasState(), catalog)
    seen = {color(plates.image(replace(scene, bones=bones)), BONE).name() for bones in ("none", "faint", "clear")}
    assert len(seen) == 3


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def another(path: Path) -> None:
    Image.new("RGB", (40, 60)).save(path)


def placeless(path: Path) -> None:
    bone = Image.new("P", (40, 60), 255)
    bone.putpalette(bytes(768))
    bone.save(path)


@pytest.mark.parametrize("harm", [Path.unlink, cut, another, placeless])
def test_where_bones_lack_it_is_said_and_the_body_is_drawn_without(
    sample: Places, qapp: QGuiApplication, harm: Callable[[Path], None]
) -> None:
    whole = drawn(sample, "none")[0]
    harm(bones_of(sample.bones, "female", "whole-front"))
    image, wrong = drawn(sample, "faint")
    assert image == whole
    assert len(wrong) == 1 and wrong[0].startswith("whole-front.png: ")
    assert drawn(sample, "none") == (whole, [])  # nobody asked for them


def test_bones_that_were_made_for_a_smaller_view_are_not_drawn_beside_it(sample: Places, qapp: QGuiApplication) -> None:
    sample.made_from.unlink()  # so that they are not known to be others than were made
    cameras = sample.cameras("female")
    cameras.write_text(cameras.read_text(encoding="utf-8").replace('"height": 1840', '"height": 840'), encoding="utf-8")
    for view in ("whole-front", "whole-back", "whole-right"):
        for ending in ("jpg", "png"):
            Image.new("L", (600, 840), 200).save(sample.body / "female" / f"{view}.{ending}")
    image, wrong = drawn(sample, "faint")
    assert image == drawn(sample, "none")[0] and "does not lie inside its view" in wrong[0]


# -- the atlas's own -----------------------------------------------------------


def baked() -> list[tuple[str, str]]:
    views = [view for view in shipped_catalog().views.values() if view.mirrored_from is None]
    return [(figure, view.id) for figure in FIGURES for view in views]


@pytest.mark.parametrize(("figure", "view"), baked())
def test_no_bone_stands_out_of_the_skin_nor_beside_what_a_view_shows(figure: str, view: str) -> None:
    path = bones_of(paths.ASSETS / "bones", figure, view)
    image, corner = cropped_picture(path.read_bytes(), path, "")
    assert float(image.text("outside")) < 0.1, "percent of its bone that lies outside the skin, measured when baked"
    camera = read_cameras(paths.BODY / figure / "views.json")[0][view]
    with Image.open(paths.BODY / figure / f"{view}.png") as cover:
        body = np.asarray(cover.resize((camera.width // 2, camera.height // 2)))
    x, y, w, h = corner.x(), corner.y(), image.width(), image.height()
    with Image.open(path) as picture:
        bone = np.asarray(picture) % 8 > 0
    assert bone.sum() > 500
    assert (bone & (body[y : y + h, x : x + w] == 0)).sum() <= 0.001 * bone.sum()


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("tone", TONES)
def test_a_bone_is_seen_on_every_skin_and_is_neither_red_nor_strong(
    tone: str, palette: str, catalog: FileCatalog, plates: Plates
) -> None:
    state = AtlasState(look=Look(tone=tone, palette=palette), study=Study(view="torso-back"))
    scenes = [resolve(replace(state, look=replace(state.look, bones=b)), catalog) for b in ("none", "faint", "clear")]
    bare, faint, clear = (_rgb(plates.image(scene)) for scene in scenes)
    changed = np.abs(clear - bare).sum(axis=2) > 12
    assert changed.sum() > 20_000
    assert 2.0 < np.abs(faint - bare)[changed].mean() < 0.6 * np.abs(clear - bare)[changed].mean()
    redder = (clear - bare)[changed] @ [1.0, -0.5, -0.5]
    assert redder.max() <= 6.0


def test_muscle_and_pain_lie_over_the_bones(catalog: FileCatalog, plates: Plates) -> None:
    state = AtlasState(study=Study(muscle="infraspinatus", view="torso-back", layers=frozenset({Layer.MUSCLE})))
    scene = resolve(state, catalog)
    without, within = (_rgb(plates.image(replace(scene, bones=b))) for b in ("none", "clear"))
    bare = _rgb(plates.image(replace(scene, bones="none", muscles=())))
    changed = np.abs(without - bare).sum(axis=2)
    muscle = changed > 0.6 * changed.max()
    assert muscle.sum() > 1_000
    assert np.abs(within - without)[muscle].mean() < 4.0


def _rgb(image: QImage) -> np.ndarray:
    words = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return np.stack([(words >> shift) & 255 for shift in (16, 8, 0)], axis=-1).astype(float)
