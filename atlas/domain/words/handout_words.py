"""The handout's own words, in English; another language gives them in data/guide/<language>/handout.yaml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace

from atlas.domain.anatomy import Muscle, Strength
from atlas.domain.body.sides import Sides
from atlas.domain.state import Layer, Sign
from atlas.domain.views import Edge, View


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutWords:
    """Every phrase that is not said about one muscle. `{...}` is filled in."""

    title_of_several: str = "Where these muscles can send pain"
    where: str = "Where you may feel it"
    mainly: str = "Mainly"
    sometimes: str = "Sometimes"
    joined: str = "and"
    right: str = "right side"
    left: str = "left side"
    both: str = "both sides"
    on_other_side: str = "on the other side"
    felt_inside: str = "{place} (felt inside)"
    what_it_is: str = "What it is"
    why_there: str = "Why there"
    may_help: str = "What may help at home"
    how_long: str = "How long"
    how_often: str = "How often"
    not_if: str = "Skip it if"
    stop_if: str = "Stop if"
    get_help: str = "When to get help"
    more_signs: str = "More signs that need care"
    note: str = "From your therapist"
    room_for_notes: str = "Notes"
    drawing: str = "Where you drew your pain"
    key_essential: str = "Mainly felt here"
    key_spillover: str = "Sometimes felt here"
    key_point: str = "Sore spot"
    key_muscle: str = "Muscle"
    key_inside: str = "Felt inside"
    key_hollow: str = "Cannot be pressed from outside"
    key_drawn: str = "What you drew"
    patients_right: str = "Patient's right"
    patients_left: str = "Patient's left"
    patients_right_side: str = "Patient's right side"
    patients_left_side: str = "Patient's left side"
    patients_right_arm: str = "Patient's right arm"
    patients_left_arm: str = "Patient's left arm"
    patients_right_hand: str = "Patient's right hand"
    patients_left_hand: str = "Patient's left hand"
    patients_right_leg: str = "Patient's right leg"
    patients_left_leg: str = "Patient's left leg"
    patients_right_foot: str = "Patient's right foot"
    patients_left_foot: str = "Patient's left foot"
    not_a_diagnosis: str = (
        "Shows published referred-pain patterns for education. It does not diagnose, and does not replace assessment "
        "by a health professional."
    )
    studied: str = "This pattern was studied in {people} people."
    several_books: str = "This pattern is what therapists have seen, written down in more than one source."
    one_book: str = "This pattern is what therapists have seen, as written in the classic manual."
    honest: str = "Patterns differ from person to person, and healthy people can have sore spots too."
    reviewed_by: str = "Version {version}, reviewed by {by} on {on}."
    not_reviewed: str = "Version {version}, not yet reviewed."
    page: str = "Page {page} of {pages}"
    partly_english: str = "Part of this page is not translated yet and stands in English."

    def side(self, sides: Sides) -> str:
        return {"right": self.right, "left": self.left, "both": self.both}[sides]

    def lead(self, strength: Strength) -> str:
        """What stands before the places of a strength."""
        return {"essential": self.mainly, "spillover": self.sometimes}[strength]

    def sign(self, of: Layer | Sign) -> str:
        """What a sign means."""
        meanings: Mapping[Layer | Sign, str] = {
            Layer.ESSENTIAL: self.key_essential,
            Layer.SPILLOVER: self.key_spillover,
            Layer.POINTS: self.key_point,
            Layer.MUSCLE: self.key_muscle,
            Sign.INSIDE: self.key_inside,
            Sign.HOLLOW: self.key_hollow,
        }
        return meanings[of]

    def listed(self, names: Sequence[str]) -> str:
        """Names in a row; with semicolons where a name has a comma of its own."""
        if len(names) < 2:
            return "".join(names)
        if any("," in n for n in names):
            return "; ".join(names)
        return ", ".join(names[:-1]) + f" {self.joined} {names[-1]}"

    def sides_of_picture(self, view: View) -> tuple[str, str]:
        """What stands below a picture at its left and at its right; one of them only for one side or limb."""
        left, right = view.edges
        return self._edge(left), self._edge(right) if right else ""

    def _edge(self, edge: Edge) -> str:
        return str(getattr(self, f"patients_{edge.side}_{edge.of}" if edge.of else f"patients_{edge.side}"))

    def evidence(self, muscle: Muscle) -> str:
        if muscle.studied is not None:
            return self.studied.format(people=muscle.studied.people)
        return self.several_books if muscle.evidence == "manual+" else self.one_book

    def reviewed(self, muscle: Muscle) -> str:
        review = muscle.review
        if review.reviewed_by is None:
            return self.not_reviewed.format(version=muscle.version)
        return self.reviewed_by.format(version=muscle.version, by=review.reviewed_by, on=review.reviewed_on)


def phrases() -> tuple[str, ...]:
    """The names of all phrases."""
    return tuple(f.name for f in fields(HandoutWords))


def handout_words_of(written: Mapping[str, str]) -> HandoutWords:
    """The words of a language; a phrase that it lacks stays English, one with other blanks is left out."""
    english = HandoutWords()
    sound = {k: v for k, v in written.items() if k in phrases() and blanks(v) == blanks(getattr(english, k))}
    return replace(english, **sound)


def blanks(phrase: str) -> frozenset[str]:
    """The names in braces of a phrase."""
    return frozenset(part.split("}")[0] for part in phrase.split("{")[1:])
