"""The one search: everything the atlas can be asked for, in all its languages, by whatever words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log

from rapidfuzz import fuzz, process

from atlas.domain.anatomy import Muscle, MuscleName
from atlas.domain.catalog import Catalog
from atlas.domain.choices import ENGLISH
from atlas.domain.finding.answers import Answer, Found, Kind, Why
from atlas.domain.finding.lexicon import Fillers, Lexicon, NameWords, Sense
from atlas.domain.finding.ranking import Felt, Likely
from atlas.domain.finding.reading import Place, Reader, Reading
from atlas.domain.finding.tokens import fold, stem, words
from atlas.domain.finding.vocabulary import Said, Survey, Vocabulary
from atlas.domain.words.guide import Complaint, ProblemPage

_NAMED, _HALF_NAMED, _PLACE, _LISTED, _DOING, _SAID = 3.0, 2.0, 1.0, 0.8, 0.4, 0.35
_CLAIMED = 0.7  # of a complaint that a muscle names as its own, beside the first of its list
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
    "page": 0.7,
    "region": 0.6,
}
_NEARLY_NAMED = 0.85
_FEW = 4  # named muscles, whose complaints are answers too
_LEAST_ASKED = 3  # letters of something that anything can be like
_NEAREST, _LEAST_NEAR = 5, 62.0  # how many things are offered where nothing fits; and how like (of 100) they have to be


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What can be found. Names, labels, complaints and pages by language."""

    muscles: Mapping[str, Muscle]
    names: Mapping[str, Mapping[str, MuscleName]]  # of muscles: language -> muscle
    labels: Mapping[str, Mapping[str, str]]  # of regions
    complaints: Mapping[str, Mapping[str, Complaint]]
    pages: Mapping[str, Mapping[str, ProblemPage]]
    parts: Mapping[str, str]  # of the body, by region
    roots: Mapping[str, tuple[str, ...]]  # the regions of each nerve root
    vocabulary: Vocabulary
    surveys: tuple[Survey, ...] = ()


def material_of(catalog: Catalog) -> Material:
    """All that an atlas has to be found, in every language that something is written in."""
    guides = {language: catalog.guide(language) for language in catalog.languages}
    return Material(
        muscles=catalog.muscles,
        names=catalog.called(),
        labels=catalog.labels(),
        complaints={language: guide.complaints for language, guide in guides.items()},
        pages={language: guide.problem_pages for language, guide in guides.items()},
        parts={r.id: r.parent for r in catalog.regions.values()},
        roots={d.id: d.regions for d in catalog.dermatomes.values()},
        vocabulary=catalog.vocabulary,
        surveys=catalog.surveys,
    )


