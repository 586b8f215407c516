"""Finds every Python 3.11 or later on this machine and gives each an environment of its own, from the lock."""

from __future__ import annotations

import hashlib
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from house.limits import ROOT

LOCK = ROOT / "requirements-dev.lock"
ENVIRONMENTS = ROOT / ".venvs"
OLDEST = (3, 11)

_PROBE = "import sys, venv, ensurepip; print(sys.implementation.name, *sys.version_info[:3])"


@dataclass(frozen=True)
class Python:
    """An interpreter that can make environments."""

    executable: Path
    version: tuple[int, ...]

    def __str__(self) -> str:
        return "Python " + ".".join(map(str, self.version))


class Unusable(Exception):
    """This interpreter cannot be given the locked packages; the message is the installer's last line."""


def candidates() -> list[Path]:
    """Executables that may be a Python: those on PATH, and pyenv's versions, which are on PATH one at a time only."""
    folders = [Path(folder) for folder in os.environ.get("PATH", "").split(os.pathsep) if folder]
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [path for folder in folders for path in folder.glob("python3*")]
    found += pyenv.glob("*/bin/python3")
    return [
        path for path in found if path.name.removeprefix("python3").lstrip(".").isdecimal() or path.name == "python3"
    ]


def probe(executable: Path) -> Python | None:
    """The interpreter behind a path, or None where it does not start, is too old or cannot make environments."""
    try:
        answer = subprocess.run(
            [executable, "-I", "-c", _PROBE], capture_output=True, text=True, timeout=30, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    implementation, *numbers = answer.stdout.split()
    version = tuple(map(int, numbers))
    return Python(executable, version) if implementation == "cpython" and version >= OLDEST else None


def installed() -> list[Python]:
    """One interpreter for each minor version, the newest of it, oldest minor version first."""
    newest: dict[tuple[int, ...], Python] = {}
    for executable in candidates():
        python = probe(executable)
        if python and python.version > newest.get(python.version[:2], Python(executable, ())).version:
            newest[python.version[:2]] = python
    return [newest[minor] for minor in sorted(newest)]


def environment(python: Python) -> Path:
    """The interpreter of an environment with the locked packages; made once for each lock.

    Raises:
        Unusable: if the packages cannot be installed on it.
    """
    home = ENVIRONMENTS / ".".join(map(str, python.version))
    executable, stamp = home / "bin" / "python", home / ".lock-sha256"
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if executable.exists() and stamp.exists() and stamp.read_text(encoding="ascii") == digest:
        return executable
    _run([python.executable, "-m", "venv", "--clear", home])
    _run(
        [executable, "-m", "pip", "install", "-qq", "--require-hashes", "--only-binary", ":all:", "--requirement", LOCK]
    )
    stamp.write_text(digest, encoding="ascii")
    return executable


def _run(command: list[str | Path]) -> None:
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    if finished.returncode:
        lines = [line for line in finished.stderr.splitlines() if line.strip()]
        raise Unusable(lines[-1] if lines else f"{command[0]} ended with {finished.returncode}")
