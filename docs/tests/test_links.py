"""Links between the papers of the project lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.tests.snippets import DOCS

ROOT = DOCS.parent
PAPERS = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])

_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: str(paper.relative_to(ROOT)))
def test_links_lead_somewhere(paper: Path) -> None:
    for link in _LINK.findall(_prose(paper)):
        if link.startswith("https://"):
            continue
        place, _, anchor = link.partition("#")
        target = (paper.parent / place).resolve() if place else paper
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        assert not anchor or anchor in _anchors(target), link


def _prose(paper: Path) -> str:
    return _FENCED.sub("", paper.read_text("utf-8"))


def _anchors(paper: Path) -> set[str]:
    """The anchors that a renderer gives to headings: lower case, spaces as hyphens, other signs left out."""
    headings = _HEADING.findall(_prose(paper))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
