"""`python -m bench [lines] [import] [decode] [call] [generate] [accepts]`: prints those measurements, or all."""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Callable, Mapping
from importlib.metadata import version

from bench import peers, stub

NAMES = ("lines", "import", "decode", "call", "generate", "accepts")
COMPARED = ("requests", "httpx2", "pydantic", "twilio", "openapi-python-client", "datamodel-code-generator", "httpx")


def main() -> None:
    """Measure and print, one table at a time."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(NAMES)}; all without one")
    parser.add_argument("--runs", type=int, default=7, help="runs of which the median is printed (default 7)")
    chosen = parser.parse_args()
    if unknown := set(chosen.names) - set(NAMES):
        parser.error(f"unknown: {', '.join(sorted(unknown))}; one of {', '.join(NAMES)}")
    print(f"Python {platform.python_version()} on {os.cpu_count()} CPUs; ", end="")
    print(", ".join(f"{name} {version(name)}" for name in COMPARED), end="\n\n", flush=True)
    with peers.openapi_python_client() as peer, stub.running() as url:
        for name, report in reports(peer, url, chosen.runs).items():
            if not chosen.names or name in chosen.names:
                print(report(), flush=True)


def reports(peer: peers.OpenapiPythonClient, url: str, runs: int) -> Mapping[str, Callable[[], str]]:
    """The measurements by name; each module is imported when it is asked for."""

    def lines() -> str:
        from bench import lines

        return lines.report(peer)

    def decode() -> str:
        from bench import decode

        return decode.report(peer, runs)

    def call() -> str:
        from bench import calls

        return calls.report(peer, url, runs)

    def beginning() -> str:
        from bench import imports

        return imports.report(runs)

    def generation() -> str:
        from bench import generation

        return generation.report()

    def accepts() -> str:
        from bench import accepts

        return accepts.report(min(runs, 3))

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
