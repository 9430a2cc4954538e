"""Reads a clinic's logo: a small picture of a known kind as it looks on paper, or a sentence why not."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps
from PySide6.QtGui import QImage

from atlas.content.files import NoFile, TooLarge, read_bytes
from atlas.domain.problems import Unreadable

_MOST_BYTES = 20_000_000
_MOST_PIXELS = 25_000_000
_KEPT = (1200, 400)  # px: three times what is printed at 150 dots an inch
_KINDS = ("PNG", "JPEG", "WEBP", "BMP", "GIF")
_BEGINNINGS = (b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"BM", b"GIF8")  # of these kinds
_PAPER = 247  # what is as light as this everywhere would not be seen

NO_FILE, NOT_READ = "there is no such file", "it cannot be read"
WRONG_KIND = "it is not a PNG, JPEG, WebP, BMP or GIF picture"
DAMAGED = "the picture is damaged"
HEAVY, LARGE = "it has more than 20 MB", "it has more than 25 million pixels"
UNSEEN = "all of it is white or clear, so nothing of it would be seen on paper"
WHY = (NO_FILE, NOT_READ, WRONG_KIND, DAMAGED, HEAVY, LARGE, UNSEEN)  # for whoever says them in another language


class NoLogo(Exception):
    """The file cannot be used as a logo; the text is a sentence."""

    def __init__(self, path: Path, why: str) -> None:
        """`why` is one of WHY."""
        super().__init__(f"The logo {path} cannot be used: {why}.")
        self.path, self.why = path, why


def read_logo(path: Path) -> QImage:
    """The logo on white, no larger than it is ever printed. Raises NoLogo."""
    try:
        data = read_bytes(path, _MOST_BYTES)
    except NoFile as error:
        raise NoLogo(path, NO_FILE) from error
    except TooLarge as error:
        raise NoLogo(path, HEAVY) from error
    except Unreadable as error:
        raise NoLogo(path, NOT_READ) from error
    if not data.startswith(_BEGINNINGS):
        raise NoLogo(path, WRONG_KIND)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its size is looked at here; the rest is Pillow's about odd files
            with Image.open(io.BytesIO(data), formats=_KINDS) as image:
                if image.width * image.height > _MOST_PIXELS:
                    raise NoLogo(path, LARGE)
                page = _on_white(_with_clear(_upright(image)))
    except NoLogo:
        raise
    except Image.DecompressionBombError as error:
        raise NoLogo(path, LARGE) from error
    except Exception as error:  # Pillow fails on damaged pictures in many ways
        raise NoLogo(path, DAMAGED) from error
    if min(low for low, _ in page.getextrema()) >= _PAPER:  # type: ignore[misc]  # of three bands
        raise NoLogo(path, UNSEEN)
    pixels = page.tobytes("raw", "RGB")
    return QImage(pixels, page.width, page.height, 3 * page.width, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )


def _upright(image: Image.Image) -> Image.Image:
    """As a camera held it, and no larger than needed."""
    turned = ImageOps.exif_transpose(image)
    if turned.mode in ("RGB", "CMYK", "L") and "transparency" not in turned.info:
        turned.thumbnail(_KEPT)
        return _in_srgb(turned)
    return turned


def _in_srgb(image: Image.Image) -> Image.Image:
    """Its colours as its own profile means them, where it carries one; inks for print are far off without it."""
    profile = image.info.get("icc_profile")
    if profile:
        from PIL import ImageCms

        try:
            own, screen = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(image, own, screen, outputMode="RGB") or image
        except (ImageCms.PyCMSError, OSError, ValueError):  # a damaged profile, or one of another kind of picture
            return image
    return image


def _with_clear(image: Image.Image) -> Image.Image:
    """As RGBA. Pillow cuts 16 bits off at 8, and compares the colour that is to be clear with the wrong numbers."""
    clear = image.info.get("transparency")
    if image.mode.startswith("I"):
        values = np.asarray(image).astype(np.int64)
        grey = Image.fromarray((values.clip(0, 65535) // 257).astype(np.uint8)).convert("RGBA")
        if isinstance(clear, int):
            grey.putalpha(Image.fromarray(np.where(values == clear, 0, 255).astype(np.uint8)))
        return grey
    if isinstance(clear, tuple) and max(clear) > 255:
        image.info["transparency"] = tuple(v >> 8 for v in clear)
    return image.convert("RGBA")


def _on_white(image: Image.Image) -> Image.Image:
    image.thumbnail(_KEPT)
    page = Image.new("RGBA", image.size, (255, 255, 255, 255))
    page.alpha_composite(image)
    return page.convert("RGB")
