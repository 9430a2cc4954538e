"""What a language's file holds besides what is wanted, and what it lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from atlas.content.checks.locating import Locator
from atlas.content.problems import did_you_mean
from atlas.domain.problems import FileProblem
from atlas.domain.words.language_rules import rules_of


def _strangers(
    texts: Iterable[str], known: Collection[str], locator: Locator, what: str = "sound muscle"
) -> Iterator[FileProblem]:
    for name in texts:
        if name not in known:
            said = f"There is no {what} `{name}` here{did_you_mean(name, known)}."
            yield locator.problem(name, (), said, key=True, muscle=what == "sound muscle")


def not_yet(problem: FileProblem, language: str) -> FileProblem:
    """What a language lacks, which is wrong only where it is declared complete."""
    return replace(problem, untranslated=language)


def parted(problems: Iterable[FileProblem]) -> tuple[list[FileProblem], list[FileProblem]]:
    """What is wrong, and what is not translated yet in languages that are not declared complete."""
    wrong: list[FileProblem] = []
    waiting: list[FileProblem] = []
    for problem in problems:
        done = problem.untranslated is None or rules_of(problem.untranslated).complete
        (wrong if done else waiting).append(problem)
    return wrong, waiting


def _complete(
    texts: Collection[str], wanted: Iterable[str], what: str, locator: Locator, language: str
) -> Iterator[FileProblem]:
    missing = [name for name in wanted if name not in texts]
    if missing:
        some = ", ".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
        said = f"Without a {what} in this language: {some}."
        yield not_yet(locator.problem("", (), said, muscle=False), language)
