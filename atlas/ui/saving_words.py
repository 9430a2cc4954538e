"""Says in the interface's language why a file was not written."""

from __future__ import annotations

from atlas.content.saving import NotSaved
from atlas.ui.words import translate


def not_saved(error: NotSaved) -> str:
    said = translate("Saving", "{name} could not be saved: {why}.")
    return said.format(name=error.path.name or error.path, why=translate("Saving", error.why))
