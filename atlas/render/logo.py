"""Reads a clinic's logo: a small picture of a known kind, or a sentence why not."""

from __future__ import annotations

import warnings
from pathlib import Path

from PIL import Image, ImageOps
from PySide6.QtGui import QImage

_MOST_BYTES = 20_000_000
_MOST_PIXELS = 25_000_000
_KEPT = (1200, 400)  # px: three times what is printed at 150 dots an inch
_KINDS = ("PNG", "JPEG", "WEBP", "BMP", "GIF")


class NoLogo(Exception):
    """The file cannot be used as a logo; the text is a sentence."""


def read_logo(path: Path) -> QImage:
    """The logo on white, no larger than it is ever printed. Raises NoLogo."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise NoLogo(f"The logo {path} has more than {_MOST_BYTES // 1_000_000} MB; use a smaller picture.")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # its size is looked at here
            with Image.open(path, formats=_KINDS) as image:
                if image.width * image.height > _MOST_PIXELS:
                    raise NoLogo(f"The logo {path} has {image.width} by {image.height} px; use a smaller picture.")
                return _on_white(ImageOps.exif_transpose(image).convert("RGBA"))
    except Image.DecompressionBombError as error:
        raise NoLogo(f"The logo {path} is far too large; use a smaller picture.") from error
    except OSError as error:  # Pillow's "not a picture" is one too, without a reason of the system
        why = error.strerror or "it is no picture, or it is damaged"
        raise NoLogo(f"The logo {path} cannot be used: {why}.") from error
    except (SyntaxError, ValueError, EOFError, IndexError) as error:
        raise NoLogo(f"The logo {path} cannot be used: it is damaged.") from error


def _on_white(image: Image.Image) -> QImage:
    image.thumbnail(_KEPT)
    page = Image.new("RGBA", image.size, (255, 255, 255, 255))
    page.alpha_composite(image)
    data = page.tobytes("raw", "RGBA")
    return QImage(data, page.width, page.height, 4 * page.width, QImage.Format.Format_RGBA8888).convertToFormat(
        QImage.Format.Format_RGB32
    )
