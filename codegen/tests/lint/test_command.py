"""The command `dovetail lint`: what it prints, what it accepts, and the code that it exits with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dovetail.cli import main

SPEC = """\
openapi: 3.1.1
info: {title: Things, version: 1.0.0}
paths:
  /things/{id}:
    get:
      operationId: fetch
      responses:
        200: {description: Found., content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
components:
  schemas:
    Thing: {type: integer, default: one}
    Unused: {type: string}
"""
MISSING = "missing-path-parameter"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    Path("api.yaml").write_text(SPEC, encoding="utf-8")
    return lambda *arguments: CliRunner().invoke(main, ["lint", *arguments])


def rules(result: Result) -> list[str]:
    return [finding["rule"] for finding in json.loads(result.stdout)["findings"]]


def test_a_finding_has_its_place_its_advice_and_its_line(run: Run) -> None:
    result = run("api.yaml")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0].startswith("api.yaml:5:5: error: GET /things/{id} declares no path parameter 'id'")
    assert lines[0].endswith(f"[{MISSING}]")
    assert lines[1] == "    get:"
    assert lines[2].startswith("api.yaml:11:37: warning: the default does not fit its schema")
    assert lines[-1] == "1 error, 1 warning, 1 info in 1 document; 1 of them not shown"


def test_the_severity_the_number_and_the_rules_are_the_users_choice(run: Run) -> None:
    assert rules(run("api.yaml", "--format", "json")) == [MISSING, "invalid-default"]
    everything = run("api.yaml", "--format", "json", "--severity", "info")
    assert rules(everything) == [MISSING, "invalid-default", "unused-component"]
    assert rules(run("api.yaml", "--format", "json", "--max-findings", "1")) == [MISSING]
    assert json.loads(everything.stdout)["counts"] == {"error": 1, "warning": 1, "info": 1}
    without = run("api.yaml", "--ignore", MISSING)
    assert without.exit_code == 0
    assert run("api.yaml", "--ignore", MISSING, "--strict").exit_code == 1
    assert (
        run("api.yaml", "--ignore", MISSING, "--ignore", "invalid-default@/components/schemas/T*", "--strict").exit_code
        == 0
    )
    assert run("api.yaml", "--ignore", f"{MISSING}@/paths/*/put").exit_code == 1


def test_unknown_rules_are_told_with_what_may_be_meant(run: Run) -> None:
    result = run("api.yaml", "--ignore", "missing-path-parameters")
    assert result.exit_code == 2
    assert "did you mean 'missing-path-parameter'?" in result.output


def test_a_baseline_accepts_what_it_knows_wherever_it_stands(run: Run) -> None:
    assert run("api.yaml", "--baseline", "known.txt").exit_code == 2
    assert run("api.yaml", "--baseline", "known.txt", "--write-baseline").exit_code == 0
    known = Path("known.txt").read_text(encoding="utf-8")
    assert len([line for line in known.splitlines() if not line.startswith("#")]) == 3
    Path("api.yaml").write_text("# A line more\n\n" + SPEC, encoding="utf-8")
    accepted = run("api.yaml", "--baseline", "known.txt", "--severity", "info")
    assert (accepted.exit_code, accepted.stdout) == (0, "0 errors, 0 warnings, 0 info in 1 document\n")
    Path("api.yaml").write_text(SPEC.replace("fetch", "fetch\n      security: [{key: []}]"), encoding="utf-8")
    assert rules(run("api.yaml", "--baseline", "known.txt", "--format", "json")) == ["unknown-security-scheme"]
    Path("known.txt").write_text("anything\n", encoding="utf-8")
    assert "known.txt:1" in run("api.yaml", "--baseline", "known.txt").output
    assert run("api.yaml", "--write-baseline").exit_code == 2


def test_a_baseline_counts_what_is_the_same_twice(run: Run) -> None:
    text = SPEC.replace("{type: string}", "\n      type: string\n      type: string")
    Path("api.yaml").write_text(text, encoding="utf-8")
    run("api.yaml", "--baseline", "known.txt", "--write-baseline")
    Path("api.yaml").write_text(text + "      type: string\n", encoding="utf-8")
    assert rules(run("api.yaml", "--baseline", "known.txt", "--format", "json")) == ["duplicate-key"]


def test_several_descriptions_are_judged_in_one_call(run: Run) -> None:
    Path("more.yaml").write_text(SPEC, encoding="utf-8")
    Path("old.yaml").write_text("swagger: '2.0'\n", encoding="utf-8")
    result = run("api.yaml", "more.yaml", "--format", "json")
    assert {finding["path"] for finding in json.loads(result.stdout)["findings"]} == {"api.yaml", "more.yaml"}
    unreadable = run("api.yaml", "old.yaml", "nowhere.yaml", "--format", "json")
    assert unreadable.exit_code == 2
    assert {"unsupported-version", "unreadable-file", MISSING} <= {*rules(unreadable)}


def test_overlays_are_judged_with_their_own_places(run: Run) -> None:
    overlay = "overlay: 1.0.0\ninfo: {title: O, version: 1.0.0}\nactions:\n- target: $.components.schemas\n"
    Path("more.yaml").write_text(f"{overlay}  update:\n    Other: {{type: integer, default: x}}\n", encoding="utf-8")
    assert "more.yaml:6:37: warning: the default" in run("api.yaml", "--overlay", "more.yaml").stdout


def test_sarif_names_rules_places_and_fingerprints(run: Run) -> None:
    log: dict[str, Any] = json.loads(run("api.yaml", "--format", "sarif", "--severity", "info").stdout)
    (once,) = log["runs"]
    assert log["version"] == "2.1.0"
    results = once["results"]
    rules = once["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in results] == [result["ruleId"] for result in results]
    assert [result["level"] for result in results] == ["error", "warning", "note"]
    assert results[1]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "api.yaml"},
                "region": {
                    "startLine": 11,
                    "startColumn": 37,
                    "snippet": {"text": "    Thing: {type: integer, default: one}"},
                },
            },
            "logicalLocations": [{"fullyQualifiedName": "#/components/schemas/Thing/default"}],
        }
    ]
    assert len({str(result["partialFingerprints"]) for result in results}) == 3


def test_annotations_cannot_be_forged_by_a_description(run: Run) -> None:
    forged = json.dumps("a\n::error::b%0A\N{RIGHT-TO-LEFT OVERRIDE}", ensure_ascii=False)
    text = SPEC.replace("operationId: fetch", f"operationId: fetch\n      security: [{{{forged}: []}}]")
    Path("api.yaml").write_text(text, encoding="utf-8")
    lines = run("api.yaml", "--format", "github").stdout.splitlines()
    assert len(lines) == 3
    assert all(line.startswith(("::error file=api.yaml,line=", "::warning file=api.yaml,line=")) for line in lines)
    assert "\u202e" not in "".join(lines)
    assert "\u202e" not in run("api.yaml").stdout