class Finder:
    """Made once; `find` answers while one types."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._felt = Felt(material.muscles.values())
        self._parts = material.parts
        fillers = Fillers(material.vocabulary.fillers)
        sides = {w for said in material.vocabulary.sides.values() for of in said.values() for p in of for w in words(p)}
        skipped = frozenset(w for w in sides if w not in fillers)
        self._name_words = NameWords(_name_words(material, fillers, _plain_words(material.vocabulary)))
        self._lexicon = Lexicon(_entries(material, fillers), fillers, skipped, self._name_words.spelt)
        self._reader = Reader(self._lexicon, self._name_words, tuple(material.names))
        self._sayings = _Sayings(material, fillers)
        self._claims = _claims(material)
        self._typical = tuple(
            self._sayings.typical(word.said.get(ENGLISH, ())) if word.role == "place" else {}
            for word in material.vocabulary.words
        )
        english = material.complaints.get(ENGLISH) or next(iter(material.complaints.values()), {})
        self._complaints = english
        self._pages = pages = material.pages.get(ENGLISH) or next(iter(material.pages.values()), {})
        self._likely = Likely(material.muscles.values(), material.surveys, pages.values(), material.parts)

    def find(self, text: str, language: str = ENGLISH) -> Found:
        """What a text finds, best first; nothing for an empty one. `language` is leant to where the words do not tell."""
        if not text.strip():
            return Found()
        reading = self._reader.read(text, language)
        answers = [*self._muscles(reading), *self._complaint_answers(reading), *self._others(reading)]
        if not answers:
            return Found(side=reading.side, nearest=self._nearest(text, language))
        found = sorted(answers, key=lambda a: -a.score)
        places = tuple(dict.fromkeys(r for place in reading.places for r in place.regions))
        return Found(answers=tuple(found), side=reading.side, places=places)

    # -- muscles -------------------------------------------------------------

    def _muscles(self, reading: Reading) -> Iterator[Answer]:
        named: dict[str, float] = {}
        listed: dict[str, tuple[float, str]] = {}
        doing: dict[str, float] = {}
        nerves: dict[str, str] = {}
        for sense in reading.senses:
            if sense.kind == "muscle":
                for m in sense.muscles:
                    named[m] = max(named.get(m, 0.0), 1.0)
            elif sense.kind in ("complaint", "page"):
                complaint = sense.id or (sense.complaints[0] if sense.complaints else "")
                for k, m in enumerate(sense.muscles):
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
            places += [self._complaints[c].regions for s in reading.senses if s.kind == "circumstance" for c in s.complaints if c in self._complaints]
        weights = [_BROAD if _is_broad(p, places, self._parts) else 1.0 for p in places]
        for sense in reading.senses:
            if sense.kind in ("complaint", "page"):
                for c in sense.complaints[:2] if sense.kind == "page" else sense.complaints[:1]:
                    if c in self._complaints:
                        places.append(self._complaints[c].regions)
                        weights.append(0.7)
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
        scores: dict[str, float] = {}
        for m in dict.fromkeys((*named, *reading.half_named, *listed, *nerves, *felt, *(doing if not felt else ()), *(said if not anything else ()))):
            scores[m] = (
                _NAMED * named.get(m, 0.0)
                + _HALF_NAMED * reading.half_named.get(m, 0.0)
                + _PLACE * felt.get(m, 0.0)
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
            yield self._muscle(m, scores[m] / best, m in named or m in reading.half_named, nerves.get(m, ""), listed.get(m, (0.0, ""))[1], where)
            if reading.numbers and (m in named or m in reading.half_named):
                for point in self._material.muscles[m].trigger_points:
                    if point.id in reading.numbers:
                        yield _answer("point", f"{m}/{point.id}", scores[m] / best, "name")

    def _typical_of(self, place: Place) -> Mapping[str, float]:
        out: dict[str, float] = {}
        for word in place.words:
            for muscle, share in self._typical[word].items():
                out[muscle] = max(out.get(muscle, 0.0), share)
        return out

    def _order(self, muscle: str) -> tuple[int, int]:
        """Among equals: what is better founded, then what lies nearer to the finger."""
        m = self._material.muscles[muscle]
        return ("studied", "manual+", "manual").index(m.evidence), ("superficial", "deep").index(m.depth)

    def _muscle(self, muscle: str, score: float, named: bool, nerve: str, complaint: str, where: tuple[str, ...]) -> Answer:
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
                    fits = sense.kind == "complaint" or only_doing or meant.intersection(self._complaints[c].regions)
                    if c in self._complaints and fits:
                        share = (1.0 if sense.kind == "complaint" else 0.4) - 0.1 * k
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

    # -- nothing fits ----------------------------------------------------------

    def _nearest(self, text: str, language: str) -> tuple[Answer, ...]:
        """The things whose names look most like what was typed; none for small words alone."""
        asked = " ".join(w for w in words(text) if w not in self._lexicon.fillers)
        if len(asked) < _LEAST_ASKED:
            return ()
        kinds: dict[str, tuple[Kind, str]] = {}
        for muscle, called in self._material.names.get(language, {}).items():
            kinds |= {fold(name): ("muscle", muscle) for name in (called.name, *called.also_called) if len(name) > 3}
        kinds |= {fold(label): ("region", r) for r, label in self._material.labels.get(language, {}).items()}
        kinds |= {fold(c.title): ("complaint", i) for i, c in self._material.complaints.get(language, {}).items()}
        found = process.extract(asked, list(kinds), scorer=fuzz.WRatio, score_cutoff=_LEAST_NEAR, limit=20)
        things = dict.fromkeys(kinds[name] for name, _, _ in found)
        return tuple(_answer(kind, thing, 0.0, "words") for kind, thing in list(things)[:_NEAREST])


def _is_broad(place: tuple[str, ...], places: Iterable[tuple[str, ...]], parts: Mapping[str, str]) -> bool:
    """Whether a smaller place was said that lies in the same part of the body: "headache behind the eye"."""
    parents = {parts[r] for r in place}
    return any(2 * len(p) < len(place) and parents.issuperset(parts[r] for r in p) for p in places)


def _answer(kind: Kind, thing: str, score: float, why: Why, regions: tuple[str, ...] = (), complaint: str = "", nerve: str = "") -> Answer:
    return Answer(kind=kind, id=thing, score=round(score * _BELOW[kind], 4), why=why, regions=regions, complaint=complaint, nerve=nerve)


def _entries(material: Material, fillers: Container[str]) -> Iterator[tuple[str, str, Sense]]:
    """All phrases with what they mean."""
    vocabulary = material.vocabulary
    plain = _plain_words(vocabulary) | frozenset(w for _, _, w, _ in _name_words(material, fillers, frozenset()))
    for language, said in vocabulary.fillers.items():
        yield from ((language, p, Sense(kind="filler")) for p in said if len(words(p)) > 1)
    for side, said_of in vocabulary.sides.items():
        for language, phrases in said_of.items():
            yield from ((language, p, Sense(kind="side", side=side)) for p in phrases)
    for k, word in enumerate(vocabulary.words):
        sense = Sense(
            kind=word.role,
            id=word.id,
            regions=word.regions,
            complaints=word.complaints,
            muscles=word.muscles,
            word=k if word.role == "place" else -1,
        )
        for language, phrases in word.said.items():
            yield from ((language, p, sense) for p in phrases)
    for language, of in material.names.items():
        for muscle, called in of.items():
            sense = Sense(kind="muscle", id=muscle, muscles=(muscle,))
            yield from ((language, name, sense) for name in (called.name, called.lay_name, *called.also_called))
    for muscle in material.muscles.values():
        yield ENGLISH, muscle.latin, Sense(kind="muscle", id=muscle.id, muscles=(muscle.id,))
    for language, labels in material.labels.items():
        yield from ((language, label, Sense(kind="region", id=r, regions=(r,))) for r, label in labels.items())
    alike = _alike(vocabulary)
    for language, complaints in material.complaints.items():
        for c in complaints.values():
            sense = Sense(kind="complaint", id=c.id, complaints=(c.id,))
            yield from _with_synonyms(language, _bare((c.title, *c.also), fillers, plain), sense, alike)
    for language, pages in material.pages.items():
        for page in pages.values():
            sense = Sense(kind="page", id=page.id, complaints=page.complaints, muscles=page.muscles)
            yield from _with_synonyms(language, _bare((page.title, *page.also), fillers, plain), sense, alike)
    for root, regions in material.roots.items():
        for language in material.names:
            yield language, root, Sense(kind="root", id=root, regions=regions)


def _alike(vocabulary: Vocabulary) -> Mapping[tuple[str, str], Said]:
    """By language and folded phrase: all other ways to say it."""
    said = [word.said for word in vocabulary.words if word.role in ("place", "complaint")]
    return {(k, " ".join(words(p))): of for of in said for k, phrases in of.items() for p in phrases}


def _with_synonyms(
    language: str, phrases: Iterable[str], sense: Sense, alike: Mapping[tuple[str, str], Said]
) -> Iterator[tuple[str, str, Sense]]:
    """What a phrase means is meant by everything that words.yaml says is the same."""
    for phrase in phrases:
        yield language, phrase, sense
        for other, synonyms in alike.get((language, phrase), {}).items():
            yield from ((other, p, sense) for p in synonyms)


def _plain_words(vocabulary: Vocabulary) -> frozenset[str]:
    """Words that mean something by themselves, and are no names of muscles."""
    plain = (word for word in vocabulary.words if word.role != "muscle")
    phrases = (p for word in plain for said in word.said.values() for p in said)
    return frozenset(w for said in map(words, phrases) if len(said) == 1 for w in said)


def _name_words(material: Material, fillers: Container[str], plain: frozenset[str]) -> Iterator[tuple[str, str, str, float]]:
    """The words of the muscles' names that are not plain words; the first of a name is worth most."""
    for language, of in material.names.items():
        for muscle, called in of.items():
            for name, worth in ((called.name, 1.0), *((also, 0.9) for also in called.also_called)):
                for k, word in enumerate(words(name)):
                    if word not in plain and word not in fillers:
                        yield language, muscle, word, worth if k == 0 else 0.9 * worth
    for m in material.muscles.values():
        yield from ((ENGLISH, m.id, word, 0.85) for word in words(m.latin) if word not in plain and word not in fillers)


