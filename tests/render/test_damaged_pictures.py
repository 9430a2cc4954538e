"""Damaged pictures of one real view: nothing crashes, nothing is drawn as if it were whole, and the file is named."""

from __future__ import annotations

import io
import json
import shutil
import struct
import time
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, PngImagePlugin
from PySide6.QtGui import QGuiApplication, QImage

from atlas import paths
from atlas.content.catalog import FileCatalog
from atlas.domain.scene import resolve
from atlas.domain.state import AtlasState, Study
from atlas.paths import Places
from atlas.render.body.body_picture import unpack_faces
from atlas.render.plates import Plates

MUSCLE, VIEW = "infraspinatus", "torso-back"


class Copy:
    """One view of one figure and one muscle's pictures, to be damaged."""

    def __init__(self, root: Path, read_before: Path) -> None:
        self.places = Places(assets=root, cache=read_before)
        self.body, self.muscles = root / "body", root / "muscles"
        for name in ("surface.npz", "bone-points.json", "patterns.npz", "visibility-female.npz", "male/views.json"):
            (self.body / name).parent.mkdir(parents=True, exist_ok=True)
            (self.body / name).symlink_to(paths.BODY / name)
        (root / "bones").symlink_to(paths.ASSETS / "bones")
        (self.body / "female").mkdir()
        shutil.copy(paths.BODY / "stances.npz", self.body)
        for ending in ("jpg", "png", "faces", "half"):
            shutil.copy(paths.BODY / "female" / f"{VIEW}.{ending}", self.body / "female")
        shutil.copy(paths.BODY / "female" / "views.json", self.body / "female")
        shutil.copytree(paths.MUSCLES / MUSCLE / "female", self.muscles / MUSCLE / "female")
        self.picture = self.muscles / MUSCLE / "female" / f"{VIEW}.png"

    def of(self, ending: str) -> Path:
        return self.body / "female" / f"{VIEW}.{ending}"

    def drawn(self, fine: bool = False) -> tuple[QImage, list[str]]:
        """The plate, and which files were found wrong."""
        catalog = FileCatalog(self.places)
        plates = Plates(catalog, self.body, self.muscles)
        image = plates.image(resolve(AtlasState(study=Study(muscle=MUSCLE, view=VIEW)), catalog), fine)
        assert plates.place_of(VIEW, "female", catalog.pattern(MUSCLE).points[0][1]) or catalog.problems
        return image, [f"{Path(p.file).name}: {p.sentence}" for p in catalog.problems]


@pytest.fixture
def copied(tmp_path: Path, read_before: Path, qapp: QGuiApplication) -> Copy:
    return Copy(tmp_path, read_before)


def test_the_sound_copy_is_drawn_without_a_word(copied: Copy) -> None:
    image, wrong = copied.drawn()
    assert wrong == [] and image.width() > 200


def _huge_png(side: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def _emptied(data: bytes) -> bytes:
    return b""


def _halved(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _zeros(data: bytes) -> bytes:
    return bytes(len(data))


def _bomb(data: bytes) -> bytes:
    return _huge_png(20_000)


def _gif(data: bytes) -> bytes:
    out = io.BytesIO()
    Image.new("P", (8, 8)).save(out, "GIF")
    return out.getvalue()


@pytest.mark.parametrize("damage", [_emptied, _halved, _zeros, _bomb, _gif])
@pytest.mark.parametrize("ending", ["jpg", "png", "half", "faces"])
def test_a_damaged_picture_of_the_body_is_named_and_drawn_as_nothing(
    copied: Copy, ending: str, damage: Callable[[bytes], bytes]
) -> None:
    path = copied.of(ending)
    path.write_bytes(damage(path.read_bytes()))
    image, wrong = copied.drawn(fine=ending == "faces")
    assert wrong and all(w.startswith(f"{VIEW}.{ending}: ") for w in wrong)
    assert not _painted(image)


def test_a_missing_picture_of_the_body_is_named(copied: Copy) -> None:
    copied.of("jpg").unlink()
    assert copied.drawn()[1] == [f"{VIEW}.jpg: The file cannot be read: No such file or directory."]


def test_a_bomb_of_faces_is_never_unpacked(copied: Copy) -> None:
    copied.of("faces").write_bytes(zlib.compress(bytes(400_000_000)))
    tracemalloc.start()
    began = time.thread_time()
    with pytest.raises(ValueError, match="does not fit"):
        unpack_faces(copied.of("faces").read_bytes(), 800, 1840)
    assert time.thread_time() - began < 0.5
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("damage", [_emptied, _halved, _zeros, _bomb, _gif])
def test_a_damaged_picture_of_a_muscle_is_named(copied: Copy, damage: Callable[[bytes], bytes]) -> None:
    copied.picture.write_bytes(damage(copied.picture.read_bytes()))
    _, wrong = copied.drawn()
    assert len(wrong) == 1 and wrong[0].startswith(f"{VIEW}.png: ")


@pytest.mark.parametrize("corner", ["99999999999 0", "0", "a b", "", "1 2 3", "9" * 5000 + " 1", "nan 0", "1_0 2"])
def test_a_muscle_whose_place_in_the_view_cannot_be_is_named(copied: Copy, corner: str) -> None:
    said = PngImagePlugin.PngInfo()
    said.add_text("corner", corner)
    with Image.open(copied.picture) as picture:
        picture.load()
        picture.save(copied.picture, pnginfo=said)
    image, wrong = copied.drawn()
    assert wrong == [f"{VIEW}.png: The picture does not say where in the view it belongs."]
    assert _painted(image)


def test_a_muscle_without_any_pictures_is_named(copied: Copy) -> None:
    shutil.rmtree(copied.muscles / MUSCLE)
    assert copied.drawn()[1] == ["female: The painted muscle is missing."]


@pytest.mark.parametrize("damage", [_emptied, _halved, _zeros])
def test_damaged_stances_are_named_and_cost_only_the_views_that_need_them(
    copied: Copy, damage: Callable[[bytes], bytes]
) -> None:
    path = copied.body / "stances.npz"
    path.write_bytes(damage(path.read_bytes()))
    assert copied.drawn()[1] == []
    cameras = json.loads((copied.body / "female" / "views.json").read_text(encoding="utf-8"))
    cameras[VIEW]["stance"] = "legs-apart"
    (copied.body / "female" / "views.json").write_text(json.dumps(cameras), encoding="utf-8")
    image, wrong = copied.drawn()
    assert len(wrong) == 1 and wrong[0].startswith("stances.npz: ") and not _painted(image)


def test_stances_of_another_shape_are_named(copied: Copy) -> None:
    np.savez_compressed(copied.body / "stances.npz", **{"legs-apart-female": np.zeros((3, 3), np.float32)})
    cameras = json.loads((copied.body / "female" / "views.json").read_text(encoding="utf-8"))
    cameras[VIEW]["stance"] = "legs-apart"
    (copied.body / "female" / "views.json").write_text(json.dumps(cameras), encoding="utf-8")
    assert "not of the kind and shape" in copied.drawn()[1][0]


def test_a_view_without_a_camera_is_named(copied: Copy) -> None:
    (copied.body / "female" / "views.json").write_text("{}", encoding="utf-8")
    image, wrong = copied.drawn()
    assert wrong == [f"views.json: It does not say how `{VIEW}` was taken."] and not _painted(image)


def _painted(image: QImage) -> bool:
    words = np.frombuffer(image.constBits(), np.uint32)
    return bool((words >> 24).any())
