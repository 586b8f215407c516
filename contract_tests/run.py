"""What `make run` ends with: both halves of the flagship verified, and a verdict that a person can read.

An emulator is started on a free port; the server half is verified against it, the SDK half against a server that is
made from the document. Exit status 0 when both hold, 1 when one does not, 2 when they could not be tried.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dovetail.contract import Allowances, Verdict, read_description, verify_client, verify_server
from dovetail.report.console import ConsoleReport

from . import servers
from .accounts import MAIN, Account
from .allowances import EXCLUSIONS, SETTINGS, SPELLINGS

ROOT = Path(__file__).parents[1]
SERVER_SECONDS = 45
EXAMPLES = 10
SEED = 20261120


def main(arguments: list[str] | None = None) -> int:
    """Verify both halves, and say what came out."""
    parser = argparse.ArgumentParser(
        prog="python -m contract_tests", description="Verify the server half and the SDK half."
    )
    parser.add_argument("--time", type=int, default=SERVER_SECONDS, help="seconds for the server half")
    parser.add_argument("--examples", type=int, default=EXAMPLES, help="sets of arguments a method of the SDK")
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args(arguments)
    try:
        verdicts = verify(chosen.time, chosen.examples, chosen.seed)
    except (OSError, RuntimeError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    held = all(verdict.held for verdict in verdicts)
    said = "Both halves keep to the description." if held else "The description is not kept to: see the failures above."
    sys.stdout.write(f"{said}\n")
    return 0 if held else 1


def verify(seconds: int, examples: int, seed: int) -> tuple[Verdict, Verdict]:
    """Verify the emulator, then the SDK."""
    description = read_description(ROOT / "spec/openapi.yaml", [ROOT / "spec/sdk.overlay.yaml"])
    account = Account.parse(MAIN)
    report = ConsoleReport()
    with servers.running(options=["--seed-demo"]) as emulator:
        server = verify_server(
            description,
            emulator.url,
            auth=(account.username, account.password),
            seconds=seconds,
            seed=seed,
            oracle="both",
            allowances=Allowances(EXCLUSIONS, SPELLINGS, SETTINGS, is_short=True),
            listen=report,
        )
    return server, verify_client(description, "taskrouter", examples=examples, seed=seed, listen=report)


if __name__ == "__main__":
    sys.exit(main())
