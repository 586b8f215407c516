"""A walk along the description's own Links: every operation once on live things, with the documented examples."""

from __future__ import annotations

import json
import re
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..runtime.server.judge import JudgedOperation
from ..runtime.server.schemas import CompiledSchema
from .exchange import Exchange
from .oracle import Judge
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
        self._deleting: deque[_Stop] = deque()

    def exchanges(self) -> Iterator[Exchange]:
        """Walk, and give every exchange as it happens."""
        for operation in self._operations.values():
            if not any(reader.place == "path" for reader in operation.parameters.values()):
                self._arrive(operation, {})
        yield from self._drained()
        for operation in self._operations.values():
            if not self._calls[operation.operation_id]:
                self._arrive(operation, {})
        yield from self._drained()

    def _drained(self) -> Iterator[Exchange]:
        while self._waiting or self._deleting:
            stop = (self._waiting or self._deleting).popleft()
            name = stop.operation.operation_id
            if self._calls[name] >= (MOST_CALLS if self._successes[name] else LAST_RESORT):
                continue
            self._calls[name] += 1
            request = write_request(stop.operation, self._sender.base_url, stop.values, stop.body)
            exchange = self._sender.send(request)
            yield exchange
            if 200 <= exchange.response.status < 300:
                self._successes[name] += 1
                self._follow(stop, exchange)

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
            if None not in given.values():
                self._arrive(target, given, answer.evaluated(link.get("requestBody")))

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
        bodies = [linked_body] if linked_body is not None else self._bodies(operation)
        waiting = self._deleting if operation.method == "DELETE" else self._waiting
        for body in bodies:
            stop = _Stop(operation, values, body)
            key = json.dumps(
                [operation.operation_id, sorted(map(str, values.items())), body], sort_keys=True, default=str
            )
            if key not in self._seen:
                self._seen.add(key)
                waiting.append(stop)

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
    for name in pointer.split("/")[1:]:
        key = name.replace("~1", "/").replace("~0", "~")
        if isinstance(value, list) and key.isdecimal() and int(key) < len(value):
            value = value[int(key)]
        elif isinstance(value, dict):
            value = value.get(key)
        else:
            return None
    return value
