"""The store tells each change once and in order, and a new patient begins with nothing of the one before."""

from __future__ import annotations

import numpy as np
import pytest

from atlas.content.catalog import FileCatalog
from atlas.domain.body.painting import Painting
from atlas.domain.pain.drawing import Brush, Drawing, blank, from_painting, joined
from atlas.domain.pain.pain_report import PainReport
from atlas.domain.scene import resolve
from atlas.domain.state import AtlasState, Look, Room, Study, brought_back, for_next_patient, said_of_a_patient
from atlas.domain.store import Store
from atlas.paths import Places


class Hearing:
    """Hears the queries of a store, and once answers one of them with another."""

    def __init__(self, store: Store, answer: str = "") -> None:
        self.heard: list[tuple[str, str]] = []
        self._store, self._answer = store, answer
        store.subscribe(self.hear)

    def hear(self, old: AtlasState, new: AtlasState) -> None:
        self.heard.append((old.study.query, new.study.query))
        if self._answer:
            answer, self._answer = self._answer, ""
            self._store.search(answer)


def test_a_change_made_while_telling_is_heard_by_all_after_the_one_before() -> None:
    store = Store()
    first, second = Hearing(store, answer="temple"), Hearing(store)
    store.search("jaw")
    assert store.state.study.query == "temple"
    assert first.heard == second.heard == [("", "jaw"), ("jaw", "temple")]


def test_a_listener_that_fails_keeps_no_other_from_hearing() -> None:
    store = Store()

    def fail(old: AtlasState, new: AtlasState) -> None:
        raise ValueError(new.study.query)

    store.subscribe(fail)
    after = Hearing(store)
    with pytest.raises(ValueError, match="jaw"):
        store.search("jaw")
    store.unsubscribe(fail)
    store.search("temple")
    assert after.heard == [("", "jaw"), ("jaw", "temple")]


def test_who_is_sent_away_while_the_others_are_told_hears_nothing_more() -> None:
    store = Store()

    def send_away(old: AtlasState, new: AtlasState) -> None:
        if later.hear in store._listeners:
            store.unsubscribe(later.hear)

    store.subscribe(send_away)
    later = Hearing(store)
    store.search("jaw")
    assert later.heard == []


def test_two_scenes_of_the_same_state_are_equal_and_can_be_kept_in_a_set(sample: Places) -> None:
    catalog, again = FileCatalog(sample), FileCatalog(sample)
    muscle, other = list(catalog.muscles)[:2]
    state = AtlasState(study=Study(muscle=muscle))
    scene = resolve(state, catalog)
    assert scene == resolve(state, again) and scene.paint
    assert len({scene, resolve(state, again)}) == 1
    assert scene != resolve(AtlasState(study=Study(muscle=other)), catalog)


def test_paintings_are_equal_by_what_is_painted_and_cannot_be_changed() -> None:
    def made(strength: float) -> Painting:
        return Painting(vertices=np.array([1, 2], np.int32), strength=np.array([1.0, strength], np.float32))

    assert made(0.5) == made(0.5) and hash(made(0.5)) == hash(made(0.5))
    assert made(0.5) != made(0.25) and made(0.5) != "a painting"
    with pytest.raises(ValueError, match="read-only"):
        made(0.5).strength[0] = 0.0


# -- a new patient -----------------------------------------------------------


@pytest.fixture
def drawing(sample: Places) -> Drawing:
    surface = FileCatalog(sample).surface
    return from_painting(surface, Painting(vertices=np.arange(9, dtype=np.int32), strength=np.ones(9, np.float32)))


def test_a_new_patient_keeps_the_rooms_words_and_light_but_none_of_them_in_a_waiting_room(drawing: Drawing) -> None:
    start = AtlasState(look=Look(figure="male"))
    used = AtlasState(
        room=Room(language="es", text_size=150, theme="dark"),
        look=Look(tone="monk-9"),
        study=Study(muscle="masseter", query="jaw"),
        report=PainReport(drawing=drawing),
        patient_screen="freeze",
        mode="pain",
    )
    room = for_next_patient(used, start, room_stays=True)
    assert room == AtlasState(
        room=Room(language="es", text_size=150, theme="dark"), look=Look(figure="male"), patient_screen="follow"
    )
    assert for_next_patient(used, start, room_stays=False) == AtlasState(
        look=Look(figure="male"), patient_screen="follow"
    )


def test_what_was_cleared_comes_back_in_the_rooms_light_of_now_and_not_on_a_screen_that_was_put_out(
    drawing: Drawing,
) -> None:
    kept = AtlasState(report=PainReport(drawing=drawing), mode="pain", patient_screen="freeze")
    now = AtlasState(room=Room(theme="dark"), patient_screen="follow")
    back = brought_back(kept, now, room_stays=True)
    assert back.report.drawing is drawing and back.room.theme == "dark" and back.patient_screen == "blank"
    assert brought_back(kept, AtlasState(room=Room(theme="dark")), room_stays=False).room.theme == "light"


def test_only_what_is_chosen_typed_or_painted_is_said_of_a_patient(drawing: Drawing) -> None:
    fresh = said_of_a_patient(AtlasState())
    assert said_of_a_patient(AtlasState(room=Room(theme="dark"), mode="pain", patient_screen="blank")) == fresh
    assert said_of_a_patient(AtlasState(study=Study(muscle="masseter"))) != fresh
    assert said_of_a_patient(AtlasState(study=Study(query="jaw"))) != fresh
    assert said_of_a_patient(AtlasState(report=PainReport(drawing=drawing))) != fresh


# -- the drawing -------------------------------------------------------------


def test_undo_takes_a_complaint_back_with_its_drawing(drawing: Drawing) -> None:
    store = Store()
    store.draw(drawing)
    other = joined(drawing, Painting(vertices=np.array([20], np.int32), strength=np.ones(1, np.float32)), _brush())
    store.draw(other, ("headache-temple",))
    store.undo()
    assert store.state.report.drawing is drawing and store.state.report.complaints == ()
    store.redo()
    assert store.state.report.drawing is other and store.state.report.complaints == ("headache-temple",)


def test_an_empty_drawing_has_no_complaint(drawing: Drawing, sample: Places) -> None:
    store = Store()
    store.draw(drawing, ("headache-temple",))
    before = store.state.report.drawing
    store.paint(blank(FileCatalog(sample).surface))
    store.finish_stroke(before)
    assert store.state.report.complaints == ()
    store.undo()
    assert store.state.report.complaints == ("headache-temple",)


def test_a_drawing_is_unsaved_until_it_is_in_a_file_as_it_is(drawing: Drawing) -> None:
    store = Store()
    assert not store.state.report.is_unsaved
    store.draw(drawing)
    assert store.state.report.is_unsaved
    store.keep_saved(drawing)
    assert not store.state.report.is_unsaved
    store.draw(None)
    assert not store.state.report.is_unsaved
    store.undo()
    assert not store.state.report.is_unsaved


def test_what_was_painted_keeps_its_own_strength_when_a_place_is_added(drawing: Drawing) -> None:
    more = joined(
        drawing, Painting(vertices=np.arange(5, 15, dtype=np.int32), strength=np.ones(10, np.float32)), _brush()
    )
    assert more.strength[:15].all()
    assert (more.level[:9] == drawing.level[:9]).all() and (more.level[9:15] == 2).all()


def _brush() -> Brush:
    return Brush(level="strong")
