"""No module needs itself by way of others; the layers between folders are import-linter's to hold."""

from __future__ import annotations

from graphlib import TopologicalSorter

import grimp

from atlas.paths import ROOT


def test_no_circle_of_imports_is_left_not_even_for_types() -> None:
    graph = grimp.build_graph("atlas", exclude_type_checking_imports=False, cache_dir=None)
    assert len(graph.modules) > 200
    needs = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    TopologicalSorter(needs).prepare()  # says the circle, where there is one


def test_every_folder_of_modules_is_a_package_or_no_contract_would_see_it() -> None:
    folders = {module.parent for module in (ROOT / "atlas").rglob("*.py")}
    assert [folder.name for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []
