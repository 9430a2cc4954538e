"""What the baked assets were made from, and what each file held then: how `atlas check` sees what is old or damaged."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from atlas.content.baked.patterns import pattern_key, where_named
from atlas.content.cache import to_plain
from atlas.content.catalog import FileCatalog
from atlas.content.files import read_bytes, read_json
from atlas.content.point_syntax import NotAPoint, parse_point
from atlas.content.reading.yaml_reader import read
from atlas.content.saving import save_whole
from atlas.content.seals import digest_of
from atlas.domain.body.inner import names_of
from atlas.domain.problems import Unreadable
from atlas.paths import Places

# Raise one when its way of making changes what is made.
_DIVIDED = 1  # regions (art/regions.py)
_BAKED = 2  # pictures of the body (art/views.py, art/light.py, art/bone_relief.py)
_BONED = 1  # bones (art/skeleton.py and what it fits with, art/bones.py)
_PAINTED = 4  # muscles (art/muscles.py)
_SHRUNK = 2  # thumbnails (art/thumbnails.py, and how a plate is drawn)

_BROWS = ("brow-inner", "brow-middle", "brow-outer")  # darkened in the pictures of the body
_CAMERA = ("id", "yaw", "pitch", "frames", "shows", "long_side", "stance")


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFrom:
    """Keys by id of what each product was made from, and the digest of each file by its path under `assets`."""

    regions: Mapping[str, str]
    views: Mapping[str, str]
    muscles: Mapping[str, str]
    thumbnails: Mapping[str, str]
    bones: Mapping[str, str]  # by baked view
    skeleton: Mapping[str, str]  # by landmark that the bones are fitted to, its vertex
    files: Mapping[str, str]

    @staticmethod
    def nothing() -> MadeFrom:
        return MadeFrom(regions={}, views={}, muscles={}, thumbnails={}, bones={}, skeleton={}, files={})


class NoRecord(Exception):
    """There is no record of what the assets were made from, or it is damaged; the message is a sentence."""


def read_record(path: Path) -> MadeFrom:
    """Raises NoRecord."""
    try:
        held = read_json(path)
    except Unreadable as error:
        raise NoRecord(f"The record of what the assets were made from cannot be read: {error.why}.") from error
    # An older record says nothing of what was not made then; one that knows no files is none.
    parts = (
        {f.name: held.get(f.name, {}) for f in fields(MadeFrom)}
        if isinstance(held, dict) and held.get("files")
        else {"": None}
    )
    for part in parts.values():
        if not isinstance(part, dict) or not all(isinstance(v, str) for v in part.values()):
            raise NoRecord("This is no record of what the assets were made from, or it is damaged.")
    return MadeFrom(**parts)


def write_record(path: Path, record: MadeFrom) -> None:
    """One line a thing, so that two people's changes lie apart; regions in the order they are numbered in."""
    out: dict[str, Mapping[str, str]] = {f.name: getattr(record, f.name) for f in fields(MadeFrom)}
    out |= {name: dict(sorted(part.items())) for name, part in out.items() if name != "regions"}
    save_whole(path, (json.dumps(out, indent=1) + "\n").encode())


def digest(path: Path) -> str:
    """Stands for the contents of a file. Raises Unreadable."""
    return digest_of(read_bytes(path))


def digests(assets: Path, files: Iterable[Path]) -> dict[str, str]:
    """Of files below `assets`, by their path there."""
    return {file.relative_to(assets).as_posix(): digest(file) for file in files}


# -- keys --------------------------------------------------------------------


def _key(*said: Any) -> str:
    return hashlib.blake2b(json.dumps(said).encode(), digest_size=10).hexdigest()


def written_rows(path: Path) -> list[dict[str, Any]]:
    """The entries of a data file as they are written; none where it cannot be read."""
    value = read(path).value
    return [v for v in value if isinstance(v, dict) and isinstance(v.get("id"), str)] if isinstance(value, list) else []


