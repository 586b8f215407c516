"""The store: sessions that read, sessions that write, and the version of the schema."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from sqlalchemy import Connection, Engine, delete, insert, inspect, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from .columns import Row
from .engine import MEMORY, StoreError, is_sqlite, make_engine
from .rows import Setting, Workspace

SCHEMA_VERSION = "1"
_VERSION = "schema_version"
_SCHEMA_LOCK = 5_127_001  # any number: one for all processes that make the schema of a PostgreSQL database


class Store:
    """A database that holds everything. Safe to share between threads; processes open their own."""

    def __init__(self, engine: Engine, *, is_memory: bool = False) -> None:
        self._engine = engine
        self._writer = engine.execution_options(writes=True)
        # Threads of one process queue up here rather than in SQLite's polling wait. In memory there is but one
        # connection, so that readers queue up too.
        self._write_turn = threading.Lock() if is_sqlite(engine) else None
        self._read_turn = self._write_turn if is_memory else None
        options = {} if is_sqlite(engine) else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        self._reader = engine.execution_options(**options)

    @property
    def is_sqlite(self) -> bool:
        """Whether one writer at a time has the whole store, so that no row needs a lock."""
        return is_sqlite(self._engine)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one consistent state and changes nothing."""
        with self._read_turn or nullcontext(), Session(self._reader, autoflush=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session whose changes are all kept when the block ends, and none when it raises."""
        turn = self._write_turn or nullcontext()
        with turn, Session(self._writer, expire_on_commit=False) as session, session.begin():
            yield session

    def clear(self) -> None:
        """Forget everything but the version of the schema."""
        with self.write() as session:
            # Whoever is at work in a workspace has locked it, and is waited for.
            session.execute(select(Workspace.id).order_by(Workspace.id).with_for_update())
            for mapper in Row.registry.mappers:
                if mapper.class_ is not Setting:
                    session.execute(delete(mapper.class_))
            session.execute(delete(Setting).where(Setting.name != _VERSION))

    def close(self) -> None:
        """Let all connections go."""
        self._engine.dispose()


def open_store(url: str) -> Store:
    """Open the store at `url` (`memory`, `sqlite:///path`, `postgresql+psycopg://…`) and make its tables if new.

    Raises:
        StoreError: It cannot be reached, or another version of the emulator made it.
    """
    engine = make_engine(url)
    try:
        with engine.execution_options(writes=True).begin() as connection:
            _make_schema(connection)
    except SQLAlchemyError as error:
        engine.dispose()
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise StoreError(f"--store: {engine.url.render_as_string()} cannot be opened: {reason}") from None
    except StoreError:
        engine.dispose()
        raise
    return Store(engine, is_memory=url == MEMORY)


def _make_schema(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _SCHEMA_LOCK})
    if not inspect(connection).has_table(Setting.__tablename__):
        Row.metadata.create_all(connection)
        connection.execute(insert(Setting).values(name=_VERSION, value=SCHEMA_VERSION))
        return
    found = connection.scalar(select(Setting.value).where(Setting.name == _VERSION))
    if found != SCHEMA_VERSION:
        raise StoreError(
            f"--store: {connection.engine.url.render_as_string()} has schema version {found}, this emulator reads "
            f"{SCHEMA_VERSION}: start with another store, or remove this one"
        )
