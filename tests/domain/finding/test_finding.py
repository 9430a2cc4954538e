"""Whatever a patient says or a therapist types, in either language, leads to the right patterns, or plainly to none."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest

from atlas.domain.finding.answers import Found
from atlas.domain.finding.finder import Finder
from atlas.domain.finding.gathering import material_of
from atlas.domain.finding.material import Material
from atlas.domain.finding.tokens import fold
from tests.conftest import shipped_catalog
from tests.domain.finding.phrasings import ENGLISH, NAMED, SPANISH, Phrasing

T = TypeVar("T")
PUBLIC = json.loads((Path(__file__).parent / "public.json").read_text(encoding="utf-8"))
CASES = [(p, "en") for p in ENGLISH] + [(p, "es") for p in SPANISH]


@cache
def material() -> Material:
    return material_of(shipped_catalog())


@cache
def finder() -> Finder:
    return shipped_catalog().finder()


def muscles(found: Found) -> list[str]:
    return [a.id for a in found.of("muscle")]


def complaints(found: Found) -> list[str]:
    return [a.id for a in found.of("complaint")]


def felt_in(regions: set[str], *, mainly: bool) -> set[str]:
    return {
        m.id
        for m in material().muscles.values()
        for z in m.zones
        if regions.intersection(z.regions) and (z.strength == "essential" or not mainly)
    }


def at_home_with(names: tuple[str, ...]) -> set[str]:
    """Muscles that the words lead to for one of these complaints."""
    words = material().vocabulary.words
    return {m for w in words if w.role == "complaint" and set(names) & set(w.complaints) for m in w.muscles}


@pytest.mark.parametrize(("case", "language"), CASES, ids=lambda c: c.text if isinstance(c, Phrasing) else c)
@pytest.mark.parametrize("window", ["its own", "the other"])
def test_what_people_say_finds_its_patterns_whatever_language_the_window_speaks(
    case: Phrasing, language: str, window: str
) -> None:
    spoken = language if window == "its own" else {"en": "es", "es": "en"}[language]
    found = finder().find(case.text, spoken)
    regions = {r for c in case.complaints for r in material().complaints["en"][c].regions}
    right = set(case.muscles) or felt_in(regions, mainly=True)
    assert right.intersection(muscles(found)[:3]), muscles(found)[:5]
    nonsense = (
        set(muscles(found)[:5]) - felt_in(regions | set(found.places), mainly=False) - at_home_with(case.complaints)
    )
    assert not nonsense
    assert set(case.complaints).intersection(complaints(found)[:3]), complaints(found)[:5]
    assert found.side == case.side


@pytest.mark.parametrize("case", PUBLIC["phrasings"], ids=lambda c: c["id"])
def test_the_published_phrasings_are_answered(case: dict[str, Any]) -> None:
    found = finder().find(case["pain_text"], case["lang"])
    assert set(case["muscles"]).intersection(muscles(found)[:3])
    assert not case["expect_complaints"] or set(case["expect_complaints"]).intersection(complaints(found)[:4])
    first = [a for a in found.answers if a.kind in ("muscle", "complaint")][:3]
    right = {*case["muscles"], *case["expect_complaints"]}
    assert right.intersection(a.id for a in first)


@pytest.mark.parametrize(("typed", "first"), NAMED.items())
@pytest.mark.parametrize("language", ["en", "es"])
def test_names_short_forms_groups_and_slips_find_the_muscle_first(typed: str, first: str, language: str) -> None:
    found = finder().find(typed, language)
    assert found.answers[0].kind == "muscle" and found.answers[0].id in first.split(), muscles(found)[:3]


@pytest.mark.parametrize("name", ["piriformis", "subscapularis", "trapezius", "sternocleidomastoid", "infraspinatus"])
def test_every_beginning_of_a_name_finds_it_as_one_types(name: str) -> None:
    for n in range(3, len(name) + 1):
        titles = [fold(material().names["en"][m].name) for m in muscles(finder().find(name[:n]))]
        assert any(name in title for title in titles), name[:n]


@pytest.mark.parametrize("place", ["shoulder", "hombro", "knee", "rodilla", "heel", "talon", "forearm", "pantorrilla"])
def test_a_place_is_found_while_it_is_typed(place: str) -> None:
    for n in range(4, len(place) + 1):
        assert finder().find(place[:n]).places or muscles(finder().find(place[:n])), place[:n]


@pytest.mark.parametrize("typed", ["膝", "колено", "😀", "膝が痛い", "ركبة", "xyzzy", "qq", "qwrtp", "???", "🦵🦵"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_foreign_script_a_sign_or_nonsense_finds_nothing(typed: str, language: str) -> None:
    assert finder().find(typed, language).answers == ()


def test_nothing_typed_is_no_question() -> None:
    assert finder().find("") == finder().find("   ") == Found()


@pytest.mark.parametrize("typed", ["pain", "it hurts", "me duele", "what is this", "hello there"])
def test_small_words_alone_are_no_answer(typed: str) -> None:
    assert finder().find(typed).answers == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("low back pain", "lower back pain"),
        ("heel pain", "my heel hurts"),
        ("golfer's elbow", "golfers elbow"),
        ("golfer's elbow", "golfer elbow"),
        ("sciatica", "siatica"),
        ("migraña", "migrana"),
        ("talón", "TALON"),
        ("runner’s knee", "runners knee"),
        ("shoulder", "my sholder"),
        ("dolor de rodilla", "me duele la rodilla"),
    ],
)
def test_another_way_to_say_it_finds_the_same(one: str, other: str) -> None:
    found = [finder().find(text) for text in (one, other)]
    assert muscles(found[0])[:5] == muscles(found[1])[:5]
    assert complaints(found[0])[:1] == complaints(found[1])[:1]


@pytest.mark.parametrize(
    ("typed", "side"),
    [
        ("left knee", "left"),
        ("knee, left side", "left"),
        ("rodilla derecha", "right"),
        ("la rodilla del lado izquierdo", "left"),
        ("both knees", "both"),
        ("left or right knee", "both"),
        ("right under the skull", None),
        ("knee", None),
    ],
)
def test_words_of_a_side_set_the_side(typed: str, side: str | None) -> None:
    assert finder().find(typed).side == side


@pytest.mark.parametrize(
    ("typed", "kind", "thing"),
    [
        ("median nerve", "nerve", "median-nerve"),
        ("nervio cubital", "nerve", "ulnar-nerve"),
        ("C6", "root", "c6"),
        ("L5 nerve root", "root", "l5"),
        ("infraspinatus trp 2", "point", "infraspinatus/2"),
        ("carpal tunnel", "page", "carpal-tunnel-like-hand-pain"),
        ("axila", "region", "axilla"),
    ],
)
def test_nerves_roots_points_pages_and_places_are_found_too(typed: str, kind: str, thing: str) -> None:
    assert (kind, thing) in [(a.kind, a.id) for a in finder().find(typed).answers]


def test_a_nerve_finds_the_muscles_that_it_supplies() -> None:
    found = finder().find("suprascapular nerve")
    assert set(muscles(found)) == {"supraspinatus", "infraspinatus"}
    assert finder().reason(found.of("muscle")[0], "es") == "inervado por: nervio supraescapular"


def test_every_answer_says_why_in_the_language_that_is_asked_for() -> None:
    found = finder().find("temple")
    assert finder().reason(found.of("muscle")[0], "en") == "felt here: temple"
    assert finder().reason(found.of("muscle")[0], "es") == "se siente aquí: sien"


def test_what_is_met_most_often_comes_first_of_what_fits() -> None:
    neck, back, shoulder = (muscles(finder().find(f"{place} pain")) for place in ("neck", "low back", "shoulder"))
    assert neck[0] in ("levator-scapulae", "upper-trapezius", "multifidus-cervical")
    assert "infraspinatus" in shoulder[:3] and "coccygeus" not in back[:5]
    assert neck.index("levator-scapulae") < neck.index("omohyoid")


def test_what_is_near_is_offered_where_nothing_fits_and_never_given_as_an_answer() -> None:
    found = finder().find("temporlasis xq")
    assert found.answers or found.nearest
    lost = finder().find("trapizoidum")
    assert not lost.answers or lost.answers[0].id.endswith("trapezius")


def test_a_search_takes_less_than_five_milliseconds_and_ten_for_ten_times_as_many() -> None:
    known = material()

    def ten(things: Mapping[str, T]) -> dict[str, T]:
        return {m if k == 0 else f"{m}-{k}": thing for k in range(10) for m, thing in things.items()}

    many = {m: replace(muscle, id=m) for m, muscle in ten(known.muscles).items()}
    names = {language: ten(of) for language, of in known.names.items()}
    large = Finder(replace(known, muscles=many, names=names))
    for asked, limit in ((finder(), 0.005), (large, 0.010)):
        for query in ("scm", "s", "sternoclido", "siatica", "outside of my left knee hurts when training", "qwrtpsd"):
            times = []
            for _ in range(9):
                start = time.thread_time()
                asked.find(query)
                times.append(time.thread_time() - start)
            assert min(times) < limit, (query, min(times))
