"""How much code each of the clients is, counted alike: all lines of all .py files, docstrings and runtime included."""

from __future__ import annotations

from pathlib import Path

import twilio

from bench.measure import table
from bench.peers import ROOT, OpenapiPythonClient

LIMIT = 4000


def count(*roots: Path) -> int:
    """The sum that `wc -l` prints."""
    return sum(path.read_bytes().count(b"\n") for root in roots for path in root.rglob("*.py"))


def report(peer: OpenapiPythonClient) -> str:
    """One row a client; ours first."""
    official = Path(twilio.__file__).parent
    ours = count(ROOT / "generated" / "sdk")
    rows = [
        (f"generated/sdk (limit {LIMIT:,})", f"{ours:,}", ""),
        ("openapi-python-client", f"{(lines := count(peer.folder)):,}", f"{lines / ours:.1f} x"),
        (
            "twilio-python: TaskRouter and its base",
            f"{(lines := count(official / 'rest' / 'taskrouter', official / 'base', official / 'http')):,}",
            f"{lines / ours:.1f} x",
        ),
    ]
    return table("Lines of Python (wc -l)", ("client", "lines", "ours = 1"), rows)
