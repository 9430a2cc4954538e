"""The cards of the shipped atlas as questions: four choices of which one is right, and nothing that gives it away."""

from __future__ import annotations

from collections import Counter

import pytest

from atlas.content.catalog import FileCatalog
from atlas.domain.study.cards import KINDS, Card, all_cards, card_of, point_groups
from atlas.domain.study.choices import differ, gives_away
from atlas.domain.study.exam import NOT_MEASURED, ExamOrder, paper
from atlas.domain.study.overlap import SAME
from atlas.domain.study.question import Asking
from atlas.domain.study.question_plate import question_plate
from atlas.domain.study.session import region_areas


@pytest.fixture(scope="module")
def asking(catalog: FileCatalog) -> Asking:
    return Asking(catalog, "en")


@pytest.fixture(scope="module")
def cards(catalog: FileCatalog) -> tuple[Card, ...]:
    return all_cards(catalog)


def test_there_are_cards_of_every_kind_and_each_is_there_once(cards: tuple[Card, ...]) -> None:
    assert set(KINDS) == {card.kind for card in cards}
    assert [n for n in Counter(card.id for card in cards).values() if n > 1] == []
    assert all(card_of(card.id) == card for card in cards)


@pytest.mark.parametrize("wrong", ["", "infraspinatus", "infraspinatus/shape", "/pattern", "a/point/x"])
def test_what_is_no_id_of_a_card_is_none(wrong: str) -> None:
    assert card_of(wrong) is None


def test_every_card_can_be_asked(asking: Asking, cards: tuple[Card, ...]) -> None:
    assert [card.id for card in cards if asking.question(card, typed=False, turn=0) is None] == []


def test_of_four_patterns_one_is_right_and_no_other_is_the_same(
    asking: Asking, cards: tuple[Card, ...], catalog: FileCatalog
) -> None:
    contradicted, names, overlapping = [], [], 0
    for card in (c for c in cards if c.kind == "pattern"):
        for turn in range(3):
            question = asking.question(card, typed=False, turn=turn)
            assert question is not None and len(question.options) == 4 and question.options.count(card.about) == 1
            wrong = [m for m in question.options if m != card.about]
            shares = [asking.overlaps.of(card.about, m) for m in wrong]
            overlapping += sum(share > 0.0 for share in shares)
            contradicted += [(card.id, m) for m, share in zip(wrong, shares, strict=True) if share >= SAME]
            if len({catalog.muscles[m].name for m in question.options}) < 4:
                names.append(card.id)
    assert (contradicted, names) == ([], [])
    assert overlapping > 0.9 * 9 * sum(c.kind == "pattern" for c in cards)  # nearly all could be taken for it


def test_the_right_choice_stands_in_every_place_as_often(asking: Asking, cards: tuple[Card, ...]) -> None:
    places = Counter()
    for card in (c for c in cards if c.kind == "pattern"):
        for turn in range(8):
            question = asking.question(card, typed=False, turn=turn)
            assert question is not None
            places[question.options.index(card.about)] += 1
    assert max(places.values()) < 1.25 * min(places.values())


def test_no_text_to_choose_says_the_same_as_the_right_one_or_names_the_muscle(
    asking: Asking, cards: tuple[Card, ...], catalog: FileCatalog
) -> None:
    wrong = []
    for card in (c for c in cards if c.kind in ("origin", "insertion", "action", "nerve")):
        question = asking.question(card, typed=False, turn=0)
        assert question is not None
        if question.way == "choice":
            assert question.texts is not None
            right = question.texts[card.about]
            others = [text for m, text in question.texts.items() if m != card.about]
            if not all(differ(right, text) for text in others):
                wrong.append(card.id)
            if gives_away(catalog.muscles[card.about].name, question.texts.values()):
                wrong.append(card.id)
    assert wrong == []


def test_of_four_warnings_one_is_raised_by_the_muscle_s_pain(asking: Asking, cards: tuple[Card, ...]) -> None:
    for card in [c for c in cards if c.kind == "flags"][:20]:
        question = asking.question(card, typed=False, turn=1)
        assert question is not None and question.texts is not None
        assert len(question.options) == 4 and len(set(question.options) & set(question.right)) == 1
        assert all(question.texts.values())


def test_to_a_place_all_muscles_belong_that_are_mainly_felt_there(asking: Asking, catalog: FileCatalog) -> None:
    for card in [card for card in all_cards(catalog) if card.kind == "place"][::10]:
        question = asking.question(card, typed=False, turn=0)
        assert question is not None
        for muscle in catalog.muscles.values():
            felt = {z.strength for z in muscle.zones if card.about in z.regions}
            assert (muscle.id in question.right) == ("essential" in felt)
            assert (muscle.id in question.also) == (felt == {"spillover"})


def test_points_that_send_pain_to_the_same_zones_are_asked_as_one(catalog: FileCatalog) -> None:
    for muscle in catalog.muscles.values():
        told = {p.id: frozenset(p.refers_to) for p in muscle.trigger_points}
        for group in point_groups(muscle):
            assert len({told[p] for p in group}) == 1 and set(group) <= muscle.reachable


def test_the_pictures_of_a_pattern_do_not_lean_on_where_the_muscle_lies(catalog: FileCatalog) -> None:
    pattern = catalog.pattern("infraspinatus")
    zones = {"essential": pattern.painting("essential"), "spillover": pattern.painting("spillover")}
    plate = question_plate(catalog, zones, "female")  # type: ignore[arg-type]  # both are strengths
    assert 1 <= len(plate.panels) <= 3
    assert all(panel.box == (0.0, 0.0, 1.0, 1.0) and panel.caption.parts == () for panel in plate.panels)


def test_an_exam_asks_what_was_ordered_and_nothing_that_cannot_be_measured(
    cards: tuple[Card, ...], catalog: FileCatalog
) -> None:
    from random import Random

    areas = region_areas(catalog.muscles.values())
    order = ExamOrder(questions=20, areas=("thigh",))
    asked = paper(cards, order, catalog.muscles, areas, Random(1))
    assert len(asked) == 20 and len({c.id for c in asked}) == 20
    assert {catalog.muscles[c.about].area for c in asked if c.kind != "place"} == {"thigh"}
    assert not {c.kind for c in asked} & NOT_MEASURED
    assert paper(cards, order, catalog.muscles, areas, Random(1)) == asked
