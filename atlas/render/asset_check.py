"""Opens every asset: says which is missing, cut, empty, of the wrong kind or size, or old, and what mends it."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
from PIL import Image

from atlas.content.baked.arrays import DamagedArrays, read_arrays
from atlas.content.baked.body import STAND_IN, DamagedBody
from atlas.content.baked.bone_points import read_bone_points
from atlas.content.baked.cameras import MOST_PIXELS, read_cameras
from atlas.content.baked.extents import DamagedExtents, read_extents
from atlas.content.catalog import FileCatalog
from atlas.content.checks.made_from import MadeFrom, check_ages, digest, recorded
from atlas.content.files import read_bytes
from atlas.content.problems import shown
from atlas.domain.body.camera import Camera
from atlas.domain.choices import FIGURES
from atlas.domain.problems import FileProblem, Unreadable
from atlas.paths import Places
from atlas.render.body.body_picture import unpack_faces
from atlas.render.body.bone_pictures import BONE_STEP, bones_of

THUMBNAIL_PX = 128
_FONTS = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")
_SFNT = struct.Struct(">IHHHH")
_TABLE = struct.Struct(">4sIII")

CheckLook = Callable[[Path], str | None]
"""Opens a file; returns what is wrong with it, as the end of a sentence that begins with "It"."""


def check_assets(catalog: FileCatalog) -> list[FileProblem]:
    """One problem an asset. Of files that are as they were made it is enough to know that; others are opened."""
    places, record = catalog.places, recorded(catalog.places)
    bare = list(_unpainted(catalog, record))
    looks = {**_of_body(catalog), **_of_bones(catalog), **_of_muscles(catalog, record)}
    for name in record.files:
        looks.setdefault(places.assets / name, _picture if name.endswith(".png") else _some)
    looks = {path: look for path, look in looks.items() if path.parent not in bare}
    strange = list(_strangers(catalog, record))
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(partial(_wrong_with, places, record), looks.items()))
    problems = [p for p in found if p is not None]
    problems += [
        _problem(places, f, "It was not made by `art` with the others, so it is out of place") for f in strange
    ]
    problems += [_problem(places, f, "There is no picture of the muscle on this figure") for f in bare]
    problems += [*_fonts(places), *_interfaces(places)]
    broken = {p.file for p in problems}
    return problems + [p for p in check_ages(catalog) if p.file not in broken]


def _wrong_with(places: Places, record: MadeFrom, asked: tuple[Path, CheckLook]) -> FileProblem | None:
    path, look = asked
    try:
        made = record.files.get(path.relative_to(places.assets).as_posix())
        if made is not None and path.is_file() and digest(path) == made:
            return None
        said = look(path) if path.is_file() else "It is missing"
        if said is None and made is not None:
            said = "It is not as it was made: damaged, or changed by hand"
    except (OSError, Unreadable) as error:
        said = str(error).removesuffix(".")
    return _problem(places, path, said) if said else None


def _problem(places: Places, path: Path, said: str) -> FileProblem:
    return FileProblem(file=shown(path), sentence=f"{said}: {_mend(path.relative_to(places.assets).parts)}.")


def _mend(parts: tuple[str, ...]) -> str:
    """What makes a file of the assets anew."""
    match parts:
        case ("body", "bone-points.json"):
            return "run `python -m art points`"
        case ("body", "patterns.npz"):
            return "run `python -m art patterns`"
        case ("body", "extents-female.npz" | "extents-male.npz"):
            return "run `python -m art extents`"
        case ("body", *_):
            return "run `python -m art body`"
        case ("bones", *_):
            return "run `python -m art bones`"
        case ("muscles", muscle, "thumb.png"):
            return f"run `python -m art thumbnails {muscle}`"
        case ("muscles", muscle, *_):
            return f"run `python -m art muscles {muscle}`"
        case _:
            return "install the atlas again, or run `git checkout -- " + "/".join(("assets", *parts)) + "`"


# -- what each file should be ------------------------------------------------


def _of_body(catalog: FileCatalog) -> dict[Path, CheckLook]:
    places = catalog.places
    body = places.surface.parent
    looks: dict[Path, CheckLook] = {places.surface: _arrays, places.patterns: _arrays, places.bone_points: _bone_points}
    points = len(catalog.surface.points) if catalog.surface.version != STAND_IN else None
    views = [v.id for v in catalog.views.values() if v.mirrored_from is None]
    stances = set()
    for figure in FIGURES:
        cameras = read_cameras(places.cameras(figure))[0]
        stances |= {f"{c.stance}-{figure}" for c in cameras.values() if c.stance != "standing"}
        looks[places.extents(figure)] = _extents
        looks[places.cameras(figure)] = partial(_knows, views=tuple(views))
        looks[places.visibility(figure)] = partial(_holds, names=frozenset(views), shape=(points,))
        for view in cameras.keys() & set(views):
            size = cameras[view].width, cameras[view].height
            for kind, mode in ((".jpg", "L"), (".png", "L")):
                looks[body / figure / f"{view}{kind}"] = partial(_picture, size=size, mode=mode)
            faces = len(catalog.surface.faces) if points else None
            looks[body / figure / f"{view}.faces"] = partial(_faces, size=size, count=faces)
            half = size[0] // 2, size[1] // 2
            looks[body / figure / f"{view}.half"] = partial(_faces, size=half, count=faces)
    looks[body / "stances.npz"] = partial(_holds, names=frozenset(stances), shape=(points, 3))
    return looks


def _of_bones(catalog: FileCatalog) -> dict[Path, CheckLook]:
    looks: dict[Path, CheckLook] = {}
    views = [v.id for v in catalog.views.values() if v.mirrored_from is None]
    for figure in FIGURES:
        cameras = read_cameras(catalog.places.cameras(figure))[0]
        for view in cameras.keys() & set(views):
            look = partial(_cropped, camera=cameras[view], step=BONE_STEP)
            looks[bones_of(catalog.places.bones, figure, view)] = look
    return looks


def _bone_points(path: Path) -> str | None:
    try:
        read_bone_points(path)
    except DamagedBody as error:
        return str(error).removesuffix(".")
    return None


def _of_muscles(catalog: FileCatalog, record: MadeFrom) -> dict[Path, CheckLook]:
    looks: dict[Path, CheckLook] = {catalog.places.assets / "CREDITS.md": _some}
    cameras = {figure: read_cameras(catalog.places.cameras(figure))[0] for figure in FIGURES}
    for muscle in _expected(catalog, record):
        folder = catalog.places.pictures(muscle)
        looks[folder / "thumb.png"] = partial(_picture, size=(THUMBNAIL_PX, THUMBNAIL_PX), mode="P")
        for figure in FIGURES:
            for path in (folder / figure).glob("*.png"):
                camera = cameras[figure].get(path.stem.removesuffix(".left"))
                if not record.files or path.relative_to(catalog.places.assets).as_posix() in record.files:
                    looks[path] = partial(_cropped, camera=camera)
    return looks


def _expected(catalog: FileCatalog, record: MadeFrom) -> list[str]:
    """The muscles that should have pictures; of the others it is said that they were never painted."""
    return [m for m in catalog.muscles if m in record.muscles or not record.files]


def _unpainted(catalog: FileCatalog, record: MadeFrom) -> Iterator[Path]:
    """Folders of a muscle's pictures of a figure in which there are none."""
    for muscle in _expected(catalog, record):
        for figure in FIGURES:
            folder = catalog.places.pictures(muscle) / figure
            if not any(folder.glob("*.png")):
                yield folder


