"""What a command costs that runs in a process of its own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

LONGEST = 600
"""The seconds after which a command is given up."""

TOOLS = Path(sys.executable).parent
"""Where the commands of this environment are."""

Command = Sequence[str | Path]

_CHILD = Path(__file__).with_name("child.py")
_GIVEN_UP = 124
_ERROR = re.compile(r"^.*?(?:Error|Exception): (.+)$", re.MULTILINE)
_SHOWN = 100


@dataclass(frozen=True)
class Cost:
    """What a command took: CPU seconds of it and of all that it started, seconds of the clock, peak bytes."""

    cpu: float
    clock: float
    memory: int
    failure: str = ""
    log: str = field(default="", repr=False)


def cost(command: Command, folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command in a folder, to its end or until it is given up."""
    path = f"{TOOLS}{os.pathsep}{os.environ.get('PATH', '')}"
    log = folder / "log"
    done = subprocess.run(
        [sys.executable, "-I", "-S", _CHILD, log, "timeout", str(LONGEST), *command],
        cwd=folder,
        env={**os.environ, "PATH": path, **(environment or {})},
        check=True,
        capture_output=True,
        text=True,
    )
    cpu, clock, memory, code = json.loads(done.stdout)
    said = log.read_text(encoding="utf-8", errors="replace")
    return Cost(cpu, clock, memory, _failure(code, said), said)


def _failure(code: int, log: str) -> str:
    """Why a command failed, in its own words: the first thing of the last error, or else the last line, or its end."""
    if not code:
        return ""
    if code == _GIVEN_UP:
        return f"given up after {LONGEST} s"
    reasons = _ERROR.findall(log) or log.strip().splitlines() or [f"exit {code}"]
    reason = reasons[-1].partition("; ")[0].strip()
    return f"refused: {reason if len(reason) <= _SHOWN else '…' + reason[-_SHOWN:]}"


def least(costs: Sequence[Cost]) -> Cost:
    """The least that several runs of one command took: what else a machine does only adds to it."""
    if failed := [one for one in costs if one.failure]:
        return failed[0]
    return replace(
        costs[0],
        cpu=min(one.cpu for one in costs),
        clock=min(one.clock for one in costs),
        memory=min(one.memory for one in costs),
    )
