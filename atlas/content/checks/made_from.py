"""What the baked assets were made from, and what each file held then: how `atlas check` sees what is old or damaged."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from atlas.content.baked.body import STAND_IN
from atlas.content.baked.extents import DamagedExtents, StoredExtents, made_of, read_extents
from atlas.content.baked.patterns import DamagedPatterns, StoredPatterns, pattern_key, where_named
from atlas.content.cache import to_plain
from atlas.content.catalog import FileCatalog
from atlas.content.checks.locating import Locator
from atlas.content.files import read_bytes, read_json
from atlas.content.point_syntax import NotAPoint, parse_point
from atlas.content.problems import shown
from atlas.content.reading.yaml_reader import read
from atlas.content.saving import save_whole
from atlas.content.seals import digest_of
from atlas.domain.anatomy import Muscle
from atlas.domain.body.inner import names_of
from atlas.domain.choices import FIGURES
from atlas.domain.problems import FileProblem, Unreadable
from atlas.paths import Places

# Raise one when its way of making changes what is made.
_DIVIDED = 1  # regions (art/regions.py)
_BAKED = 2  # pictures of the body (art/views.py, art/light.py, art/bone_relief.py)
_BONED = 1  # bones (art/skeleton.py and what it fits with, art/bones.py)
_PAINTED = 2  # muscles (art/muscles.py)
_SHRUNK = 2  # thumbnails (art/thumbnails.py, and how a plate is drawn)

_BROWS = ("brow-inner", "brow-middle", "brow-outer")  # darkened in the pictures of the body
_CAMERA = ("id", "yaw", "pitch", "frames", "shows", "long_side", "stance")
_ONE_BY_ONE = 8  # more muscles than so many that are old for one cause are said together


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


def _written(path: Path) -> list[dict[str, Any]]:
    value = read(path).value
    return [v for v in value if isinstance(v, dict) and isinstance(v.get("id"), str)] if isinstance(value, list) else []


def region_keys(catalog: FileCatalog) -> dict[str, str]:
    """By region, in the order of the file: with its seeds and the landmarks they lie on."""
    out = {}
    for region in _written(catalog.places.regions):
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
    return [[view.get(k) for k in _CAMERA] for view in _written(catalog.places.views)]


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


def check_ages(catalog: FileCatalog) -> Iterator[FileProblem]:
    """What of the assets is older than the data it was made from, and what makes it new."""
    if catalog.surface.version == STAND_IN:
        return  # nothing can be said without a body, and its lack is said
    try:
        record = read_record(catalog.places.made_from)
    except NoRecord as error:
        yield FileProblem(
            file=shown(catalog.places.made_from),
            sentence=f"{error} Nobody can tell what is old or damaged: run `python -m art all`.",
        )
        return
    misread = {p.file for p in catalog.problems}  # what stands in such a file is not known whole
    if shown(catalog.places.regions) not in misread:
        yield from _old_regions(catalog, record)
    yield from _old_patterns(catalog)
    if misread & {shown(catalog.places.views), shown(catalog.places.landmarks)}:
        return
    yield from _old_views(catalog, record)
    yield from _old_bones(catalog, record)
    painted = muscle_keys(catalog, record)
    yield from _old_muscles(catalog, record, painted)
    yield from _old_extents(catalog, record)
    seen_by = "body/visibility-female.npz", "body/female/views.json", "body/extents-female.npz"
    if not all(_as_made(catalog.places, record, name) for name in seen_by):
        return  # which part of which view a muscle's plate begins with is not known
    new = [m for m in catalog.muscles.values() if record.muscles.get(m.id) == painted.get(m.id)]
    thumbnails = thumbnail_keys(catalog, record)
    yield from _each_or_all(
        catalog,
        [m for m in new if record.thumbnails.get(m.id) != thumbnails[m.id]],
        "The thumbnail is older than the pattern or the pictures it shows",
        "thumbnails",
    )


def _old_extents(catalog: FileCatalog, record: MadeFrom) -> Iterator[FileProblem]:
    """Where it was measured where the muscles lie in the views, and then they were painted anew."""
    for figure in FIGURES:
        path = catalog.places.extents(figure)
        with suppress(Unreadable, DamagedExtents):  # which is said already
            stored = read_extents(path)
            old = [m for m in record.muscles if m in catalog.muscles and not _fits(stored.get(m), record, m, figure)]
            if old:
                names = f"{', '.join(old[:5])}{f' and {len(old) - 5} more' if len(old) > 5 else ''}"
                said = f"Where the muscles lie in the views was measured before they were painted ({names})"
                yield FileProblem(file=shown(path), sentence=f"{said}: run `python -m art extents`.")


def _fits(row: StoredExtents | None, record: MadeFrom, muscle: str, figure: str) -> bool:
    start = f"muscles/{muscle}/{figure}/"
    pictures = sorted(name for name in record.files if name.startswith(start))
    return row is not None and row.made_of == made_of(record.files[name] for name in pictures)


def _as_made(places: Places, record: MadeFrom, name: str) -> bool:
    try:
        return digest(places.assets / name) == record.files.get(name)
    except Unreadable:
        return False


def _old_views(catalog: FileCatalog, record: MadeFrom) -> Iterator[FileProblem]:
    locator = Locator(catalog.places.views)
    old = [view for view, key in view_keys(catalog).items() if record.views.get(view) != key]
    if len(old) > _ONE_BY_ONE:
        said = f"Older than this are the pictures of {len(old)} views, {', '.join(old[:3])} among them"
        yield FileProblem(file=shown(catalog.places.views), sentence=f"{said}: run `python -m art body`.")
        return
    for view in old:
        lead = "Older than this are the" if view in record.views else "There are no"
        said = f"{lead} pictures of the view `{view}`: run `python -m art body --view {view}`."
        yield locator.problem(view, (), said, muscle=False)


def _old_bones(catalog: FileCatalog, record: MadeFrom) -> Iterator[FileProblem]:
    locator = Locator(catalog.places.landmarks)
    on_body = catalog.surface.landmarks
    moved = [name for name, vertex in record.skeleton.items() if str(on_body.get(name)) != vertex]
    for name in moved:
        said = f"The bones were fitted before the landmark `{name}` was moved: run `python -m art body`"
        yield locator.problem(name, (), f"{said} and `python -m art bones`.", muscle=False)
    locator = Locator(catalog.places.views)
    for view, key in bone_keys(catalog, record).items():
        if record.bones.get(view) != key:
            lead = "Older than this or the body are the" if view in record.bones else "There are no"
            yield locator.problem(
                view, (), f"{lead} bones of the view `{view}`: run `python -m art bones {view}`.", muscle=False
            )


def _old_regions(catalog: FileCatalog, record: MadeFrom) -> Iterator[FileProblem]:
    locator, keys = Locator(catalog.places.regions), region_keys(catalog)
    mend = "run `python -m art body`."
    for region, key in keys.items():
        if region not in record.regions:
            yield locator.problem(region, (), f"No skin is given to the region `{region}` yet: {mend}", muscle=False)
        elif record.regions[region] != key:
            said = f"The skin was divided before `{region}` or a landmark of its seeds was changed: {mend}"
            yield locator.problem(region, ("seeds",), said, key=True, muscle=False)
    here = [region["id"] for region in _written(catalog.places.regions)]
    gone = [r for r in record.regions if r not in here]
    if gone:
        said = f"Skin is given to regions that are here no more ({', '.join(gone)}): {mend}"
        yield locator.problem("", (), said, muscle=False)
    elif [r for r in here if r in record.regions] != list(record.regions):
        yield locator.problem("", (), f"The regions stand in another order than on the skin: {mend}", muscle=False)


def _old_patterns(catalog: FileCatalog) -> Iterator[FileProblem]:
    surface = catalog.surface
    with suppress(Unreadable, DamagedPatterns):  # which is said already
        stored = StoredPatterns(catalog.places.patterns, len(surface.points))
        keys = {m.id: pattern_key(m, surface) for m in catalog.muscles.values()}
        old = [m for m in catalog.muscles.values() if stored.find(m, keys[m.id]) is None]
        yield from _each_or_all(catalog, old, "The painted pattern is older than the entry", "patterns", by_id=False)


def _old_muscles(catalog: FileCatalog, record: MadeFrom, painted: Mapping[str, str]) -> Iterator[FileProblem]:
    old = [m for m in catalog.muscles.values() if m.id in painted and record.muscles.get(m.id) != painted[m.id]]
    bare = [m for m in old if m.id not in record.muscles]
    yield from _each_or_all(catalog, bare, "The muscle is not painted", "muscles", then="thumbnails")
    old = [m for m in old if m.id in record.muscles]
    moved = [m for m in old if record.muscles[m.id].split()[0] != painted[m.id].split()[0]]
    said = "The painted muscle is older than its fibres, their landmarks or the body"
    yield from _each_or_all(catalog, moved, said, "muscles", then="thumbnails")
    seen = {Path(name).stem.removesuffix(".left") for name in record.files if name.startswith("muscles/")}
    new = [f"`{v.id}`" for v in catalog.views.values() if v.mirrored_from is None and v.id not in seen]
    said = "The muscle was painted before the views were changed"
    said += f"; there is no picture of it in {', '.join(new)}" if new else ""
    yield from _each_or_all(catalog, [m for m in old if m not in moved], said, "muscles", then="thumbnails")


def _each_or_all(
    catalog: FileCatalog, muscles: list[Muscle], said: str, step: str, by_id: bool = True, then: str | None = None
) -> Iterator[FileProblem]:
    """One problem a muscle, at its fibres; or one for all, where there are many."""
    many = len(muscles) > _ONE_BY_ONE
    for muscle in () if many else muscles:
        steps = [f"`python -m art {s}{f' {muscle.id}' if by_id else ''}`" for s in (step, then) if s]
        yield Locator(catalog.places.referrals).problem(muscle.id, ("id",), f"{said}: run {' and '.join(steps)}.")
    if many:
        names = ", ".join(m.id for m in muscles[:5])
        steps = [f"`python -m art {s}`" for s in (step, then) if s]
        sentence = f"{said}: {names} and {len(muscles) - 5} more; run {' and '.join(steps)}."
        yield FileProblem(file=shown(catalog.places.referrals), sentence=sentence)


def recorded(places: Places) -> MadeFrom:
    """The record, or an empty one where there is none to go on from."""
    try:
        return read_record(places.made_from)
    except NoRecord:
        return MadeFrom.nothing()
