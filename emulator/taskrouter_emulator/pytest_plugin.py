"""A pytest plugin: the fixture `taskrouter_emulator` is an emulator of the test session's own.

    def test_accept(taskrouter_emulator):
        client = Client(taskrouter_emulator.account_sid, taskrouter_emulator.auth_token,
                        base_url=taskrouter_emulator.url)

It runs in a process of its own, on a free port, with its store in memory; every test begins with an empty one.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener

import pytest

from .accounts import DEFAULT_ACCOUNTS

_START_SECONDS = 60.0
_STOP_SECONDS = 15.0
_PREFIX = "taskrouter-emulator listening on "


@dataclass(frozen=True, slots=True)
class RunningEmulator:
    """An emulator in a process of its own, and its control interface."""

    url: str
    process: subprocess.Popen[str] = field(repr=False)
    account_sid: str = DEFAULT_ACCOUNTS[0].sid
    auth_token: str = field(default=DEFAULT_ACCOUNTS[0].token, repr=False)

    def advance(self, seconds: int) -> None:
        """Move its clock; what becomes due by that is done when this returns."""
        self.control("clock", {"advance": seconds})

    def reset(self) -> None:
        """Have it forget everything."""
        self.control("reset")

    def set_telephony(self, outcome: str, code: int = 13223, delay: int = 1) -> None:
        """Set what becomes of calls to workers: `answer`, `answer_async` or `fail`."""
        self.control("telephony", {"outcome": outcome, "code": code, "delay": delay})

    def provoke(
        self, status: int, count: int = 1, retry_after: int | None = None, operation: str | None = None
    ) -> None:
        """Have the next requests (of the operation, or any) answered with 429 or 500."""
        self.control("faults", {"status": status, "count": count, "retry_after": retry_after, "operation": operation})

    def seed(self) -> Any:
        """Make the demo; its SIDs by account."""
        return self.control("seed")

    def control(self, name: str, values: Mapping[str, object] | None = None) -> Any:
        """Post to the control interface."""
        body = json.dumps(values or {}).encode()
        request = Request(f"{self.url}/_emulator/{name}", body, {"Content-Type": "application/json"})  # noqa: S310
        # No proxy of the environment has any business between two processes of one machine.
        with build_opener(ProxyHandler({})).open(request, timeout=60) as response:
            return json.load(response)

    def stop(self) -> None:
        """End it."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(_STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()


def start_emulator(*options: str, store: str = "memory", has_control: bool = True) -> RunningEmulator:
    """Start an emulator on a free port and wait until it can be called.

    Raises:
        RuntimeError: It does not come up.
    """
    command: Sequence[str] = (
        *(sys.executable, "-m", "taskrouter_emulator", "--port", "0", "--store", store),
        *(("--control",) if has_control else ()),
        *options,
    )
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)  # noqa: S603
    assert process.stdout is not None
    # A reader cannot be given a timeout; ending the process ends the reading.
    watchdog = threading.Timer(_START_SECONDS, process.kill)
    watchdog.start()
    try:
        line = process.stdout.readline()
    finally:
        watchdog.cancel()
    if not line.startswith(_PREFIX):
        process.kill()
        process.wait()
        process.stdout.close()
        raise RuntimeError(f"the emulator has not started (exit code {process.returncode}); see its standard error")
    return RunningEmulator(line.removeprefix(_PREFIX).strip(), process)


@pytest.fixture(scope="session")
def _taskrouter_emulator_process() -> Iterator[RunningEmulator]:
    emulator = start_emulator()
    yield emulator
    emulator.stop()


@pytest.fixture
def taskrouter_emulator(_taskrouter_emulator_process: RunningEmulator) -> RunningEmulator:
    """A running emulator without any data, its clock and its telephony as by default."""
    _taskrouter_emulator_process.reset()
    return _taskrouter_emulator_process
