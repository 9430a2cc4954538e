"""Whoever calls a public name finds said what it is: every public class and function of a module has a docstring."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import atlas

ROOT = Path(atlas.__file__).parent


def _without(path: Path) -> Iterator[str]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            said = ast.get_docstring(node)
            if not said:
                yield f"{path.relative_to(ROOT)}:{node.lineno}: {node.name}"


def test_every_public_name_says_what_it_is() -> None:
    assert [name for path in sorted(ROOT.rglob("*.py")) for name in _without(path)] == []


def test_every_module_begins_with_a_sentence() -> None:
    modules = [p for p in sorted(ROOT.rglob("*.py")) if p.stat().st_size]
    assert [str(p.relative_to(ROOT)) for p in modules if not ast.get_docstring(ast.parse(p.read_text("utf-8")))] == []
