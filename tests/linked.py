"""The shipped atlas as links in a folder of one's own, so that single files of it can be damaged."""

from __future__ import annotations

from pathlib import Path

from atlas import paths
from atlas.paths import Places


class LinkedAtlas:
    """Hundreds of files behind a few links; `damage` alone writes there, anything else would reach the shipped file."""

    def __init__(self, root: Path, cache: Path | None = None, muscles: tuple[str, ...] | None = None) -> None:
        """`muscles` are those that have pictures; without a word all of them. No record says how they were made."""
        self._root = root
        self.places = Places(data=root / "data", assets=root / "assets", cache=cache)
        self.places.assets.mkdir(parents=True)
        for whole in (paths.DATA, paths.BODY, paths.ASSETS / "bones", paths.FONTS):
            self._here(whole).symlink_to(whole)
        self.places.muscles.mkdir()
        for folder in paths.MUSCLES.glob("*/"):
            if muscles is None or folder.name in muscles:
                self._here(folder).symlink_to(folder)

    def _here(self, shipped: Path) -> Path:
        return self._root / shipped.relative_to(paths.ROOT)

    def damage(self, path: Path, data: bytes | None = b"") -> None:
        """Other bytes in a file's place, or no file at all."""
        for folder in reversed(path.relative_to(self._root).parents):
            here = self._root / folder
            if here.is_symlink():
                shipped = here.readlink()
                here.unlink()
                here.mkdir()
                for inside in shipped.iterdir():
                    (here / inside.name).symlink_to(inside)
        path.unlink()
        if data is not None:
            path.write_bytes(data)
