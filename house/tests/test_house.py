"""The checks of the tree find what they are for, and the papers agree with each other."""

from __future__ import annotations

import itertools
import os
import random
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from house import determinism, limits, machine_paths

TARGETS = set(
    "setup run generate check lint types test test-all golden contract serve bench spec-check lock clean".split(" ")
)


def function(lines: int, docstring: int = 0) -> str:
    documented = ['    """' + "documented\n" * (docstring - 1) + '"""'] if docstring else []
    return "\n".join(["def measured() -> None:", *documented, *["    pass"] * (lines - 1), ""])


@pytest.mark.parametrize(("lines", "docstring", "is_reported"), [(40, 0, False), (41, 0, True), (40, 30, False)])
def test_a_function_is_measured_without_its_docstring(lines: int, docstring: int, is_reported: bool) -> None:
    found = list(limits.functions_over_limit(function(lines, docstring)))
    assert bool(found) is is_reported


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("see " + "/home" + "/somebody/notes.txt", True),
        ("cd " + "/root" + "/thing", True),
        (f"open({str(limits.ROOT / 'spec')!r})", True),
        ("pip install --index-url" + " https://packages.example/simple x", True),
        ("https://example.com/home/page/1", False),
        ("/v1/Workspaces/{WorkspaceSid}", False),
    ],
)
def test_places_of_one_machine_are_found(text: str, is_found: bool) -> None:
    assert bool(machine_paths.pattern().search(text)) is is_found


def test_reordering_keys_changes_the_order_and_nothing_else() -> None:
    value = {"paths": {f"/{number}": {"get": {}, "put": [{"b": 1, "a": 2}]} for number in range(20)}}
    other = determinism.reordered(value, random.Random(1))
    assert other == value
    assert list(other["paths"]) != list(value["paths"])


def test_every_kind_of_difference_is_reported() -> None:
    expected = {"a.py": (0o644, b"one\n"), "gone.py": (0o644, b""), "mode.py": (0o644, b"")}
    actual = {"a.py": (0o644, b"two\n"), "new.py": (0o644, b""), "mode.py": (0o600, b"")}
    report = "\n".join(determinism.differences(expected, actual))
    for part in ("not made: gone.py", "new: new.py", "mode.py 644 became 600", "other bytes: a.py", "-one", "+two"):
        assert part in report
    assert not list(determinism.differences(expected, expected))


def test_bare_make_lists_every_command() -> None:
    listing = subprocess.run(["make"], cwd=limits.ROOT, capture_output=True, text=True, check=True).stdout
    documented = {line.split()[0] for line in listing.splitlines() if line.strip()}
    assert not TARGETS - documented


def test_without_a_python_the_message_says_what_to_do(tmp_path: Path) -> None:
    outcome = subprocess.run(
        [limits.ROOT / "house" / "venv.sh", tmp_path / "venv"],
        env={**os.environ, "PYTHON": "python-that-is-not-there"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 1
    assert "No Python 3.11 or later" in outcome.stderr
    assert "python3-venv" in outcome.stderr
    assert not (tmp_path / "venv").exists()


def test_the_lock_is_hashed_and_names_no_address() -> None:
    lock = (limits.ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    entries = re.findall(
        r"^[\w.-]+(?:\[[\w,-]+\])?==\S+[^\n]*\\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", lock, re.MULTILINE
    )
    assert len(entries) == len(re.findall(r"^\w", lock, re.MULTILINE)) > 50
    assert "://" not in lock
    assert "index-url" not in lock


def test_what_decides_bytes_is_pinned_exactly_and_all_else_has_two_bounds() -> None:
    project = tomllib.loads((limits.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *itertools.chain(*project["optional-dependencies"].values())]
    exact = {requirement.split("==")[0] for requirement in wanted if "==" in requirement}
    assert exact == {"datamodel-code-generator", "ruff"}
    assert all(">=" in requirement and "," in requirement for requirement in wanted if "==" not in requirement)
