"""The stores that the tests run on, and an office in each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from emulator.tests.office import Office, Wall
from house.postgresql import Postgresql, running
from taskrouter_emulator.emulator import Emulator
from taskrouter_emulator.settings import Options
from taskrouter_emulator.store import Store, open_store


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Postgresql]:
    """A PostgreSQL server, started when the first test needs it."""
    with running() as server:
        yield server


@pytest.fixture(scope="session")
def shared_database(postgresql: Postgresql) -> str:
    """A database that tests use one after the other."""
    return postgresql.database()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a test keeps its data: each test runs on every kind of store."""
    if request.param != "postgresql":
        return "memory" if request.param == "memory" else f"sqlite:///{tmp_path}/store.db"
    url: str = request.getfixturevalue("shared_database")
    return url


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An empty store."""
    opened = open_store(store_url)
    opened.clear()
    yield opened
    opened.close()


@pytest.fixture
def wall() -> Wall:
    """The clock on the wall."""
    return Wall()


@pytest.fixture
def emulator(store: Store, wall: Wall) -> Emulator:
    """An emulator."""
    return Emulator(store, Options(max_rejections=10), wall)


@pytest.fixture
def office(emulator: Emulator, wall: Wall) -> Office:
    """A multi-tasking workspace."""
    return Office(emulator, wall)


@pytest.fixture
def single(emulator: Emulator, wall: Wall) -> Office:
    """A single-tasking workspace."""
    return Office(emulator, wall, multi_task_enabled=False)
