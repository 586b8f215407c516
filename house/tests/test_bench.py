"""The measurements run, and print every contender."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bench.measure import Row, table
from house.limits import ROOT


def test_a_ratio_is_taken_run_by_run() -> None:
    slow, base = Row("slow", (2.0, 9.0, 4.0)), Row("base", (1.0, 3.0, 4.0))
    assert slow.cost == 4.0
    assert slow.ratio(base) == 2.0
    assert slow.added(base) == 1.0


def test_a_table_is_aligned() -> None:
    first, *rest = table("Costs", ("client", "µs"), [("a", "7"), ("longer", "12345")]).splitlines()
    assert first == "Costs"
    assert {len(line) for line in rest} == {2 + len("longer") + 2 + len("12345")}


@pytest.mark.slow
def test_every_contender_is_measured() -> None:
    command = [sys.executable, "-m", "bench", "lines", "decode", "call", "--runs", "1"]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for contender in (
        "generated/sdk",
        "taskrouter, async",
        "twilio-python",
        "openapi-python-client, async",
        "requests alone",
        "httpx2 alone",
        "json.loads alone",
    ):
        assert contender in printed
