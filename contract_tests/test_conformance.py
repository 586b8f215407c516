"""schemathesis in all its phases, every exchange judged twice; and the SDK against a server made from the document."""

from __future__ import annotations

from typing import Any

import pytest

from dovetail.contract import Allowances, Failure, Verdict, verify_client, verify_server

from . import servers
from .allowances import EXCLUSIONS, SETTINGS, SPELLINGS
from .conftest import Target

FULL = 300
"""Seconds from which a run must need every exclusion."""
CLIENT_EXAMPLES = 3


def _seed(config: pytest.Config) -> int | None:
    chosen = str(config.getoption("--seed"))
    return None if chosen == "random" else int(chosen)


def _told(verdict: Verdict) -> str:
    return "\n".join([f"seed {verdict.seed}", *map(_failure, verdict.failures[:20])])


def _failure(failure: Failure) -> str:
    exchange = failure.exchange
    shown = f"\n    {exchange.request.curl()}\n    {exchange.response.body[:300]!r}" if exchange else ""
    return f"{failure}{shown}"


def _verified(description: Any, target: Target, seconds: int, seed: int | None, url: str | None = None) -> Verdict:
    return verify_server(
        description,
        url or target.url,
        auth=(target.account.username, target.account.password),
        seconds=seconds,
        seed=seed,
        oracle="both",
        allowances=Allowances(EXCLUSIONS, SPELLINGS, SETTINGS, is_short=seconds < FULL),
    )


def _check(verdict: Verdict) -> None:
    successes = ", ".join(f"{name} {count}" for name, count in verdict.successes.items())
    print(f"{verdict.exchanges} exchanges in {verdict.seconds:.0f} s, seed {verdict.seed}; successes: {successes}")  # noqa: T201
    print("\n".join(f"excluded {count} times: {exclusion}" for exclusion, count in verdict.exclusions.items()))  # noqa: T201
    assert verdict.held, _told(verdict)
    assert len(verdict.successes) == 46
    assert min(verdict.successes.values()) >= 1


def test_the_server_keeps_to_the_description(description: Any, target: Target, pytestconfig: pytest.Config) -> None:
    _check(_verified(description, target, int(pytestconfig.getoption("--time") or FULL), _seed(pytestconfig)))


@pytest.mark.slow
@pytest.mark.parametrize("seed", [20261120, None], ids=["fixed", "random"])
def test_the_server_keeps_to_the_description_for_long(description: Any, target: Target, seed: int | None) -> None:
    if target.emulator is None:
        _check(_verified(description, target, FULL, seed))
        return
    with servers.running(options=["--seed-demo"]) as fresh:
        _check(_verified(description, target, FULL, seed, fresh.url))


def test_the_sdk_keeps_to_the_description(description: Any, pytestconfig: pytest.Config) -> None:
    verdict = verify_client(description, "taskrouter", examples=CLIENT_EXAMPLES, seed=_seed(pytestconfig))
    assert verdict.held, _told(verdict)
    assert min(verdict.successes.values()) >= CLIENT_EXAMPLES
