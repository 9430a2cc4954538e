"""What stands in the data files: the kept copy where nothing has changed since it was found sound, else read anew.

What reads anew is slow to import (pydantic, YAML) and seldom needed: each reader is imported when it is called.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from atlas.content.cache import ReadCache, fingerprint, from_plain, to_plain
from atlas.content.files import read_bytes
from atlas.content.knowledge import Knowledge, Known, WrittenNames
from atlas.content.problems import shown
from atlas.content.seals import ReadsFile
from atlas.domain.anatomy import MuscleTexts, Region
from atlas.domain.choices import ENGLISH, FIGURES
from atlas.domain.problems import FileProblem, Unreadable
from atlas.domain.words.red_flags import RedFlagRules
from atlas.paths import Places

if TYPE_CHECKING:
    from atlas.domain.dermatomes import Dermatome
    from atlas.domain.finding.vocabulary import Survey, Vocabulary
    from atlas.domain.words.guide import Guide

T = TypeVar("T")
ADVICE = re.compile(r"\{([a-z-]+)\}")  # the name of shared advice, as it stands in a text


def load(places: Places, read: ReadsFile = read_bytes) -> tuple[Knowledge, list[FileProblem]]:
    """Reads the data files, or their kept copy when nothing has changed since they were found sound.

    `read` opens what is baked, where it is read anew.
    """
    files = [places.landmarks, places.named_bones, places.regions, places.sources, places.views, places.referrals]
    files += [places.cameras(figure) for figure in FIGURES]
    kept, key = ReadCache(places.cache), fingerprint(files)
    name = "knowledge" if places.own_referrals is None else "own-knowledge"
    found: Knowledge | None = kept.find(name, key, from_plain(Knowledge))
    if found is not None:
        return found, []
    from atlas.content.reading.data_files import read_knowledge

    knowledge, problems = read_knowledge(places, read)
    if not problems:
        kept.keep(name, key, to_plain(knowledge))
    return knowledge, problems


def load_red_flags(
    places: Places, regions: Mapping[str, Region], sources: Iterable[str]
) -> tuple[RedFlagRules, list[FileProblem]]:
    """What raises which red flag, or its kept copy."""
    kept, key = ReadCache(places.cache), fingerprint([places.red_flags, places.regions, places.sources])
    found: RedFlagRules | None = kept.find("red-flags", key, from_plain(RedFlagRules))
    if found is not None:
        return found, []
    from atlas.content.reading.red_flag_files import read_red_flags

    rules, problems = read_red_flags(places, regions, sources)
    if not problems:
        kept.keep("red-flags", key, to_plain(rules))
    return rules, problems


def load_guide(places: Places, language: str, known: Callable[[], Known]) -> tuple[Guide, list[FileProblem]]:
    """The guide in a language, or its kept copy; `known` is asked what the guide may name where it is read anew."""
    from atlas.domain.words.guide import GUIDE_PARTS, Guide

    files = [places.complaints, places.problem_pages, places.red_flags]
    files += [places.referrals, places.regions, places.sources]
    words = [places.guide(part, code) for code in dict.fromkeys((language, ENGLISH)) for part in GUIDE_PARTS]
    kept, key = ReadCache(places.cache), fingerprint(files + [f for f in words if f.exists()])
    found: Guide | None = kept.find(f"guide-{language}", key, from_plain(Guide))
    if found is not None:
        return found, []
    from atlas.content.reading.guide_files import read_guide

    guide, problems = read_guide(places, language, known())
    if not problems:
        kept.keep(f"guide-{language}", key, to_plain(guide))
    return guide, problems


def load_vocabulary(places: Places, known: Callable[[], Known]) -> tuple[Vocabulary, list[FileProblem]]:
    """What people type and what it means, or its kept copy; `known` is asked what it may name where it is read anew."""
    from atlas.domain.finding.vocabulary import Vocabulary

    files = [places.words, places.complaints, places.referrals, places.regions]
    kept, key = ReadCache(places.cache), fingerprint([f for f in files if f.exists()])
    found: Vocabulary | None = kept.find("words", key, from_plain(Vocabulary))
    if found is not None:
        return found, []
    from atlas.content.reading.word_files import read_vocabulary

    vocabulary, problems = read_vocabulary(places, known())
    if not problems:
        kept.keep("words", key, to_plain(vocabulary))
    return vocabulary, problems


def load_surveys(places: Places, known: Callable[[], Known]) -> tuple[tuple[Survey, ...], list[FileProblem]]:
    """How often which muscle is met, study by study, or its kept copy."""
    from atlas.domain.finding.vocabulary import Survey

    files = [places.surveys, places.referrals, places.sources]
    kept, key = ReadCache(places.cache), fingerprint([f for f in files if f.exists()])
    found: tuple[Survey, ...] | None = kept.find("surveys", key, from_plain(tuple[Survey, ...]))
    if found is not None:
        return found, []
    from atlas.content.reading.word_files import read_surveys

    surveys, problems = read_surveys(places, known())
    if not problems:
        kept.keep("surveys", key, to_plain(surveys))
    return surveys, problems


def load_dermatomes(
    places: Places, landmarks: Iterable[str], regions: Iterable[str], sources: Iterable[str]
) -> tuple[Mapping[str, Dermatome], list[FileProblem]]:
    """The sound dermatomes by id, in the order of the spine; they are read each time, for they are seldom wanted."""
    from atlas.content.reading.dermatome_files import read_dermatomes

    context = {"landmarks": tuple(landmarks), "regions": tuple(regions), "sources": tuple(sources)}
    return read_dermatomes(places, context)


# -- a language's words by id --------------------------------------------------


def load_texts(places: Places, area: str, language: str = ENGLISH) -> tuple[dict[str, MuscleTexts], list[FileProblem]]:
    """What is said about the muscles of one area, by muscle id; nothing where another language has no such file."""
    name, path = f"texts-{area}" if language == ENGLISH else f"texts-{language}-{area}", places.texts(area, language)
    texts, problems = _load(places, name, path, _read_texts, dict[str, MuscleTexts], language)
    advice, misread = load_advice(places, language)
    return {m: _filled(said, advice) for m, said in texts.items()}, [*problems, *misread]


def load_advice(places: Places, language: str) -> tuple[dict[str, str], list[FileProblem]]:
    """Advice that many texts give in the same words, by the name that stands for it in them, as in `{wait}`.

    It is English where a language has none.
    """
    advice, problems = load_advice(places, ENGLISH) if language != ENGLISH else ({}, [])
    if (path := places.texts("advice", language)).exists():
        own, misread = _load_lines(places, f"advice-{language}", path, language)
        advice, problems = advice | own, misread
    return advice, problems


def _filled(texts: MuscleTexts, advice: Mapping[str, str]) -> MuscleTexts:
    """Texts with the shared advice in its places; a name that stands for none stays, which `atlas check` says."""
    return {
        reader: {h: ADVICE.sub(lambda found: advice.get(found[1], found[0]), text) for h, text in said.items()}
        for reader, said in texts.items()
    }


def load_names(places: Places, language: str) -> tuple[dict[str, WrittenNames], list[FileProblem]]:
    """What the muscles are called in another language, by id."""
    path = places.texts("names", language)
    return _load(places, f"names-{language}", path, _read_names, dict[str, WrittenNames], language)


def load_labels(places: Places, language: str) -> tuple[dict[str, str], list[FileProblem]]:
    """What the regions are called in another language."""
    return _load_lines(places, f"regions-{language}", places.texts("regions", language), language)


def load_key_points(places: Places, language: str) -> tuple[dict[str, str], list[FileProblem]]:
    """Where the nerve roots' key points lie, in another language."""
    return _load_lines(places, f"dermatomes-{language}", places.texts("dermatomes", language), language)


