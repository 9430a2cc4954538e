"""Says in the interface's language why something was not written, not used or not made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.domain.words.handout_order import REFUSALS, NoHandout
from atlas.ui.language.translate import translate

if TYPE_CHECKING:  # nothing of Pillow is needed before there is a logo
    from atlas.domain.problems import NotSaved
    from atlas.render.handout.logo import NoLogo


def words_of_not_saved(error: NotSaved) -> str:
    """That a file was not written and why, as one sentence; it names the file without its folder."""
    said = translate("Saving", "{name} could not be saved: {why}.")
    return said.format(name=Path(error.path).name or error.path, why=translate("Saving", error.why))


def no_handout(refusal: NoHandout) -> str:
    """Why a handout is not made, as one sentence."""
    return translate("Handout", REFUSALS[refusal.why]).format(**refusal.values)


def no_logo(error: NoLogo) -> str:
    """That a logo cannot be used and why, as one sentence; it names the file without its folder."""
    said = translate("Saving", "The logo {name} cannot be used: {why}.")
    return said.format(name=error.path.name or error.path, why=translate("Saving", error.why))


def settings_broken(kept: Path, names: Sequence[str] = ()) -> str:
    """`kept` is where the broken file is now; with `names` only these settings cannot be used."""
    if names:
        said = translate("Notice", "In the settings, the usual value stands in for what cannot be used: {}. File: {}.")
        return said.format(", ".join(names), kept)
    said = translate(
        "Notice", "The settings could not be read, so the usual ones are used. What was there is kept in {}."
    )
    return said.format(kept)
