"""A PostgreSQL server for tests and measurements: its own data in a temporary folder, gone when it is done.

initdb and postgres refuse to run as root: there they are run as an unprivileged user.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

UNPRIVILEGED = ("postgres", "nobody")
SUPERUSER = "postgres"
START_SECONDS = 30.0
_NUMBERS = count(1)


def programs() -> Path | None:
    """The directory that holds initdb: the newest of Debian's, or the one on PATH; None where there is none."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    found = debian[-1] if debian else Path(on_path).resolve() if on_path else None
    return found.parent if found else None


@dataclass(frozen=True, slots=True)
class Postgresql:
    """A running server; it is reached by a socket in `folder` alone, and trusts who gets there."""

    programs: Path
    folder: Path

    def database(self) -> str:
        """The URL (as SQLAlchemy reads it) of a new and empty database."""
        name = f"test_{os.getpid()}_{next(_NUMBERS)}"
        command: list[str | Path] = [self.programs / "createdb", "--host", self.folder, "--username", SUPERUSER, name]
        subprocess.run(command, check=True, capture_output=True, cwd="/")
        return f"postgresql+psycopg://{SUPERUSER}@/{name}?host={self.folder}"


@contextmanager
def running(*, is_durable: bool = False) -> Iterator[Postgresql]:
    """Start a server, and stop it at the end.

    `is_durable` waits for the disk as a server in production does; tests that kill no PostgreSQL need not.

    Raises:
        FileNotFoundError: its programs are not installed.
        RuntimeError: it does not start; the message holds its log.
    """
    found = programs()
    if found is None:
        raise FileNotFoundError("PostgreSQL's programs (initdb, postgres) are not installed")
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    identity = _unprivileged()
    try:
        if identity:
            os.chown(folder, identity["user"], identity["group"])
        process = _started(found, folder, identity, is_durable=is_durable)
        try:
            yield Postgresql(found, folder)
        finally:
            process.send_signal(signal.SIGINT)  # at once, without waiting for clients to leave
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def server() -> Iterator[str]:
    """Start a durable server, and give the URL of an empty database in it."""
    with running(is_durable=True) as started:
        yield started.database()


def _unprivileged() -> Mapping[str, Any]:
    """Who to run as: nobody else, unless this is root."""
    if os.geteuid() != 0:
        return {}
    for name in UNPRIVILEGED:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise RuntimeError(f"PostgreSQL does not run as root, and there is no user {' or '.join(UNPRIVILEGED)}")


def _started(found: Path, folder: Path, identity: Mapping[str, Any], *, is_durable: bool) -> subprocess.Popen[bytes]:
    data, log = folder / "data", folder / "log"
    initdb: list[str | Path] = [
        found / "initdb",
        "--pgdata",
        data,
        "--username",
        SUPERUSER,
        "--auth",
        "trust",
        "--encoding",
        "UTF8",
    ]
    made = subprocess.run(
        [*initdb, "--locale", "C", "--no-sync"], capture_output=True, text=True, cwd=folder, check=False, **identity
    )
    if made.returncode:
        raise RuntimeError(f"initdb failed: {made.stderr}")
    settings = {"listen_addresses": "", "unix_socket_directories": str(folder), "max_connections": "300"}
    if not is_durable:
        settings |= {"fsync": "off", "full_page_writes": "off"}
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [found / "postgres", "-D", data, *options],
            stdout=output,
            stderr=output,
            cwd=folder,
            user=identity.get("user"),
            group=identity.get("group"),
            extra_groups=identity.get("extra_groups"),
        )
    _await_ready(found, folder, process, log)
    return process


def _await_ready(found: Path, folder: Path, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    ready: list[str | Path] = [found / "pg_isready", "--quiet", "--host", folder, "--username", SUPERUSER]
    while subprocess.run(ready, check=False, capture_output=True, cwd="/").returncode:
        if process.poll() is not None or time.monotonic() > deadline:
            process.kill()
            process.wait()
            raise RuntimeError(f"PostgreSQL does not start: {log.read_text('utf-8', 'replace')}")
        time.sleep(0.05)
