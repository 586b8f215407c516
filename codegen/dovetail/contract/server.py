"""Does a server keep to the description? A walk along its links with the documented examples, then schemathesis."""

from __future__ import annotations

import http.client
import json
import random
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..errors import UsageError
from ..runtime.server.tolerances import Tolerance
from ..runtime.wire.pointers import step
from ..spec.objects import Spec
from .coverage import Coverage
from .events import Event, Failed, Listener, Progressed, Started, Verdict, silent
from .exchange import Exchange
from .failures import Exclusion, Exclusions, Failure
from .fuzz import Alarm, Fuzz, Trouble
from .oracle import Judge, Oracle
from .transport import Sender
from .walk import Walk

NO_HTTP = "what is no HTTP message and was refused as such with 400, before anybody could read on (RFC 9110, 5.5)"
INVISIBLE = "negative cases that are valid once written: nothing in the request shows what was meant to be wrong"


@dataclass(frozen=True, slots=True)
class Allowances:
    """What a run lets pass, as data: failures that are none, foreign spellings, settings of schemathesis.

    `settings` is laid over its configuration, with the keys of schemathesis.toml. An exclusion that nothing needed is a
    failure, unless `is_short`: a short run leaves that to a longer one.
    """

    exclusions: Sequence[Exclusion] = ()
    tolerances: Sequence[Tolerance] = ()
    settings: Mapping[str, Any] = field(default_factory=dict[str, Any])
    is_short: bool = False


def verify_server(
    spec: Spec | Mapping[str, Any],
    url: str,
    *,
    auth: tuple[str, str] | None = None,
    seconds: int = 60,
    seed: int | None = None,
    oracle: Oracle = "compiled",
    allowances: Allowances | None = None,
    listen: Listener = silent,
) -> Verdict:
    """Verify the server at `url`, for `seconds`, with a fixed or a random `seed`.

    Every exchange is judged by `oracle` and counted as coverage; an operation that was never answered with success is a
    failure, and so is (in a run that is not short) an exclusion that nothing needed.

    Raises:
        UsageError: the server cannot be reached.
    """
    allowed = allowances or Allowances()
    verification = _Verification(
        Judge(spec, base_url=url, oracle=oracle, tolerances=allowed.tolerances), url, allowed, listen
    )
    chosen = random.SystemRandom().getrandbits(32) if seed is None else seed
    listen(Started("server", url, len(verification.judge.contract.operations), chosen, seconds))
    begun = time.monotonic()
    with Sender(url, auth) as sender:
        try:
            for exchange in Walk(verification.judge, sender).exchanges():
                verification.take("examples along links", exchange)
        except (OSError, http.client.HTTPException) as error:
            raise UsageError(f"{url} cannot be reached: {error}; start the server, or give its URL") from None
    left = max(1, round(seconds - (time.monotonic() - begun)))
    description = verification.judge.contract.description
    for said in Fuzz(description, url, auth=auth, seconds=left, seed=chosen, settings=allowed.settings):
        if isinstance(said, Trouble):
            verification.fail(Failure("not-tested", said.where, said.message))
        else:
            verification.take(said.phase, said.exchange, said.alarms)
    verdict = verification.verdict(chosen, time.monotonic() - begun)
    listen(verdict)
    return verdict


class _Verification:
    """What one run has found so far."""

    def __init__(
        self,
        judge: Judge,
        url: str,
        allowed: Allowances,
        listen: Listener,
    ) -> None:
        self.judge = judge
        self._url, self._listen = url, listen
        self._coverage = Coverage(self.judge)
        self._exclusions = Exclusions(allowed.exclusions)
        self._is_short = allowed.is_short
        self._failures: dict[Any, Failure] = {}
        self._excused: Counter[str] = Counter()
        self._exchanges = 0

    def take(self, phase: str, exchange: Exchange, alarms: Sequence[Alarm] = ()) -> None:
        """Judge one exchange, and weigh what schemathesis says about it."""
        self._exchanges += 1
        if exchange.response.status == 400 and not exchange.request.is_http:
            self._excused[NO_HTTP] += 1
            return
        self._coverage.add(exchange)
        found = list(self.judge.judge(exchange, "server"))
        if exchange.response.status >= 500:
            found.append(Failure("server-error", self._operation_id(exchange), _server_error(exchange), "", exchange))
        rules = {failure.rule for failure in found}
        for alarm in alarms:
            if not rules & _SAME.get(alarm.check, frozenset()):
                found += self._weighed(alarm, exchange)
        for failure in found:
            if not self._exclusions.excludes(failure, _code(exchange)):
                self.fail(failure)
        self._tell(Progressed(phase, self._exchanges))

    def fail(self, failure: Failure) -> None:
        """Keep a failure, the first of its kind."""
        if failure.key not in self._failures:
            self._failures[failure.key] = failure
            self._tell(Failed(failure))

    def verdict(self, seed: int, seconds: float) -> Verdict:
        """What came out."""
        successes = self._coverage.successes()
        for operation_id, count in successes.items():
            if not count:
                self.fail(Failure("never-succeeded", operation_id, "was never answered with success"))
        for failure in () if self._is_short else self._exclusions.unused():
            self.fail(failure)
        excused = self._excused + self.judge.explained
        for (operation_id, name), count in self.judge.contract.tolerances.used.items():
            excused[f"foreign spellings of {name} in {operation_id} that the server tolerates"] += count
        return Verdict(
            "server",
            self._url,
            seed,
            seconds,
            self._exchanges,
            tuple(self._failures.values()),
            successes,
            len(self._coverage.documented),
            self._coverage.missing(),
            dict(excused),
            self._exclusions.used,
        )

    def _weighed(self, alarm: Alarm, exchange: Exchange) -> list[Failure]:
        if alarm.check == "negative_data_rejection" and self._is_valid(exchange):
            self._excused[INVISIBLE] += 1
            return []
        pointer = ""
        match = self.judge.match(exchange.request)
        if match is not None:
            pointer = step("", "paths", match.operation.path)
        return [
            Failure(
                alarm.check, self._operation_id(exchange, alarm), alarm.message, pointer, exchange, sameness=alarm.title
            )
        ]

    def _is_valid(self, exchange: Exchange) -> bool:
        return not self.judge.judge(exchange, "client")

    def _operation_id(self, exchange: Exchange, alarm: Alarm | None = None) -> str:
        match = self.judge.match(exchange.request)
        if match is not None:
            return match.operation.operation_id
        return alarm.operation if alarm is not None else exchange.request.method

    def _tell(self, event: Event) -> None:
        self._listen(event)


_SAME: Mapping[str, frozenset[str]] = {
    "not_a_server_error": frozenset({"server-error"}),
    "status_code_conformance": frozenset({"undocumented-status"}),
    "content_type_conformance": frozenset({"answer-media-type"}),
    "response_schema_conformance": frozenset({"answer-body"}),
    "response_headers_conformance": frozenset({"answer-header"}),
    "negative_data_rejection": frozenset({"accepted-faulty-request"}),
}
"""Alarms that only repeat what the judge has found."""


def _server_error(exchange: Exchange) -> str:
    return f"answered with {exchange.response.status}"


def _code(exchange: Exchange) -> Any:
    try:
        value = json.loads(exchange.response.body)
    except ValueError:
        return None
    return value.get("code") if isinstance(value, dict) else None
