"""A student in the review, before the window that is shared by all tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from atlas.app import AtlasApp
from atlas.domain.state import AtlasState
from tests.ui.study.student import Student


@pytest.fixture
def ana(atlas: AtlasApp) -> Iterator[Student]:
    """Ana, who has just begun; afterwards nothing is left of her."""
    student = Student(atlas)
    student.begins()
    yield student
    study = student.study
    study._close()
    learners = atlas._learners
    for known in learners.known():
        learners.delete(known.id)
    atlas.store.set(AtlasState())
