"""Real descriptions: every finding has a rule of the catalogue, its severity and a place in the text."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.documents import RealDocument, corpus_folder, real_documents
from dovetail.lint import CATALOGUE, lint

ABSENT = pytest.mark.skip(reason=f"the corpus is not at {corpus_folder()}; set DOVETAIL_CORPUS")
LARGE = 600_000


def documents() -> list[Any]:
    found = [
        pytest.param(each, id=each.name, marks=pytest.mark.slow if each.size > LARGE else ())
        for each in real_documents()
    ]
    return found or [pytest.param(None, marks=ABSENT)]


@pytest.mark.corpus
@pytest.mark.parametrize("document", documents())
def test_real_descriptions_are_judged(document: RealDocument) -> None:
    linted = lint(document.path)
    assert linted.is_readable
    for finding in linted.findings:
        assert finding.severity in CATALOGUE[finding.rule].severities, finding
        assert finding.location.line >= 1, finding
        assert finding.source_line.strip(), finding
    assert linted == lint(document.path)
