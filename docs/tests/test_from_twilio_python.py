"""The page for those who come from twilio-python: both blocks of a pair put the same requests on the wire."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import aiohttp
import pytest
import twilio.base.domain

from docs.tests.conftest import plain
from docs.tests.recording import Recorded, Recorder, described
from docs.tests.snippets import Snippet, read_pairs

PROXY = '{"https": "http://proxy.internal:3128"}'

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:twilio")

Pair = tuple[Snippet, Snippet]


PAIRS = read_pairs("from-twilio-python.md")
PREAMBLE = next(pair for pair in PAIRS if pair[0].mark == "preamble")


@pytest.fixture(autouse=True)
def plain_http(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of twilio-python is changed but the scheme of the URL, and that aiohttp heeds the proxy."""
    original = twilio.base.domain.Domain.__init__

    def rebased(self: Any, client: Any, base_url: str) -> None:
        original(self, client, plain(base_url))

    monkeypatch.setattr(twilio.base.domain.Domain, "__init__", rebased)
    session = functools.partialmethod(aiohttp.ClientSession.__init__, trust_env=True)
    monkeypatch.setattr(aiohttp.ClientSession, "__init__", session)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"line {pair[0].line}: {pair[0].heading}")
def test_both_send_the_same(
    pair: Pair, server: Recorder, names: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs, ours = _sent(pair, server, names, monkeypatch)
    match pair[0].mark:
        case "preamble":
            assert not theirs + ours
        case "only theirs is sent":
            assert theirs
            assert not ours
        case "theirs lacks If-Match":
            assert all("if-match" in request.headers for request in ours)
            assert not any("if-match" in request.headers for request in theirs)
            assert _compared(ours, ("authorization",)) == _compared(theirs, ("authorization",))
        case "" | "proxy":
            assert ours
            assert _compared(ours) == _compared(theirs)
        case unknown:
            pytest.fail(f"no such mark: {unknown}")


def test_the_page_reaches_every_operation(
    server: Recorder, names: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reached = {request.operation_id for pair in PAIRS for request in _sent(pair, server, names, monkeypatch)[1]}
    assert {operation.id for operation in described()} == reached


def _sent(
    pair: Pair, server: Recorder, names: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> tuple[list[Recorded], list[Recorded]]:
    """What each block sends, run after the preamble of its side."""
    replaced = {"https://taskrouter.": "http://taskrouter."}
    sent: list[list[Recorded]] = []
    for preamble, block in zip(PREAMBLE, pair, strict=True):
        namespace: dict[str, Any] = dict(names)
        preamble.run(namespace)
        with monkeypatch.context() as patch:
            if block.mark == "proxy":
                patch.delenv("http_proxy")
                replaced[PROXY] = f'{{"http": "{server.url}"}}'
                assert PROXY in block.source
            block.run(namespace, replaced)
        sent.append(server.take())
    return sent[0], sent[1]


def _compared(requests: list[Recorded], headers: tuple[str, ...] = ("authorization", "if-match", "x-team")) -> object:
    return [(it.method, it.url, it.query, it.form, {name: it.headers.get(name) for name in headers}) for it in requests]
