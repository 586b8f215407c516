"""A verdict on a server: the correct one passes, and each seeded fault is caught by name."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from codegen.tests.contract.library import Books, Library, library_app, refusal, running
from dovetail.contract import (
    Allowances,
    Exchange,
    Exclusion,
    RequestRecord,
    ResponseRecord,
    Verdict,
    verify_server,
)
from dovetail.contract.fuzz import Said
from dovetail.contract.server import NO_HTTP
from dovetail.errors import UsageError
from dovetail.report.console import ConsoleReport
from dovetail.runtime.server.calls import Call, Refused, Reply
from dovetail.spec import Spec

STALE = Exclusion("updateBook", 412, "positive_data_acceptance", "a random If-Match is stale")
WALK = {"phases": {"enabled": False}}
"""The walk along links alone."""
QUICK = {"phases": {"fuzzing": {"enabled": False}, "stateful": {"enabled": False}}}
"""The walk, and the phases that enumerate; their cases are few."""


def verified(spec: Spec, app: ASGIApp, *exclusions: Exclusion, **options: Any) -> Verdict:
    allowances = Allowances(exclusions, settings=options.pop("settings", QUICK))
    with running(app) as url:
        options = {"auth": ("ann", "secret"), "seconds": 5, "seed": 7, **options}
        return verify_server(spec, url + "/v1", allowances=allowances, **options)


def altered(app: ASGIApp, change: Callable[[Message, bytes], tuple[Message, bytes]]) -> ASGIApp:
    """The same application, each answer changed on its way out."""

    async def outer(scope: Scope, receive: Receive, send: Send) -> None:
        starts: list[Message] = []

        async def changed(message: Message) -> None:
            if message["type"] == "http.response.start":
                starts.append(message)
                return
            start, body = change(starts[0], message.get("body", b""))
            kept = [pair for pair in start["headers"] if pair[0] != b"content-length"]
            length = [] if start["status"] == 204 else [(b"content-length", str(len(body)).encode())]
            await send({**start, "headers": [*kept, *length]})
            await send({**message, "body": body})

        await app(scope, receive, changed if scope["type"] == "http" else send)

    return outer


@pytest.mark.slow
def test_a_correct_server_keeps_to_the_description_for_long(spec: Spec) -> None:
    out = io.StringIO()
    app = library_app(spec.value)
    verdict = verified(spec, app, STALE, settings={}, seconds=30, oracle="both", listen=ConsoleReport(out))
    assert verdict.held, out.getvalue()
    assert verdict.exclusions[STALE] > 0
    assert {gap.name for gap in verdict.gaps} <= {"413", "415"}


def test_a_correct_server_keeps_to_the_description(spec: Spec) -> None:
    out = io.StringIO()
    verdict = verified(spec, library_app(spec.value), oracle="both", listen=ConsoleReport(out))
    assert verdict.held, out.getvalue()
    assert all(verdict.successes.values())
    told = out.getvalue()
    assert told.startswith("Verifying the server http://127.0.0.1:")
    assert "keeps to the description." in told
    assert "5 of 5 operations answered with success: listBooks " in told
    assert "\x1b" not in told


def with_body(old: bytes, new: bytes) -> Callable[[Message, bytes], tuple[Message, bytes]]:
    return lambda start, body: (start, body.replace(old, new))


def without(header: bytes) -> Callable[[Message, bytes], tuple[Message, bytes]]:
    return lambda start, body: ({**start, "headers": [each for each in start["headers"] if each[0] != header]}, body)


def with_status(old: int, new: int) -> Callable[[Message, bytes], tuple[Message, bytes]]:
    return lambda start, body: ({**start, "status": new} if start["status"] == old else start, body)


@pytest.mark.parametrize(
    ("change", "rule", "pointer"),
    [
        (with_body(b'"copies":1', b'"copies":"1"'), "answer-body", "/components/schemas/Book/properties/copies/type"),
        (with_body(b'"is_lent"', b'"lent"'), "answer-body", "/components/schemas/Book/required"),
        (with_body(b'"published":null', b'"published":"soon"'), "answer-body", "/components/schemas/Book/properties"),
        (with_body(b"}", b""), "answer-body", "/paths/~1books"),
        (without(b"etag"), "answer-header", "/paths/~1books"),
        (without(b"content-type"), "answer-media-type", "/paths/~1books"),
        (with_status(201, 200), "undocumented-status", "/paths/~1books/post"),
        (with_status(204, 500), "server-error", ""),
        (with_status(404, 403), "undocumented-status", "/paths/~1books~1{id}"),
    ],
)
def test_a_broken_answer_is_caught_where_it_breaks_the_description(
    spec: Spec, change: Callable[[Message, bytes], tuple[Message, bytes]], rule: str, pointer: str
) -> None:
    settings = QUICK if pointer.endswith("{id}") else WALK
    verdict = verified(spec, altered(library_app(spec.value), change), settings=settings)
    found = [failure for failure in verdict.failures if failure.rule == rule]
    assert any(failure.pointer.startswith(pointer) for failure in found), verdict.failures
    assert all(failure.exchange is not None for failure in found)


class Stubborn(Books):
    """Deletes nothing, ever."""

    async def delete(self, call: Call[str], *, id: str) -> None:
        raise Refused(refusal(404, "No such book."))


class Picky(Books):
    """Refuses what the description allows."""

    async def create(self, call: Call[str], *, params: Mapping[str, Any]) -> Reply[Any]:
        return refusal(400, "No.") if params["genre"] == "science" else await super().create(call, params=params)


class Open(Library):
    """Lets everybody in."""

    async def authenticate(self, credentials: Any, operation_id: str) -> str | None:
        return "anybody"


@pytest.mark.parametrize(
    ("service", "rule"),
    [
        (Library(Stubborn()), "never-succeeded"),
        (Library(Picky()), "positive_data_acceptance"),
        (Open(), "ignored_auth"),
    ],
)
def test_a_wrong_implementation_is_caught(spec: Spec, service: Library, rule: str) -> None:
    verdict = verified(spec, library_app(spec.value, service))
    assert rule in {failure.rule for failure in verdict.failures}


def test_a_server_that_checks_nothing_is_caught(spec: Spec) -> None:
    lax = json.loads(json.dumps(spec.value))
    for name in ("title", "copies", "genre"):
        lax["components"]["schemas"]["NewBook"]["properties"][name] = {}
    lax["components"]["schemas"]["NewBook"] |= {"required": [], "additionalProperties": True}
    verdict = verified(spec, library_app(lax))
    assert ("accepted-faulty-request", "createBook") in {(each.rule, each.operation_id) for each in verdict.failures}


def test_an_exclusion_that_nothing_needed_is_a_failure(spec: Spec) -> None:
    unneeded = Exclusion("deleteBook", 409, "positive_data_acceptance", "it never happens")
    verdict = verified(spec, library_app(spec.value), unneeded, settings=WALK)
    assert [failure.rule for failure in verdict.failures] == ["unused-exclusion"]
    assert "deleteBook with 409: it never happens" in verdict.failures[0].message


def test_failures_are_told_with_their_reproduction(spec: Spec) -> None:
    out = io.StringIO()
    app = altered(library_app(spec.value), with_body(b'"copies":1', b'"copies":-1'))
    verified(spec, app, settings=WALK, listen=ConsoleReport(out))
    told = out.getvalue()
    assert "breaks the description: " in told
    assert "createBook: body 'copies': must be 0 or more [answer-body]" in told
    assert "in the description: /components/schemas/Book/properties/copies/minimum" in told
    assert '-u "$USERNAME:$PASSWORD"' in told
    assert "c2VjcmV0" not in told


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/v1", "library", "ftp://127.0.0.1/"])
def test_a_server_that_is_not_there_is_one_clear_line(spec: Spec, url: str) -> None:
    with pytest.raises(UsageError, match="URL") as caught:
        verify_server(spec, url, seconds=1)
    assert "\n" not in str(caught.value)


def test_what_is_no_http_is_not_judged(spec: Spec, monkeypatch: pytest.MonkeyPatch) -> None:
    def said(*_: Any, **__: Any) -> list[Said]:
        refused = ResponseRecord(400, (("Content-Type", "text/plain"),), b"Invalid HTTP request received.")
        url = "http://127.0.0.1/v1/books/0"
        return [
            Said("fuzzing", Exchange(RequestRecord("GET", url, (("X-Feed", value),)), refused))
            for value in ("a\x0cb", "fine")
        ]

    monkeypatch.setattr("dovetail.contract.server.Fuzz", said)
    verdict = verified(spec, library_app(spec.value))
    assert verdict.excused[NO_HTTP] == 1
    assert [failure.rule for failure in verdict.failures] == ["undocumented-status"], "plain text is judged"
