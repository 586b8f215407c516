"""Descriptions with faults: each finding with its place, its line and what to do. `--update-golden` rewrites them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dovetail import document, spec
from dovetail.errors import SpecError

CASES = Path(__file__).parent / "cases_bad"


def told() -> str:
    """Everything that loading and resolving the description of the current folder says."""
    overlays = ["overlay.yaml"] if Path("overlay.yaml").exists() else []
    try:
        findings = spec.resolve(document.load("openapi.yaml", overlays)).findings
    except SpecError as error:
        findings = error.findings
    return "".join(f"{finding}\n" for finding in findings)


@pytest.mark.parametrize("name", sorted(case.name for case in CASES.iterdir()))
def test_findings(name: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    monkeypatch.chdir(CASES / name)
    expected = Path("expected.txt")
    text = told()
    if request.config.getoption("--update-golden", default=False):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")
    assert text, "a case without a finding tests nothing"
