"""`python -m bench [lines] [import] [decode] [call] [generate] [accepts]`: prints those measurements, or all."""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import version

from bench import peers, stub

NAMES = ("lines", "import", "decode", "call", "generate", "accepts")
COMPARED = ("requests", "httpx2", "pydantic", "twilio", "openapi-python-client", "datamodel-code-generator", "httpx")


def main() -> None:
    """Measure and print, one table at a time."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(NAMES)}; all without one")
    parser.add_argument("--runs", type=int, default=25, help="runs, in turns, of which the least counts (default 25)")
    chosen = parser.parse_args()
    if unknown := set(chosen.names) - set(NAMES):
        parser.error(f"unknown: {', '.join(sorted(unknown))}; one of {', '.join(NAMES)}")
    print(f"Python {platform.python_version()} on {os.cpu_count()} CPUs; ", end="")
    print(", ".join(f"{name} {version(name)}" for name in COMPARED), end="\n\n", flush=True)
    with peers.openapi_python_client() as peer, stub.running() as url:
        for name, report in reports(peer, url, chosen.runs).items():
            if not chosen.names or name in chosen.names:
                for text in report():
                    print(text, flush=True)


def reports(peer: peers.OpenapiPythonClient, url: str, runs: int) -> Mapping[str, Callable[[], Iterator[str]]]:
    """The measurements by name; each module is imported when it is asked for."""

    def lines() -> Iterator[str]:
        from bench import lines

        yield lines.report(peer)

    def decode() -> Iterator[str]:
        from bench import decode

        yield decode.report(peer, runs)

    def call() -> Iterator[str]:
        from bench import calls

        yield calls.report(peer, url, runs)

    def beginning() -> Iterator[str]:
        from bench import imports

        yield imports.report(runs)

    def generation() -> Iterator[str]:
        from bench import generation

        yield from generation.reports(min(runs, 2))

    def accepts() -> Iterator[str]:
        from bench import accepts

        yield accepts.report(min(runs, 3))

    return {
        "lines": lines,
        "import": beginning,
        "decode": decode,
        "call": call,
        "generate": generation,
        "accepts": accepts,
    }


if __name__ == "__main__":
    main()