def _strangers(catalog: FileCatalog, record: MadeFrom) -> Iterator[Path]:
    """Files among the assets that nobody recorded."""
    if not record.files:
        return
    assets, bare = catalog.places.assets, set(catalog.muscles) - record.muscles.keys()
    for part in ("body", "bones", "muscles"):
        for path in sorted((assets / part).rglob("*")):
            name = path.relative_to(assets)
            if path.is_file() and name.as_posix() not in record.files and name.parts[1] not in bare:
                yield path


# -- looks -------------------------------------------------------------------


def _some(path: Path) -> str | None:
    return None if path.stat().st_size else "It is empty"


def _arrays(path: Path) -> str | None:
    try:
        read_arrays(path)
    except DamagedArrays:
        return "It holds no arrays, or is cut or damaged"
    return None


def _extents(path: Path) -> str | None:
    try:
        read_extents(path)
    except DamagedExtents as error:
        return str(error).removesuffix(".")
    return None


def _holds(path: Path, names: frozenset[str], shape: tuple[int | None, ...]) -> str | None:
    """Arrays of these names, one row a vertex."""
    try:
        held = read_arrays(path)
    except DamagedArrays:
        return "It holds no arrays, or is cut or damaged"
    if lacking := sorted(names - held.keys()):
        return f"It lacks {', '.join(lacking)}"
    unfit = [k for k in sorted(names) if (None not in shape and held[k].shape != shape) or not _finite(held[k])]
    return f"It does not fit the body ({', '.join(unfit)})" if unfit else None


def _finite(array: np.ndarray[Any, Any]) -> bool:
    return array.dtype.kind in "uif" and bool(np.isfinite(array).all())


def _knows(path: Path, views: tuple[str, ...]) -> str | None:
    cameras, wrong = read_cameras(path)
    if wrong:
        return wrong[0].removesuffix(".")
    lacking = [v for v in views if v not in cameras]
    return f"There is no camera of {', '.join(lacking)}" if lacking else None


def _picture(path: Path, size: tuple[int, int] | None = None, mode: str | None = None) -> str | None:
    """A whole picture of a size and a kind; PNG's own checks and a whole decoding find what is cut or damaged."""
    if not path.stat().st_size:
        return "It is empty"
    try:
        with Image.open(path, formats=("JPEG", "PNG")) as image:
            if image.width * image.height > MOST_PIXELS:
                return "It is too large"
            if size is not None and image.size != size:
                return f"It is {image.width} x {image.height} pixels large, not {size[0]} x {size[1]}"
            if mode is not None and image.mode != mode:
                return "It is a picture of another kind"
            image.load()
    except Exception:  # Pillow fails in many ways
        return "It is no picture, or is cut or damaged"
    return None


