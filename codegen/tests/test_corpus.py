"""Real descriptions, through the whole line: generated, imported, checked, and called over the wire by both twins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.decisions import Decision, Decisions
from corpus.documents import RealDocument, corpus_folder, real_documents
from corpus.left_out import Accepted, judged
from corpus.processes import TIMED_OUT, python
from corpus.steps import STEPS, taken
from dovetail.contract import Exchange, Failure, RequestRecord, ResponseRecord

FAST = {"oas-link-example", "redocly-museum", "swagger-petstore"}
CHECKERS = frozenset({"mypy", "pyright", "stubs"})
"""The steps that take a type checker, and so their time."""
ABSENT = pytest.mark.skip(reason=f"the corpus is not at {corpus_folder()}; set DOVETAIL_CORPUS")


def documents(names: frozenset[str] | None = None) -> list[Any]:
    found = [each for each in real_documents() if names is None or each.name in names]
    return [pytest.param(each, id=each.name) for each in found] or [pytest.param(None, marks=ABSENT)]


def check(document: RealDocument, folder: Path, steps: frozenset[str]) -> None:
    result = taken(document, folder, folder / "caches", steps, seed=0)
    faults = [f"{name}: {fault}" for name, step in result.steps.items() for fault in step.faults]
    assert faults == []
    assert result.steps.keys() == steps


@pytest.mark.corpus
@pytest.mark.parametrize("document", documents(frozenset(FAST)))
def test_what_is_generated_for_a_small_description_does_what_it_says(document: RealDocument, tmp_path: Path) -> None:
    check(document, tmp_path, frozenset(STEPS) - CHECKERS)


@pytest.mark.corpus
@pytest.mark.slow
@pytest.mark.parametrize("document", documents())
def test_what_is_generated_for_a_real_description_holds_in_every_step(document: RealDocument, tmp_path: Path) -> None:
    check(document, tmp_path, frozenset(STEPS))


DOCUMENTED = {"getThing": ("api.yaml:3:1", "GET /thing"), "putThing": ("api.yaml:9:1", "PUT /thing")}
TOLD = "api.yaml:9:1: warning: the body cannot be told [no-body]"


def test_what_is_left_out_needs_a_finding_and_an_entry() -> None:
    entry = Accepted("api", "putThing", "nobody can say it")
    missing, faults = judged("api", DOCUMENTED, ["getThing"], [TOLD], [entry])
    assert (missing, faults) == ({"putThing": TOLD}, ())
    _, unlisted = judged("api", DOCUMENTED, ["getThing"], [TOLD], [])
    assert unlisted == (f"putThing (PUT /thing) is left out: {TOLD}",)
    _, untold = judged("api", DOCUMENTED, ["getThing"], [], [entry])
    assert untold == ("putThing (PUT /thing) is left out: and no finding says why",)
    _, needless = judged("api", DOCUMENTED, list(DOCUMENTED), [], [entry])
    assert needless == ("putThing is listed in left_out.toml and is not left out: remove the entry",)


def disagreement(message: str, content_type: str = "application/json") -> Failure:
    answer = ResponseRecord(200, (("Content-Type", content_type),), b"")
    exchange = Exchange(RequestRecord("GET", "http://localhost/thing"), answer)
    return Failure("tools-disagree", "getThing", message, exchange=exchange)


def test_a_decision_settles_disagreements_with_openapi_core_and_nothing_else() -> None:
    decisions = Decisions((Decision("bytes", "says: bytes", "they are", ("binary",)),))
    about = "of the answer, openapi-core says: bytes"
    assert decisions.explain(disagreement(about, "image/png"))
    assert not decisions.explain(disagreement(about))
    assert not decisions.explain(disagreement("of the answer, openapi-core says: text", "image/png"))
    assert not decisions.explain(replace(disagreement(about, "image/png"), rule="answer-body"))
    assert decisions.used == {"bytes": 1}


def test_every_decision_has_its_reason() -> None:
    listed = Decisions.read().listed
    assert all(decision.reason.strip() and decision.message for decision in listed)
    assert len({decision.name for decision in listed}) == len(listed)


def test_a_step_runs_in_a_process_that_is_measured_and_ended(tmp_path: Path) -> None:
    done = python("-c", "import sys; held = bytes(50_000_000); print('out'); sys.exit('err')", cwd=tmp_path)
    assert (done.code, done.out, done.err) == (1, "out\n", "err\n")
    assert done.peak > 50
    assert python("-c", "import time; time.sleep(60)", cwd=tmp_path, seconds=0.5).code == TIMED_OUT
