"""Exchanges and their judges: what is told, what is kept secret, and whether two judges agree."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dovetail.contract import Coverage, Exchange, Gap, Judge, RequestRecord, ResponseRecord
from dovetail.contract.writing import write_request
from dovetail.runtime.server.tolerances import Tolerance
from dovetail.spec import Spec

BASE = "http://127.0.0.1:8000/v1"
JSON = ("Content-Type", "application/json")
FORM = ("Content-Type", "application/x-www-form-urlencoded")
BOOK = f"{BASE}/books/BK0000000a"
BODY = b'{"id":"BK0000000a","title":"Emma","genre":"novel","copies":1,"tags":[],"published":null,"is_lent":false}'
FOUND = ResponseRecord(200, (JSON, ("ETag", '"1"')), BODY)


def rules(judge: Judge, request: RequestRecord, response: ResponseRecord, of: Any = "both") -> set[tuple[str, str]]:
    return {(failure.side, failure.rule) for failure in judge.judge(Exchange(request, response), of)}


@pytest.mark.parametrize(
    ("request_", "response", "found"),
    [
        (RequestRecord("GET", BOOK), FOUND, set()),
        (RequestRecord("HEAD", BOOK), ResponseRecord(200, FOUND.headers), set()),
        (RequestRecord("GET", BOOK), ResponseRecord(500), {("server", "undocumented-status")}),
        (RequestRecord("GET", BOOK), ResponseRecord(200, FOUND.headers[1:], BODY), {("server", "answer-media-type")}),
        (RequestRecord("GET", BOOK), ResponseRecord(200, FOUND.headers[:1], BODY), {("server", "answer-header")}),
        (RequestRecord("GET", BOOK), ResponseRecord(200, FOUND.headers, b"{}"), {("server", "answer-body")}),
        (RequestRecord("GET", BOOK), ResponseRecord(414), set()),
        (RequestRecord("PUT", BOOK), ResponseRecord(405), {("client", "undocumented-operation")}),
        (
            RequestRecord("PUT", BOOK),
            ResponseRecord(200),
            {("client", "undocumented-operation")},
        ),
        (
            RequestRecord("POST", BOOK, (FORM,), b"copies=x"),
            FOUND,
            {("client", "faulty-request"), ("server", "accepted-faulty-request")},
        ),
        (
            RequestRecord("POST", BOOK, (FORM,), b"copies=x"),
            ResponseRecord(400, (JSON,), b'{"code":1,"message":"","status":400}'),
            {("client", "faulty-request")},
        ),
    ],
)
def test_each_side_answers_for_its_own(
    spec: Spec, request_: RequestRecord, response: ResponseRecord, found: set[tuple[str, str]]
) -> None:
    judge = Judge(spec, base_url=BASE)
    assert rules(judge, request_, response) == found
    assert rules(judge, request_, response, "server") == {each for each in found if each[0] == "server"} | (
        {("server", "undocumented-operation")} if request_.method == "PUT" and response.status == 200 else set()
    )


def test_a_failure_points_into_the_description(spec: Spec) -> None:
    response = ResponseRecord(200, FOUND.headers, BODY.replace(b'"copies":1', b'"copies":-1'))
    (failure,) = Judge(spec, base_url=BASE).judge(Exchange(RequestRecord("GET", BOOK), response))
    assert (failure.operation_id, failure.message) == ("fetchBook", "body 'copies': must be 0 or more")
    assert failure.pointer == "/components/schemas/Book/properties/copies/minimum"


def test_a_failure_points_at_an_additional_operation() -> None:
    link = {"operationId": "link", "responses": {"200": {"description": "OK"}}}
    info = {"title": "Links", "version": "1"}
    description = {"openapi": "3.2.0", "info": info, "paths": {"/a": {"additionalOperations": {"LINK": link}}}}
    judge = Judge(description, base_url=BASE)
    (failure,) = judge.judge(Exchange(RequestRecord("LINK", f"{BASE}/a"), ResponseRecord(500)))
    assert (failure.operation_id, failure.pointer) == ("link", "/paths/~1a/additionalOperations/LINK")


def test_a_reproduction_sends_the_same_and_tells_no_secret() -> None:
    headers = (("Authorization", "Basic c2VjcmV0"), ("Cookie", "s=secret"), ("X-A", "it's"), ("Host", "h"))
    command = RequestRecord("POST", BOOK + "?a=b&c=d", headers, b"\x00'\xff\\").curl()
    assert "secret" not in command
    assert "c2VjcmV0" not in command
    assert '-u "$USERNAME:$PASSWORD"' in command
    assert command.endswith(rf"--data-binary $'\x00\x27\xff\x5c' '{BOOK}?a=b&c=d'")
    assert "X-A: it's" in shlex.split(command)
    assert "secret" not in repr(RequestRecord("GET", BOOK, headers, b"secret"))


def test_the_judges_agree_on_what_is_right_and_wrong(spec: Spec) -> None:
    judge = Judge(spec, base_url=BASE, oracle="both")
    assert rules(judge, RequestRecord("GET", f"{BASE}/books?size=5&tag=a&tag=b"), FOUND) == {("server", "answer-body")}
    assert rules(judge, RequestRecord("POST", BOOK, (FORM,), b"title=a&tags=b&tags=c&weight=1.5"), FOUND) == set()
    assert not judge.explained
    assert ("tools", "tools-disagree") not in rules(judge, RequestRecord("GET", f"{BASE}/books?size=1&size=2"), FOUND)
    assert sum(judge.explained.values()) == 1


def test_openapi_core_judges_alone(spec: Spec) -> None:
    judge = Judge(spec, base_url=BASE, oracle="openapi-core")
    assert rules(judge, RequestRecord("GET", BOOK), FOUND) == set()
    assert rules(judge, RequestRecord("GET", BOOK), ResponseRecord(200, FOUND.headers, b"{}")) == {
        ("server", "openapi-core-answer")
    }
    assert rules(judge, RequestRecord("GET", f"{BASE}/books?size=x"), ResponseRecord(401)) == {
        ("client", "openapi-core-request"),
        ("server", "openapi-core-answer"),
    }


TEXT = st.one_of(st.text(max_size=8), st.sampled_from(["true", "no", "5", " 5", "1e3", "nan", "novel", "é", ""]))
FIELDS = st.sampled_from(["title", "copies", "tags", "is_lent", "borrower", "weight", "colour"])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=st.lists(st.tuples(FIELDS, TEXT), max_size=5))
def test_the_judges_differ_only_where_that_is_explained(judges: Judge, pairs: list[tuple[str, str]]) -> None:
    request = RequestRecord("POST", BOOK, (FORM,), urlencode(pairs).encode())
    assert ("tools", "tools-disagree") not in rules(judges, request, FOUND)


@pytest.fixture(scope="module")
def judges(spec: Spec) -> Judge:
    return Judge(spec, base_url=BASE, oracle="both")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=st.text(min_size=1, max_size=20),
    tags=st.lists(st.text(min_size=1, max_size=9), min_size=1, max_size=5),
    copies=st.integers(0, 1000),
    weight=st.floats(0.001, 100),
    is_lent=st.booleans(),
)
def test_what_is_written_is_read_back(judges: Judge, **body: Any) -> None:
    operation = judges.contract.operations["updateBook"]
    values = {("path", "id"): "BK0123abcd", ("header", "If-Match"): '"12"'}
    decoded = judges.decode(write_request(operation, BASE, values, body))
    assert decoded.body == body
    assert decoded.parameters == values


def test_tolerated_spellings_are_excused_and_counted(spec: Spec) -> None:
    tolerance = Tolerance(frozenset({"updateBook"}), "is_lent", {"True": "true"})
    judge = Judge(spec, base_url=BASE, tolerances=[tolerance])
    assert rules(judge, RequestRecord("POST", BOOK, (FORM,), b"is_lent=True"), FOUND) == set()
    assert judge.contract.tolerances.used == {("updateBook", "is_lent"): 1}


def test_coverage_names_what_was_not_exercised(spec: Spec) -> None:
    coverage = Coverage(spec)
    assert coverage.missing() == coverage.documented
    coverage.add(Exchange(RequestRecord("GET", f"{BASE}/books?genre=novel&tag=a"), ResponseRecord(401)))
    coverage.add(Exchange(RequestRecord("GET", f"{BASE}/books?lent=faulty&size=1"), ResponseRecord(400)))
    coverage.add(Exchange(RequestRecord("GET", BOOK), FOUND))
    coverage.add(Exchange(RequestRecord("GET", f"{BASE}/nothing"), ResponseRecord(404)))
    missing = set(coverage.missing())
    assert {gap for gap in coverage.documented if gap not in missing} == {
        Gap("operation", "fetchBook"),
        Gap("parameter", "fetchBook", "path id"),
        Gap("parameter", "listBooks", "query genre"),
        Gap("parameter", "listBooks", "query tag"),
        Gap("value", "listBooks", "query genre=novel"),
        Gap("status", "listBooks", "401"),
        Gap("status", "listBooks", "400"),
        Gap("status", "fetchBook", "200"),
        Gap("answer value", "", "/components/schemas/Genre=novel"),
    }
    assert coverage.successes()["fetchBook"] == 1
    assert str(Gap("value", "listBooks", "query genre=poetry")) == "value query genre=poetry of listBooks"


def test_a_description_may_be_its_value(description: Mapping[str, Any]) -> None:
    assert rules(Judge(description), RequestRecord("GET", BOOK), FOUND) == set()
