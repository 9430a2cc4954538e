"""A person before the atlas: what one does there with hand and keys, and what one sees and hears.

The one place (with the modules it is made of, `surfaces` and the conftests) that knows how the window is put together.
"""

from __future__ import annotations

from tests.ui.at_the_body import COMPLAINTS, MODES, MUSCLES, PATTERNS, SAY, SEARCH, VIEWS, AtTheBody, violet
from tests.ui.at_the_desk import HANDOUT, AtTheDesk
from tests.ui.beside_the_patient import BRING_BACK, CLEARED, NEW_PATIENT, BesideThePatient

__all__ = [
    "BRING_BACK",
    "CLEARED",
    "COMPLAINTS",
    "HANDOUT",
    "MODES",
    "MUSCLES",
    "NEW_PATIENT",
    "PATTERNS",
    "SAY",
    "SEARCH",
    "VIEWS",
    "Person",
    "violet",
]


class Person(AtTheBody, AtTheDesk, BesideThePatient):
    """Does all of it, before one window."""
