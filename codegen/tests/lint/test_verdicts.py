"""The verdict on fixtures that others have labelled as valid or invalid."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from corpus.documents import corpus_folder
from dovetail.lint import lint

DIFFERENCES = tomllib.loads(Path(__file__).with_name("verdicts.toml").read_text(encoding="utf-8"))
LABELLED = corpus_folder() / "invalid" / "verdicts.dev.json"
pytestmark = pytest.mark.skipif(not LABELLED.is_file(), reason=f"there is no {LABELLED}; set DOVETAIL_CORPUS")


def labelled() -> list[dict[str, Any]]:
    """The fixtures with a label that says something of the description; others say what one generator does with it."""
    fixtures: list[dict[str, Any]] = json.loads(LABELLED.read_bytes()) if LABELLED.is_file() else []
    return [fixture for fixture in fixtures if fixture["label_confidence"] != "tool-specific"]


@pytest.mark.parametrize("fixture", labelled(), ids=lambda fixture: fixture["id"])
def test_the_verdict_is_that_of_the_label_or_has_a_reason(fixture: dict[str, Any]) -> None:
    linted = lint(corpus_folder() / fixture["file"])
    assert linted.is_readable
    rules = sorted({finding.rule for finding in linted.findings if finding.severity == "error"})
    difference = DIFFERENCES.get(fixture["id"])
    if difference is None:
        assert bool(rules) == (fixture["expected"] == "invalid"), rules
    else:
        assert (difference["verdict"], difference["rules"]) == ("invalid" if rules else "valid", rules)
        assert difference["verdict"] != fixture["expected"]
        assert difference["reason"].strip()


def test_every_difference_is_of_a_fixture() -> None:
    assert DIFFERENCES.keys() <= {fixture["id"] for fixture in labelled()}
