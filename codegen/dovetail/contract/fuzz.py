"""schemathesis on a server: all its phases, by its engine's stream of events; what it found and what was said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .embedded import with_embedded_json
from .exchange import Exchange, Headers, RequestRecord, ResponseRecord

NO_RECORD_LIMIT = 1 << 30
SETTINGS: Mapping[str, Any] = {
    # Each is a setting, not a silence: what it changes and why.
    "continue-on-failure": True,  # a verdict lists every failure, not the first of each operation
    "warnings": False,  # about the description; not the server's doing
    "output": {"truncation": {"max-recorded-payload-size": NO_RECORD_LIMIT}},  # judges need whole answers
}


@dataclass(frozen=True, slots=True)
class Alarm:
    """What a check of schemathesis says about one exchange; `operation` is its label, such as `GET /books`."""

    check: str
    operation: str
    title: str
    message: str


@dataclass(frozen=True, slots=True)
class Said:
    """One exchange of a phase, and the alarms about it."""

    phase: str
    exchange: Exchange
    alarms: tuple[Alarm, ...] = ()


@dataclass(frozen=True, slots=True)
class Trouble:
    """A fault of the run itself: an operation that could not be tested, a server that does not answer."""

    where: str
    message: str


class Fuzz:
    """One run of schemathesis.

    `seconds` is its whole budget; the same `seed` makes the same cases as far as time allows; `settings` is laid over
    its configuration (the keys of schemathesis.toml).
    """

    def __init__(
        self,
        description: Mapping[str, Any],
        base_url: str,
        *,
        auth: tuple[str, str] | None,
        seconds: int,
        seed: int,
        settings: Mapping[str, Any] | None = None,
    ) -> None:
        import schemathesis
        from schemathesis.config import SchemathesisConfig

        basic = {} if auth is None else {"auth": {"basic": {"username": auth[0], "password": auth[1]}}}
        chosen = {
            **SETTINGS,
            "seed": seed,
            "max-time": seconds,
            "base-url": base_url,
            "generation": {"database": "none"},
            **basic,
        }
        config = SchemathesisConfig.from_dict(_merged(chosen, settings or {}))
        self._schema = schemathesis.openapi.from_dict(with_embedded_json(description), config=config)

    def __iter__(self) -> Iterator[Said | Trouble]:
        """Run, and give what is said as it is said."""
        from schemathesis.engine import events, from_schema

        for event in from_schema(self._schema).execute():
            if isinstance(event, events.ScenarioFinished):
                yield from _said(event.phase.value, event.recorder)
            elif isinstance(event, events.NonFatalError):
                yield Trouble(event.label, str(event.value))
            elif isinstance(event, events.FatalError):
                yield Trouble("schemathesis", str(event.exception))


def _said(phase: str, recorder: Any) -> Iterator[Said]:
    for case_id, interaction in recorder.interactions.items():
        if interaction.response is None:
            continue
        alarms = [
            _alarm(check.name, check.failure_info.failure, recorder.label)
            for check in recorder.checks.get(case_id, ())
            if check.failure_info is not None
        ]
        yield Said(phase, _exchange(interaction), tuple(alarms))


def _alarm(check: str, failure: Any, label: str) -> Alarm:
    message = " ".join(f"{failure.title}: {failure.message}".split())
    return Alarm(check, failure.operation or label, failure.title, message)


def _exchange(interaction: Any) -> Exchange:
    request, response = interaction.request, interaction.response
    sent = RequestRecord(request.method, request.uri, _headers(request.headers), request.body or b"")
    return Exchange(sent, ResponseRecord(response.status_code, _headers(response.headers), response.content))


def _headers(headers: Mapping[Any, list[Any]]) -> Headers:
    return tuple((_text(name), _text(value)) for name, values in headers.items() for value in values)


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value


def _merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        known = merged.get(key)
        merged[key] = _merged(known, value) if isinstance(known, dict) and isinstance(value, Mapping) else value
    return merged
