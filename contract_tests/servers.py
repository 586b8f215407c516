"""The emulator as a process, reached by its command alone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

COMMAND = "taskrouter-emulator"
READY = re.compile(r"listening on (http://\S+)")
START_SECONDS = 60.0
STOP_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Emulator:
    """A running emulator; `log` is what it wrote."""

    url: str
    process: subprocess.Popen[str]
    log: Path

    @property
    def control_url(self) -> str:
        return f"{self.url}/_emulator"


def command() -> Path:
    """The emulator's command: beside this Python, or on PATH."""
    beside = Path(sys.executable).parent / COMMAND
    found = beside if beside.exists() else shutil.which(COMMAND)
    if found is None:
        raise FileNotFoundError(f"{COMMAND} is not installed; `make setup` does it")
    return Path(found)


def start(store: str, log: Path, *options: str, port: int = 0) -> Emulator:
    """Start an emulator and wait until it answers; RuntimeError with its log where it does not."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    output = log.open("a", encoding="utf-8")
    process = subprocess.Popen(
        [command(), "--port", str(port), "--store", store, *options],
        stdout=subprocess.PIPE,
        stderr=output,
        text=True,
        env=environment,
        start_new_session=True,
    )
    output.close()
    timer = threading.Timer(START_SECONDS, process.kill)
    timer.start()
    try:
        assert process.stdout is not None
        ready = next((found for line in process.stdout if (found := READY.search(line))), None)
    finally:
        timer.cancel()
    if ready is None:
        process.wait()
        raise RuntimeError(f"{COMMAND} did not start on {store}:\n{log.read_text('utf-8')}")
    return Emulator(ready[1], process, log)


def stop(emulator: Emulator) -> None:
    """End it as a person would, and by force where that takes too long."""
    emulator.process.terminate()
    try:
        emulator.process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        emulator.process.kill()
        emulator.process.wait()
    finally:
        if emulator.process.stdout is not None:
            emulator.process.stdout.close()


@contextmanager
def running(store: str | None = None, options: Sequence[str] = ()) -> Iterator[Emulator]:
    """An emulator for as long as the block lasts, by default on an SQLite file that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="contract-") as folder:
        emulator = start(store or f"sqlite:///{folder}/emulator.db", Path(folder) / "log", *options)
        try:
            yield emulator
        finally:
            stop(emulator)
