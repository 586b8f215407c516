"""A walk along the description's own Links: every operation on live things, with the documented examples."""

from __future__ import annotations

import json
import re
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ..runtime.server.judge import JudgedOperation
from ..runtime.server.schemas import CompiledSchema
from ..runtime.wire.pointers import tokens
from .exchange import Exchange
from .oracle import Judge
from .pools import Pools, Sighting, kind_of
from .transport import Sender
from .values import one
from .writing import Values, write_request

MOST_CALLS = 12
"""Calls of one operation, unless it was never answered with success."""
LAST_RESORT = 60
EMBEDDED = re.compile(r"\{(\$[^{}]+)\}")


@dataclass(frozen=True, slots=True)
class _Stop:
    operation: JudgedOperation
    values: Values
    body: Any = None


class Walk:
    """The walk through one server; operations that delete come last."""

    def __init__(self, judge: Judge, sender: Sender) -> None:
        self._judge, self._sender = judge, sender
        self._operations = judge.contract.operations
        self._schemas: Mapping[str, Any] = judge.contract.description.get("components", {}).get("schemas", {})
        self._calls: Counter[str] = Counter()
        self._successes: Counter[str] = Counter()
        self._seen: set[str] = set()
        self._waiting: deque[_Stop] = deque()
        self._deleting: list[_Stop] = []
        self._tried: list[_Stop] = []
        self._pools = Pools()

    def exchanges(self) -> Iterator[Exchange]:
        """Walk, and give every exchange as it happens."""
        for operation in self._operations.values():
            if not any(reader.place == "path" for reader in operation.parameters.values()):
                self._arrive(operation, {})
        yield from self._drained()
        for again in (self._revive, self._vary):
            for operation in self._operations.values():
                if not self._successes[operation.operation_id] and operation.method != "DELETE":
                    again(operation)
                    yield from self._drained()
        for operation in self._operations.values():
            if not self._calls[operation.operation_id]:
                self._arrive(operation, {})
        yield from self._drained()
        yield from self._deleted()

    def _drained(self) -> Iterator[Exchange]:
        while self._waiting:
            yield from self._called(self._waiting.popleft())

    def _deleted(self) -> Iterator[Exchange]:
        """Delete what was planned, the deepest things first; what another thing still held is tried once more."""
        for operation in self._operations.values():
            if operation.method == "DELETE":
                self._revive(operation)
        planned = sorted(self._deleting, key=lambda stop: -stop.operation.path.count("{"))
        for stop in [*planned, *planned]:
            if not self._successes[stop.operation.operation_id]:
                yield from self._called(stop)

    def _called(self, stop: _Stop) -> Iterator[Exchange]:
        name = stop.operation.operation_id
        if self._calls[name] >= (MOST_CALLS if self._successes[name] else LAST_RESORT):
            return
        self._calls[name] += 1
        known = _known(stop.operation, stop.values)
        body = self._pools.enlivened(stop.body, known)
        exchange = self._sender.send(write_request(stop.operation, self._sender.base_url, stop.values, body))
        yield exchange
        if 200 <= exchange.response.status < 300:
            self._successes[name] += 1
            self._learn(stop, exchange, known)
            self._follow(_Stop(stop.operation, stop.values, body), exchange)

    def _learn(self, stop: _Stop, exchange: Exchange, known: Sighting) -> None:
        response = stop.operation.response(exchange.response.status)
        if response is not None and response.body.content:
            schema = response.body.schema(next(iter(response.body.content)))
            self._pools.learn(schema, _json(exchange.response.body), known)

    def _revive(self, operation: JudgedOperation) -> None:
        """Try an operation that never succeeded on live things seen anywhere."""
        kinds = {
            reader.name: kind_of(reader.schema)
            for reader in operation.parameters.values()
            if reader.place == "path" and reader.schema is not None
        }
        wanted = [kind for kind in kinds.values() if kind is not None]
        if wanted and len(wanted) == len(kinds):
            for sighting in islice(self._pools.bindings(wanted), MOST_CALLS):
                self._arrive(operation, {name: sighting[kind] for name, kind in kinds.items() if kind is not None})

    def _vary(self, operation: JudgedOperation) -> None:
        """Try the examples of an operation that never succeeded with fewer properties: those required, and one more."""
        required = self._required(operation)
        for stop in [stop for stop in self._tried if stop.operation is operation and isinstance(stop.body, dict)]:
            kept = {name: value for name, value in stop.body.items() if name in required}
            for body in [kept, *({**kept, name: value} for name, value in stop.body.items() if name not in required)]:
                self._plan(_Stop(operation, stop.values, body))

    def _follow(self, stop: _Stop, exchange: Exchange) -> None:
        response = stop.operation.response(exchange.response.status)
        for link in (response.links if response is not None else {}).values():
            target = self._operations.get(link.get("operationId", ""))
            if target is None:
                continue
            answer = _Answered(stop.values, stop.body, exchange)
            given = {
                name.rpartition(".")[2]: answer.evaluated(text) for name, text in link.get("parameters", {}).items()
            }
            body = answer.evaluated(link.get("requestBody"))
            if None not in given.values() and not _has_nothing(body):
                self._arrive(target, given, body)

    def _arrive(self, operation: JudgedOperation, given: Mapping[str, Any], linked_body: Any = None) -> None:
        """Plan the calls of an operation: once for each documented example of its body."""
        try:
            values: Values = {
                (reader.place, reader.name): given[reader.name]
                if reader.name in given
                else self._value(reader.schema, reader.about)
                for reader in operation.parameters.values()
                if reader.name in given or reader.is_required
            }
        except LookupError:
            return
        for body in self._bodies(operation):
            if isinstance(linked_body, dict) and isinstance(body, dict):
                self._plan(_Stop(operation, values, {**body, **linked_body}))
            else:
                self._plan(_Stop(operation, values, body if linked_body is None else linked_body))

    def _plan(self, stop: _Stop) -> None:
        name = stop.operation.operation_id
        key = json.dumps([name, sorted(map(str, stop.values.items())), stop.body], sort_keys=True, default=str)
        if key not in self._seen:
            self._seen.add(key)
            self._tried.append(stop)
            (self._deleting if stop.operation.method == "DELETE" else self._waiting).append(stop)

    def _bodies(self, operation: JudgedOperation) -> list[Any]:
        if operation.body is None:
            return [None]
        media_type, content = next(iter(operation.body.content.items()))
        schema = operation.body.schema(media_type)
        examples = documented_examples(content, schema)
        if not examples:
            return [self._value(schema, {})] if operation.body.is_required else [None]
        return examples

    def _value(self, schema: CompiledSchema | None, about: Mapping[str, Any]) -> Any:
        examples = documented_examples(about, schema)
        if examples:
            return examples[0]
        return one(schema.value, self._schemas) if schema is not None else ""

    @staticmethod
    def _required(operation: JudgedOperation) -> frozenset[str]:
        """The properties that every body of an operation has."""
        if operation.body is None:
            return frozenset()
        schema = operation.body.schema(next(iter(operation.body.content)))
        branches = schema.branches() if schema is not None else ()
        return frozenset(name for branch in branches for name in branch.value.get("required", ()))


