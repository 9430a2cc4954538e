"""Whether each muscle is complete: its facts, its points and its English texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from atlas.content.catalog import FileCatalog
from atlas.content.checks.locating import Locator
from atlas.content.problems import did_you_mean, shown
from atlas.domain.anatomy import AREAS, READERS, Muscle, MuscleTexts, Reader
from atlas.domain.problems import FileProblem

_IN_BELLY = (0.03, 0.97)

READER_HEADINGS: Mapping[Reader, tuple[str, ...]] = {
    "patient": (
        "what_it_is",
        "where_you_may_feel_it",
        "why_there",
        "what_sets_it_off",
        "what_may_help",
        "when_to_see_someone",
    ),
    "clinician": (
        "finding_the_point",
        "what_sets_it_off_and_keeps_it_going",
        "look_alikes",
        "satellite_points",
        "stretch",
        "needling_cautions",
    ),
    "student": ("in_one_line", "how_to_remember", "often_confused_with", "check_yourself"),
}


def _facts(
    muscle: Muscle, catalog: FileCatalog, referrals: Locator, lay_names: dict[str, str]
) -> Iterator[FileProblem]:
    """What can be said without the body."""

    def wrong(path: tuple[str | int, ...], sentence: str) -> FileProblem:
        return referrals.problem(muscle.id, path, sentence)

    if not muscle.trigger_points:
        yield wrong(("trigger_points",), "The muscle has no trigger point.")
    if not muscle.zones:
        yield wrong(("zones",), "The muscle has no zone.")
    if not muscle.sources:
        yield wrong(("sources",), "The muscle cites no source.")
    referred = {z for p in muscle.trigger_points for z in p.refers_to}
    for k, zone in enumerate(muscle.zones):
        if zone.id not in referred:
            yield wrong(("zones", k, "id"), f"No trigger point refers to the zone `{zone.id}`.")
    low, high = _IN_BELLY
    for k, point in enumerate(muscle.trigger_points):
        for axis, value in (("along", point.along), ("across", point.across)):
            if not low <= value <= high:
                said = f"Point {point.id} lies off the drawn belly: {axis} {value:g} is not {low} to {high}."
                yield wrong(("trigger_points", k, "at", axis), said)
    if muscle.id in muscle.related:
        yield wrong(("related", muscle.related.index(muscle.id)), "The muscle is related to itself.")
    if muscle.studied and muscle.studied.source not in muscle.sources:
        said = f"`{muscle.studied.source}` is not among the muscle's sources."
        yield wrong(("studied", "source"), said)
    first = lay_names.setdefault(muscle.lay_name.casefold(), muscle.id)
    if first != muscle.id:
        yield wrong(("lay_name",), f"`{muscle.lay_name}` is also what `{first}` is called.")


def _texts(catalog: FileCatalog, referrals: Locator) -> Iterator[FileProblem]:
    for area in AREAS:
        here = [m for m in catalog.muscles.values() if m.area == area]
        path = catalog.places.texts(area)
        if not here and not path.exists():
            continue
        locator = Locator(path)
        texts = catalog.texts_of(area)
        for muscle in here:
            if muscle.id in texts:
                yield from _text(muscle, texts[muscle.id], locator)
            else:
                said = f"There are no texts for this muscle in {shown(path)}."
                yield referrals.problem(muscle.id, ("id",), said)
        if catalog.places.own_referrals is None:
            yield from _strangers(texts, area, catalog, locator)


def _strangers(texts: Iterable[str], area: str, catalog: FileCatalog, locator: Locator) -> Iterator[FileProblem]:
    for name in texts:
        muscle = catalog.muscles.get(name)
        if name in catalog.left_out:
            continue
        if muscle is None:
            said = f"There is no sound muscle `{name}`{did_you_mean(name, catalog.muscles)}."
            yield locator.problem(name, (), said, key=True)
        elif muscle.area != area:
            yield locator.problem(name, (), f"This muscle belongs to `{muscle.area}`, not `{area}`.", key=True)


def _text(muscle: Muscle, texts: MuscleTexts, locator: Locator) -> Iterator[FileProblem]:
    for reader in READERS:
        said = texts.get(reader, {})
        missing = [h for h in READER_HEADINGS[reader] if h not in said]
        if missing:
            yield locator.problem(muscle.id, (reader,), f"Missing for the {reader}: {', '.join(missing)}.", key=True)
