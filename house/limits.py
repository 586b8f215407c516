"""Keeps files, functions and templates small enough to be read.

Prints each file, function or template over its limit as `path:line: …` and exits 1 if there is one. What is
generated keeps to the same limits; expected output in test cases and data files are not looked at.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

FILE_LINES = 400
FUNCTION_LINES = 40
TEST_FUNCTION_LINES = 60
TEMPLATE_LINES = 60

EXPECTED_OUTPUT = "codegen/tests/cases/"


def tracked(*patterns: str) -> list[Path]:
    """The tracked and the new, not ignored files that match, in a stable order."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", *patterns]
    output = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    names = sorted(name for name in output.split("\0") if name and not name.startswith(EXPECTED_OUTPUT))
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def functions_over_limit(source: str, limit: int = FUNCTION_LINES) -> Iterator[tuple[int, str]]:
    """Line and complaint of each function whose code, its docstring and decorators apart, is too long."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        first, last = node.lineno, node.end_lineno or node.lineno
        if ast.get_docstring(node, clean=False) is not None:
            docstring = node.body[0]
            last -= (docstring.end_lineno or docstring.lineno) - docstring.lineno + 1
        if (lines := last - first + 1) > limit:
            yield node.lineno, f"{node.name}() has {lines} lines without its docstring, over {limit}"


def complaints() -> Iterator[str]:
    """Everything over its limit."""
    for path in tracked("*.py"):
        name, source = path.relative_to(ROOT), path.read_text(encoding="utf-8")
        limit = TEST_FUNCTION_LINES if "tests" in name.parts else FUNCTION_LINES
        if (lines := source.count("\n")) > FILE_LINES:
            yield f"{name}:1: {lines} lines, over {FILE_LINES}"
        yield from (f"{name}:{line}: {complaint}" for line, complaint in functions_over_limit(source, limit))
    for path in tracked("*.jinja"):
        if (lines := path.read_text(encoding="utf-8").count("\n")) > TEMPLATE_LINES:
            yield f"{path.relative_to(ROOT)}:1: {lines} lines, over {TEMPLATE_LINES} for a template"


def main() -> int:
    """Print what is too long; 1 if anything is."""
    found = list(complaints())
    print("\n".join(found) or "limits: every file, function and template keeps to its size")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
