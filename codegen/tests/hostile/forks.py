"""A process that has everything imported, and forks a child with limits for each step of a trial.

A line of JSON says what to do, a line of JSON what came of it. Starting an interpreter for each step would take most
of the time.
"""

from __future__ import annotations

import gc
import io
import json
import os
import resource
import select
import signal
import sys
import tempfile
import time
import traceback
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import Any

from .document import description, operation, query
from .guard import watch
from .importing import import_all

MEGABYTE = 1024 * 1024
SECONDS_OF_WALL = 120
"""A busy machine may take long for little; the limit is that of CPU time."""

WARMING = description(
    {"/x/{id}": {"get": {**operation("x"), "parameters": [query("q", {"type": "string", "pattern": "^a$"})]}}},
    {"S": {"type": "object", "properties": {"a": {"type": "string", "format": "date-time"}}, "x-a": {}}},
)
"""A description that makes the tool import all that it needs."""


def serve() -> None:
    """Answers requests until the input ends."""
    _import_everything()
    gc.collect()
    gc.freeze()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_step(json.loads(line))) + "\n")
        sys.stdout.flush()


def _import_everything() -> None:
    """What no child has to import then: all that generating, linting and importing a small description take."""
    from dovetail.cli import main

    from .trial import prepare

    here = Path.cwd()
    with tempfile.TemporaryDirectory() as temporary, redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        folder = Path(temporary) / "trial"
        spec = str(folder / prepare(folder, {"spec.json": json.dumps(WARMING).encode()}))
        os.environ["DOVETAIL_CACHE"] = str(folder / "cache")
        for half in ("sdk", "server"):
            options = ["--package", f"warm_{half}", "--output", str(folder / "output" / half)]
            with suppress(SystemExit):
                main.main(["generate", spec, *options, *(["--server"] if half == "server" else [])])
            import_all(folder / "output" / half, f"warm_{half}")
        with suppress(SystemExit):
            main.main(["lint", spec])
    os.chdir(here)


def _step(request: dict[str, Any]) -> dict[str, Any]:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _child(request, writing)
    os.close(writing)
    report, is_late = _read(reading, child)
    _, status, usage = os.wait4(child, 0)
    os.close(reading)
    return {
        "exit": os.waitstatus_to_exitcode(status),
        "is_late": is_late,
        "report": [line for line in report.decode("utf-8", "replace").split("\n") if line],
        "seconds": usage.ru_utime + usage.ru_stime,
        "megabytes": usage.ru_maxrss // 1024,
    }


def _read(reading: int, child: int) -> tuple[bytes, bool]:
    report = b""
    end = time.monotonic() + SECONDS_OF_WALL
    while True:
        ready, _, _ = select.select([reading], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            os.killpg(child, signal.SIGKILL)
            return report, True
        piece = os.read(reading, 65536)
        if not piece:
            return report, False
        report += piece[: MEGABYTE - len(report)]


def _child(request: dict[str, Any], writing: int) -> None:
    code = 70
    try:
        os.setsid()
        folder = Path(request["folder"])
        _redirect(folder)
        os.chdir(folder)
        _limit(request)
        watch(folder, ("output", "temporary", "cache"), lambda text: _tell(writing, text))
        code = _run(request, folder)
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except BaseException:  # noqa: BLE001 - whatever it is, it is what this is looking for
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _tell(writing: int, text: str) -> None:
    os.write(writing, (text.replace("\n", "\\n") + "\n").encode("utf-8", "replace"))


def _redirect(folder: Path) -> None:
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, name in ((1, "stdout"), (2, "stderr")):
        os.dup2(os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), number)
    os.environ.update(HOME=str(folder / "home"), TMPDIR=str(folder / "temporary"), DOVETAIL_CACHE=str(folder / "cache"))
    tempfile.tempdir = None
    sys.dont_write_bytecode = True


def _limit(request: dict[str, Any]) -> None:
    seconds = request["seconds"]
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    limit = pages * resource.getpagesize() + request["megabytes"] * MEGABYTE
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _run(request: dict[str, Any], folder: Path) -> int:
    if not request["package"]:
        from dovetail.cli import main

        main.main(request["arguments"], prog_name="dovetail")
    import_all(folder / "output" / request["package"], request["package"])
    return 0


if __name__ == "__main__":
    serve()
