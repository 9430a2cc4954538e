"""The guide's pages as rows of blocks in reading order, and the list of what there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from atlas.domain.anatomy import Source
from atlas.domain.words.guide import ProblemPage, Question, RedFlag
from atlas.ui.article.blocks import Block, cited
from atlas.ui.language.translate import translate

Named = Callable[[str], str]
"""What a muscle is called in the language of the moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """A page of the guide, or a heading between pages (`page` is empty)."""

    title: str
    page: str = ""


def question_page(question: str) -> str:
    """The page of a question by its id, as the state holds it."""
    return f"question/{question}"


def problem_page(problem: str) -> str:
    """The page of a problem by its id, as the state holds it."""
    return f"problem/{problem}"


def page_rows(questions: Mapping[str, Question], problems: Mapping[str, ProblemPage]) -> tuple[PageRow, ...]:
    """All pages in reading order."""
    rows = [PageRow(title=translate("Guide", "Questions people ask"))]
    rows += [PageRow(title=q.question, page=question_page(q.id)) for q in questions.values()]
    rows.append(PageRow(title=translate("Guide", "Problems people come with")))
    return (*rows, *(PageRow(title=p.title, page=problem_page(p.id)) for p in problems.values()))


def page_for(muscle: str | None, problems: Mapping[str, ProblemPage], questions: Mapping[str, Question]) -> str:
    """The page the guide opens on from a muscle: the problem it is most typical of, else the first question."""
    found = [(p.muscles.index(muscle), p.id) for p in problems.values() if muscle in p.muscles]
    if found:
        return problem_page(min(found)[1])
    return question_page(next(iter(questions))) if questions else ""


def question_blocks(
    question: Question, named: Named, known: Mapping[str, object], sources: Mapping[str, Source], language: str
) -> tuple[Block, ...]:
    """A question's page in reading order; `named` says what a muscle is called, `known` holds the muscles' ids."""
    blocks = [*_note(question.language, language)]
    blocks += [Block(kind="reading", text=paragraph) for paragraph in question.answer]
    muscles = [m for m in question.muscles if m in known]
    if muscles:
        blocks.append(Block(kind="heading", text=translate("Guide", "See it on the body")))
        blocks += [Block(kind="link", text=named(m), target=m) for m in muscles]
    return (*blocks, *_sources(question.sources, sources))


def problem_blocks(
    problem: ProblemPage,
    flags: Mapping[str, RedFlag],
    named: Named,
    known: Mapping[str, object],
    sources: Mapping[str, Source],
    language: str,
) -> tuple[Block, ...]:
    """A problem's page in reading order: the signs that need care come before what muscles have to do with it."""
    blocks = [*_note(problem.language, language)]
    blocks += [Block(kind="reading", text=problem.what_it_is), Block(kind="alert", text=problem.when_to_see_someone)]
    if problem.red_flags:
        blocks.append(_urgent(problem.red_flags, flags))
    blocks.append(Block(kind="heading", text=translate("Guide", "What muscles have to do with it")))
    blocks.append(Block(kind="reading", text=problem.what_muscles_have_to_do_with_it))
    muscles = [m for m in problem.muscles if m in known]
    if muscles:
        blocks.append(Block(kind="heading", text=translate("Guide", "Muscles whose patterns reach there")))
        blocks += [Block(kind="link", text=named(m), target=m) for m in muscles]
    blocks.append(Block(kind="heading", text=translate("Guide", "What may help")))
    blocks.append(Block(kind="reading", text=problem.what_may_help))
    return (*blocks, *_sources(problem.sources, sources))


def _urgent(wanted: tuple[str, ...], flags: Mapping[str, RedFlag]) -> Block:
    """The red flags of a page; one whose words are missing is not left out unsaid."""
    lines = [f"•  {flags[f].text}" for f in wanted if f in flags]
    if len(lines) < len(wanted):
        lines.append(translate("Guide", "Not every sign could be read. If in doubt, ask for medical advice."))
    return Block(kind="alert", text="\n".join(lines), title=translate("Guide", "Signs that need care soon"))


def _note(written: str, wanted: str) -> list[Block]:
    if written == wanted:
        return []
    return [Block(kind="muted", text=translate("Guide", "Not translated yet, so shown in English."))]


def _sources(keys: tuple[str, ...], sources: Mapping[str, Source]) -> list[Block]:
    found = [sources[k] for k in keys if k in sources]
    if not found:
        return []
    return [
        Block(kind="heading", text=translate("Guide", "Sources")),
        *(Block(kind="muted", text=cited(s)) for s in found),
    ]
