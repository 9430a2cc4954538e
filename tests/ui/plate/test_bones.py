"""Bones on the plate: faint at first, as clear as is chosen, and so again next time."""

from __future__ import annotations

from pathlib import Path

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.content.kept.preferences import load_preferences
from tests.ui.conftest import close
from tests.ui.person import Person

VIEW = "Figure, skin and colours"
SHIN = "tibial-tuberosity"


def test_bones_show_as_clearly_as_is_chosen_beside_the_body(me: Person) -> None:
    me.store.choose_view("leg-front-right")
    me.presses(VIEW)
    assert me.chosen("Bones") == "Faint"
    seen = {}
    for choice in ("None", "Faint", "Clear"):
        me.presses(f"Bones: {choice}")
        me.settled()
        seen[choice] = me.color_at(SHIN)
    assert seen["None"].blue() < seen["Faint"].blue() < seen["Clear"].blue()


def test_the_choice_is_kept_for_the_next_time_but_not_from_a_kiosk(catalog: FileCatalog, tmp_path: Path) -> None:
    settings = tmp_path / "window.json"
    me = Person(AtlasApp(catalog, settings=settings))
    me.opens_window()
    me.presses(VIEW)
    me.presses("Bones: None")
    close(me.app)
    assert load_preferences(settings)[0].bones == "none"
    guest = Person(AtlasApp(catalog, settings=settings, kiosk=True))
    guest.opens_window()
    assert guest.store.state.look.bones == "none"
    guest.store.choose_bones("clear")
    close(guest.app)
    assert load_preferences(settings)[0].bones == "none"
