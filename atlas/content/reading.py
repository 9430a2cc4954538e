"""Reads and checks the data files: every sound entry is kept, every mistake is said with its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from atlas.content import schema
from atlas.content.cameras import read_cameras
from atlas.content.knowledge import Called, Knowledge
from atlas.content.problems import Problem, did_you_mean, shown
from atlas.content.yaml_reader import Damaged, KeyPath, read
from atlas.domain.anatomy import READERS, Muscle, MuscleTexts, Region, Source
from atlas.domain.views import View
from atlas.paths import Places

M = TypeVar("M", bound=BaseModel)
Context = dict[str, Iterable[str] | None]


def read_knowledge(places: Places) -> tuple[Knowledge, list[Problem]]:
    """Reads and checks the data files themselves."""
    problems: list[Problem] = []
    landmarks = Entries(places.landmarks, problems)
    found_landmarks = {m.id: m.landmark() for m in landmarks.of(schema.WrittenLandmark, {})}
    at_points: Context = {"landmarks": landmarks.names()}

    regions = Entries(places.regions, problems)
    found_regions = {m.id: m.region() for m in regions.of(schema.WrittenRegion, at_points)}
    # A damaged region keeps its place: the surface counts regions by number.
    in_order = {name: found_regions.get(name) or _stand_in(name) for name in regions.names() or ()}

    sources = Entries(places.sources, problems)
    found_sources = {k: m.source(k) for k, m in sources.by_key(schema.WrittenSource, {})}
    views = _views(places, problems)

    context: Context = {**at_points, "regions": regions.names(), "sources": sources.names()}
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


def _views(places: Places, problems: list[Problem]) -> tuple[View, ...]:
    path = places.cameras("female")
    cameras, wrong = read_cameras(path)
    problems += [Problem(file=shown(path), sentence=said) for said in wrong]
    out: list[View] = []
    for w in Entries(places.views, problems).of(schema.WrittenView, {}, schema.WrittenView.mistakes):
        camera = cameras.get(w.id)  # the picture is as it was taken, whatever the file says by now
        square = w.yaw in (0, 180) and w.mirror is None
        view = View(
            id=w.id,
            name=w.name,
            group=w.group,
            mirrored_from=None,
            mm_per_px=camera.mm_per_px if camera else 1.0,
            symmetric=square,
            yaw=camera.yaw if camera else float(w.yaw),
            pitch=camera.pitch if camera else float(w.pitch),
            limb=w.limb(),
        )
        out.append(view)
        if w.mirror is not None:
            turned = replace(view, id=w.mirror.id, name=w.mirror.name, mirrored_from=w.id, yaw=-view.yaw)
            out.append(turned)
    if not out:  # one view always stands, so that there is something to look at
        front = View(
            id="whole-front",
            name="Whole body, front",
            group="whole",
            mirrored_from=None,
            mm_per_px=1.0,
            symmetric=True,
            yaw=0.0,
            pitch=0.0,
            limb=None,
        )
        out = [front]
    return tuple(out)


def read_texts(path: Path) -> tuple[dict[str, MuscleTexts], list[Problem]]:
    """One file of texts. A heading that is misspelt or no text is left out and said; the rest of its muscle stays."""
    problems: list[Problem] = []
    entries = Entries(path, problems, of_muscles=True)
    out: dict[str, MuscleTexts] = {}
    for muscle, written in entries.by_key(schema.WrittenTexts, {}, drop_what_is_wrong=True):
        out[muscle] = {r: getattr(written, r).model_dump(exclude_none=True) for r in READERS}
    return out, problems


def read_names(path: Path) -> tuple[dict[str, Called], list[Problem]]:
    """One language's names of the muscles by id."""
    problems: list[Problem] = []
    entries = Entries(path, problems, of_muscles=True)
    return {k: written.called() for k, written in entries.by_key(schema.WrittenName, {})}, problems


def read_lines(path: Path) -> tuple[dict[str, str], list[Problem]]:
    """A file of single texts by id, such as one language's names of the regions."""
    problems: list[Problem] = []
    return {
        k: " ".join(line.root.split()) for k, line in Entries(path, problems).by_key(schema.WrittenLine, {})
    }, problems