def _cropped(path: Path, camera: Camera | None, step: int = 1) -> str | None:
    """A muscle or bones as `art` paints them, `step` px of the view to one of theirs, lying inside their view."""
    if said := _picture(path, mode="P"):
        return said
    if camera is None:
        return "It belongs to no view"
    with Image.open(path, formats=("PNG",)) as image:
        image.load()
        corner = str(image.info.get("corner", "")).split()
        if len(corner) != 2 or not all(c.isascii() and c.isdigit() and len(c) < 6 for c in corner):
            return "Its place in the view is missing"
        x, y = map(int, corner)
        inside = (x + image.width) * step <= camera.width and (y + image.height) * step <= camera.height
    return None if inside else "It does not lie inside its view"


def _faces(path: Path, size: tuple[int, int], count: int | None) -> str | None:
    try:
        face = unpack_faces(read_bytes(path), *size)
    except ValueError:
        return "It says no faces of this view, or is cut or damaged"
    if count is not None and face.size and int(face.max()) >= count:
        return "It was made for another body"
    return None


# -- typefaces and languages -------------------------------------------------


def _fonts(places: Places) -> Iterator[FileProblem]:
    folder = places.assets / "fonts"
    for name in (*_FONTS, "OFL.txt"):
        path = folder / name
        try:
            if not path.is_file():
                said = "It is missing"
            else:
                said = (_font(read_bytes(path)) if path.suffix == ".ttf" else _some(path)) or ""
        except (OSError, Unreadable) as error:
            said = str(error).removesuffix(".")
        if said:
            yield _problem(places, path, said)


def _font(data: bytes) -> str | None:
    """A TrueType file whose tables add up to their checksums (OpenType specification, "Calculating checksums")."""
    if not data:
        return "It is empty"
    try:
        kind, count, *_ = _SFNT.unpack_from(data)
        tables = [_TABLE.unpack_from(data, _SFNT.size + k * _TABLE.size) for k in range(count)]
    except struct.error:
        return "It is no typeface, or is cut"
    if kind not in (0x00010000, 0x4F54544F) or not tables:
        return "It is no typeface"
    for tag, wanted, start, length in tables:
        table = data[start : start + length]
        if len(table) != length:
            return "It is cut"
        words = np.frombuffer(table + bytes(-length % 4), ">u4").astype(np.uint64)
        total = int(words.sum())
        if tag == b"head":
            total -= int(words[2])  # the file's own sum stands here and is not counted
        if total % 2**32 != wanted:
            return "It is damaged"
    return None


def _interfaces(places: Places) -> Iterator[FileProblem]:
    """Every language's words of the interface, and what the window reads of them."""
    for folder in sorted((places.data / "languages").glob("*/")):
        said = None
        written, compiled = folder / "interface.ts", folder / "interface.qm"
        try:
            words = list(_translated(read_bytes(written)))
        except Unreadable as error:
            words, said = [], str(error)
        except ElementTree.ParseError as error:
            words, said = [], f"This is no file of translations: {error}."
        if said:
            yield FileProblem(file=shown(written), sentence=said)
            continue
        if lacking := _unfinished(written):
            some = ", ".join(f"`{text}`" for text in lacking[:3]) + (" and more" if len(lacking) > 3 else "")
            said = f"Texts of the interface that are not translated yet: {len(lacking)} ({some})."
            yield FileProblem(file=shown(written), sentence=said, untranslated=folder.name)
        if said := _unlike(compiled, words):
            yield FileProblem(file=shown(compiled), sentence=f"{said}: run `python -m art.languages`.")


CheckWord = tuple[str, str, str, str]
"""Context, English text, its comment, translation."""


def _translated(data: bytes) -> Iterator[CheckWord]:
    """The finished translations of a .ts file."""
    for context in ElementTree.fromstring(data).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") or message.get("numerus"):
                continue
            parts = (message.findtext("source"), message.findtext("comment"), translation.text)
            source, comment, text = (part or "" for part in parts)
            yield context.findtext("name") or "", source, comment, text


def _unfinished(path: Path) -> list[str]:
    """The English texts of a .ts file that have no translation; a numbered or an obsolete one needs none."""
    messages = ElementTree.fromstring(read_bytes(path)).iter("message")
    waiting = (m for m in messages for t in m.iter("translation") if t.get("type") == "unfinished")
    return [m.findtext("source") or "" for m in waiting]


def _unlike(path: Path, words: list[CheckWord]) -> str | None:
    """Where a compiled file does not say what its language's words are."""
    from PySide6.QtCore import QTranslator

    if not path.is_file():
        return "It is missing"
    if not path.stat().st_size:
        return "It is empty"
    translator = QTranslator()
    if not translator.load(str(path)):
        return "It is no compiled translation, or is cut"
    old = [s for context, s, comment, text in words if translator.translate(context, s, comment or None) != text]
    return f"It is damaged, or older than interface.ts ({len(old)} texts differ)" if old else None
