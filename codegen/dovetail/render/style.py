"""Formatting: ruff, once, over everything that was rendered."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ruff import find_ruff_bin

LINE_LENGTH = 120
_ORDER = ("--select", "I,F401,RUF022", "--fix-only", "--quiet")


def styled(files: Mapping[str, str]) -> dict[str, str]:
    """Format the Python among these files; the settings come from here alone, never from the surroundings.

    Raises `RuntimeError` with ruff's words if a file is not Python, which is a bug of a template.
    """
    with tempfile.TemporaryDirectory(prefix="dovetail-") as folder:
        root = Path(folder)
        for path, text in files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
        _ruff("check", *_ORDER, folder=root)
        _ruff("format", folder=root)
        return {path: (root / path).read_text(encoding="utf-8") for path in files}


def _ruff(verb: str, *options: str, folder: Path) -> None:
    settings = ("--isolated", "--no-cache", "--target-version=py311", "--config", f"line-length={LINE_LENGTH}")
    command = [find_ruff_bin(), verb, *options, *settings, "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(f"ruff {verb} refused what was rendered:\n{done.stderr}{done.stdout}")
