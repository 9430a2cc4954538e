"""What is not translated yet in another language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from atlas.content.catalog import FileCatalog
from atlas.content.checks.completeness import _complete, _strangers, not_yet
from atlas.content.checks.locating import Locator
from atlas.content.guide import FileGuide
from atlas.content.loading import load_notes, load_phrases, load_view_names
from atlas.content.problems import did_you_mean
from atlas.domain.finding.tokens import fold
from atlas.domain.problems import FileProblem
from atlas.domain.words.handout_words import HandoutWords, blanks, phrases


def _names(catalog: FileCatalog, language: str) -> Iterator[FileProblem]:
    """Every muscle has a name of its own in the language."""
    names, locator = catalog.names_in(language), Locator(catalog.places.texts("names", language))
    yield from _strangers(names, [*catalog.muscles, *catalog.left_out], locator)
    own = [m for m in names if m in catalog.muscles and catalog.name(m, language).language == language]
    yield from _complete(own, catalog.muscles, "name", locator, language)
    first: dict[str, str] = {}
    for muscle, name in names.items():
        other = first.setdefault(name["lay_name"].casefold(), muscle)
        if other != muscle:
            said = f"`{name['lay_name']}` is also what `{other}` is called."
            yield locator.problem(muscle, ("lay_name",), said)
        known = {fold(name["name"]), fold(name["lay_name"])}
        for k, also in enumerate(name["also_called"]):
            if fold(also) in known:
                yield locator.problem(muscle, ("also_called", k), f"`{also}` stands here twice.")
            known.add(fold(also))


def _labels(catalog: FileCatalog, language: str) -> Iterator[FileProblem]:
    """Every region and every picture of the body has a name in the language, every note of a point its words."""
    views, misread = load_view_names(catalog.places, language)
    notes, unread = load_notes(catalog.places, language)
    yield from (*misread, *unread)
    notes = {name: said for name, said in notes.items() if name.split()[0] not in catalog.left_out}
    remarks = {name: said for m in catalog.muscles.values() for name, said in m.remarks.items()}
    kinds: tuple[tuple[str, str, Mapping[str, str], Mapping[str, str]], ...] = (
        ("regions", "region", catalog.labels_in(language), {r.id: r.label for r in catalog.regions.values()}),
        ("views", "view", views, {v.id: v.name for v in catalog.views.values()}),
        ("notes", "note", notes, remarks),
    )
    for file, what, labels, known in kinds:
        locator = Locator(catalog.places.texts(file, language))
        yield from _strangers(labels, known, locator, what)
        own = [name for name, label in labels.items() if name not in known or not _copied(label, known[name])]
        yield from _complete(own, known, what, locator, language)


def _copied(said: str, english: str) -> bool:
    """Whether a name was taken over from the English one; a single word may be the same in two languages."""
    return said == english and " " in english


def _lacking(guide: FileGuide, catalog: FileCatalog) -> Iterator[FileProblem]:
    """What the guide has to show in English."""
    whole = guide.guide
    for part, things in (
        ("questions", whole.questions),
        ("complaints", whole.complaints),
        ("problems", whole.problems),
        ("red_flags", whole.red_flags),
        ("steps", whole.steps),
    ):
        locator = Locator(catalog.places.guide(part, guide.language))
        for thing in things:
            if thing.language != guide.language:
                said = f"`{thing.id}` is not translated, so it is shown in English."
                yield not_yet(locator.problem(thing.id, (), said, muscle=False), guide.language)
    if not whole.glossary or whole.glossary[0].language != guide.language:
        locator = Locator(catalog.places.guide("glossary", guide.language))
        said = "There is no glossary in this language."
        yield not_yet(locator.problem("", (), said, muscle=False), guide.language)


def _phrases(guide: FileGuide, catalog: FileCatalog) -> Iterator[FileProblem]:
    """The handout's own words: none missing, none too many, each with the blanks that are filled in."""
    locator = Locator(catalog.places.guide("handout", guide.language))
    written, _ = load_phrases(catalog.places, guide.language)
    own = [name for name, phrase in written.items() if not _copied(phrase, getattr(HandoutWords(), name, ""))]
    yield from _complete(own, phrases(), "phrase", locator, guide.language)
    for name, phrase in written.items():
        if name not in phrases():
            said = f"There is no phrase `{name}`{did_you_mean(name, phrases())}."
            yield locator.problem(name, (), said, key=True, muscle=False)
        elif (wanted := blanks(getattr(HandoutWords(), name))) != blanks(phrase):
            blank = ", ".join(f"{{{b}}}" for b in sorted(wanted)) or "nothing"
            yield locator.problem(name, (), f"This phrase needs {blank} in braces.", muscle=False)
