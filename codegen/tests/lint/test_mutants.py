"""Whatever is wrong with a description, lint answers with findings that every format can write."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from codegen.tests.spec.test_mutants import WHOLE, mutate
from dovetail.lint import CATALOGUE, lint
from dovetail.report.findings import FORMATS, FindingReport

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


@pytest.mark.parametrize("seed", range(4))
def test_no_description_breaks_the_linter(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    path = tmp_path / "openapi.json"
    for _ in range(100):
        text = dice.choice([WHOLE, *(case.read_text(encoding="utf-8") for case in CASES)])
        description: dict[str, Any] = json.loads(json.dumps(yaml.safe_load(text)))
        for _ in range(dice.randint(1, 4)):
            mutate(description, dice)
        path.write_text(json.dumps(description), encoding="utf-8")
        linted = lint(path)
        assert {finding.rule for finding in linted.findings} <= CATALOGUE.keys()
        for form in FORMATS.values():
            assert list(form(FindingReport(linted.findings, linted.findings, 1)))
