"""A draped figure on the plate: when it is chosen, the next time too, and from the beginning before a waiting room."""

from __future__ import annotations

from pathlib import Path

from atlas.app import AtlasApp
from atlas.content.catalog import FileCatalog
from atlas.content.kept.preferences import load_preferences
from tests.ui.conftest import close
from tests.ui.person import Person

VIEW = "Figure, skin and colours"
COVERED, BARE = "suprapubic-centre", "navel"


def test_the_figure_is_dressed_as_is_chosen(me: Person) -> None:
    me.store.choose_view("pelvis-front")
    me.presses(VIEW)
    assert me.chosen("Clothes") == "Bare"
    me.settled()
    before = me.color_at(COVERED), me.color_at(BARE)
    me.presses("Clothes: Draped")
    me.settled()
    assert me.color_at(COVERED) != before[0] and me.color_at(BARE) == before[1]
    me.presses("Clothes: Bare")
    me.settled()
    assert (me.color_at(COVERED), me.color_at(BARE)) == before


def test_a_kiosk_begins_draped_and_a_window_as_it_was_left(catalog: FileCatalog, tmp_path: Path) -> None:
    settings = tmp_path / "window.json"
    guest = Person(AtlasApp(catalog, settings=settings, kiosk=True))
    guest.opens_window()
    assert guest.store.state.look.draped
    close(guest.app)
    me = Person(AtlasApp(catalog, settings=settings))
    me.opens_window()
    assert not me.store.state.look.draped
    me.presses(VIEW)
    me.presses("Clothes: Draped")
    close(me.app)
    assert load_preferences(settings)[0].draped


def test_the_handouts_pictures_follow(me: Person) -> None:
    me.opens("gluteus-maximus")
    me.store.drape(True)
    assert me.opens_handout().draped
    me.settled()
    handout = me.handout()
    assert handout is not None
    assert all(picture.scene.draped for portrait in handout.portraits for picture in portrait.pictures)
    me.puts_handout_away()
