"""The parts that an article is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from atlas.domain.anatomy import Source

BlockKind: TypeAlias = Literal["heading", "reading", "alert", "muted", "point", "link", "description", "answer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece of text. `target` is the point or muscle that a tap on it leads to; an answer waits until asked for."""

    kind: BlockKind
    text: str
    target: str = ""
    title: str = ""  # of an alert; "When to see someone" where there is none


def cited(source: Source) -> str:
    """A source as it is cited in full."""
    return f"{source.citation} doi:{source.doi}" if source.doi else source.citation
