"""The page about lint lists every rule, as the catalogue has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dovetail.lint import CATALOGUE

PAGE = Path(__file__).parents[3] / "docs" / "lint.md"
MARK = "<!-- Written by: pytest codegen/tests/lint/test_docs.py --update-golden -->\n"


def table() -> str:
    rows = [
        f"| `{name}` | {' or '.join(entry.severities)} | {escaped(entry.summary)} | {escaped(entry.standard)} |"
        for name, entry in sorted(CATALOGUE.items())
    ]
    return "\n".join(["| rule | severity | what it finds | what it rests on |", "|---|---|---|---|", *rows, ""])


def escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def test_the_page_lists_every_rule(request: pytest.FixtureRequest) -> None:
    before, mark, after = PAGE.read_text(encoding="utf-8").partition(MARK)
    assert mark
    if request.config.getoption("--update-golden"):
        PAGE.write_text(f"{before}{mark}\n{table()}", encoding="utf-8")
        return
    assert after == f"\n{table()}", "the rules have changed; run pytest codegen/tests/lint/test_docs.py --update-golden"
