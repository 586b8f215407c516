"""Bytes for the readers of JSON and YAML and all that follows them, led by atheris to what has not run yet."""

from __future__ import annotations

import signal
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

from .found import Found

SECONDS = 20
"""For one document of a few kilobytes, on a busy machine."""


class _TooLong(BaseException):
    """It takes too long; not an `Exception`, so that nothing mistakes it for a fault of the document."""


def run(seconds: float, number: int, folder: Path, found: Found, corpus: Path) -> None:
    """Change bytes for so many seconds; does not return, as libFuzzer ends the process."""
    atheris: Any = import_module("atheris")  # has no types
    with atheris.instrument_imports(include=["dovetail", "yaml"]):
        from dovetail import document, spec
        from dovetail.api import describe
        from dovetail.errors import SpecError

    place = Path(tempfile.mkdtemp(dir=folder))

    def attempt(content: bytes) -> None:
        suffix = ".json" if content[:1] == b"{" else ".yaml"
        path = place / f"spec{suffix}"
        path.write_bytes(content)
        signal.alarm(SECONDS)
        try:
            resolved = spec.resolve(document.load(path))
            describe(resolved, lambda at, _: at)
        except SpecError:
            pass
        except _TooLong:
            found.take(content, suffix, [f"takes more than {SECONDS} seconds"])
        except Exception as error:  # noqa: BLE001 - any other error is what this looks for
            found.take(content, suffix, [_described(error)])
        finally:
            signal.alarm(0)

    signal.signal(signal.SIGALRM, _stop)
    options = [f"-max_total_time={seconds:.0f}", f"-seed={number}", "-max_len=8192", "-rss_limit_mb=4096", "-timeout=0"]
    atheris.Setup([sys.argv[0], str(corpus), *options], attempt, enable_python_coverage=True)
    atheris.Fuzz()


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
