"""A clinic's logo prints as it looks, or a sentence says why it cannot be used."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms
from PySide6.QtGui import QImage

from atlas.render.handout.logo import NoLogo, read_logo


def png16(kind: int, values: list[int], clear: bytes = b"") -> bytes:
    """A PNG of one row of 60 px a colour, 16 bits a channel; `kind` as PNG numbers them."""
    bands = {0: 1, 2: 3, 4: 2, 6: 4}[kind]
    row = b"".join(struct.pack(f">{bands}H", *values[k : k + bands]) * 60 for k in range(0, len(values), bands))

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 60 * len(values) // bands, 20, 16, kind, 0, 0, 0)
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", head),
            chunk(b"tRNS", clear) if clear else b"",
            chunk(b"IDAT", zlib.compress((b"\0" + row) * 20)),
            chunk(b"IEND", b""),
        ]
    )


def colours(logo: QImage, count: int) -> list[tuple[int, int, int]]:
    """The colour in the middle of each of so many fields beside each other."""
    at = [logo.pixelColor(logo.width() * (2 * k + 1) // (2 * count), logo.height() // 2) for k in range(count)]
    return [(c.red(), c.green(), c.blue()) for c in at]


def near(found: list[tuple[int, int, int]], wanted: list[tuple[int, int, int]], off: int = 2) -> bool:
    return len(found) == len(wanted) and bool((np.abs(np.array(found) - np.array(wanted)) <= off).all())


GREYS = [(0, 0, 0), (64, 64, 64), (128, 128, 128), (255, 255, 255)]


def test_pictures_of_sixteen_bits_look_as_those_of_eight(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    grey = [0, 0x4040, 0x8080, 0xFFFF]
    path.write_bytes(png16(0, grey))
    assert near(colours(read_logo(path), 4), GREYS)
    path.write_bytes(png16(0, grey, struct.pack(">H", 0x4040)))
    assert near(colours(read_logo(path), 4), [GREYS[0], (255, 255, 255), *GREYS[2:]])
    path.write_bytes(png16(4, [0, 65535, 0x4040, 65535, 0, 0x8080, 0, 0]))
    assert near(colours(read_logo(path), 4), [GREYS[0], GREYS[1], (127, 127, 127), (255, 255, 255)])
    path.write_bytes(png16(2, [0, 0, 0, 0x8080, 0, 0, 0, 0, 65535], struct.pack(">3H", 0x8080, 0, 0)))
    assert near(colours(read_logo(path), 3), [(0, 0, 0), (255, 255, 255), (0, 0, 255)])
    path.write_bytes(png16(6, [65535, 0, 0, 65535, 65535, 0, 0, 0x8080]))
    assert near(colours(read_logo(path), 2), [(255, 0, 0), (255, 127, 127)])


@pytest.mark.parametrize("kind", ["png", "webp", "gif", "bmp", "jpg"])
def test_every_kind_that_can_be_used_looks_as_it_is(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"logo.{kind}"
    picture = Image.new("RGB", (400, 200), (200, 30, 40))
    picture.paste((20, 60, 200), (200, 0, 400, 200))
    picture.save(path, quality=95)
    assert near(colours(read_logo(path), 2), [(200, 30, 40), (20, 60, 200)], 8)


def test_palettes_ones_and_zeros_and_clear_colours_look_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    picture = Image.new("RGB", (400, 200), (200, 30, 40))
    picture.paste((20, 60, 200), (200, 0, 400, 200))
    few = picture.quantize(4)
    few.save(path, transparency=few.getpixel((10, 10)))
    assert near(colours(read_logo(path), 2), [(255, 255, 255), (20, 60, 200)], 4)
    picture.convert("L").point(lambda v: 255 * (v > 75)).convert("1").save(path)
    assert near(colours(read_logo(path), 2), [(255, 255, 255), (0, 0, 0)])
    clear = Image.new("RGBA", (4000, 3000), (0, 0, 0, 0))
    clear.paste((0, 90, 200, 255), (2000, 0, 4000, 3000))
    clear.save(path)
    logo = read_logo(path)
    assert logo.height() <= 400 and near(colours(logo, 2), [(255, 255, 255), (0, 90, 200)])


def test_a_picture_lies_as_the_camera_held_it(tmp_path: Path) -> None:
    path = tmp_path / "logo.jpg"
    picture = Image.new("RGB", (400, 200), (200, 30, 40))
    picture.paste((20, 60, 200), (200, 0, 400, 200))
    turned = Image.Exif()
    turned[0x0112] = 3  # upside down
    picture.save(path, exif=turned, quality=95)
    assert near(colours(read_logo(path), 2), [(20, 60, 200), (200, 30, 40)], 8)


def test_inks_and_profiles_give_the_colours_that_are_meant(tmp_path: Path) -> None:
    path = tmp_path / "logo.jpg"
    inks = Image.new("CMYK", (400, 200), (0, 255, 255, 0))
    inks.paste((255, 0, 0, 0), (200, 0, 400, 200))
    inks.save(path, quality=95)
    red, cyan = colours(read_logo(path), 2)
    assert red[0] > 180 and max(red[1:]) < 90 and cyan[0] < 90 and min(cyan[1:]) > 130
    grey = Image.new("RGB", (400, 200), (128, 128, 128))
    grey.save(path, quality=95, icc_profile=b"no profile at all")
    assert near(colours(read_logo(path), 1), [(128, 128, 128)], 4)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    grey.save(path, quality=95, icc_profile=profile)
    assert near(colours(read_logo(path), 1), [(128, 128, 128)], 4)


def test_what_cannot_be_used_is_said_with_the_reason(tmp_path: Path) -> None:
    kinds = "it is not a PNG, JPEG, WebP, BMP or GIF picture"
    said: dict[str, str] = {}
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "logo.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "empty.png").write_bytes(b"")
    Image.new("RGB", (30, 30), "red").save(tmp_path / "logo.tiff")
    Image.new("RGB", (30, 30), "red").save(tmp_path / "misnamed.png", format="TIFF")
    for name in ("logo.svg", "logo.pdf", "empty.png", "logo.tiff", "misnamed.png"):
        said[name] = kinds
    whole = tmp_path / "cut.png"
    Image.effect_noise((300, 300), 90).save(whole)
    whole.write_bytes(whole.read_bytes()[:-9000])
    said["cut.png"] = "the picture is damaged"
    Image.new("1", (9000, 9000)).save(tmp_path / "large.png")
    Image.new("1", (20000, 20000)).save(tmp_path / "bomb.png")
    said["large.png"] = said["bomb.png"] = "it has more than 25 million pixels"
    (tmp_path / "heavy.png").write_bytes(b"\x89PNG" + bytes(20_000_000))
    said["heavy.png"] = "it has more than 20 MB"
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "folder.png").mkdir()
    said["pipe.png"] = said["folder.png"] = "it cannot be read"
    said["none.png"] = "there is no such file"
    Image.new("RGB", (300, 100), "white").save(tmp_path / "white.png")
    Image.new("RGBA", (300, 100), (255, 255, 255, 128)).save(tmp_path / "clear.png")
    said["white.png"] = said["clear.png"] = "all of it is white or clear, so nothing of it would be seen on paper"
    for name, why in said.items():
        with pytest.raises(NoLogo) as refusal:
            read_logo(tmp_path / name)
        assert str(refusal.value) == f"The logo {tmp_path / name} cannot be used: {why}."
