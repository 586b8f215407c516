"""What a call does is decided without I/O: here a test plays the driver."""

from __future__ import annotations

import time
from collections.abc import Sequence
from email.utils import formatdate
from typing import Any

import pytest
from pydantic import BaseModel

from codegen.tests.runtime.scripted import settings
from dovetail.runtime.client import errors
from dovetail.runtime.client.answers import Answer
from dovetail.runtime.client.arguments import Request, build_request
from dovetail.runtime.client.errors import Headers
from dovetail.runtime.client.flow import Outcome, exchange
from dovetail.runtime.client.messages import Response
from dovetail.runtime.client.operation import Operation, path
from dovetail.runtime.client.steps import Pause

HERE = settings("https://api.test:8443/base", retries=2)


class Thing(BaseModel):
    sid: str
    size: int | None = None


def _operation(method: str) -> Operation[Thing]:
    return Operation("act", method, "/v1/{Id}", (path("id", "Id"),), returns=Thing, security=(("key",),))


def _said(status: int, body: bytes = b'{"sid": "a"}', **headers: str) -> Response:
    return Response(status, Headers({name.replace("_", "-"): value for name, value in headers.items()}), body)


def _play(method: str, outcomes: Sequence[Outcome], settings: Any = HERE) -> tuple[list[Request | float], Any]:
    """Drive a flow; give its steps, pauses as seconds, and its answer or error."""
    operation = _operation(method)
    flow = exchange(operation, build_request(operation, {"id": "x"}, settings), settings)
    steps: list[Request | float] = []
    left = list(outcomes)
    sent: Outcome = None
    try:
        while True:
            step = flow.send(sent)
            assert isinstance(step, (Request, Pause))
            steps.append(step.seconds if isinstance(step, Pause) else step)
            sent = None if isinstance(step, Pause) else left.pop(0)
    except StopIteration as done:
        assert not left
        return steps, done.value
    except errors.ApiError as error:
        assert not left
        return steps, error


def _pauses(steps: Sequence[Request | float]) -> list[float]:
    return [step for step in steps if isinstance(step, float)]


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "POST", "PATCH"])
@pytest.mark.parametrize(
    ("fault", "for_any_method"),
    [
        (_said(408), False),
        (_said(500), False),
        (_said(502), False),
        (_said(503), False),
        (_said(504), False),
        (_said(429), True),
        (errors.ConnectError("no"), True),
        (errors.ConnectTimeout("no"), True),
        (errors.ReadTimeout("no"), False),
        (errors.ProtocolError("no"), False),
    ],
)
def test_what_is_sent_again(method: str, fault: Outcome, for_any_method: bool) -> None:
    if for_any_method or method not in {"POST", "PATCH"}:
        steps, answer = _play(method, [fault, fault, _said(200)])
        assert _pauses(steps) == [0.5, 1.0]
        assert answer == Answer(None if method == "HEAD" else Thing(sid="a"), 200, answer.headers)
        assert isinstance(_play(method, [fault, fault, fault])[1], errors.ApiError)
    else:
        steps, error = _play(method, [fault])
        assert len(steps) == 1
        assert isinstance(error, errors.ApiError)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 409, 412, 413, 422, 501])
def test_what_is_not_sent_again(status: int) -> None:
    steps, error = _play("GET", [_said(status)])
    assert len(steps) == 1
    assert error.status == status


def test_the_pause_is_what_the_api_asks_for() -> None:
    assert _pauses(_play("POST", [_said(429, Retry_After="7"), _said(200)])[0]) == [7.0]
    assert _pauses(_play("GET", [_said(503, Retry_After="0"), _said(200)])[0]) == [0.0]
    at = formatdate(time.time() + 20, usegmt=True)
    (pause,) = _pauses(_play("POST", [_said(429, Retry_After=at), _said(200)])[0])
    assert 15 < pause <= 20
    past = formatdate(time.time() - 20, usegmt=True)
    assert _pauses(_play("POST", [_said(429, Retry_After=past), _said(200)])[0]) == [0.0]
    assert _pauses(_play("POST", [_said(429, Retry_After="soon"), _said(200)])[0]) == [0.5]


def test_a_wait_that_is_too_long_is_left_to_the_caller() -> None:
    steps, error = _play("GET", [_said(429, Retry_After="3600")])
    assert len(steps) == 1
    assert isinstance(error, errors.RateLimited)
    assert error.retry_after == 3600


def test_back_off_has_full_jitter_and_a_ceiling() -> None:
    half = settings("https://api.test", retries=7, random=lambda: 0.5)
    steps, _ = _play("GET", [_said(500)] * 7 + [_said(200)], half)
    assert _pauses(steps) == [0.25, 0.5, 1.0, 2.0, 4.0, 4.0, 4.0]


def test_no_retries() -> None:
    steps, error = _play("GET", [_said(500)], settings("https://api.test", retries=0))
    assert len(steps) == 1
    assert isinstance(error, errors.ServerError)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/v1/y?a=%7e[b]#c", "https://api.test:8443/v1/y?a=~%5Bb%5D"),
        ("https://API.test:8443/v1/y", "https://api.test:8443/v1/y"),
        ("https://api.test/v1/y", None),
        ("http://api.test:8443/v1/y", None),
        ("https://api.test:8443@evil.test/", None),
        ("//evil.test:8443/v1/y", None),
        ("https://evil.test\\@api.test:8443/", None),
        ("https://api.test:8443/a/%2e%2E/b", None),
        ("https://[bad/", None),
        ("javascript:alert(1)", None),
    ],
)
def test_redirects_stay_at_the_origin(location: str, target: str | None) -> None:
    redirect = _said(302, Location=location)
    if target is None:
        steps, error = _play("GET", [redirect])
        assert len(steps) == 1
        assert (type(error), error.status) == (errors.StatusError, 302)
    else:
        steps, answer = _play("GET", [redirect, _said(200)])
        assert isinstance(steps[1], Request)
        assert steps[1].url == target
        assert answer.value == Thing(sid="a")
    assert _play("POST", [redirect])[1].status == 302


def test_redirects_end() -> None:
    steps, error = _play("GET", [_said(307, Location="/v1/x")] * 6)
    assert len(steps) == 6
    assert error.status == 307


def test_answers_are_read_leniently() -> None:
    assert _play("GET", [_said(200, b'{"sid": "a", "new": 1}')])[1].value == Thing(sid="a")
    nothing: Operation[None] = Operation("delete", "DELETE", "/", ())
    flow = exchange(nothing, build_request(nothing, {}, HERE), HERE)
    flow.send(None)
    with pytest.raises(StopIteration) as done:
        flow.send(_said(204, b""))
    assert done.value.value.value is None


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b'{"sid": 1}', "/sid: Input should be a valid string"),
        (b"{}", "/sid: Field required"),
        (b'{"sid": "a", "size": "big"}', "/size: Input should be a valid integer"),
        (b"<html>", "/: Invalid JSON"),
        (b"", "the answer is empty, and application/json was expected"),
        (b'{"sid": "\xff"}', "/: Invalid JSON"),
    ],
)
def test_an_answer_that_is_not_as_described_names_the_field(body: bytes, problem: str) -> None:
    _, error = _play("GET", [_said(200, body, Content_Type="text/html")])
    assert isinstance(error, errors.DecodeError)
    assert error.problems[0].startswith(problem)
    assert "act: 200 from GET https://api.test:8443/base/v1/x is not as described (text/html" in str(error)
    assert error.__cause__ is None
