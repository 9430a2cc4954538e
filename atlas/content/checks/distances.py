"""Whether the distances that texts state are those of the body: each is measured, or said not to lie on it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from atlas.content.catalog import FileCatalog
from atlas.content.checks.locating import Locator
from atlas.content.checks.stated import lengths
from atlas.content.point_syntax import NotAPoint, parse_point
from atlas.content.reading.data_files import read_distances
from atlas.content.reading.schema_texts import WrittenDistance
from atlas.domain.anatomy import READERS, Muscle
from atlas.domain.body.painting import Floats
from atlas.domain.fibres import point_vertex
from atlas.domain.problems import FileProblem

WITHIN_MM = 10.0  # so far a stated distance may be off the one on the reference body


def check_distances(catalog: FileCatalog) -> Iterator[FileProblem]:
    """Each stated distance stands in the table of distances, and each that lies on the body is so long there."""
    path = catalog.places.distances
    if not path.exists() or catalog.places.own_referrals is not None:
        return
    table, problems = read_distances(path)
    yield from problems
    here = Locator(path)
    for name in table:
        if name not in catalog.muscles and name not in catalog.left_out:
            yield here.problem(name, (), f"There is no muscle `{name}`.", key=True)
    for muscle in catalog.muscles.values():
        rows = table.get(muscle.id, [])
        texts = list(_texts(muscle, catalog))
        for file, where, text in texts:
            rest = text
            for row in rows:
                rest = rest.replace(row.says, "")
            for found in lengths(rest):
                said = f"“{found.said}” stands in no row of {path.name}: say there between what, or why it is apart."
                yield file.problem(muscle.id, where, said)
        for k, row in enumerate(rows):
            if not any(row.says in text for _, _, text in texts):
                yield here.problem(muscle.id, (k, "says"), f"No English text or note says “{row.says}”.")
            elif (sentence := _wrong(row, muscle, catalog)) and not row.waits:
                yield here.problem(muscle.id, (k, "says"), sentence)
            elif row.waits and not sentence:
                yield here.problem(muscle.id, (k, "waits"), "The body agrees by now: leave `waits` out.", key=True)


def _texts(muscle: Muscle, catalog: FileCatalog) -> Iterator[tuple[Locator, tuple[str | int, ...], str]]:
    """All English texts about a muscle in which a distance may stand, and where."""
    locator = Locator(catalog.places.texts(muscle.area))
    said = catalog.texts(muscle.id)
    for reader in READERS:
        for heading, text in said.get(reader, {}).items():
            yield locator, (reader, heading), " ".join(text.split())
    referrals = Locator(catalog.places.referrals)
    for k, point in enumerate(muscle.trigger_points):
        if point.note:
            yield referrals, ("trigger_points", k, "note"), " ".join(point.note.split())


def _wrong(row: WrittenDistance, muscle: Muscle, catalog: FileCatalog) -> str | None:
    """What is wrong with a row of the table, in a sentence."""
    stated = next(lengths(row.says), None)
    if stated is None:
        return "No distance stands in it (write `2 cm` or `2 to 3 cm`)."
    if row.ends is None:
        return None if row.apart else "Say between which places it lies (`ends`), or why it is not measured (`apart`)."
    try:
        a, b = (_place(end, muscle, catalog) for end in row.ends)
    except NotAPoint as error:
        return f"{error}."
    except KeyError as error:
        return f"There is no landmark {error}."
    away = b - a
    if "midline" in row.ends:
        away = away * np.array([1.0, 0.0, 0.0])
    elif row.height:
        away = away * np.array([0.0, 1.0, 0.0])
    mm = float(np.linalg.norm(away))
    if stated.low - WITHIN_MM <= mm <= stated.high + WITHIN_MM:
        return None
    return f"It says “{stated.said}”, but from {row.ends[0]} to {row.ends[1]} it is {mm / 10:.1f} cm on the body."


def _place(end: str, muscle: Muscle, catalog: FileCatalog) -> Floats:
    """A place on the skin, (3,) mm: `point 2`, `midline` or a point as strokes write it. Raises NotAPoint, KeyError."""
    surface = catalog.surface
    if end == "midline":
        return np.zeros(3, np.float32)
    if end.startswith("point "):
        for point in muscle.trigger_points:
            if str(point.id) == end.removeprefix("point "):
                return np.asarray(surface.points[point_vertex(surface, muscle, point)], np.float32)
        raise NotAPoint(f"`{muscle.id}` has no {end}")
    return surface.place(parse_point(end))
