"""A slip of the pen in a data file is said with what mends it, not in the parser's words."""

from __future__ import annotations

import pytest

from atlas.content.catalog import FileCatalog
from atlas.paths import Places


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("refers_to: [", "refers_to: {", "A comma or } is missing here or in the line before."),
        ("origin: ", "origin: 'The neck's back' ", "in '...' an apostrophe is written twice."),
        ("width: [120, 160, 120]", "width: 0", "A width is more than 0 and at most 600 mm."),
    ],
)
def test_a_slip_of_the_pen_is_said_with_what_mends_it(sample: Places, old: str, new: str, said: str) -> None:
    text = sample.referrals.read_text(encoding="utf-8")
    assert old in text
    sample.referrals.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(problem.sentence.endswith(said) for problem in FileCatalog(sample).problems)
