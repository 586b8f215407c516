"""Formatting: ruff, once, over everything that was rendered, also over what pages of Markdown show."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from ruff import find_ruff_bin

LINE_LENGTH = 120
_ORDER = ("--select", "I,F401,RUF022", "--fix-only", "--quiet")
_SNIPPET = re.compile(r"(?<=^```python\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)

Known = Callable[[str, str], str | None]
"""By path and text before, the text that is known to come of it; None for one that is not known."""


def unknown(_path: str, _text: str) -> None:
    """Know nothing."""


def styled(files: Mapping[str, str], known: Known = unknown) -> dict[str, str]:
    """Format these files of Python and of Markdown; the settings come from here alone, never from the surroundings.

    What is `known` is not formatted again, since nothing but the names of the folders beside a file bears on it.
    Raises `RuntimeError` with ruff's words if a file is not Python, which is a bug of a template.
    """
    found = {path: known(path, text) for path, text in files.items()}
    done = {path: text for path, text in found.items() if text is not None}
    own = sorted({path.split("/")[0] for path in files if "/" in path})
    return done | _formatted({path: text for path, text in files.items() if path not in done}, own)


def _formatted(files: Mapping[str, str], own: Sequence[str]) -> dict[str, str]:
    """Format these files, for which the packages in these folders are their own."""
    if not files:
        return {}
    python = {path: text for path, text in files.items() if path.endswith(".py")}
    pages = {path: text for path, text in files.items() if path not in python}
    shown = {_place(path, at): snippet for path, text in pages.items() for at, snippet in _snippets(text)}
    with tempfile.TemporaryDirectory(prefix="dovetail-") as folder:
        root = Path(folder)
        _put(root, python)
        _ruff("check", *_ORDER, "--config", f"lint.isort.known-first-party={json.dumps(own)}", folder=root)
        _put(root, shown)
        _ruff("format", folder=root)
        done = {path: (root / path).read_text(encoding="utf-8") for path in (*python, *shown)}
    return {path: done[path] if path in python else _shown(path, text, done) for path, text in files.items()}


def _put(root: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def _snippets(page: str) -> Iterator[tuple[int, str]]:
    """The Python that a page shows, with where it begins; what only looks like it stays as it is."""
    for found in _SNIPPET.finditer(page):
        try:
            ast.parse(found[0])
        except (SyntaxError, ValueError):
            continue
        yield found.start(), found[0]


def _place(page: str, at: int) -> str:
    return f"{page}.{at}.py"


def _shown(path: str, page: str, done: Mapping[str, str]) -> str:
    return _SNIPPET.sub(lambda found: done.get(_place(path, found.start()), found[0]), page)


def _ruff(verb: str, *options: str, folder: Path) -> None:
    settings = ("--isolated", "--no-cache", "--target-version=py311", "--config", f"line-length={LINE_LENGTH}")
    command = [find_ruff_bin(), verb, *options, *settings, "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(f"ruff {verb} refused what was rendered:\n{done.stderr}{done.stdout}")
