"""The body coloured by what is known: where something is known, on both sides alike, and nowhere else."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from atlas.content.catalog import FileCatalog
from atlas.render.plates import Plates
from atlas.render.study.known_body import known_body

VIEW = "whole-back"


def pixels(image: QImage) -> NDArray[np.int32]:
    words = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return words[:, : image.width(), :3].astype(np.int32)


def test_a_region_is_coloured_on_both_sides_and_no_other_is(plates: Plates, catalog: FileCatalog) -> None:
    surface = catalog.surface
    vertex = surface.vertex("infraspinous-centre")
    region = surface.region_ids[int(surface.region[vertex])]
    bare, coloured = (
        pixels(known_body(plates, catalog, known, "female", "clay", VIEW)) for known in ({}, {region: 1.0})
    )
    changed = np.abs(bare - coloured).max(axis=2) > 12

    def at(v: int) -> bool:
        place = plates.place_of(VIEW, "female", v)
        assert place is not None
        return bool(changed[int(place[1]) // 2, int(place[0]) // 2])

    assert at(vertex) and at(int(surface.twin[vertex]))
    assert not at(surface.vertex("c7-spine")) and 0.001 < changed.mean() < 0.1


def test_what_is_known_well_is_darker_than_what_is_hardly_known(plates: Plates, catalog: FileCatalog) -> None:
    surface = catalog.surface
    vertex = surface.vertex("infraspinous-centre")
    region = surface.region_ids[int(surface.region[vertex])]
    place = plates.place_of(VIEW, "female", vertex)
    assert place is not None
    shown = [
        pixels(known_body(plates, catalog, {region: share}, "female", "clay", VIEW))[
            int(place[1]) // 2, int(place[0]) // 2
        ]
        for share in (0.0, 0.5, 1.0)
    ]
    assert shown[0].sum() > shown[1].sum() > shown[2].sum()