def _known(operation: JudgedOperation, values: Values) -> Sighting:
    """The values of a request's path by the name of their schema."""
    known: dict[str, str] = {}
    for reader in operation.parameters.values():
        value = values.get((reader.place, reader.name))
        kind = kind_of(reader.schema) if reader.place == "path" and reader.schema is not None else None
        if kind is not None and isinstance(value, str):
            known[kind] = value
    return known


def _has_nothing(body: Any) -> bool:
    """Whether an expression in a linked body found nothing."""
    return isinstance(body, dict) and None in body.values()


def documented_examples(about: Mapping[str, Any], schema: CompiledSchema | None) -> list[Any]:
    """The examples of a parameter or media type, or else of its schema, or the schema's default."""
    if "example" in about:
        return [about["example"]]
    named = [each["value"] for each in (about.get("examples") or {}).values() if "value" in each]
    if named or schema is None:
        return named
    for branch in schema.branches():
        if branch.value.get("examples"):
            return list(branch.value["examples"])
        for keyword in ("example", "default"):
            if keyword in branch.value:
                return [branch.value[keyword]]
    return []


@dataclass(frozen=True, slots=True)
class _Answered:
    values: Values
    body: Any
    exchange: Exchange

    def evaluated(self, expression: Any) -> Any:
        """The value of a runtime expression (OAS, Link Object), a constant as it is, None where there is nothing."""
        if isinstance(expression, dict):
            return {name: self.evaluated(member) for name, member in expression.items()}
        if not isinstance(expression, str):
            return expression
        if expression.startswith("$"):
            return self._evaluated(expression)
        return EMBEDDED.sub(lambda found: str(self._evaluated(found[1])), expression)

    def _evaluated(self, expression: str) -> Any:
        source, _, name = expression.partition(".")
        part, _, rest = name.partition("#" if name.startswith("body") else ".")
        match source, part:
            case "$url", _:
                return self.exchange.request.url
            case "$method", _:
                return self.exchange.request.method
            case "$statusCode", _:
                return self.exchange.response.status
            case "$response", "header":
                return self.exchange.response.header(rest)
            case "$response", "body":
                return _at(_json(self.exchange.response.body), rest)
            case "$request", "body":
                return _at(self.body, rest)
            case "$request", _:
                return self.values.get((part, rest))
        return None


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None


def _at(value: Any, pointer: str) -> Any:
    for key in tokens(pointer):
        if isinstance(value, list) and key.isdecimal() and int(key) < len(value):
            value = value[int(key)]
        elif isinstance(value, dict):
            value = value.get(key)
        else:
            return None
    return value
