"""What a generated distribution may hold, read without running it."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from .guard import ROOT

RUNTIME = ROOT / "codegen" / "dovetail" / "runtime"
NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}|\.dovetail-manifest")
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
)
DANGEROUS = {"open", "exec", "eval", "compile", "__import__", "system", "globals", "breakpoint", "delattr", "input"}
MODULES = {
    *("__future__", "typing", "typing_extensions", "collections", "datetime", "decimal", "uuid", "enum", "json", "abc"),
    *("pydantic", "pydantic_core", "requests", "httpx2", "starlette", "importlib", "dataclasses", "functools"),
    *("types", "contextlib", "pathlib"),
}


def faults_of(folder: Path, package: str) -> Iterator[str]:
    """What of a distribution should not be."""
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if "__pycache__" in relative.parts:
            continue
        if path.is_symlink():
            yield f"{relative} is a link"
        if not NAME.fullmatch(path.name):
            yield f"{relative!r} is no plain name"
        if path.is_file():
            text = path.read_bytes().decode("utf-8")
            yield from (f"{relative}: {fault}" for fault in _text_faults(relative, text, package))


def _text_faults(path: Path, text: str, package: str) -> Iterator[str]:
    if path.parts[:2] == (package, "_runtime"):
        if (RUNTIME / Path(*path.parts[2:])).read_text(encoding="utf-8") != text:
            yield "differs from the runtime"
        return
    if found := INVISIBLE.search(text):
        yield f"holds U+{ord(found.group()):04X} as it is: {text[max(0, found.start() - 40) : found.end()]!r}"
    match path.suffix:
        case ".py":
            yield from _python_faults(ast.parse(text))
        case ".json":
            json.loads(text)
        case ".toml":
            yield from _project_faults(text)


def _python_faults(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)) if name in DANGEROUS:
                if isinstance(node.func, ast.Name) or name == "system":
                    yield f"line {node.lineno} calls {name}"
            case ast.Import(names=names):
                yield from (f"imports {alias.name}" for alias in names if alias.name.partition(".")[0] not in MODULES)
            case ast.ImportFrom(level=0, module=module) if (module or "").partition(".")[0] not in MODULES:
                yield f"imports from {module}"
            case ast.Expr(value=value) if not isinstance(value, ast.Constant | ast.Call | ast.Await | ast.Yield):
                yield f"line {node.lineno} holds an expression of its own: {ast.unparse(node)[:80]}"
            case ast.Expr(value=ast.Call()) if node in tree.body:
                yield f"line {node.lineno} calls when imported: {ast.unparse(node)[:80]}"
            case _:
                pass


def _project_faults(text: str) -> Iterator[str]:
    project = tomllib.loads(text)
    if not set(project) <= {"build-system", "project", "tool"}:
        yield f"has the tables {sorted(project)}"
    if project["build-system"]["requires"] != ["hatchling>=1.27,<2"]:
        yield f"is built with {project['build-system']}"
    if not set(project.get("tool", {})) <= {"hatch"}:
        yield f"configures {sorted(project['tool'])}"
