"""What a student reads of a muscle: its anatomy, and a question whose answer waits until one asks for it."""

from __future__ import annotations

from tests.ui.person import Person

ANSWER = "The uncommon point 3"


def test_a_student_reads_the_anatomy_and_sees_the_answer_on_asking(me: Person) -> None:
    me.opens("soleus")
    me.key("Ctrl+3")
    me.settled()
    said = me.reads()
    assert "Tibial nerve (" in said and "Check yourself" in said and ANSWER not in said
    me.presses("Show the answer")
    assert ANSWER in me.reads()
    me.presses("Hide the answer")
    assert ANSWER not in me.reads()


def test_the_next_question_begins_with_its_answer_hidden(me: Person) -> None:
    me.opens("soleus")
    me.key("Ctrl+3")
    me.settled()
    me.presses("Show the answer")
    me.opens("popliteus")
    me.settled()
    assert me.offers("Show the answer") and not me.offers("Hide the answer")