def _bare(phrases: Iterable[str], fillers: Container[str], plain: frozenset[str]) -> Iterator[str]:
    """Phrases without the fillers at their ends. One whose rest is a plain word means what that word means."""
    for phrase in phrases:
        said = list(words(phrase))
        while said and said[0] in fillers:
            said.pop(0)
        while said and said[-1] in fillers:
            said.pop()
        if said and not (len(said) == 1 and said[0] in plain):
            yield " ".join(said)


class _Sayings:
    """What people say of a muscle's pain and of a complaint, as bags of stems: to weigh what no phrase holds."""

    def __init__(self, material: Material, fillers: Container[str]) -> None:
        muscles = [(m.id, ENGLISH, p) for m in material.muscles.values() for p in m.complaints]
        complaints = [(c.id, k, p) for k, of in material.complaints.items() for c in of.values() for p in (c.title, *c.also)]
        self._fillers = fillers
        self._muscles, self._complaints = _Bags(muscles, fillers), _Bags(complaints, fillers)

    def muscles(self, content: Iterable[str]) -> Mapping[str, float]:
        return self._muscles.like(content)

    def complaints(self, content: Iterable[str]) -> Mapping[str, float]:
        return self._complaints.like(content)

    def typical(self, phrases: Iterable[str]) -> Mapping[str, float]:
        """By muscle, the share of what is said of its pain that holds one of these English phrases."""
        return self._muscles.holding([frozenset(f"{ENGLISH}:{stem(w, ENGLISH)}" for w in words(p) if w not in self._fillers) for p in phrases])


