"""The async half of what is generated is the blocking half with `async` and `await`."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from codegen.tests.generating import CASES, ROOT, case_names

WORDS = {
    "AsyncIterator": "Iterator",
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "asyncio": "time",
}
RESOURCES = sorted(
    [
        *(ROOT / "generated" / "sdk").glob("*/resources/[a-z]*.py"),
        *(path for name in case_names() for path in (CASES / name / "expected").glob("*/resources/[a-z]*.py")),
    ]
)


class Blocking(ast.NodeTransformer):
    """Takes `async`, `await` and the word in names away."""

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        self.generic_visit(node)
        return ast.FunctionDef(self._word(node.name), node.args, node.body, node.decorator_list, node.returns)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.generic_visit(node)
        return ast.FunctionDef(self._word(node.name), node.args, node.body, node.decorator_list, node.returns)

    def visit_AsyncFor(self, node: ast.AsyncFor) -> ast.AST:
        self.generic_visit(node)
        return ast.For(node.target, node.iter, node.body, node.orelse)

    def visit_For(self, node: ast.For) -> ast.AST:
        """An async generator cannot `yield from`."""
        self.generic_visit(node)
        match node:
            case ast.For(target=ast.Name(id=item), body=[ast.Expr(value=ast.Yield(value=ast.Name(id=given)))]):
                return ast.Expr(ast.YieldFrom(node.iter)) if item == given else node
            case _:
                return node

    def visit_Await(self, node: ast.Await) -> ast.AST:
        self.generic_visit(node)
        return node.value

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.Name(self._word(node.id), node.ctx)

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        is_awaitable = isinstance(node.value, ast.Name) and node.value.id == "Awaitable"
        return node.slice if is_awaitable else node

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.AST:
        for alias in node.names:
            alias.name = self._word(alias.name)
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        self.generic_visit(node)
        node.name = self._word(node.name)
        return node

    @staticmethod
    def _word(word: str) -> str:
        return WORDS.get(word, word.removeprefix("Async"))


def without_docstrings(node: ast.AST) -> ast.AST:
    for item in ast.walk(node):
        body = getattr(item, "body", None)
        if (
            isinstance(body, list)
            and body
            and isinstance(body[0], ast.Expr)
            and isinstance(body[0].value, ast.Constant)
        ):
            del body[0]
    return node


def blocking_text(node: ast.AST) -> str:
    """The text of an async class as its blocking twin would be written."""
    return ast.unparse(ast.fix_missing_locations(Blocking().visit(without_docstrings(node))))


def twins(path: Path) -> list[tuple[str, str, str]]:
    """Name, blocking and async text of each class that has a twin; the async one in the words of the other."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    return [
        (name, ast.unparse(without_docstrings(node)), blocking_text(classes[f"Async{name}"]))
        for name, node in classes.items()
        if f"Async{name}" in classes
    ]


@pytest.mark.parametrize("path", RESOURCES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_resources_differ_in_waiting_only(path: Path) -> None:
    found = twins(path)
    names = {node.name for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.ClassDef)}
    assert {name for name, _, _ in found} | {f"Async{name}" for name, _, _ in found} == names
    for name, blocking, waiting in found:
        assert waiting == blocking, name