def load_notes(places: Places, language: str) -> tuple[dict[str, str], list[FileProblem]]:
    """What the notes of points and the sentences about studies say in another language, by `Muscle.remarks`."""
    return _load_lines(places, f"notes-{language}", places.texts("notes", language), language)


def load_phrases(places: Places, language: str) -> tuple[dict[str, str], list[FileProblem]]:
    """The handout's own words in another language."""
    return _load_lines(places, f"handout-{language}", places.guide("handout", language), language)


def load_view_names(places: Places, language: str) -> tuple[dict[str, str], list[FileProblem]]:
    """What the pictures of the body are called in another language."""
    return _load_lines(places, f"views-{language}", places.texts("views", language), language)


def _load_lines(places: Places, name: str, path: Path, language: str) -> tuple[dict[str, str], list[FileProblem]]:
    return _load(places, name, path, _read_lines, dict[str, str], language)


def _load(
    places: Places,
    name: str,
    path: Path,
    read: Callable[[Path], tuple[dict[str, T], list[FileProblem]]],
    kind: type[dict[str, T]],
    language: str,
) -> tuple[dict[str, T], list[FileProblem]]:
    """A file of words by id, or its kept copy; one in another language is missed only where others lie beside it."""
    if language != ENGLISH and not path.exists():
        return {}, [_missed(path, language, "There is no such file")] if path.parent.is_dir() else []
    kept, key = ReadCache(places.cache), fingerprint([path])
    found: dict[str, T] | None = kept.find(name, key, from_plain(kind))
    if found is not None:
        return found, []
    words, problems = read(path)
    if language != ENGLISH and not words and _is_all_comments(path):
        return {}, [_missed(path, language, "All in it is still a comment")]
    if not problems:
        kept.keep(name, key, words)
    return words, problems


def _missed(path: Path, language: str, why: str) -> FileProblem:
    said = f"{why}; what it would say stands in English."
    return FileProblem(file=shown(path), sentence=said, mended=True, untranslated=language)


def _is_all_comments(path: Path) -> bool:
    """Whether a file is as it was when its language was begun; an empty one is broken."""
    try:
        lines = [line for line in read_bytes(path).splitlines() if line.strip()]
    except Unreadable:
        return False
    return bool(lines) and all(line.startswith(b"#") for line in lines)


def _read_texts(path: Path) -> tuple[dict[str, MuscleTexts], list[FileProblem]]:
    from atlas.content.reading.data_files import read_texts

    return read_texts(path)


def _read_names(path: Path) -> tuple[dict[str, WrittenNames], list[FileProblem]]:
    from atlas.content.reading.data_files import read_names

    return read_names(path)


def _read_lines(path: Path) -> tuple[dict[str, str], list[FileProblem]]:
    from atlas.content.reading.data_files import read_lines

    return read_lines(path)
