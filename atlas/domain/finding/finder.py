"""The one search: everything the atlas can be asked for, in all its languages, by whatever words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import cast

from atlas.domain.choices import ENGLISH
from atlas.domain.finding.answers import Answer, Found, Kind, Why
from atlas.domain.finding.entries import entries, latin_words, name_words, plain_words, words_of_sides
from atlas.domain.finding.lexicon import Fillers, Lexicon, NameWords, Sense
from atlas.domain.finding.material import Material
from atlas.domain.finding.ranking import Felt, Likely
from atlas.domain.finding.reading import Reading, ReadPlace, SentenceReader
from atlas.domain.finding.sayings import Sayings, claims
from atlas.domain.finding.tokens import tokens_of

_NAMED, _HALF_NAMED, _PLACE, _LISTED, _DOING, _SAID = 3.0, 2.0, 1.0, 1.0, 0.4, 0.35
_CLAIMED = 0.7  # of a complaint that a muscle names as its own, beside the first of its list
_PLACE_OF_LISTED = 0.5  # where a complaint is felt that has muscles of its own, and no place was said
_COMPLAINTS = 0.7  # of where a complaint is felt that was named, beside a place that was said
_BROAD = 0.25  # of a place within which another one was said
_LISTED_LESS = 0.07  # for each place further down among the muscles of a complaint
_TELLING = 0.75  # how much of a saying has to be said for it to be meant
_LEAST = 0.22  # of the best score of its kind
_MOST: Mapping[Kind, int] = {"muscle": 24, "point": 8, "complaint": 8, "page": 4, "region": 8, "nerve": 4, "root": 4}
_BELOW: Mapping[Kind, float] = {  # how an answer of a kind counts beside a muscle of equal fit
    "muscle": 1.0,
    "point": 0.99,
    "complaint": 0.98,
    "nerve": 0.97,
    "root": 0.96,
    "page": 0.35,
    "region": 0.3,
}
_NEARLY_NAMED = 0.85
_FEW = 4  # named muscles, whose complaints are answers too
_LEAST_ASKED = 3  # letters of something that anything can be like
_NEAREST = 5  # things that are offered where nothing fits


class Finder:
    """Made once; `find` answers while one types."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._felt = Felt(material.muscles.values())
        self._parts = material.parts
        fillers = Fillers(material.vocabulary.fillers)
        sides = {
            w for said in material.vocabulary.sides.values() for of in said.values() for p in of for w in tokens_of(p)
        }
        skipped = frozenset(w for w in sides if w not in fillers)
        self._name_words = NameWords(
            name_words(material, fillers, plain_words(material.vocabulary)), latin_words(material)
        )
        self._lexicon = Lexicon(entries(material, fillers), fillers, skipped, self._name_words.spelt)
        self._reader = SentenceReader(
            self._lexicon, self._name_words, tuple(material.names), words_of_sides(material.vocabulary)
        )
        self._sayings = Sayings(material, fillers)
        self._claims = claims(material.muscles.values(), material.complaints.get(ENGLISH, {}).values())
        self._typical = tuple(
            self._sayings.typical(word.said.get(ENGLISH, ())) if word.role == "place" else {}
            for word in material.vocabulary.words
        )
        english = material.complaints.get(ENGLISH) or next(iter(material.complaints.values()), {})
        self._complaints = english
        self._pages = pages = material.pages.get(ENGLISH) or next(iter(material.pages.values()), {})
        self._likely = Likely(material.muscles.values(), material.surveys, pages.values(), material.parts)

    def find(self, text: str, language: str = ENGLISH) -> Found:
        """What a text finds, best first; nothing for an empty one. `language` is leant to where words do not tell."""
        if not text.strip():
            return Found()
        reading = self._reader.read(text, language)
        answers = [*self._muscles(reading), *self._complaint_answers(reading), *self._others(reading)]
        if not answers:
            return Found(side=reading.side, nearest=self._nearest(text))
        found = sorted(answers, key=lambda a: -a.score)
        places = tuple(dict.fromkeys(r for place in reading.places for r in place.regions))
        return Found(answers=tuple(found), side=reading.side, places=places)

    def senders(self, region: str) -> tuple[tuple[str, bool], ...]:
        """The muscles that send pain to a region (right side), and whether nearly always; the likeliest first."""
        fits = self._felt.scores([(region,)], [1.0])
        likely = self._likely.of((region,))
        mainly = {m: region in self._felt.mainly(m) for m in fits}
        ranked = sorted(fits, key=lambda m: (not mainly[m], -fits[m] - likely.get(m, 0.0), self._order(m)))
        return tuple((m, mainly[m]) for m in ranked)

    # -- muscles -------------------------------------------------------------

    def _muscles(self, reading: Reading) -> Iterator[Answer]:
        named: dict[str, float] = {}
        listed: dict[str, tuple[float, str]] = {}
        doing: dict[str, float] = {}
        nerves: dict[str, str] = {}
        named_complaints = [c for s in reading.senses if s.kind == "complaint" for c in s.complaints]
        meant_places = tuple(r for place in reading.places for r in place.regions)
        meant_places += tuple(r for c in named_complaints if c in self._complaints for r in self._complaints[c].regions)
        for sense in reading.senses:
            if sense.kind == "muscle":
                for m in sense.muscles:
                    named[m] = max(named.get(m, 0.0), 1.0)
            elif sense.kind in ("complaint", "page") and not self._fits(sense, reading):
                for k, m in enumerate(sense.muscles):
                    doing[m] = max(doing.get(m, 0.0), 1.0 - _LISTED_LESS * k)
            elif sense.kind in ("complaint", "page"):
                complaint = sense.id or (sense.complaints[0] if sense.complaints else "")
                for k, m in enumerate(sense.muscles):
                    if sense.kind == "page" and meant_places and not self._felt.feels(m, meant_places):
                        continue
                    score = 1.0 - _LISTED_LESS * k
                    if score > listed.get(m, (0.0, ""))[0]:
                        listed[m] = score, complaint if sense.kind == "complaint" else ""
            elif sense.kind == "circumstance":
                for k, m in enumerate(sense.muscles):
                    doing[m] = max(doing.get(m, 0.0), 1.0 - _LISTED_LESS * k)
            elif sense.kind == "nerve":
                nerves |= dict.fromkeys(sense.muscles, sense.id)
        meant = {c for s in reading.senses if s.kind == "complaint" for c in s.complaints[:1]}
        for m, claimed in self._claims.items():
            for c in meant & claimed:
                if listed.get(m, (0.0, ""))[0] < _CLAIMED:
                    listed[m] = _CLAIMED, c
        places = [place.regions for place in reading.places]
        if not places and not listed and not named and not reading.half_named and not nerves:
            places += [
                self._complaints[c].regions
                for s in reading.senses
                if s.kind == "circumstance"
                for c in s.complaints
                if c in self._complaints
            ]
        weights = [_BROAD if _is_broad(p, places, self._parts) else 1.0 for p in places]
        for sense in reading.senses:
            told = sense.kind == "complaint" or (sense.kind == "page" and not meant_places)
            if told and self._fits(sense, reading):
                for c in sense.complaints[:2] if sense.kind == "page" else sense.complaints[:1]:
                    if c in self._complaints:
                        places.append(self._complaints[c].regions)
                        weights.append(_COMPLAINTS)
            elif sense.kind == "root":
                places.append(sense.regions)
                weights.append(0.5)
        typical = [self._typical_of(place) for place in reading.places]
        typical += [{}] * (len(places) - len(typical))
        felt = self._felt.scores(places, weights, typical)
        said = self._sayings.muscles(reading.content)
        likely = self._likely.of(tuple(dict.fromkeys(r for place in places for r in place)))
        anything = named or listed or doing or nerves or felt or reading.half_named
        if not anything and len(reading.unread) > len(reading.content) // 2:
            said = {}
        place = _PLACE if reading.places or not listed else _PLACE_OF_LISTED
        scores: dict[str, float] = {}
        for m in dict.fromkeys(
            (
                *named,
                *reading.half_named,
                *listed,
                *nerves,
                *felt,
                *(doing if not felt else ()),
                *(said if not anything else ()),
            )
        ):
            scores[m] = (
                _NAMED * named.get(m, 0.0)
                + _HALF_NAMED * reading.half_named.get(m, 0.0)
                + place * felt.get(m, 0.0)
                + _LISTED * listed.get(m, (0.0, ""))[0]
                + (1.0 if m in nerves else 0.0)
                + _DOING * doing.get(m, 0.0)
                + _SAID * said.get(m, 0.0)
                + likely.get(m, 0.0)
            )
        best = max(scores.values(), default=0.0)
        ranked = sorted((m for m in scores if scores[m] >= _LEAST * best), key=lambda m: (-scores[m], self._order(m)))
        where = tuple(dict.fromkeys(r for place in places for r in place))
        for m in ranked[: _MOST["muscle"]]:
            yield self._muscle(
                m,
                scores[m] / best,
                m in named or m in reading.half_named,
                nerves.get(m, ""),
                listed.get(m, (0.0, ""))[1],
                where,
            )
            if reading.numbers and (m in named or m in reading.half_named):
                for point in self._material.muscles[m].trigger_points:
                    if point.id in reading.numbers:
                        yield _answer("point", f"{m}/{point.id}", scores[m] / best, "name")

    def _fits(self, sense: Sense, reading: Reading) -> bool:
        """Whether a complaint is felt where it was said to hurt; if not, its words only tell what someone was doing."""
        meant = {r for place in reading.places for r in place.regions}
        felt = {r for c in sense.complaints if c in self._complaints for r in self._complaints[c].regions}
        return not meant or not felt or bool(meant & felt)

    def _typical_of(self, place: ReadPlace) -> Mapping[str, float]:
        out: dict[str, float] = {}
        for word in place.words:
            for muscle, share in self._typical[word].items():
                out[muscle] = max(out.get(muscle, 0.0), share)
        return out

    def _order(self, muscle: str) -> tuple[int, int]:
        """Among equals: what is better founded, then what lies nearer to the finger."""
        m = self._material.muscles[muscle]
        return ("studied", "manual+", "manual").index(m.evidence), ("superficial", "deep").index(m.depth)

    def _muscle(
        self, muscle: str, score: float, named: bool, nerve: str, complaint: str, where: tuple[str, ...]
    ) -> Answer:
        if named:
            return _answer("muscle", muscle, score, "name")
        if nerve:
            return _answer("muscle", muscle, score, "nerve", nerve=nerve)
        why, regions = self._felt.reason(muscle, where)
        if regions:
            return _answer("muscle", muscle, score, why, regions=regions)
        if complaint:
            return _answer("muscle", muscle, score, "complaint", complaint=complaint)
        return _answer("muscle", muscle, score, "saying")

    # -- complaints, pages, regions, nerves, roots -----------------------------

    def _complaint_answers(self, reading: Reading) -> list[Answer]:
        meant = {r for place in reading.places for r in place.regions}
        meant = meant or {r for m in self._few_named(reading) for r in self._felt.mainly(m)}
        said = self._sayings.complaints(reading.content)
        scores: dict[str, float] = {}
        whys: dict[str, Why] = {}
        only_doing = not meant and not any(s.kind in ("complaint", "page") for s in reading.senses)
        for sense in reading.senses:
            if sense.kind in ("complaint", "circumstance") and (sense.kind == "complaint" or only_doing or meant):
                for k, c in enumerate(sense.complaints):
                    fits = only_doing or not meant or bool(meant.intersection(self._complaints[c].regions))
                    fits = fits or (sense.kind == "complaint" and self._fits(sense, reading))
                    if c in self._complaints and fits:
                        whole = sense.kind == "complaint" and self._fits(sense, reading)
                        share = (1.0 if whole else 0.4) - 0.1 * k
                        scores[c] = max(scores.get(c, 0.0), share)
                        whys[c] = "name"
        known = bool(meant or scores or reading.half_named or any(s.kind != "filler" for s in reading.senses))
        for c, complaint in self._complaints.items():
            both = len(meant.intersection(complaint.regions))
            cover = both / len(complaint.regions) * (both / len(meant)) ** 0.5 if both else 0.0
            words_of = said.get(c, 0.0)
            named = any(s.kind == "muscle" for s in reading.senses)
            if both or c in scores or (words_of > _TELLING and not named and (known or not reading.unread)):
                scores[c] = scores.get(c, 0.0) + cover + 0.5 * words_of
                whys.setdefault(c, "felt" if both else "saying")
        few = self._few_named(reading)
        for c in {c for m in few for c in self._claims[m]}:
            scores[c] = scores.get(c, 0.0) + 0.5
            whys.setdefault(c, "saying")
        best = max(scores.values(), default=0.0)
        ranked = sorted((c for c in scores if scores[c] >= 0.3 * best), key=lambda c: -scores[c])[: _MOST["complaint"]]
        out = []
        for c in ranked:
            regions = tuple(r for r in self._complaints[c].regions if r in meant)
            out.append(_answer("complaint", c, scores[c] / best, whys[c], regions=regions if whys[c] == "felt" else ()))
        return out

    def _few_named(self, reading: Reading) -> tuple[str, ...]:
        """The muscles that were named; none where many were."""
        named = [m for s in reading.senses if s.kind == "muscle" for m in s.muscles]
        named += [m for m, share in reading.half_named.items() if share > _NEARLY_NAMED]
        few = tuple(dict.fromkeys(named))
        return few if len(few) <= _FEW else ()

    def _others(self, reading: Reading) -> Iterator[Answer]:
        named = {(s.kind, s.id): s for s in reading.senses}
        for (kind, thing), _ in named.items():
            if kind in ("nerve", "root") and thing:
                yield _answer("nerve" if kind == "nerve" else "root", thing, 1.0, "name")
        meant = tuple(dict.fromkeys(r for place in reading.places for r in place.regions))
        for k, region in enumerate(meant[: _MOST["region"]]):
            yield _answer("region", region, 1.0 - 0.02 * k, "name")
        complaints = {c for s in reading.senses if s.kind == "complaint" for c in s.complaints}
        scores = {}
        for p, page in self._pages.items():
            share = 1.0 if ("page", p) in named else 0.0
            share = max(share, 0.6 if complaints.intersection(page.complaints) else 0.0)
            both = len(set(meant).intersection(page.regions))
            if both:
                share = max(share, 0.8 * both / len(meant))
            if share > 0.25:
                scores[p] = share
        for p in sorted(scores, key=lambda p: -scores[p])[: _MOST["page"]]:
            yield _answer("page", p, scores[p], "name" if ("page", p) in named else "words")

    # -- in words ----------------------------------------------------------------

    def title(self, answer: Answer, language: str = ENGLISH) -> str:
        """What an answer is called; in English where the language has no name for it."""
        held = self._material
        thing, _, number = answer.id.partition("/")
        match answer.kind:
            case "muscle" | "point":
                called = held.names.get(language, {}).get(thing) or held.names[ENGLISH][thing]
                return f"{called.name} {number}".strip()
            case "complaint":
                return (held.complaints.get(language, {}).get(thing) or self._complaints[thing]).title
            case "page":
                return (held.pages.get(language, {}).get(thing) or self._pages[thing]).title
            case "region":
                return self._label(thing, language)
            case "nerve":
                return self._nerve(thing, language)
            case "root":
                return thing.upper()

    def reason(self, answer: Answer, language: str = ENGLISH) -> str:
        """Why it is an answer, in a few words."""
        said = self._material.vocabulary.reasons.get(answer.why, {})
        phrase = next(iter(said.get(language) or said.get(ENGLISH) or ()), "")
        what = ", ".join(self._label(r, language) for r in answer.regions)
        if answer.complaint:
            what = self.title(replace(answer, kind="complaint", id=answer.complaint), language)
        if answer.nerve:
            what = self._nerve(answer.nerve, language)
        return phrase.replace("{what}", what)

    def _label(self, region: str, language: str) -> str:
        labels = self._material.labels
        return labels.get(language, {}).get(region) or labels[ENGLISH].get(region, region)

    def _nerve(self, nerve: str, language: str) -> str:
        word = next(w for w in self._material.vocabulary.words if w.id == nerve)
        return (word.said.get(language) or word.said[ENGLISH])[0]

    # -- nothing fits ----------------------------------------------------------

    def _nearest(self, text: str) -> tuple[Answer, ...]:
        """What words like those that were typed lead to; nothing for small words alone."""
        asked = [w for w in tokens_of(text) if w not in self._lexicon.fillers and len(w) >= _LEAST_ASKED]
        things: dict[tuple[Kind, str], None] = {}
        for word in asked:
            for like in self._lexicon.like(word):
                for sense in self._lexicon.senses(like):
                    if sense.kind in ("region", "complaint", "page") and sense.id:
                        things[cast(Kind, sense.kind), sense.id] = None
                    things |= {("region", r): None for r in sense.regions[:1]}
                    things |= {("muscle", m): None for m in sense.muscles[:2]}
                ranked = self._name_words.muscles(like, begun=False)
                things |= {("muscle", m): None for m in sorted(ranked, key=lambda m: -ranked[m])[:2]}
        return tuple(_answer(kind, thing, 0.0, "words") for kind, thing in list(things)[:_NEAREST])


def _is_broad(place: tuple[str, ...], places: Iterable[tuple[str, ...]], parts: Mapping[str, str]) -> bool:
    """Whether a smaller place was said that lies in the same part of the body: "headache behind the eye"."""
    parents = {parts[r] for r in place}
    return any(2 * len(p) < len(place) and parents.issuperset(parts[r] for r in p) for p in places)


def _answer(
    kind: Kind, thing: str, score: float, why: Why, regions: tuple[str, ...] = (), complaint: str = "", nerve: str = ""
) -> Answer:
    return Answer(
        kind=kind,
        id=thing,
        score=round(score * _BELOW[kind], 4),
        why=why,
        regions=regions,
        complaint=complaint,
        nerve=nerve,
    )