class Entries:
    """The entries of one file, validated one by one; what is wrong with them goes to `problems`."""

    def __init__(self, path: Path, problems: list[Problem], of_muscles: bool = False) -> None:
        self._document = read(path)
        self._problems = problems
        self._of_muscles = of_muscles
        self._index: dict[str, int | str] = {}
        problems += self._document.problems
        if self._document.value is None and not self._document.problems:
            self._wrong_shape("something, but it is empty")

    def names(self) -> list[str] | None:
        """The ids of all entries, also of broken ones, in order; None if the file could not be read at all."""
        value = self._document.value
        if isinstance(value, dict):
            return [str(k) for k in value]
        if not isinstance(value, list):
            return None
        ids = [v.id if isinstance(v, Damaged) else v.get("id") if isinstance(v, dict) else None for v in value]
        return list(dict.fromkeys(i for i in ids if isinstance(i, str)))

    def of(self, model: type[M], context: Context, mistakes: Any = None) -> Iterator[M]:
        """The sound entries of a list."""
        value = self._document.value
        if value is None:
            return
        if not isinstance(value, list):
            self._wrong_shape("a list of entries that begin with `- id:`")
            return
        for k, raw in enumerate(value):
            if isinstance(raw, Damaged):
                continue
            name = raw.get("id") if isinstance(raw, dict) else None
            name = name if isinstance(name, str) else None
            if name in self._index:
                first, _ = self._document.locate((self._index[name], "id"))
                self._say(
                    (k, "id"), False, f"There are two entries `{name}`; the first one, in line {first}, counts.", name
                )
                continue
            found = self._one(model, raw, (k,), context, mistakes, name)
            if name is not None:
                self._index[name] = k
            if found is not None:
                yield found

    def by_key(self, model: type[M], context: Context, drop_what_is_wrong: bool = False) -> Iterator[tuple[str, M]]:
        """The sound entries of a mapping, with their keys."""
        value = self._document.value
        if value is None:
            return
        if not isinstance(value, dict):
            self._wrong_shape("entries by their id, `id:` and what belongs to it below")
            return
        for key, raw in value.items():
            if isinstance(raw, Damaged):
                continue
            found = self._one(model, raw, (key,), context, None, key)
            if found is None and drop_what_is_wrong and isinstance(raw, dict):
                found = self._without_mistakes(model, raw)
            if found is not None:
                yield key, found

    def say(self, entry: str, path: KeyPath, key: bool, sentence: str) -> None:
        """Adds a problem at a path inside an entry."""
        self._say((self._index.get(entry, entry), *path), key, sentence, entry)

    def _one(self, model: Any, raw: object, path: KeyPath, context: Context, mistakes: Any, muscle: str | None) -> Any:
        found, wrong = schema.validated(model, raw, context)
        if found is not None and mistakes is not None:
            wrong = list(mistakes(found))
        for where, key, sentence in wrong:
            self._say((*path, *where), key, sentence, muscle)
        return None if wrong else found

    @staticmethod
    def _without_mistakes(model: Any, raw: Mapping[str, Any]) -> Any:
        rest: dict[str, Any] = {k: dict(v) for k, v in raw.items() if isinstance(v, dict)}
        for where, _, _ in schema.validated(model, rest, {})[1]:
            if len(where) == 2:
                rest[str(where[0])].pop(where[1], None)
            elif where:
                rest.pop(str(where[0]), None)
        return schema.validated(model, rest, {})[0]

    def _say(self, path: KeyPath, key: bool, sentence: str, muscle: str | None) -> None:
        line, column = self._document.locate(path, key)
        named = muscle if self._of_muscles else None
        self._problems.append(
            Problem(file=self._document.file, line=line, column=column, muscle=named, sentence=sentence)
        )

    def _wrong_shape(self, wanted: str) -> None:
        said = f"This file should hold {wanted}."
        self._problems.append(Problem(file=self._document.file, line=1, column=1, sentence=said))
