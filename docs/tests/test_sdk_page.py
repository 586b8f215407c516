"""The guide of the SDK: every block runs, says what it says, and the table of errors is the tree of errors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from docs.tests.recording import Recorder
from docs.tests.snippets import DOCS, Snippet, read_snippets
from taskrouter import errors

SNIPPETS = read_snippets("sdk.md")
PROXY = "http://proxy.internal:3128"


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: f"line {snippet.line}: {snippet.heading}")
def test_block_runs(snippet: Snippet, server: Recorder, names: Mapping[str, str]) -> None:
    namespace: dict[str, Any] = dict(names)
    SNIPPETS[0].run(namespace)
    server.take()
    snippet.run(namespace, {PROXY: server.url})
    assert bool(server.take()) is (snippet.mark != "nothing is sent")


def test_unchecked_arguments_arrive(server: Recorder, names: Mapping[str, str]) -> None:
    namespace: dict[str, Any] = dict(names)
    for snippet in SNIPPETS:
        if snippet is SNIPPETS[0] or "validate=False" in snippet.source:
            snippet.run(namespace)
    assert ("MaxParticipants", "1000") in server.take()[-1].form


def test_the_table_has_every_error() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \|", (DOCS / "sdk.md").read_text("utf-8"), re.MULTILINE)
    written = {name: tuple(bases.replace("`", "").split(", ")) for name, bases in rows}
    tree = {
        name: tuple(base.__name__ for base in kind.__bases__)
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, Exception)
    }
    assert written == tree
