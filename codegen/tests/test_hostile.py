"""A description is untrusted: it is never run, reaches nothing, and ends in a package that imports or in findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from codegen.tests.hostile import HOSTILE, Hostile, Trials

SCALE = 20
"""How much more time and memory a document of many megabytes may take."""

SMALL = [hostile for hostile in HOSTILE.values() if not hostile.is_large]
LARGE = [hostile for hostile in HOSTILE.values() if hostile.is_large]


@pytest.fixture(scope="module")
def trials() -> Iterator[Trials]:
    with Trials() as started:
        yield started


@pytest.mark.parametrize("hostile", SMALL, ids=lambda hostile: hostile.name)
def test_nothing_happens(hostile: Hostile, trials: Trials, tmp_path: Path) -> None:
    """Both halves are generated, what came of it is imported and used, and the document is linted."""
    verdict = trials.run(tmp_path / "trial", hostile.files())
    assert not verdict.faults, "\n".join(verdict.faults)
    if hostile.outcome != "either":
        assert verdict.is_package == (hostile.outcome == "package"), verdict.messages[-2000:]


@pytest.mark.slow
@pytest.mark.parametrize("hostile", LARGE, ids=lambda hostile: hostile.name)
def test_nothing_happens_however_much_there_is(hostile: Hostile, trials: Trials, tmp_path: Path) -> None:
    verdict = trials.run(tmp_path / "trial", hostile.files(), scale=SCALE)
    assert not verdict.faults, "\n".join(verdict.faults)


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("open('CANARY', 'w')", "writes"),
        ("open('outside').read()", "reads"),
        ("__import__('os').system('true')", "os.system"),
        ("import subprocess\nsubprocess.run(['true'])", "starts"),
        ("import socket\nsocket.create_connection(('127.0.0.1', 9))", "socket.connect"),
        ("import os\nos.mkdir('CANARY')", "os.mkdir"),
        ("while True: pass", "takes more than"),
        ("bytearray(1 << 36)", "MemoryError"),
        ("1 / 0", "ZeroDivisionError"),
        ('"""\u202e"""', "U+202E"),
        ("import os\nos.abort()", "exits with -6"),
        ("print('\\x1b[2J')", "prints U+001B"),
        ("eval('1')", "calls eval"),
    ],
)
def test_harm_would_be_seen(source: str, seen: str, trials: Trials, tmp_path: Path) -> None:
    verdict = trials.run_imports(tmp_path / "trial", "harmful", source)
    assert any(seen in fault for fault in verdict.faults), verdict.faults
