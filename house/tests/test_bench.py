"""The measurements run, and print every contender."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench.generation import change
from bench.generators import remark
from bench.measure import Row, table
from bench.processes import cost, least
from dovetail.document import load
from house.limits import ROOT


def test_the_least_of_the_runs_counts() -> None:
    slow, base = Row("slow", (9.0, 3.0, 4.0)), Row("base", (1.5, 3.0, 4.0))
    assert slow.cost == 3.0
    assert slow.ratio(base) == 2.0
    assert slow.added(base) == 1.5


def test_a_table_is_aligned() -> None:
    first, *rest = table("Costs", ("client", "µs"), [("a", "7"), ("longer", "12345")]).splitlines()
    assert first == "Costs"
    assert {len(line) for line in rest} == {2 + len("longer") + 2 + len("12345")}


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "a.json",
            '{"properties": {\n  "x": {},  "b": {}}}',
            '{"properties": {\n  "one_more": {"type": "string"}, "x": {},',
        ),
        ("a.yaml", "{properties: {x: {}, 'b': {}}}", '{properties: {"one_more": {"type": "string"}, x: {},'),
        (
            "a.yaml",
            "\n      properties: # some\n        x:   {}\n        b: {}",
            '\n      properties: # some\n        "one_more": {"type": "string"}\n        x:   {}\n',
        ),
    ],
)
def test_one_schema_is_changed_and_nothing_else(tmp_path: Path, name: str, text: str, expected: str) -> None:
    spec = tmp_path / name
    head = '{"components": {"schemas": {"A":' if name == "a.json" else "components:\n  schemas:\n    A:"
    spec.write_text(f"{head} {text}{'}}}' if name == 'a.json' else ''}", encoding="utf-8")
    change(spec, "one_more", {"type": "string"})
    changed = load(spec)
    assert list(changed.root["components"]["schemas"]["A"]["properties"]) == ["one_more", "x", "b"]
    assert spec.read_text(encoding="utf-8").startswith(f"{head} {expected}")


def test_a_command_costs_what_its_process_takes_and_says_why_it_failed(tmp_path: Path) -> None:
    used = cost([sys.executable, "-c", "print(len(bytes([1]) * (100 << 20)))"], tmp_path)
    assert used.cpu > 0
    assert used.memory > 100 << 20
    assert cost(["true"], tmp_path).memory < 20 << 20
    assert remark(used) == ""
    failed = cost(
        [sys.executable, "-c", "raise SystemExit('Error: /a/b: an encoding names no member; /c: x')"], tmp_path
    )
    assert remark(least([used, failed])) == "refused: /a/b: an encoding names no member"


@pytest.mark.slow
def test_every_contender_is_measured() -> None:
    command = [sys.executable, "-m", "bench", "lines", "decode", "call", "--runs", "1"]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for contender in (
        "generated/sdk",
        "taskrouter, plain JSON",
        "taskrouter, async",
        "twilio-python",
        "openapi-python-client, async",
        "requests alone",
        "httpx2 alone",
        "json.loads alone",
    ):
        assert contender in printed
