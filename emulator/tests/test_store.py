"""The store itself: all or nothing, one writer at a time, and what it cannot open."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sqlalchemy import func, select

from taskrouter_emulator.settings import Settings, Telephony, load_settings, save_telephony
from taskrouter_emulator.store import Store, StoreError, open_store
from taskrouter_emulator.store.rows import Fault, Setting

# The fixture's kinds are those of the office's tests; the store itself is tried in memory too.
KEPT = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]
on_every_store = pytest.mark.parametrize("store_url", ["memory", *KEPT], indirect=True)
on_every_kept_store = pytest.mark.parametrize("store_url", KEPT, indirect=True)


def _fault(status: int) -> Fault:
    return Fault(status=status, remaining=1, retry_after=None, operation=None)


def _count(store: Store) -> int:
    with store.read() as session:
        return session.scalar(select(func.count()).select_from(Fault)) or 0


@on_every_store
def test_a_failed_change_leaves_nothing(store: Store) -> None:
    def fail() -> None:
        with store.write() as session:
            session.add(_fault(429))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert _count(store) == 0


@on_every_kept_store
def test_what_was_written_is_there_when_it_is_opened_again(store: Store, store_url: str) -> None:
    with store.write() as session:
        save_telephony(session, Telephony("fail", 21215, 9))
    again = open_store(store_url)
    with again.read() as session:
        assert load_settings(session) == Settings(telephony=Telephony("fail", 21215, 9))
    again.close()


@on_every_store
def test_clearing_forgets_everything_but_the_version(store: Store) -> None:
    with store.write() as session:
        session.add(_fault(500))
        save_telephony(session, Telephony("fail"))
    store.clear()
    assert _count(store) == 0
    with store.read() as session:
        assert session.scalars(select(Setting.name)).all() == ["schema_version"]


@on_every_store
def test_writers_of_many_threads_wait_for_each_other(store: Store) -> None:
    with store.write() as session:
        session.add(Setting(name="count", value="0"))

    def increase() -> None:
        for _ in range(10):
            with store.write() as session:
                row = session.scalar(select(Setting).where(Setting.name == "count").with_for_update())
                assert row is not None
                row.value = str(int(row.value) + 1)

    threads = [threading.Thread(target=increase) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as session:
        assert session.scalar(select(Setting.value).where(Setting.name == "count")) == "80"


def test_opened_at_once_it_is_made_once(tmp_path: Path) -> None:
    url, opened, faults = f"sqlite:///{tmp_path}/new.db", list[Store](), list[Exception]()

    def open_it() -> None:
        try:
            opened.append(open_store(url))
        except StoreError as error:
            faults.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(opened), faults) == (6, [])
    for store in opened:
        store.close()
