"""The imports of a file are those of the names it uses, wherever it stands."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.tests.generating import CASES
from dovetail.python.imports import import_block
from dovetail.python.names import Code, Name, code, joined

PARTS = st.sampled_from(["models", "params", "operations", "resources", "_runtime"])
MODULES = st.one_of(
    st.sampled_from([".", ".client", "typing", "collections.abc", "typing_extensions", "pydantic"]),
    st.builds(".{}".format, PARTS),
    st.builds(".{}.{}".format, PARTS, st.sampled_from(["shared", "books", "class_"])),
    st.builds("._runtime.{}.{}".format, st.sampled_from(["client", "wire"]), st.sampled_from(["kinds", "media"])),
)
NAMES = st.builds(Name, MODULES, st.sampled_from(["Book", "books", "BOOK", "a"]))


@given(st.frozensets(NAMES, max_size=12), MODULES.filter(lambda module: module.startswith(".") and module != "."))
def test_every_name_is_imported_from_where_it_is(used: frozenset[Name], here: str) -> None:
    block = import_block(used, here)
    package = f"package{here}".rpartition(".")[0]
    found = set()
    for node in ast.parse(block).body:
        assert isinstance(node, ast.ImportFrom)
        relative = "." * node.level + (node.module or "")
        source = importlib.util.resolve_name(relative, package) if node.level else relative
        found |= {(source, alias.name) for alias in node.names}
    expected = {
        (f"package{n.module}".rstrip(".") if n.module.startswith(".") else n.module, n.name)
        for n in used
        if n.module != here
    }
    assert found == expected


@given(st.frozensets(NAMES, max_size=12))
def test_the_order_of_names_does_not_matter(used: frozenset[Name]) -> None:
    listed = sorted(used)
    assert import_block(listed, ".a.b") == import_block(reversed(listed), ".a.b")


def test_code_gathers_the_names_of_its_parts() -> None:
    sequence, book = Name("collections.abc", "Sequence"), Name(".models.shared", "Book")
    inner = code("{}[{}]", sequence, book)
    outer = joined(" | ", [inner, Code("None"), "str"])
    assert outer.text == "Sequence[Book] | None | str"
    assert outer.names == {sequence, book}
    assert str(Name(".", "models", "Book")) == "models.Book"


@pytest.mark.parametrize("path", sorted(CASES.glob("*/expected*/*/resources/[a-z]*.py")), ids=lambda path: path.stem)
def test_generated_files_import_nothing_that_they_do_not_use(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module != "__future__"
        for alias in node.names
    }
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert imported <= used
