"""Keeps what the assets were made from, and what each file held then, in assets/made-from.json."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from atlas.content.catalog import FileCatalog
from atlas.content.checks.made_from import (
    MadeFrom,
    bone_keys,
    digests,
    muscle_keys,
    recorded,
    region_keys,
    thumbnail_keys,
    view_keys,
    write_record,
)
from atlas.domain.choices import FIGURES
from atlas.paths import Places
from atlas.render.body.bone_pictures import bones_of

KINDS = (".jpg", ".png", ".faces", ".half")
"""What `body` writes of a view on a figure."""


def keep_body(places: Places, views: Collection[str] = (), figures: Collection[str] = ()) -> str:
    """Everything below body/ but what other steps make. Returns, as all of these, what was written.

    Of some views or figures only, where these alone were baked.
    """
    catalog, record = FileCatalog(places), recorded(places)
    if views or figures:
        return _keep_views(places, catalog, record, views, figures)
    others = [places.patterns, places.bone_points, *map(places.extents, FIGURES)]  # made by other steps
    names = {f.relative_to(places.assets).as_posix() for f in others}
    files = [f for f in places.surface.parent.rglob("*") if f.is_file() and f not in others]
    kept = {k: v for k, v in record.files.items() if not k.startswith("body/") or k in names}
    made = replace(record, regions=region_keys(catalog), views=view_keys(catalog))
    return _keep(places, made, kept, files)


def _keep_views(
    places: Places, catalog: FileCatalog, record: MadeFrom, views: Collection[str], figures: Collection[str]
) -> str:
    files = [places.stances]
    keys = {v: k for v, k in view_keys(catalog).items() if not views or v in views}
    for figure in figures or FIGURES:
        files += [places.cameras(figure), places.visibility(figure)]
        files += [places.body / figure / f"{view}{kind}" for view in keys for kind in KINDS]
    if figures and set(figures) != set(FIGURES):
        keys = {}  # the other figure's pictures are as old as they were
    return _keep(places, replace(record, views={**record.views, **keys}), record.files, files)


def keep_points(places: Places) -> str:
    record = recorded(places)
    return _keep(places, record, record.files, [places.bone_points])


def keep_patterns(places: Places) -> str:
    record = recorded(places)
    return _keep(places, record, record.files, [places.patterns])


def keep_extents(places: Places) -> str:
    record = recorded(places)
    return _keep(places, record, record.files, [places.extents(figure) for figure in FIGURES])


def keep_muscles(places: Places, names: Collection[str] = (), views: Collection[str] = ()) -> str:
    """Of some views only, a muscle is as new as its data where it was so in all the others."""
    catalog, record = FileCatalog(places), recorded(places)
    made = {m: k for m, k in muscle_keys(catalog, record).items() if not names or m in names}
    if views:
        before = muscle_keys(catalog, record, without=views)
        files = [f for m in made for s in FIGURES for f in (places.pictures(m) / s).glob("*.png") if _is_of(f, views)]
        folders = tuple(f"muscles/{m}/" for m in made)
        kept = {k: v for k, v in record.files.items() if not (k.startswith(folders) and _is_of(Path(k), views))}
        new = {m: k for m, k in made.items() if record.muscles.get(m) == before[m]}
        return _keep(places, replace(record, muscles={**record.muscles, **new}), kept, files)
    folders = [places.pictures(m) / figure for m in made for figure in FIGURES]
    within = tuple(f"{folder.relative_to(places.assets).as_posix()}/" for folder in folders)
    kept = {k: v for k, v in record.files.items() if not k.startswith(within)}
    files = [file for folder in folders for file in folder.glob("*.png")]
    return _keep(places, replace(record, muscles={**record.muscles, **made}), kept, files)


def _is_of(picture: Path, views: Collection[str]) -> bool:
    return picture.stem.removesuffix(".left") in views


def keep_thumbnails(places: Places, names: Collection[str] = ()) -> str:
    catalog, record = FileCatalog(places), recorded(places)
    made = {m: k for m, k in thumbnail_keys(catalog, record).items() if not names or m in names}
    files = [places.pictures(m) / "thumb.png" for m in made]
    return _keep(places, replace(record, thumbnails={**record.thumbnails, **made}), record.files, files)


def keep_bones(places: Places, landmarks: Mapping[str, int], names: Collection[str] = ()) -> str:
    """`landmarks`: those that the bones were fitted to, with their vertices; `names`: the figures or views made."""
    catalog, record = FileCatalog(places), recorded(places)
    views = {v: k for v, k in bone_keys(catalog, record).items() if v in names or not set(names) & set(catalog.views)}
    sexes = [sex for sex in FIGURES if sex in names or not set(names) & set(FIGURES)]
    files = [file for sex in sexes for view in views if (file := bones_of(places.bones, sex, view)).is_file()]
    kept = record.files
    if not names:
        kept = {k: v for k, v in kept.items() if not k.startswith("bones/")}
        fitted = {name: str(vertex) for name, vertex in sorted(landmarks.items())}
        record = replace(record, bones=views, skeleton=fitted)
    elif len(sexes) == len(FIGURES):  # a view is new when both figures are, and they stand on the skeleton of before
        record = replace(record, bones={**record.bones, **views})
    return _keep(places, record, kept, files)


def _keep(places: Places, record: MadeFrom, kept: Mapping[str, str], files: list[Path]) -> str:
    before, made = record.files, digests(places.assets, files)
    write_record(places.made_from, replace(record, files={**kept, **made}))
    new = sum(before.get(name) != value for name, value in made.items())
    return f"{len(made)} files written, {new} of them other than before"
