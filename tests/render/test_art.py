"""The step that makes pictures: what is committed is what it makes now, and it refuses what it does not know."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from art.thumbnails import write_thumbnails
from atlas import paths
from atlas.content.catalog import FileCatalog


def test_the_thumbnails_are_what_is_drawn_now(catalog: FileCatalog, qapp: object, tmp_path: Path) -> None:
    some = list(catalog.muscles)[::20]
    write_thumbnails(tmp_path, catalog, some)
    for muscle in some:
        new, kept = (
            np.asarray(Image.open(folder / muscle / "thumb.png").convert("RGBA"), int)
            for folder in (tmp_path, paths.MUSCLES)
        )
        assert np.abs(new - kept).mean() < 0.5, f"run `python -m art thumbnails` ({muscle})"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            ["muscles", "upper-trapezus"],
            "There is no sound muscle `upper-trapezus` (did you mean `upper-trapezius`?). Nothing was made.",
        ),
        (["thumbnails", "soleus", "sole"], "There is no sound muscle `sole`"),
        (["sheets", "neck"], "There is no area `neck`"),
        (["patterns", "soleus"], "`patterns` takes no names; it is made as a whole."),
    ],
)
def test_a_name_that_art_does_not_know_is_refused_before_anything_is_made(asked: list[str], said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "art", *asked], capture_output=True, text=True, cwd=paths.ROOT, timeout=60
    )
    assert done.returncode == 2 and done.stdout == "" and done.stderr.startswith(f"art: {said}")
