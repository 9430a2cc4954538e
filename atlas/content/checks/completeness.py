"""What a language's file holds besides what is wanted, and what it lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from atlas.content.checks.locating import Locator
from atlas.content.problems import did_you_mean
from atlas.domain.problems import FileProblem


def _strangers(
    texts: Iterable[str], known: Collection[str], locator: Locator, what: str = "sound muscle"
) -> Iterator[FileProblem]:
    for name in texts:
        if name not in known:
            said = f"There is no {what} `{name}` here{did_you_mean(name, known)}."
            yield locator.problem(name, (), said, key=True, muscle=what == "sound muscle")


def _complete(texts: Mapping[str, object], wanted: Iterable[str], what: str, locator: Locator) -> Iterator[FileProblem]:
    missing = [name for name in wanted if name not in texts]
    if missing:
        some = ", ".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
        yield locator.problem("", (), f"Without a {what} in this language: {some}.", muscle=False)
