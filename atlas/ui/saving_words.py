"""Says in the interface's language why a file was not written, and what became of the settings."""

from __future__ import annotations

from atlas.content.preferences import BrokenSettings
from atlas.content.saving import NotSaved
from atlas.ui.words import translate


def not_saved(error: NotSaved) -> str:
    said = translate("Saving", "{name} could not be saved: {why}.")
    return said.format(name=error.path.name or error.path, why=translate("Saving", error.why))


def settings_broken(broken: BrokenSettings) -> str:
    said = translate(
        "Notice", "The settings could not be read, so the usual ones are used. What was there is kept in {}."
    )
    return said.format(broken.kept)
