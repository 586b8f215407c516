"""The comparison with the vendor's description: what it counts, what it refuses, and that ours passes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from copy import deepcopy
from pathlib import Path

import pytest

from dovetail.errors import UsageError
from spec import drift

from .description import FOLDER, Json

CORPUS = Path(os.environ.get("DOVETAIL_CORPUS") or FOLDER.parent.parent / "shared" / "corpus")

SMALL: Json = {
    "paths": {
        "/books": {
            "post": {
                "operationId": "CreateBook",
                "parameters": [{"name": "Dry", "in": "query", "schema": {"type": "string", "enum": ["a", "b"]}}],
                "requestBody": {
                    "content": {
                        drift.FORM: {"schema": {"properties": {"Pages": {"type": "integer", "maximum": 900}}}},
                    }
                },
                "responses": {
                    "201": {
                        "headers": {"ETag": {"schema": {"type": "string"}}},
                        "content": {
                            "application/json": {
                                "schema": {"properties": {"title": {"type": "string", "nullable": True}}}
                            }
                        },
                    }
                },
            }
        }
    }
}
PARAMETER = ("paths", "/books", "post", "parameters", 0)
PAGES = ("paths", "/books", "post", "requestBody", "content", drift.FORM, "schema", "properties", "Pages")
HEADERS = ("paths", "/books", "post", "responses", "201", "headers")
ANSWER = ("paths", "/books", "post", "responses", "201", "content", "application/json", "schema", "properties")


def _changed(where: tuple[str | int, ...], value: Json) -> list[drift.Difference]:
    """The differences between SMALL and SMALL with one value replaced (None: taken away)."""
    changed = deepcopy(SMALL)
    holder = changed
    for token in where[:-1]:
        holder = holder[token]
    if value is None:
        del holder[where[-1]]
    else:
        holder[where[-1]] = value
    equal, differences = drift.compare(drift.facts(SMALL), drift.facts(changed))
    assert equal > 0
    return differences


@pytest.mark.parametrize(
    ("where", "value", "keys", "tightens"),
    [
        ((*PARAMETER, "schema"), {"type": "string", "enum": ["a"]}, ["CreateBook query Dry enum"], True),
        ((*PARAMETER, "schema"), {"type": "string", "enum": ["a", "b", "c"]}, ["CreateBook query Dry enum"], False),
        ((*PARAMETER, "schema"), {"type": "string"}, ["CreateBook query Dry enum"], False),
        ((*PARAMETER, "required"), True, ["CreateBook query Dry required"], True),
        ((*PAGES, "maximum"), 800, ["CreateBook form Pages range"], True),
        ((*PAGES, "maximum"), 1000, ["CreateBook form Pages range"], False),
        ((*PAGES, "minimum"), 1, ["CreateBook form Pages range"], True),
        ((*PAGES, "maximum"), None, ["CreateBook form Pages range"], False),
        ((*PAGES, "type"), "number", ["CreateBook form Pages type"], False),
        (
            (*HEADERS, "ETag"),
            None,
            ["CreateBook answer-header etag exists", "CreateBook answer-header etag type"],
            False,
        ),
        ((*ANSWER, "title"), {"type": "string"}, ["Book property title nullable"], True),
        ((*ANSWER, "title"), {"type": ["string", "null"], "pattern": "^x"}, ["Book property title pattern"], True),
    ],
)
def test_a_change_is_seen_and_judged(
    where: tuple[str | int, ...], value: Json, keys: list[str], tightens: bool
) -> None:
    differences = _changed(where, value)
    assert [each.key for each in differences] == keys
    assert {each.tightens for each in differences} == {tightens}


@pytest.mark.parametrize(
    "title",
    [
        {"type": ["string", "null"]},
        {"anyOf": [{"type": "string"}, {"type": "null"}]},
        {"type": ["string", "null"], "description": "Its title.", "examples": ["Emma"], "default": "x"},
    ],
)
def test_spellings_and_annotations_are_no_differences(title: Json) -> None:
    assert _changed((*ANSWER, "title"), title) == []


def test_a_new_parameter_may_be_added_if_it_is_optional() -> None:
    def parameters(*, is_required: bool) -> list[Json]:
        new = {"name": "New", "in": "query", "required": is_required, "schema": {"type": "string"}}
        return [SMALL["paths"]["/books"]["post"]["parameters"][0], new]

    assert all(each.tightens for each in _changed(PARAMETER[:-1], parameters(is_required=False)))
    assert not all(each.tightens for each in _changed(PARAMETER[:-1], parameters(is_required=True)))


def test_what_is_undeclared_loosened_or_idle_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    narrower = drift.Difference("CreateBook query Dry enum", ["a", "b"], ["a"])
    wider = drift.Difference("CreateBook form Pages range", [None, 900], [None, 1000])
    enums = drift.Deviation(("* enum",), "35", "Listed.")
    assert drift.report(99, [narrower], [enums]) == []
    assert capsys.readouterr().out.endswith("\n99 equal + 1 declared = 100\n")
    assert [each.split(":")[0] for each in drift.report(99, [narrower, wider], [])] == ["undeclared"] * 2
    (loosened,) = drift.report(99, [wider], [drift.Deviation(("*",), "35", "Anything.")])
    assert loosened.startswith("loosens: CreateBook form Pages range: vendor [null, 900], ours [null, 1000]")
    (unused,) = drift.report(99, [], [enums])
    assert unused.startswith("unused: * enum")
    assert len(drift.report(8, [narrower], [enums])) == 1


@pytest.mark.parametrize("cites", ["36", "0", "true", "'35'", "unheard-of", "null"])
def test_an_entry_must_cite_a_row_or_a_decision(tmp_path: Path, cites: str) -> None:
    path = tmp_path / "deviations.yaml"
    path.write_text(f"deviations:\n  - {{facts: ['*'], cites: {cites}, reason: Because.}}\n", "utf-8")
    with pytest.raises(UsageError, match="entry 1: `cites`"):
        drift.deviations(path)


def _run(**environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(FOLDER / "drift.py")]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})


def test_a_missing_corpus_is_one_line(tmp_path: Path) -> None:
    done = _run(DOVETAIL_CORPUS=str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "DOVETAIL_CORPUS" in done.stderr


@pytest.mark.corpus
@pytest.mark.skipif(not (CORPUS / drift.VENDOR).is_file(), reason=f"no corpus at {CORPUS}")
def test_ours_differs_only_where_it_is_declared() -> None:
    done = _run(DOVETAIL_CORPUS=str(CORPUS))
    assert (done.returncode, done.stderr) == (0, "")
    counts = re.search(r"^(\d+) equal \+ (\d+) declared = (\d+)$", done.stdout, re.MULTILINE)
    assert counts is not None
    equal, declared, total = map(int, counts.groups())
    assert equal + declared == total > 2500
    assert declared * 10 < total
