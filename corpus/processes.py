"""Running a program of a step in a process of its own: its exit code, what it said, and what it cost."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

TIMED_OUT = -1
WITHOUT = ("MYPYPATH", "PYTHONPATH", "VIRTUAL_ENV")
"""Variables of the surroundings that would change what a checker sees."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What became of a process; `peak` is the resident memory, in megabytes, of the largest process it was."""

    code: int
    out: str
    err: str
    seconds: float
    peak: float


def run(
    command: Sequence[str | Path], *, cwd: Path, environment: Mapping[str, str] | None = None, seconds: float = 1800
) -> Finished:
    """Run a command to its end, or for as many seconds at most; then its code is `TIMED_OUT`."""
    inherited = {name: value for name, value in os.environ.items() if name not in WITHOUT}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begun = time.monotonic()
        process = subprocess.Popen(  # noqa: S603
            [str(part) for part in command],
            cwd=cwd,
            env={**inherited, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
        )
        code, peak = _waited(process, begun + seconds)
        out.seek(0)
        err.seek(0)
        said, complained = (stream.read().decode("utf-8", "replace") for stream in (out, err))
        return Finished(code, said, complained, time.monotonic() - begun, peak)


def python(
    *arguments: str | Path, cwd: Path, environment: Mapping[str, str] | None = None, seconds: float = 1800
) -> Finished:
    """Run this Python on arguments."""
    return run([sys.executable, *arguments], cwd=cwd, environment=environment, seconds=seconds)


def _waited(process: subprocess.Popen[bytes], deadline: float) -> tuple[int, float]:
    is_late = False
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            # Told here, or Popen would wait for a process that is gone.
            process.returncode = os.waitstatus_to_exitcode(status)
            return TIMED_OUT if is_late else process.returncode, usage.ru_maxrss / 1024
        if time.monotonic() > deadline and not is_late:
            is_late = True
            process.kill()
        time.sleep(0.02)
