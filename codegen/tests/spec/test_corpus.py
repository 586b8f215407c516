"""Real descriptions: none makes the tool crash, and what comes out of each can be compiled and written."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from codegen.tests.spec.validity import compiled, violations
from dovetail import document, spec
from dovetail.errors import SpecError

CORPUS = Path(os.environ.get("DOVETAIL_CORPUS", Path(__file__).parents[4] / "shared" / "corpus"))
DESCRIPTIONS = sorted(CORPUS.glob("specs/*/*")) + [
    path
    for path in (
        CORPUS / "trees/dev/tree-redocly-cafe-split-3.2/resources/cafe-split/cafe.yaml",
        CORPUS / "trees/dev/tree-digitalocean/specification/DigitalOcean-public.v2.yaml",
    )
    if path.exists()
]

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not DESCRIPTIONS, reason=f"the corpus is not at {CORPUS}; set DOVETAIL_CORPUS"),
]


LARGE = {"DigitalOcean-public.v2", "github-api"}
SUITES = [
    path
    for suite in ("hey-api-specs", "openapi-python-client-e2e")
    for path in sorted((CORPUS / "suites" / "dev" / suite).rglob("*"))
    if path.suffix in {".json", ".yaml", ".yml"}
]


@pytest.mark.parametrize(
    "path",
    [pytest.param(path, id=path.stem, marks=[pytest.mark.slow] if path.stem in LARGE else []) for path in DESCRIPTIONS],
)
def test_a_real_description(path: Path) -> None:
    resolved = spec.resolve(document.load(path))
    assert resolved.operations
    assert "operation-left-out" not in {finding.rule for finding in resolved.findings}
    check(resolved)


def check(resolved: spec.Spec) -> None:
    """What comes out keeps to the standard and can be compiled, and everything has its place."""
    assert violations(resolved) == []
    every = {"properties": {name: {"$ref": f"#/components/schemas/{name}"} for name in resolved.schemas}}
    compiled(every, resolved)
    names = {operation.operation_id for operation in resolved.operations}
    assert len(names) == len(resolved.operations)
    for operation in resolved.operations:
        assert operation.path.startswith("/")
        assert operation.location.line > 0
        assert len({(each.name, each.place) for each in operation.parameters}) == len(operation.parameters)
    for finding in resolved.findings:
        assert Path(finding.location.path).is_file()
        lines = Path(finding.location.path).read_text(encoding="utf-8").split("\n")
        assert len(lines[finding.location.line - 1]) + 1 >= finding.location.column


@pytest.mark.skipif(not SUITES, reason="the suites are absent")
def test_the_torture_of_other_generators() -> None:
    count = 0
    for path in SUITES:
        loaded = document.load(path)
        if isinstance(loaded.root, dict) and str(loaded.root.get("openapi")).startswith("3."):
            check(spec.resolve(loaded))
            count += 1
    assert count > 150


LABELLED = CORPUS / "invalid" / "verdicts.dev.json"


@pytest.mark.skipif(not LABELLED.exists(), reason="the labelled descriptions are absent")
def test_descriptions_that_are_officially_wrong_are_told() -> None:
    """Each of those that the OpenAPI Initiative's own fixtures call invalid has an error."""
    silent = []
    for verdict in json.loads(LABELLED.read_text(encoding="utf-8")):
        if verdict["expected"] != "invalid" or verdict["label_confidence"] != "official":
            continue
        try:
            findings = spec.resolve(document.load(CORPUS / verdict["file"])).findings
        except SpecError as error:
            findings = error.findings
        if not any(finding.severity == "error" for finding in findings):
            silent.append(Path(verdict["file"]).name)
    assert silent == []
