"""What of a description was exercised: every operation, parameter, status and enum value, or a `Gap` each."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..runtime.server.faults import Faulty
from ..runtime.server.judge import Decoded, JudgedOperation
from ..runtime.server.responses import DocumentedResponse, documented_status
from ..runtime.server.schemas import CompiledSchema
from ..spec.objects import Spec
from .exchange import Exchange, ResponseRecord
from .oracle import Judge


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """One thing that the description documents: a `kind` and its name.

    The kinds are operation, parameter, status, value (of a parameter's enum) and answer value (of an enum in answers,
    which belongs to no single operation: its name begins with the enum's JSON Pointer).
    """

    kind: str
    operation_id: str
    name: str = ""

    def __str__(self) -> str:
        return " ".join(
            filter(
                None,
                [
                    self.kind,
                    self.name,
                    self.operation_id and (f"of {self.operation_id}" if self.name else self.operation_id),
                ],
            )
        )


class Coverage:
    """Counts what exchanges exercise.

    An operation counts when it was answered with success; a parameter, form field or JSON property and each of its enum
    values when a request that the description allows sent it; a status when it was answered.
    """

    def __init__(self, spec: Spec | Mapping[str, Any] | Judge) -> None:
        self._judge = spec if isinstance(spec, Judge) else Judge(spec)
        self.seen: Counter[Gap] = Counter()
        self.statuses: Counter[tuple[str, int]] = Counter()
        self.documented = tuple(sorted(set(self._documented())))
        self._known = frozenset(self.documented)

    def add(self, exchange: Exchange) -> None:
        """Count one exchange."""
        match = self._judge.match(exchange.request)
        if match is None:
            return
        operation, status = match.operation, exchange.response.status
        self.statuses[operation.operation_id, status] += 1
        found = {Gap("status", operation.operation_id, documented_status(operation.responses, status) or "")}
        if 200 <= status < 300:
            found.add(Gap("operation", operation.operation_id))
        with contextlib.suppress(Faulty):
            found.update(_sent(operation, self._judge.decode(exchange.request)))
        with contextlib.suppress(Faulty, ValueError):
            found.update(_answered(operation, exchange.response))
        self.seen.update(found & self._known)

    def missing(self) -> tuple[Gap, ...]:
        """What nothing exercised, in order."""
        return tuple(gap for gap in self.documented if not self.seen[gap])

    def successes(self) -> Mapping[str, int]:
        """How often each operation was answered with success."""
        return {
            operation_id: sum(
                count
                for (known, status), count in self.statuses.items()
                if known == operation_id and status // 100 == 2
            )
            for operation_id in self._judge.contract.operations
        }

    def _documented(self) -> Iterator[Gap]:
        for operation_id, operation in self._judge.contract.operations.items():
            yield Gap("operation", operation_id)
            for status in operation.responses:
                yield Gap("status", operation_id, status)
                yield from _answerable(operation.documented_response(status))
            for place, name, schema in documented_values(operation):
                yield Gap("parameter", operation_id, f"{place} {name}")
                for value in enumerated(schema):
                    yield Gap("value", operation_id, f"{place} {name}={value}")


def documented_values(operation: JudgedOperation) -> Iterator[tuple[str, str, CompiledSchema | None]]:
    """Every value that a request may hold: place, name and schema; of a body, its properties."""
    for reader in operation.parameters.values():
        yield reader.place, reader.name, reader.schema
    if operation.body is not None:
        for media_type in operation.body.content:
            schema = operation.body.schema(media_type)
            for name, member in (schema.properties if schema is not None else {}).items():
                yield "body", name, member


def enumerated(schema: CompiledSchema | None) -> frozenset[str]:
    """The enum values of a schema and of its items, as text."""
    if schema is None:
        return frozenset()
    found = frozenset(map(_text, enumerated_values(schema)))
    return found | (enumerated(schema.items) if schema.shape == "array" else frozenset())


def enumerated_values(schema: CompiledSchema) -> list[Any]:
    """The values of a schema's enums, wherever a composition names them; null is none."""
    return [value for branch in schema.branches() for value in branch.value.get("enum", ()) if value is not None]


def _sent(operation: JudgedOperation, decoded: Decoded) -> Iterator[Gap]:
    values: list[tuple[str, str, Any]] = [(place, name, value) for (place, name), value in decoded.parameters.items()]
    if isinstance(decoded.body, dict):
        values += [("body", name, value) for name, value in decoded.body.items()]
    for place, name, value in values:
        yield Gap("parameter", operation.operation_id, f"{place} {name}")
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, str | int | float | bool):
                yield Gap("value", operation.operation_id, f"{place} {name}={_text(each)}")


def _answerable(response: DocumentedResponse) -> Iterator[Gap]:
    waiting = [schema for name in response.body.content if (schema := response.body.schema(name)) is not None]
    seen: set[str] = set()
    while waiting:
        schema = waiting.pop()
        if schema.pointer in seen:
            continue
        seen.add(schema.pointer)
        for branch in schema.branches():
            for value in branch.value.get("enum", ()):
                yield Gap("answer value", "", f"{branch.pointer}={_text(value)}")
        waiting += [*schema.properties.values(), *filter(None, [schema.items, schema.additional])]


def _answered(operation: JudgedOperation, response: ResponseRecord) -> Iterator[Gap]:
    documented = operation.response(response.status)
    if documented is None or not response.body:
        return
    content_type = response.header("content-type") or ""
    schema = documented.body.schema(documented.body.documented(content_type))
    waiting: list[tuple[CompiledSchema | None, Any]] = [(schema, documented.body.read(content_type, response.body))]
    while waiting:
        schema, value = waiting.pop()
        if schema is None:
            continue
        if isinstance(value, dict):
            waiting += [(schema.properties.get(name) or schema.additional, member) for name, member in value.items()]
        elif isinstance(value, list):
            waiting += [(schema.items, item) for item in value]
        else:
            for branch in schema.branches():
                if value in branch.value.get("enum", ()):
                    yield Gap("answer value", "", f"{branch.pointer}={_text(value)}")


def _text(value: Any) -> str:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
