"""What need not be made twice: a folder of this machine, of this user alone.

Everything in it can be deleted at any time and costs only time. Entries are JSON with a digest of their own, replaced
in one step: runs beside each other see an entry whole or not at all, and a damaged one is none.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

VARIABLE: Final = "DOVETAIL_CACHE"
"""The environment variable that names the folder."""

MOST: Final = 256
"""The most entries of a kind that are kept, as a rule; those not written for the longest time go first."""

_HALVES: Final = 2
_MAKERS: Final = ("datamodel-code-generator", "jinja2", "ruff")


def user_folder() -> Path | None:
    """The folder that `DOVETAIL_CACHE` names, or that of the platform; None where the user has no home."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "dovetail" / "cache"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "dovetail"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "dovetail"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The entries of one kind, each a JSON value under the digest of its key."""

    folder: Path
    most: int = MOST
    """The most entries that are kept."""

    def find(self, key: str) -> Any:
        """The value kept under this key; None where there is none, or one that is damaged."""
        try:
            content = self._path(key).read_bytes()
            parts = content.split(b"\n", 1)
            if len(parts) == _HALVES and parts[0].decode() == digest(parts[1]):
                return json.loads(parts[1])
        except (OSError, ValueError, RecursionError):
            pass
        return None

    def keep(self, key: str, value: Any) -> None:
        """Keep a value in place of the one before; a folder that cannot be written to costs only time."""
        body = json.dumps(value, separators=(",", ":")).encode()
        with contextlib.suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, partial = tempfile.mkstemp(prefix="partial-", dir=self.folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(digest(body).encode() + b"\n" + body)
                Path(partial).replace(self._path(key))
            except BaseException:
                Path(partial).unlink(missing_ok=True)
                raise
            self._prune()

    def _path(self, key: str) -> Path:
        return self.folder / digest(key.encode())[:32]

    def _prune(self) -> None:
        entries = [entry for entry in os.scandir(self.folder) if entry.is_file(follow_symlinks=False)]
        if len(entries) > self.most:
            for entry in sorted(entries, key=_age)[: -self.most]:
                Path(entry.path).unlink(missing_ok=True)


def digest(content: bytes) -> str:
    """SHA-256, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


@cache
def tool() -> str:
    """What this tool is at this moment: its own files, what it makes Python with, and the Python that runs it."""
    files = sorted(_files(str(Path(__file__).parent)))
    made_by = [f"{name} {version(name)}" for name in _MAKERS]
    return digest(json.dumps([sys.version, made_by, files]).encode())


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    """Every file of the tool: its path, its size and when it was written."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        else:
            status = entry.stat()
            yield entry.path, status.st_size, status.st_mtime_ns


def _age(entry: os.DirEntry[str]) -> float:
    try:
        return entry.stat(follow_symlinks=False).st_mtime
    except OSError:  # another run was faster
        return 0.0
