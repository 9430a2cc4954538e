"""Which baked files are old: made from other data, or another body, than there is now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from atlas.content.baked.body import STAND_IN
from atlas.content.baked.extents import DamagedExtents, StoredExtents, made_of, read_extents
from atlas.content.baked.patterns import DamagedPatterns, StoredPatterns, pattern_key
from atlas.content.catalog import FileCatalog
from atlas.content.checks.locating import Locator
from atlas.content.checks.made_from import (
    MadeFrom,
    NoRecord,
    bone_keys,
    digest,
    muscle_keys,
    read_record,
    region_keys,
    thumbnail_keys,
    view_keys,
    written_rows,
)
from atlas.content.problems import shown
from atlas.domain.anatomy import Muscle
from atlas.domain.choices import FIGURES
from atlas.domain.problems import FileProblem, Unreadable
from atlas.paths import Places

_ONE_BY_ONE = 8  # more muscles than so many that are old for one cause are said together


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
    here = [region["id"] for region in written_rows(catalog.places.regions)]
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
        bare = [m for m in old if m.id not in stored.muscles]
        yield from _each_or_all(catalog, bare, "Its pattern is not painted", "patterns", by_id=False)
        old = [m for m in old if m.id in stored.muscles]
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
    bare_of_all = [v.id for v in catalog.views.values() if v.mirrored_from is None and v.id not in seen]
    rest = [m for m in old if m not in moved]
    for new in (bare_of_all, *([view] for view in bare_of_all)) if rest else ():  # in some views no muscle shows
        before = muscle_keys(catalog, record, without=new)
        bare = [m for m in rest if record.muscles[m.id] == before[m.id]]  # the other views are as they were
        if bare:
            said = f"No muscle is painted in {', '.join(f'`{view}`' for view in new)}"
            step = f"muscles{''.join(f' --view {view}' for view in new)}"
            mend = f"run `python -m art {step}` and `python -m art thumbnails`."
            yield Locator(catalog.places.views).problem(new[0], (), f"{said}: {mend}", muscle=False)
            rest = [m for m in rest if m not in bare]
    said = "The muscle was painted before the views were changed"
    yield from _each_or_all(catalog, rest, said, "muscles", then="thumbnails")


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
