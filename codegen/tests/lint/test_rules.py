"""Each rule of the linter on a description that breaks it where a comment says so, and nowhere else.

A comment `# !` marks a line with a finding of the rule that the file is named after; more marks, more findings.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from dovetail.lint import CATALOGUE, lint
from dovetail.lint.rule import Rule
from dovetail.lint.rules import RULES

CASES = Path(__file__).parent / "cases"
DOVETAIL = Path(__file__).parents[2] / "dovetail"


def marked(path: Path) -> Counter[int]:
    """The lines that are to have findings, and how many."""
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return Counter({number: line.partition("  #")[2].count("!") for number, line in lines if re.search(r"  # !", line)})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_finds_what_breaks_it_and_nothing_else(rule: Rule) -> None:
    path = CASES / f"{rule.id}.yaml"
    linted = lint(path)
    found = Counter(finding.location.line for finding in linted.findings if finding.rule == path.stem)
    assert found == marked(path), [str(finding) for finding in linted.findings]
    assert found


def test_rules_are_named_as_their_modules_and_in_the_catalogue() -> None:
    names = [rule.id for rule in RULES]
    modules = sorted(path.stem.replace("_", "-") for path in (DOVETAIL / "lint" / "rules").glob("[a-z]*.py"))
    assert names == modules == sorted({*names})
    assert CATALOGUE.keys() >= {*names}
    assert all(entry.summary and entry.standard for entry in CATALOGUE.values())


def test_the_cases_break_only_what_they_are_about() -> None:
    """Errors of other rules would hide a case that has come to mean something else."""
    allowed = {("overlapping-paths", "missing-path-parameter"), ("impossible-schema", "invalid-keyword")}
    for path in CASES.glob("*.yaml"):
        errors = {finding.rule for finding in lint(path).findings if finding.severity == "error"} - {path.stem}
        assert {(path.stem, rule) for rule in errors} <= allowed, path.stem


def test_every_rule_that_the_stages_can_name_is_in_the_catalogue() -> None:
    word = r'"([a-z]+(?:-[a-z]+)+)"'
    calls = (
        rf'(?:error|warning|once|_?report|misplaced|SyntaxFault|Unusable|_named|_unreadable)\(\s*(?:"[a-z]+", )?{word}'
    )
    finding = rf'Finding\(\s*"(?:error|warning|info)", {word}'
    found: set[str] = set()
    for stage in ("document", "spec"):
        for path in (DOVETAIL / stage).glob("*.py"):
            text = path.read_text(encoding="utf-8")
            found.update(re.findall(calls, text), re.findall(finding, text))
    assert len(found) > 30
    assert found <= CATALOGUE.keys()
