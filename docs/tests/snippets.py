"""The fenced blocks of a page, run as they stand there.

A `print(…)  # text` in a block is a claim: what it prints first must be that text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from inspect import currentframe
from itertools import groupby, takewhile
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parents[1]

_COMMENT = re.compile(r"<!-- (.+) -->")
_CLAIM = re.compile(r"\s*print\(.*\)  # (.+)")


@dataclass(frozen=True)
class Snippet:
    """One fenced block.

    `line` is that of the opening fence, from 1; `row` numbers the table row that holds the block, 0 outside of tables;
    `mark` is the HTML comment before the block or before its table.
    """

    page: Path
    line: int
    language: str
    source: str
    heading: str
    row: int
    mark: str

    def run(self, namespace: dict[str, Any], replaced: Mapping[str, str] | None = None) -> None:
        """Run Python in the namespace, with some texts replaced, and hold what it prints against its claims."""
        source = self.source
        for old, new in (replaced or {}).items():
            source = source.replace(old, new)
        printed: dict[int, str] = {}
        namespace["print"] = _printer(printed)
        # Blank lines in front make tracebacks name the line of the page.
        code = compile("\n" * self.line + source, str(self.page), "exec")
        exec(code, namespace)
        for number, line in enumerate(source.splitlines(), start=self.line + 1):
            if claim := _CLAIM.fullmatch(line):
                assert printed.get(number) == claim[1], f"{self.page.name}:{number} prints {printed.get(number)!r}"


def _printer(printed: dict[int, str]) -> Any:
    def record(*values: object) -> None:
        caller = getattr(currentframe(), "f_back", None)
        assert caller is not None
        printed.setdefault(caller.f_lineno, " ".join(map(str, values)))

    return record


def read_snippets(name: str) -> tuple[Snippet, ...]:
    """Every fenced block of a page of `docs/`, in order."""
    page = DOCS / name
    heading = mark = ""
    row = rows = 0
    found: list[Snippet] = []
    lines = enumerate(page.read_text("utf-8").splitlines(), start=1)
    for number, line in lines:
        if line.startswith("```"):
            source = "".join(f"{text}\n" for _, text in takewhile(lambda numbered: numbered[1] != "```", lines))
            found.append(Snippet(page, number, line.removeprefix("```"), source, heading, row, mark))
            mark = mark if row else ""
        elif line.startswith("#"):
            heading, mark = line.lstrip("# "), ""
        elif comment := _COMMENT.fullmatch(line):
            mark = comment[1]
        elif line.startswith("<tr>"):
            rows += 1
            row = rows
        elif line.startswith("</table>"):
            row, mark = 0, ""
    return tuple(found)


def read_pairs(name: str) -> tuple[tuple[Snippet, Snippet], ...]:
    """The blocks of a page by table rows, of which each holds two."""
    rows = [tuple(blocks) for _, blocks in groupby(read_snippets(name), key=lambda snippet: snippet.row)]
    for blocks in rows:
        assert len(blocks) == 2, f"{name}:{blocks[0].line}: a row has two blocks"
    return tuple((theirs, ours) for theirs, ours in rows)
