"""Whether what the atlas answers holds together: complaints, what muscles say of themselves, and painted skin."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.content.catalog import FileCatalog
from atlas.content.checks.locating import Locator
from atlas.domain.body.region_painting import regions_painting
from atlas.domain.finding.sayings import claims
from atlas.domain.pain.matching import PatternIndex
from atlas.domain.problems import FileProblem

LEAST_REGION = 20  # percent of a region that some pattern covers, or it says that none does
LEAST_CLAIM = 3  # percent of a complaint that a muscle covers which names it as its own
LEAST_ANSWER = 10  # percent of where a complaint is felt that some pattern covers


def check_answers(catalog: FileCatalog) -> Iterator[FileProblem]:
    """Where complaints, what muscles say of themselves, and painted skin contradict each other."""
    surface, places = catalog.surface, catalog.places
    index = PatternIndex(surface, [catalog.pattern(m) for m in catalog.muscles])

    def covered(regions: tuple[str, ...]) -> dict[str, int]:
        """By muscle of the right side, in percent of these regions."""
        found = index.matches(regions_painting(surface, list(regions), "right"))
        return {m.muscle: m.covers_percent for m in found if m.side == "right"}

    regions = Locator(places.regions)
    for region in catalog.regions.values():
        by = covered((region.id,))
        best = max(by, key=lambda m: by[m], default="")
        most = by.get(best, 0)
        if region.covered and most < LEAST_REGION:
            said = f"No pattern covers {LEAST_REGION}% of this region; the most is {most}%. Say `covered: false`."
            yield regions.problem(region.id, ("id",), said, muscle=False)
        elif not region.covered and most >= LEAST_REGION:
            said = f"`{best}` covers {most}% of this region: `covered: false` is no longer true."
            yield regions.problem(region.id, ("covered",), said, muscle=False)
    complaints = Locator(places.complaints)
    english = catalog.guide().complaints
    felt = {c.id: tuple(r for r in c.regions if catalog.regions[r].covered) for c in english.values()}
    answers = {name: covered(where) for name, where in felt.items() if where}
    for name, by in answers.items():
        if max(by.values(), default=0) < LEAST_ANSWER:
            said = f"No pattern covers {LEAST_ANSWER}% of where this is felt."
            yield complaints.problem(name, ("regions",), said, muscle=False)
    referrals = Locator(places.referrals)
    for muscle, named in claims(catalog.muscles.values(), english.values()).items():
        for name in sorted(named & set(answers)):
            if answers[name].get(muscle, 0) < LEAST_CLAIM:
                said = f"It names `{name}` as its own, but covers less than {LEAST_CLAIM}% of where that is felt."
                yield referrals.problem(muscle, ("complaints",), said)
