"""All phrases that mean something, from every file that has any: what the lexicon is made from."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from atlas.domain.body.sides import Sides
from atlas.domain.choices import ENGLISH
from atlas.domain.finding.lexicon import Sense
from atlas.domain.finding.material import Material
from atlas.domain.finding.tokens import tokens_of
from atlas.domain.finding.vocabulary import Said, Vocabulary

_OF_TWO = 2  # words of a phrase of which one may be left


def entries(material: Material, fillers: Container[str]) -> Iterator[tuple[str, str, Sense]]:
    """All phrases with what they mean."""
    vocabulary = material.vocabulary
    plain = plain_words(vocabulary) | frozenset(w for _, _, w, _ in name_words(material, fillers, frozenset()))
    for language, said in vocabulary.fillers.items():
        yield from ((language, p, Sense(kind="filler")) for p in said if len(tokens_of(p)) > 1)
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
    for entry in material.muscles.values():
        yield ENGLISH, entry.latin, Sense(kind="muscle", id=entry.id, muscles=(entry.id,))
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


def words_of_sides(vocabulary: Vocabulary) -> Mapping[str, Sides]:
    """The single folded words that say a side, in any language."""
    said = [(side, p) for side, of in vocabulary.sides.items() for phrases in of.values() for p in phrases]
    return {tokens_of(p)[0]: side for side, p in said if len(tokens_of(p)) == 1}


def _alike(vocabulary: Vocabulary) -> Mapping[tuple[str, str], Said]:
    """By language and folded phrase: all other ways to say it."""
    said = [word.said for word in vocabulary.words if word.role in ("place", "complaint")]
    return {(k, " ".join(tokens_of(p))): of for of in said for k, phrases in of.items() for p in phrases}


def _with_synonyms(
    language: str, phrases: Iterable[str], sense: Sense, alike: Mapping[tuple[str, str], Said]
) -> Iterator[tuple[str, str, Sense]]:
    """What a phrase means is meant by everything that words.yaml says is the same."""
    for phrase in phrases:
        yield language, phrase, sense
        for other, synonyms in alike.get((language, phrase), {}).items():
            yield from ((other, p, sense) for p in synonyms)


def plain_words(vocabulary: Vocabulary) -> frozenset[str]:
    """Words that mean something by themselves, and are no names of muscles."""
    plain = (word for word in vocabulary.words if word.role != "muscle")
    phrases = (p for word in plain for said in word.said.values() for p in said)
    return frozenset(w for said in map(tokens_of, phrases) if len(said) == 1 for w in said)


def latin_words(material: Material) -> frozenset[str]:
    """The words of the muscles' Latin names."""
    return frozenset(word for entry in material.muscles.values() for word in tokens_of(entry.latin))


def name_words(
    material: Material, fillers: Container[str], plain: frozenset[str]
) -> Iterator[tuple[str, str, str, float]]:
    """The words of the muscles' names that are not plain words; the first of a name is worth most."""
    for language, of in material.names.items():
        for muscle, called in of.items():
            for name, worth in ((called.name, 1.0), *((also, 0.9) for also in called.also_called)):
                for k, word in enumerate(tokens_of(name)):
                    if word not in plain and word not in fillers:
                        yield language, muscle, word, worth if k == 0 else 0.9 * worth
    for entry in material.muscles.values():
        yield from (
            (ENGLISH, entry.id, word, 0.85)
            for word in tokens_of(entry.latin)
            if word not in plain and word not in fillers
        )


def _bare(phrases: Iterable[str], fillers: Container[str], plain: frozenset[str]) -> Iterator[str]:
    """Phrases without the fillers at their ends. One whose rest is a plain word means what that word means; and one
    word left of a sentence ("hurts to sit") is not what it says."""
    for phrase in phrases:
        said = list(tokens_of(phrase))
        whole = len(said)
        while said and said[0] in fillers:
            said.pop(0)
        while said and said[-1] in fillers:
            said.pop()
        if len(said) > 1 or (said and whole <= _OF_TWO and said[0] not in plain):
            yield " ".join(said)
