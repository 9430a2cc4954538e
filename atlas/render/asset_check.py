"""Opens every asset: says which is missing, cut, empty, of the wrong kind or size, or old, and what mends it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from atlas.content.baked.body import STAND_IN
from atlas.content.baked.cameras import read_cameras
from atlas.content.catalog import FileCatalog
from atlas.content.checks.ages import check_ages
from atlas.content.checks.made_from import MadeFrom, digest, recorded
from atlas.content.problems import shown
from atlas.domain.choices import FIGURES
from atlas.domain.problems import FileProblem, Unreadable
from atlas.paths import Places
from atlas.render.asset_looks import (
    asset_problem,
    cropped,
    face_map,
    holds,
    knows,
    picture_like,
    some_bytes,
    sound_arrays,
    sound_bone_points,
    sound_extents,
)
from atlas.render.body.bone_pictures import BONE_STEP, bones_of
from atlas.render.shipped_files import check_fonts, check_interfaces

THUMBNAIL_PX = 128
_ONE_BY_ONE = 8  # more files than so many of which the same is said are said together

CheckLook = Callable[[Path], str | None]
"""Opens a file; returns what is wrong with it, as the end of a sentence that begins with "It"."""


def check_assets(catalog: FileCatalog) -> list[FileProblem]:
    """One problem an asset. Of files that are as they were made it is enough to know that; others are opened."""
    places, record = catalog.places, recorded(catalog.places)
    bare = list(_unpainted(catalog, record))
    looks = {**_of_body(catalog), **_of_bones(catalog), **_of_muscles(catalog, record)}
    for name in record.files:
        looks.setdefault(places.assets / name, picture_like if name.endswith(".png") else some_bytes)
    looks = {path: look for path, look in looks.items() if path.parent not in bare}
    strange = list(_strangers(catalog, record))
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(partial(_wrong_with, places, record), looks.items()))
    problems = [p for p in found if p is not None]
    problems += [
        asset_problem(places, f, "It was not made by `art` with the others, so it is out of place") for f in strange
    ]
    problems += [asset_problem(places, f, "There is no picture of the muscle on this figure") for f in bare]
    problems += [*check_fonts(places), *check_interfaces(places)]
    broken = {p.file for p in problems}
    old = [p for p in check_ages(catalog) if p.file not in broken]
    return [*gathered(places, problems), *old]


def gathered(places: Places, problems: Iterable[FileProblem]) -> Iterator[FileProblem]:
    """The same of more than a few pictures is said once: a thousand lines would bury what stands beside them."""
    alike: dict[tuple[str, str, str], list[FileProblem]] = {}
    assets = shown(places.assets)
    for problem in problems:
        part, *inside = problem.file.removeprefix(f"{assets}/").split("/")
        said, _, mend = problem.sentence.partition(": run `python -m art ")
        if len(inside) > 1 and mend:
            alike.setdefault((part, said, mend.strip("`.").split()[0]), []).append(problem)
        else:
            yield problem
    for (part, said, step), group in alike.items():
        if len(group) <= _ONE_BY_ONE:
            yield from group
        else:
            names = ", ".join(problem.file.removeprefix(f"{assets}/") for problem in group[:2])
            lead = f"Of {len(group)} files, {names} among them: {said[0].lower()}{said[1:]}"
            yield FileProblem(file=f"{assets}/{part}", sentence=f"{lead}: run `python -m art {step}`.")


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
    return asset_problem(places, path, said) if said else None


# -- what each file should be ------------------------------------------------


def _of_body(catalog: FileCatalog) -> dict[Path, CheckLook]:
    places = catalog.places
    body = places.surface.parent
    looks: dict[Path, CheckLook] = {
        places.surface: sound_arrays,
        places.patterns: sound_arrays,
        places.bone_points: sound_bone_points,
    }
    points = len(catalog.surface.points) if catalog.surface.version != STAND_IN else None
    views = [v.id for v in catalog.views.values() if v.mirrored_from is None]
    stances = set()
    for figure in FIGURES:
        cameras = read_cameras(places.cameras(figure))[0]
        stances |= {f"{c.stance}-{figure}" for c in cameras.values() if c.stance != "standing"}
        looks[places.extents(figure)] = sound_extents
        looks[places.cameras(figure)] = partial(knows, views=tuple(views))
        looks[places.visibility(figure)] = partial(holds, names=frozenset(views), shape=(points,))
        for view in cameras.keys() & set(views):
            size = cameras[view].width, cameras[view].height
            for kind, mode in ((".jpg", "L"), (".png", "L")):
                looks[body / figure / f"{view}{kind}"] = partial(picture_like, size=size, mode=mode)
            faces = len(catalog.surface.faces) if points else None
            looks[body / figure / f"{view}.faces"] = partial(face_map, size=size, count=faces)
            half = size[0] // 2, size[1] // 2
            looks[body / figure / f"{view}.half"] = partial(face_map, size=half, count=faces)
    looks[body / "stances.npz"] = partial(holds, names=frozenset(stances), shape=(points, 3))
    return looks


def _of_bones(catalog: FileCatalog) -> dict[Path, CheckLook]:
    looks: dict[Path, CheckLook] = {}
    views = [v.id for v in catalog.views.values() if v.mirrored_from is None]
    for figure in FIGURES:
        cameras = read_cameras(catalog.places.cameras(figure))[0]
        for view in cameras.keys() & set(views):
            look = partial(cropped, camera=cameras[view], step=BONE_STEP)
            looks[bones_of(catalog.places.bones, figure, view)] = look
    return looks


def _of_muscles(catalog: FileCatalog, record: MadeFrom) -> dict[Path, CheckLook]:
    looks: dict[Path, CheckLook] = {catalog.places.assets / "CREDITS.md": some_bytes}
    cameras = {figure: read_cameras(catalog.places.cameras(figure))[0] for figure in FIGURES}
    for muscle in _expected(catalog, record):
        folder = catalog.places.pictures(muscle)
        looks[folder / "thumb.png"] = partial(picture_like, size=(THUMBNAIL_PX, THUMBNAIL_PX), mode="P")
        for figure in FIGURES:
            for path in (folder / figure).glob("*.png"):
                camera = cameras[figure].get(path.stem.removesuffix(".left"))
                if not record.files or path.relative_to(catalog.places.assets).as_posix() in record.files:
                    looks[path] = partial(cropped, camera=camera)
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


# -- typefaces and languages -------------------------------------------------


"""Context, English text, its comment, translation."""
