"""A further strength of pain is either known to all that tell strengths apart, or refused: never taken for another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, cast, get_args

import pytest

from atlas.content.catalog import FileCatalog
from atlas.domain.anatomy import Strength
from atlas.domain.pain.matching import pattern_weight
from atlas.domain.pain.overlays import OverlayLayer
from atlas.domain.pattern import Pattern
from atlas.domain.scene import PaintLayer, Scene, resolve
from atlas.domain.state import AtlasState, Layer, Study
from atlas.domain.strengths import STRENGTHS, drawn_in_order
from atlas.domain.words.description import DescriptionWords
from atlas.domain.words.handout_words import HandoutWords
from atlas.paths import Places
from atlas.render.pain.ink import LAID_OVER, ink_of
from atlas.render.pain.pain_fields import PAINTERS
from atlas.render.pain.signs import SIGNS
from atlas.render.plates import Plates
from atlas.ui.language.value_names import LAYER_NAMES

RARE = cast(Strength, "rare")
TABLES: dict[str, Mapping[Any, object]] = {"what it weighs": STRENGTHS, "the field": PAINTERS, "the ink": LAID_OVER}
WORDS: dict[str, Callable[[Strength], str]] = {"said": DescriptionWords().lead, "printed": HandoutWords().lead}


def holds(table: Mapping[Any, object], strengths: tuple[str, ...]) -> bool:
    return set(table) == set(strengths)


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_each_strength_and_lacks_a_third_until_it_is_written(table: str) -> None:
    known = get_args(Strength)
    assert holds(TABLES[table], known)
    assert not holds(TABLES[table], (*known, RARE))  # so this test fails for who adds one and forgets a table
    with pytest.raises(KeyError):
        TABLES[table][RARE]


@pytest.mark.parametrize("words", WORDS)
def test_every_strength_has_its_words_and_a_third_has_none(words: str) -> None:
    assert len({WORDS[words](strength) for strength in get_args(Strength)}) == len(get_args(Strength))
    with pytest.raises(KeyError):
        WORDS[words](RARE)


def test_every_layer_has_a_sign_and_a_name_and_every_strength_its_own_layer() -> None:
    assert set(SIGNS) == set(LAYER_NAMES) == set(Layer)
    assert all(HandoutWords().sign(layer) for layer in Layer)
    assert len({row.layer for row in STRENGTHS.values()}) == len(STRENGTHS)
    assert sum(row.shown for row in STRENGTHS.values()) == pytest.approx(1.0)
    assert tuple(STRENGTHS) == drawn_in_order()[::-1]


@pytest.fixture
def catalog(sample: Places) -> FileCatalog:
    return FileCatalog(sample)


@pytest.fixture
def pattern(catalog: FileCatalog) -> Pattern:
    """A pattern with a zone of a strength that nobody knows."""
    pattern = catalog.pattern("sternocleidomastoid-sternal")
    return replace(pattern, zones=(replace(pattern.zones[0], strength=RARE), *pattern.zones[1:]))


def test_a_zone_of_an_unknown_strength_is_neither_weighed_nor_drawn_as_another(
    catalog: FileCatalog, pattern: Pattern, sample: Places, qapp: object
) -> None:
    with pytest.raises(KeyError):
        pattern_weight(pattern)
    rare = pattern.painting(RARE)
    scene: Scene = resolve(AtlasState(study=Study(view="whole-front")), catalog)
    plates = Plates(catalog, sample.body, sample.assets / "muscles")
    with pytest.raises(KeyError):
        plates.image(replace(scene, paint=(PaintLayer(strength=RARE, painting=rare),)))
    with pytest.raises(KeyError):
        ink_of(OverlayLayer(inking=RARE, place=0, painting=rare), "classic")
