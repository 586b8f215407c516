"""Bytes for the readers of JSON and YAML and all that follows them, led by atheris to what has not run yet."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import Any

from .found import Found

SECONDS = 20
"""For one document of a few kilobytes, on a busy machine."""

PATIENCE = 20
"""How many times the processor time a busy machine may take by the clock."""


class _TooLong(BaseException):
    """It takes too long; not an `Exception`, so that nothing mistakes it for a fault of the document."""


def run(seconds: float, number: int, folder: Path, found: Found, corpus: Path) -> None:
    """Change bytes for so many seconds of processor time; does not return, as the process ends here."""
    atheris: Any = import_module("atheris")  # has no types
    with atheris.instrument_imports(include=["dovetail", "yaml"]):
        for name in ("document", "spec", "api"):
            import_module(f"dovetail.{name}")
    place = Path(tempfile.mkdtemp(dir=folder))
    end = time.process_time() + seconds
    tried = 0

    def attempt(content: bytes) -> None:
        nonlocal tried
        suffix = ".json" if content[:1] == b"{" else ".yaml"
        path = place / f"spec{suffix}"
        path.write_bytes(content)
        if fault := _fault_of(path):
            found.take(content, suffix, [fault])
        tried += 1
        if time.process_time() > end:
            sys.stderr.write(f"Done {tried} runs\n")
            sys.stderr.flush()
            os._exit(0)  # libFuzzer takes any other end for a crash

    signal.signal(signal.SIGALRM, _stop)
    options = [f"-max_total_time={PATIENCE * seconds:.0f}", f"-seed={number}"]
    options += ["-max_len=8192", "-rss_limit_mb=4096", "-timeout=0"]
    atheris.Setup([sys.argv[0], str(corpus), *options], attempt, enable_python_coverage=True)
    atheris.Fuzz()


def _fault_of(path: Path) -> str:
    """What reading a description ends in that is not the tool's own error, or nothing."""
    from dovetail import document, spec
    from dovetail.api import describe
    from dovetail.errors import SpecError

    signal.alarm(SECONDS)
    try:
        describe(spec.resolve(document.load(path)), lambda at, _: at)
    except SpecError:
        pass
    except _TooLong:
        return f"takes more than {SECONDS} seconds"
    except Exception as error:  # noqa: BLE001 - any other error is what this looks for
        return _described(error)
    finally:
        signal.alarm(0)
    return ""


def _stop(*_: Any) -> None:
    raise _TooLong


def _described(error: Exception) -> str:
    places = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f'File "{code.co_filename}", line {trace.tb_lineno}, in {code.co_name}')
        trace = trace.tb_next
    return f"read: {' | '.join(places[-3:])} | {type(error).__name__}: {error!s:.300}"


if __name__ == "__main__":
    run(float(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), Found(Path(sys.argv[4])), Path(sys.argv[5]))
