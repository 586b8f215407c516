"""Formatting: ruff, once, over everything that was rendered."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ruff import find_ruff_bin

LINE_LENGTH = 120
_ORDER = ("--select", "I,F401,RUF022", "--fix-only", "--quiet")

Known = Callable[[str, str], str | None]
"""By path and text before, the text that is known to come of it; None for one that is not known."""


def unknown(_path: str, _text: str) -> None:
    """Know nothing."""


def styled(files: Mapping[str, str], known: Known = unknown) -> dict[str, str]:
    """Format the Python among these files; the settings come from here alone, never from the surroundings.

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
    with tempfile.TemporaryDirectory(prefix="dovetail-") as folder:
        root = Path(folder)
        for path, text in files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
        _ruff("check", *_ORDER, "--config", f"lint.isort.known-first-party={json.dumps(own)}", folder=root)
        _ruff("format", folder=root)
        return {path: (root / path).read_text(encoding="utf-8") for path in files}


def _ruff(verb: str, *options: str, folder: Path) -> None:
    settings = ("--isolated", "--no-cache", "--target-version=py311", "--config", f"line-length={LINE_LENGTH}")
    command = [find_ruff_bin(), verb, *options, *settings, "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(f"ruff {verb} refused what was rendered:\n{done.stderr}{done.stdout}")
