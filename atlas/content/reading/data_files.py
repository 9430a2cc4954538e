"""Reads and checks the data files: every sound entry is kept, every mistake is said with its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from atlas.content.baked.cameras import read_cameras
from atlas.content.files import read_bytes
from atlas.content.knowledge import Knowledge, WrittenNames
from atlas.content.problems import did_you_mean, shown
from atlas.content.reading import schema, schema_body
from atlas.content.reading.entries import Context, Entries
from atlas.content.reading.schema_texts import (
    WrittenDistance,
    WrittenDistances,
    WrittenLine,
    WrittenName,
    WrittenTexts,
)
from atlas.content.seals import ReadsFile
from atlas.domain.anatomy import READERS, Muscle, MuscleTexts, Region, Source
from atlas.domain.body.camera import Camera
from atlas.domain.choices import FIGURES
from atlas.domain.problems import FileProblem
from atlas.domain.views import View
from atlas.paths import Places


def read_knowledge(places: Places, read: ReadsFile = read_bytes) -> tuple[Knowledge, list[FileProblem]]:
    """Reads and checks the data files themselves; `read` opens what is baked."""
    problems: list[FileProblem] = []
    landmarks = Entries(places.landmarks, problems)
    found_landmarks = {m.id: m.landmark() for m in landmarks.of(schema_body.WrittenLandmark, {})}
    at_points: Context = {"landmarks": landmarks.names()}

    regions = Entries(places.regions, problems)
    found_regions = {m.id: m.region() for m in regions.of(schema_body.WrittenRegion, at_points)}
    # A damaged region keeps its place: the surface counts regions by number.
    in_order = {name: found_regions.get(name) or _stand_in(name) for name in regions.names() or ()}

    sources = Entries(places.sources, problems)
    found_sources = {k: m.source(k) for k, m in sources.by_key(schema_body.WrittenSource, {})}
    views = _views(places, problems, read)

    bones = Entries(places.named_bones, problems)
    for _ in bones.of(schema_body.WrittenBonePoint, {}):
        pass  # what is wrong with one is said; where it lies is baked
    context: Context = {**at_points, "bones": bones.names(), "regions": regions.names(), "sources": sources.names()}
    referrals = Entries(places.referrals, problems, of_muscles=True)
    muscles: dict[str, Muscle] = {}
    for written in referrals.of(schema.WrittenMuscle, context, schema.WrittenMuscle.mistakes):
        muscles[written.id] = written.muscle()
    _find_relatives(muscles, referrals, [] if places.own_referrals is None else _shipped_names(places))
    sound = tuple(_with_what_is_there(m, muscles, found_sources) for m in muscles.values())
    missing = {r for m in sound for z in m.zones for r in (*z.regions, *z.opposite_regions)} - set(in_order)
    knowledge = Knowledge(
        landmarks=tuple(found_landmarks.values()),
        regions=(*in_order.values(), *map(_stand_in, sorted(missing))),
        sources=tuple(found_sources.values()),
        views=views,
        muscles=sound,
        left_out=tuple(name for name in referrals.names() or () if name not in muscles),
    )
    return knowledge, problems


def _stand_in(region: str) -> Region:
    return Region(id=region, label=region.replace("_", " "), parent="", midline=False, where="")


def _shipped_names(places: Places) -> list[str]:
    """A file looked at on its own may name the muscles of the shipped one."""
    return Entries(replace(places, own_referrals=None).referrals, []).names() or []


def _find_relatives(muscles: Mapping[str, Muscle], referrals: Entries, elsewhere: list[str]) -> None:
    """Says which related muscles there are none of; one that is merely damaged, or elsewhere, is there."""
    known = {*(referrals.names() or ()), *elsewhere}
    for muscle in muscles.values():
        for k, name in enumerate(muscle.related):
            if name not in known:
                said = f"Unknown related muscle `{name}`{did_you_mean(name, known)}."
                referrals.say(muscle.id, ("related", k), False, said)


def _with_what_is_there(muscle: Muscle, muscles: Mapping[str, Muscle], sources: Mapping[str, Source]) -> Muscle:
    """The muscle without relatives and sources that could not be read."""
    related = tuple(r for r in muscle.related if r in muscles)
    cited = tuple(s for s in muscle.sources if s in sources)
    return replace(muscle, related=related, sources=cited)


def _views(places: Places, problems: list[FileProblem], read: ReadsFile) -> tuple[View, ...]:
    cameras: dict[str, dict[str, Camera]] = {}
    for figure in FIGURES:
        path = places.cameras(figure)
        cameras[figure], wrong = read_cameras(path, read)
        problems += [FileProblem(file=shown(path), sentence=said) for said in wrong]
    out: list[View] = []
    entries = Entries(places.views, problems)
    named = entries.names()
    lost = [view for view in dict.fromkeys(v for of in cameras.values() for v in of) if view not in (named or (view,))]
    if lost:  # the file was written in part, or a view was taken out of it
        said = f"It lacks views that there are pictures of: {', '.join(lost[:5])}{' and more' * (len(lost) > 5)}."
        problems.append(FileProblem(file=shown(places.views), sentence=said))
    for w in entries.of(schema_body.WrittenView, {}, schema_body.WrittenView.mistakes):
        taken = {figure: of[w.id] for figure, of in cameras.items() if w.id in of}
        camera = next(iter(taken.values()), None)  # the picture is as it was taken, whatever the file says by now
        square = w.yaw in (0, 180) and w.mirror is None
        view = View(
            id=w.id,
            name=w.name,
            group=w.group,
            mirrored_from=None,
            symmetric=square,
            yaw=camera.yaw if camera else float(w.yaw),
            pitch=camera.pitch if camera else float(w.pitch),
            limb=w.limb(),
            cameras=taken,
        )
        out.append(view)
        if w.mirror is not None:
            turned = replace(
                view,
                id=w.mirror.id,
                name=w.mirror.name,
                mirrored_from=w.id,
                yaw=-view.yaw,
                cameras={figure: camera.mirrored() for figure, camera in taken.items()},
            )
            out.append(turned)
    if not out:  # one view always stands, so that there is something to look at
        front = View(
            id="whole-front",
            name="Whole body, front",
            group="whole",
            mirrored_from=None,
            symmetric=True,
            yaw=0.0,
            pitch=0.0,
            limb=None,
            cameras={},
        )
        out = [front]
    return tuple(out)


def read_texts(path: Path) -> tuple[dict[str, MuscleTexts], list[FileProblem]]:
    """One file of texts. A heading that is misspelt or no text is left out and said; the rest of its muscle stays."""
    problems: list[FileProblem] = []
    entries = Entries(path, problems, of_muscles=True)
    out: dict[str, MuscleTexts] = {}
    for muscle, written in entries.by_key(WrittenTexts, {}, drop_what_is_wrong=True):
        out[muscle] = {r: getattr(written, r).model_dump(exclude_none=True) for r in READERS}
    return out, problems


def read_distances(path: Path) -> tuple[dict[str, list[WrittenDistance]], list[FileProblem]]:
    """The table of the distances that texts state, by muscle id."""
    problems: list[FileProblem] = []
    entries = Entries(path, problems, of_muscles=True)
    return {k: written.root for k, written in entries.by_key(WrittenDistances, {})}, problems


def read_names(path: Path) -> tuple[dict[str, WrittenNames], list[FileProblem]]:
    """One language's names of the muscles by id."""
    problems: list[FileProblem] = []
    entries = Entries(path, problems, of_muscles=True)
    return {k: written.called() for k, written in entries.by_key(WrittenName, {})}, problems


def read_lines(path: Path) -> tuple[dict[str, str], list[FileProblem]]:
    """A file of single texts by id, such as one language's names of the regions."""
    problems: list[FileProblem] = []
    return {k: " ".join(line.root.split()) for k, line in Entries(path, problems).by_key(WrittenLine, {})}, problems
