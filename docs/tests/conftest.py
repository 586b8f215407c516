"""What the tests of the pages share: a recorder that every request reaches, and the names that the blocks use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

import taskrouter
from docs.tests.recording import Recorder, recorder

API = "https://taskrouter.twilio.com"

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


def _sid(prefix: str, number: int) -> str:
    return f"{prefix}{number:032d}"


def plain(url: str) -> str:
    """The URL without TLS."""
    return url.replace("https://", "http://")


@pytest.fixture
def names() -> Mapping[str, str]:
    """The values that the blocks take as given; a SID that begins with a status is refused with it."""
    return {
        "account_sid": _sid("AC", 1),
        "auth_token": "token",
        "api_key": _sid("SK", 1),
        "api_key_secret": "secret",
        "workspace_sid": _sid("WS", 1),
        "task_sid": _sid("WT", 1),
        "worker_sid": _sid("WK", 1),
        "supervisor_sid": _sid("WK", 2),
        "sid": _sid("WR", 1),
        "activity_sid": _sid("WA", 1),
        "queue_sid": _sid("WQ", 1),
        "workflow_sid": _sid("WW", 1),
        "channel_sid": _sid("TC", 1),
        "worker_channel_sid": _sid("WC", 1),
        "event_sid": _sid("EV", 1),
        "call_sid": _sid("CA", 1),
        "missing_task_sid": "WT404".ljust(34, "0"),
        "missing_workspace_sid": "WS404".ljust(34, "0"),
        "answered_sid": "WR400".ljust(34, "0"),
        "busy_sid": "WR429".ljust(34, "0"),
    }


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, names: Mapping[str, str]) -> Iterator[Recorder]:
    """The recorder as the proxy of the environment, and the credentials there too.

    Nothing of the SDK is changed but the scheme of its URL.
    """
    for client in (taskrouter.Client, taskrouter.AsyncClient):
        defaults = client.__init__.__kwdefaults__
        assert defaults is not None
        assert defaults["base_url"] == API
        monkeypatch.setitem(defaults, "base_url", plain(API))
    with recorder() as running:
        for name in PROXIES:
            monkeypatch.delenv(name, raising=False)
            monkeypatch.delenv(name.upper(), raising=False)
        monkeypatch.setenv("http_proxy", running.url)
        monkeypatch.setenv("TWILIO_ACCOUNT_SID", names["account_sid"])
        monkeypatch.setenv("TWILIO_AUTH_TOKEN", names["auth_token"])
        yield running
