"""The server under test, the clients that speak to it, and the record of everything that was said."""

from __future__ import annotations

import importlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dovetail.contract import read_description
from house import postgresql
from taskrouter import Client

from . import scenes, servers
from .accounts import MAIN, OTHER, READER, RESTRICTED, Account
from .control import NOT_PROVABLE, Control
from .raw import RawClient
from .recording import Recorder

HERE = Path(__file__).parent
ROOT = HERE.parent
LAST = ("test_exchanges.py", "test_coverage.py")
"""What looks back on the whole session."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Which server is tested, and how long."""
    group = parser.getgroup("contract", "the contract tests")
    group.addoption("--base-url", help="the server to test; without it an emulator is started on a free port")
    group.addoption("--control-url", help="its control interface, for what needs the clock, 429 or 500")
    group.addoption("--store", choices=("sqlite", "postgresql", "memory"), default="sqlite", help="of that emulator")
    group.addoption("--server-workers", type=int, default=1, help="how many processes that emulator has")
    group.addoption("--seed", default="20261120", help="of schemathesis: a number, or `random`")
    group.addoption("--time", type=int, default=40, help="seconds for schemathesis")
    group.addoption("--account", default=MAIN, help="user:password of an account")
    group.addoption("--other-account", default=OTHER, help="user:password of one that must not see the first one's")
    group.addoption("--restricted-key", default=RESTRICTED, help="user:password of a key that may do nothing")
    group.addoption("--reader-key", default=READER, help="user:password of a key that may only list and fetch")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """One session of exchanges is one process: xdist must not spread these tests, but only those beside them."""
    if config.getoption("dist") != "load":
        return None
    # Groups (--dist loadgroup) are told by changed node ids, which pytest 9 does not let xdist 3.8 change.
    scheduling: Any = importlib.import_module("xdist.scheduler").LoadScopeScheduling
    return type("Together", (scheduling,), {"_split_scope": lambda _, nodeid: _scope(nodeid)})(config, log)


def _scope(nodeid: str) -> str:
    return HERE.name if nodeid.startswith(f"{HERE.name}/") else nodeid


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What looks back on the others comes last."""
    ranks = {name: rank for rank, name in enumerate(LAST, 1)}
    items.sort(key=lambda item: ranks.get(item.path.name, 0) if HERE in item.path.parents else 0)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Count what could not be proved."""
    skipped = [report for report in terminalreporter.stats.get("skipped", ()) if NOT_PROVABLE in str(report.longrepr)]
    if skipped:
        terminalreporter.write_line(f"{NOT_PROVABLE}: {len(skipped)} tests; give --control-url", yellow=True)


@dataclass(frozen=True, slots=True)
class Target:
    """The server under test; `emulator` is the one that was started for it."""

    url: str
    control_url: str | None
    account: Account
    other: Account
    restricted: Account
    reader: Account
    emulator: servers.Emulator | None = None


@pytest.fixture(scope="session")
def target(pytestconfig: pytest.Config) -> Iterator[Target]:
    """The server of `--base-url`, or an emulator that is started."""
    main, other, restricted, reader = (
        Account.parse(str(pytestconfig.getoption(name)))
        for name in ("--account", "--other-account", "--restricted-key", "--reader-key")
    )
    url = pytestconfig.getoption("--base-url")
    if url:
        yield Target(url.rstrip("/"), pytestconfig.getoption("--control-url"), main, other, restricted, reader)
        return
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="contract-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        store = _store(str(pytestconfig.getoption("--store")), folder, stack)
        workers = pytestconfig.getoption("--server-workers")
        options = ["--control", "--seed-demo", "--workers", str(workers)]
        emulator = servers.start(store, folder / "log", *options)
        stack.callback(servers.stop, emulator)
        yield Target(emulator.url, emulator.control_url, main, other, restricted, reader, emulator)


def _store(kind: str, folder: Path, stack: ExitStack) -> str:
    if kind == "postgresql":
        if postgresql.programs() is None:
            pytest.skip("PostgreSQL's programs are not installed")
        return stack.enter_context(postgresql.running()).database()
    return "memory" if kind == "memory" else f"sqlite:///{folder}/emulator.db"


@pytest.fixture(scope="session")
def description() -> Any:
    """The description of the API, with what the overlay adds."""
    return read_description(ROOT / "spec/openapi.yaml", [ROOT / "spec/sdk.overlay.yaml"])


@pytest.fixture(scope="session")
def recorder(target: Target) -> Iterator[Recorder]:
    """Every exchange of the session."""
    kept = Recorder(target.url)
    with kept.tapped():
        yield kept


@pytest.fixture(scope="session")
def control(target: Target) -> Control:
    """The control interface, which may be missing."""
    return Control(target.control_url)


@pytest.fixture(scope="session")
def client(target: Target, recorder: Recorder) -> Iterator[Client]:
    """The SDK."""
    with Client(target.account.username, target.account.password, base_url=target.url, retries=0) as made:
        yield made


@pytest.fixture(scope="session")
def raw(target: Target, recorder: Recorder) -> RawClient:
    """Requests written by hand."""
    return RawClient(target.url, target.account, recorder)


@pytest.fixture(scope="module")
def centre(client: Client) -> scenes.Centre:
    """A call centre of the module's own, in which each test makes its own workers and tasks."""
    return scenes.build(client)
