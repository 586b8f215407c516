"""A PostgreSQL server of the tests' own: in a folder of its own, on a Unix socket, gone when it is stopped."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_START_SECONDS = 30.0
_UNPRIVILEGED = ("postgres", "nobody")


class PostgreSQLMissing(Exception):
    """The programs of PostgreSQL are not installed."""


def programs() -> Path:
    """The folder with `initdb` and `postgres`: the newest of Debian's, or the one on PATH."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = str(debian[-1]) if debian else shutil.which("initdb")
    if found is None:
        raise PostgreSQLMissing("initdb is not installed")
    return Path(found).resolve().parent


@dataclass(frozen=True, slots=True)
class PostgreSQL:
    """A running server; `url` is that of its first database, as SQLAlchemy writes it."""

    folder: Path
    bin: Path
    process: subprocess.Popen[bytes] = field(repr=False)

    @property
    def url(self) -> str:
        """The database that every server has."""
        return self.database_url("postgres")

    def database_url(self, name: str) -> str:
        """The URL of a database."""
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}"

    def create_database(self, name: str) -> str:
        """Make an empty database; its URL."""
        command = [str(self.bin / "createdb"), "-h", str(self.folder), "-U", "postgres", name]
        subprocess.run(command, check=True, capture_output=True, **_demoted())
        return self.database_url(name)


@contextmanager
def running_postgresql(*, is_durable: bool = False) -> Iterator[PostgreSQL]:
    """Start a server and stop it in the end.

    With `is_durable` it syncs what it commits, as servers do by default; tests can do without.

    Raises:
        PostgreSQLMissing: It is not installed.
    """
    folder, binaries = Path(tempfile.mkdtemp(prefix="pg-")), programs()
    data = folder / "data"
    if (user := _demoted().get("user")) is not None:
        shutil.chown(folder, user)
    try:
        initdb = [str(binaries / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        subprocess.run([*initdb, "--locale=C", "--no-sync"], check=True, capture_output=True, cwd=folder, **_demoted())
        syncs = "on" if is_durable else "off"
        settings = {"listen_addresses": "", "fsync": syncs, "synchronous_commit": syncs, "full_page_writes": syncs}
        options = [f"--{name}={value}" for name, value in {**settings, "max_connections": 100}.items()]
        with (folder / "log").open("wb") as log:
            command = [str(binaries / "postgres"), "-D", str(data), "-k", str(folder), *options]
            process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, **_demoted())
        server = PostgreSQL(folder, binaries, process)
        try:
            _wait_until_ready(server)
            yield server
        finally:
            process.terminate()
            process.wait(_START_SECONDS)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait_until_ready(server: PostgreSQL) -> None:
    command = [str(server.bin / "pg_isready"), "-q", "-h", str(server.folder), "-U", "postgres"]
    deadline = time.monotonic() + _START_SECONDS
    while subprocess.run(command, check=False).returncode != 0:
        if server.process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError("PostgreSQL has not started:\n" + (server.folder / "log").read_text("utf-8"))
        time.sleep(0.05)


def _demoted() -> Mapping[str, Any]:
    """How a subprocess is run as somebody else: the programs refuse to be run by root."""
    if os.geteuid() != 0:
        return {}
    known = {entry.pw_name for entry in pwd.getpwall()}
    user = next(name for name in _UNPRIVILEGED if name in known)
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}