def region_keys(catalog: FileCatalog) -> dict[str, str]:
    """By region, in the order of the file: with its seeds and the landmarks they lie on."""
    out = {}
    for region in written_rows(catalog.places.regions):
        seeds = region.get("seeds", [])
        lie = _vertices(catalog, _points_of(seeds))
        if lie is not None:
            out[region["id"]] = _key(_DIVIDED, seeds, lie)
    return out


def _points_of(seeds: Any) -> Iterator[str]:
    for seed in seeds if isinstance(seeds, list) else ():
        through = seed.get("through", []) if isinstance(seed, dict) else []
        for text in through if isinstance(through, list) else ():
            try:
                yield from (name for _, name in names_of(parse_point(str(text))))
            except NotAPoint:
                continue


def _vertices(catalog: FileCatalog, landmarks: Iterable[str]) -> list[tuple[str, int]] | None:
    """Where landmarks lie; None if one is not there, which is said elsewhere."""
    on_body, names = catalog.surface.landmarks, sorted(set(landmarks))
    return [(name, on_body[name]) for name in names] if all(n in on_body for n in names) else None


def _cameras(catalog: FileCatalog) -> list[list[Any]]:
    return [[view.get(k) for k in _CAMERA] for view in written_rows(catalog.places.views)]


def view_keys(catalog: FileCatalog) -> dict[str, str]:
    """By baked view: with its camera, the body and the landmarks of the eyebrows."""
    brows = [catalog.surface.landmarks.get(name) for name in _BROWS]
    return {camera[0]: _key(_BAKED, camera, catalog.surface.version, brows) for camera in _cameras(catalog)}


def bone_keys(catalog: FileCatalog, record: MadeFrom) -> dict[str, str]:
    """By baked view: with its camera and the body."""
    body = catalog.surface.version, record.files.get("body/stances.npz")
    return {camera[0]: _key(_BONED, camera, *body) for camera in _cameras(catalog)}


def muscle_keys(catalog: FileCatalog, record: MadeFrom, without: Collection[str] = ()) -> dict[str, str]:
    """By muscle: with its fibres on the body, and after a blank with the views that it is painted in.

    `without` some baked views: the keys of a muscle that is painted in all the others.
    """
    mirrored = [v.mirrored_from for v in catalog.views.values() if v.mirrored_from and v.mirrored_from not in without]
    views = _key([camera for camera in _cameras(catalog) if camera[0] not in without], mirrored)
    body = catalog.surface.version, record.files.get("body/stances.npz")
    out = {}
    for muscle in catalog.muscles.values():
        used = where_named(catalog.surface, (place for sheet in muscle.fibres for place in sheet.places))
        if all(where is not None for _, where in used):
            out[muscle.id] = f"{_key(_PAINTED, to_plain(muscle.fibres), used, *body)} {views}"
    return out


def thumbnail_keys(catalog: FileCatalog, record: MadeFrom) -> dict[str, str]:
    """By muscle: with its pattern, the main panel of its plate, and the pictures that are shown there."""
    out = {}
    surface = catalog.surface
    for muscle in catalog.muscles.values():
        main = catalog.plate(muscle.id, "female").main
        view = catalog.views[main.view]
        baked = view.mirrored_from or view.id
        shows = [f"body/female/{baked}{kind}" for kind in (".jpg", ".png", ".faces", ".half")]
        shows += [f"bones/female/{baked}.png"]
        shows += [f"muscles/{muscle.id}/female/{baked}{kind}" for kind in (".png", ".left.png")]
        pattern = pattern_key(muscle, surface)
        out[muscle.id] = _key(
            _SHRUNK, pattern, view.id, main.box, muscle.depth, [record.files.get(name) for name in shows]
        )
    return out


# -- what is old -------------------------------------------------------------


def recorded(places: Places) -> MadeFrom:
    """The record, or an empty one where there is none to go on from."""
    try:
        return read_record(places.made_from)
    except NoRecord:
        return MadeFrom.nothing()
