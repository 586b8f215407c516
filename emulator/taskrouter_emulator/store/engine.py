"""How a store's database is reached: SQLite in a file or in memory, PostgreSQL by psycopg."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import StaticPool

MEMORY = "memory"
CONNECTIONS = 8
"""How many transactions one process has open at a time."""

_WAIT_SECONDS = 60.0


class StoreError(Exception):
    """The store cannot be opened; the message is one line and says what to do."""


def make_engine(url: str) -> Engine:
    """An engine for `memory`, `sqlite:///path` or `postgresql+psycopg://…`; raises StoreError for anything else."""
    if url == MEMORY:
        return _sqlite(make_url("sqlite://"), poolclass=StaticPool)
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError(
            f"--store {url!r} is not a store: give memory, sqlite:///path or postgresql+psycopg://…"
        ) from None
    if parsed.drivername in {"sqlite", "sqlite+pysqlite"}:
        _check_folder(parsed)
        return _sqlite(parsed, pool_size=CONNECTIONS, max_overflow=CONNECTIONS, pool_timeout=_WAIT_SECONDS)
    if parsed.drivername in {"postgresql", "postgres", "postgresql+psycopg"}:
        return _postgresql(parsed.set(drivername="postgresql+psycopg"))
    raise StoreError(
        f"--store: {parsed.drivername} is not supported: give memory, sqlite:///… or postgresql+psycopg://…"
    )


def is_sqlite(engine: Engine) -> bool:
    """Whether writers must queue up: SQLite takes one at a time in the whole file."""
    return engine.dialect.name == "sqlite"


def _check_folder(url: URL) -> None:
    if not url.database or url.database == ":memory:":
        raise StoreError("--store: a SQLite store needs a path (sqlite:///path); for one in memory say memory")
    folder = Path(url.database).resolve().parent
    if not folder.is_dir():
        raise StoreError(f"--store: there is no folder {folder}: make it, or choose another path")


def _sqlite(url: URL, **pool: Any) -> Engine:
    # The driver must not begin transactions by itself: which kind each one is, is said below.
    arguments = {"check_same_thread": False, "timeout": _WAIT_SECONDS, "isolation_level": None}
    engine = create_engine(url, connect_args=arguments, **pool)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, record: object) -> None:  # noqa: ARG001
    # NORMAL leaves a commit with the operating system before it is acknowledged: it survives the death of the
    # process, and the log is synced at each checkpoint, so that the file is never torn.
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgresql(url: URL) -> Engine:
    try:
        return create_engine(
            url,
            pool_size=CONNECTIONS,
            max_overflow=CONNECTIONS,
            pool_timeout=_WAIT_SECONDS,
            pool_pre_ping=True,
            connect_args={"connect_timeout": 10},
        )
    except (ImportError, NoSuchModuleError):
        raise StoreError(
            "--store: PostgreSQL needs the psycopg package: pip install 'taskrouter-emulator[postgresql]'"
        ) from None
