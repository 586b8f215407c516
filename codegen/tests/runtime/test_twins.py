"""Every async class, with `async` and `await` taken out and its names mapped, is its sync twin."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import dovetail.runtime.client

NAMES = {
    "async_pause": "pause",
    "httpx2_transport": "requests_transport",
    "wait": "block",
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "httpx2": "requests",
    "http_client": "session",
    "Awaitable": "",
}
CLIENT = Path(dovetail.runtime.client.__path__[0])


class _Blocking(ast.NodeTransformer):
    """Take out what waits."""

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        self.generic_visit(node)
        return ast.FunctionDef(_plain(node.name), node.args, node.body, node.decorator_list, node.returns)

    def visit_AsyncFor(self, node: ast.AsyncFor) -> ast.AST:
        return self.visit_For(ast.For(node.target, node.iter, node.body, node.orelse))

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.AST:
        node.module = None if node.module is None else _plain(node.module)
        for alias in node.names:
            alias.name = _plain(alias.name)
        return node

    def visit_Await(self, node: ast.Await) -> ast.AST:
        match node.value:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="asyncio"), attr="to_thread"), args=[called, *given]):
                # What would hold the event loop up is called in a thread.
                inline: ast.AST = self.visit(ast.Call(called, given, node.value.keywords))
                return inline
        blocking: ast.AST = self.visit(node.value)
        return blocking

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        return node.slice if isinstance(node.value, ast.Name) and not node.value.id else node

    def visit_For(self, node: ast.For) -> ast.AST:
        # An async generator cannot delegate: `for x in y: yield x` is its `yield from y`.
        self.generic_visit(node)
        match node:
            case ast.For(
                target=ast.Name(id=target), iter=source, body=[ast.Expr(value=ast.Yield(value=ast.Name(id=given)))]
            ):
                assert target == given
                return ast.Expr(value=ast.YieldFrom(value=source))
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        node.id = _plain(node.id)
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        self.generic_visit(node)
        node.arg = _plain(node.arg)
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        node.attr = _plain(node.attr)
        return node


def _plain(name: str) -> str:
    return NAMES.get(name, name.removeprefix("Async"))


def _without_docstrings(node: ast.AST) -> str:
    for part in ast.walk(node):
        if isinstance(part, (ast.ClassDef, ast.FunctionDef)):
            part.body = [
                it for it in part.body if not (isinstance(it, ast.Expr) and isinstance(it.value, ast.Constant))
            ]
    return ast.dump(node, indent=1).replace("id='Session'", "id='Client'").replace("attr='Session'", "attr='Client'")


def _pairs(file: Path) -> Iterator[tuple[ast.ClassDef, ast.ClassDef]]:
    classes = {node.name: node for node in ast.parse(file.read_text()).body if isinstance(node, ast.ClassDef)}
    for name, node in classes.items():
        if name.startswith("Async"):
            yield node, classes[name.removeprefix("Async")]


@pytest.mark.parametrize(("file", "count"), [("client.py", 1), ("pages.py", 1), ("streams.py", 3)])
def test_twins(file: str, count: int) -> None:
    pairs = list(_pairs(CLIENT / file))
    assert len(pairs) == count
    for waiting, plain in pairs:
        blocking = _Blocking().visit(waiting)
        blocking.name = plain.name
        assert _without_docstrings(blocking) == _without_docstrings(plain)
