"""What the pages show of the SDK is clean under `mypy --strict`, but for the one mistake that it is said to find."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import taskrouter
from docs.tests.snippets import read_pairs, read_snippets


def test_blocks_are_typed(tmp_path: Path, names: Mapping[str, str]) -> None:
    given = "".join(f'{name} = ""\n' for name in names)
    theirs_and_ours = read_pairs("from-twilio-python.md")
    for blocks in (read_snippets("sdk.md"), [ours for _, ours in theirs_and_ours]):
        preamble = next(block for block in blocks if "reservations = workspace" in block.source)
        for block in blocks:
            file = tmp_path / f"{block.page.stem.replace('-', '_')}_{block.line}.py"
            file.write_text(given + preamble.source + ("" if block is preamble else block.source), "utf-8")
    checked = subprocess.run(
        (sys.executable, "-m", "mypy", "--strict", "."),
        env={**os.environ, "MYPYPATH": str(Path(taskrouter.__file__).parents[1])},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    errors = [line for line in checked.stdout.splitlines() if ": error: " in line]
    assert len(errors) == 1, checked.stdout + checked.stderr
    assert "acepted" in errors[0]
