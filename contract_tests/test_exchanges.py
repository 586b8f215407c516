"""Every exchange of the session, judged in both directions by two judges, who must agree."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from dovetail.contract import Failure, Judge

from .allowances import SPELLINGS
from .conftest import Target
from .recording import Recorded, Recorder

FEWEST = 100
"""Exchanges of the official client; after fewer (some tests were selected) nothing can be said of the tolerances."""


@pytest.fixture(scope="module")
def judge(description: Any, target: Target) -> Judge:
    return Judge(description, base_url=target.url, oracle="both", tolerances=SPELLINGS)


def _judged(judge: Judge, recorded: Recorded) -> tuple[Failure, ...]:
    """The server answers for every exchange, our SDK too; others for what was taken, for they try what is wrong."""
    exchange = recorded.exchange
    is_answerable = recorded.speaker == "sdk" or (recorded.speaker == "twilio" and exchange.response.status < 400)
    return judge.judge(exchange, "both" if is_answerable else "server")


def test_every_exchange_keeps_to_the_description(judge: Judge, recorder: Recorder) -> None:
    if not recorder.kept:
        pytest.skip("nothing was said: run this with the other tests")
    failures = [failure for recorded in recorder.kept for failure in _judged(judge, recorded)]
    said = Counter(recorded.speaker for recorded in recorder.kept)
    print(f"judged by both: {dict(said)}; explained disagreements: {dict(judge.explained)}")  # noqa: T201
    shown = {failure.key: failure for failure in failures}.values()
    assert not failures, "\n".join(_told(failure) for failure in list(shown)[:20])


def _told(failure: Failure) -> str:
    exchange = failure.exchange
    asked = exchange.request.curl() if exchange else ""
    answered = f"{exchange.response.status} {exchange.response.body[:300]!r}" if exchange else ""
    return f"{failure}\n    {asked}\n    {answered}"


def test_every_tolerated_spelling_was_seen(judge: Judge, recorder: Recorder) -> None:
    if sum(recorded.speaker == "twilio" for recorded in recorder.kept) < FEWEST:
        pytest.skip("only after the tests with the official client")
    used = {name for (_, name), count in judge.contract.tolerances.used.items() if count}
    assert used == {tolerance.name for tolerance in SPELLINGS}


def test_the_server_has_not_failed(target: Target) -> None:
    """A traceback, or an answer that broke the description, would be in its log."""
    if target.emulator is None:
        pytest.skip("the log of another server cannot be read here")
    log = target.emulator.log.read_text("utf-8", "replace")
    bad = [line for line in log.splitlines() if "Traceback" in line or " ERROR " in line or "answered against" in line]
    assert not bad, "\n".join(bad[:10])