def _claims(material: Material) -> Mapping[str, frozenset[str]]:
    """By muscle, the complaints that its own entry names in their words."""
    named: dict[tuple[str, ...], set[str]] = {}
    for complaint in material.complaints.get(ENGLISH, {}).values():
        for phrase in (complaint.title, *complaint.also):
            named.setdefault(words(phrase), set()).add(complaint.id)
    return {
        m.id: frozenset(c for saying in m.complaints for c in named.get(words(saying), ()))
        for m in material.muscles.values()
    }


class _Bags:
    def __init__(self, sayings: Iterable[tuple[str, str, str]], fillers: Container[str]) -> None:
        self._things: list[str] = []
        self._bags: list[frozenset[str]] = []
        self._with: dict[str, list[int]] = {}
        for thing, language, phrase in sayings:
            bag = frozenset(f"{language}:{stem(w, language)}" for w in words(phrase) if w not in fillers)
            for s in bag:
                self._with.setdefault(s, []).append(len(self._bags))
            self._things.append(thing)
            self._bags.append(bag)
        self._worth = {s: log(1 + len(self._bags) / len(at)) for s, at in self._with.items()}
        self._many = Counter(self._things)
        self._whole = [sum(self._worth[s] for s in bag) for bag in self._bags]

    def holding(self, phrases: Iterable[frozenset[str]]) -> Mapping[str, float]:
        """By thing, the share of its sayings that hold all words of one of the phrases."""
        held: set[int] = set()
        for phrase in phrases:
            with_all = [set(self._with.get(s, ())) for s in phrase]
            held |= set.intersection(*with_all) if with_all else set()
        out: dict[str, float] = {}
        for k in held:
            out[self._things[k]] = out.get(self._things[k], 0.0) + 1.0 / self._many[self._things[k]]
        return out

    def like(self, content: Iterable[str]) -> Mapping[str, float]:
        """By thing, 0..1: the share of its nearest saying that was said, by how telling each word is."""
        shared: dict[int, float] = {}
        for s in set(content):
            for k in self._with.get(s, ()):
                shared[k] = shared.get(k, 0.0) + self._worth[s]
        out: dict[str, float] = {}
        for k, both in shared.items():
            thing = self._things[k]
            out[thing] = max(out.get(thing, 0.0), both / self._whole[k])
        return out
