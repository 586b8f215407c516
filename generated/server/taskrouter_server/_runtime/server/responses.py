"""Judging an answer: its status, headers, media type and content."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..wire.pointers import step
from .bodies import BodyReader, Stream, may_be_empty
from .faults import Fault, Faulty
from .parameters import ABSENT, ParameterReader
from .schemas import Schemas, mapping_at

BODILESS = frozenset({*range(100, 200), 204, 205, 304})
"""Statuses whose answers have no content (RFC 9110, 15)."""


def documented_status(responses: Mapping[str, Any], status: int) -> str | None:
    """The key of the Responses Object that covers a status: itself, its class in either case, or `default`."""
    names = (str(status), f"{status // 100}XX", f"{status // 100}xx", "default")
    return next((name for name in names if name in responses), None)


class Encoded(NamedTuple):
    """An answer as it goes over the wire; the body may be made while it is sent."""

    status: int
    headers: dict[str, str]
    body: bytes | Stream


class DocumentedResponse:
    """One Response Object."""

    def __init__(self, schemas: Schemas, pointer: str) -> None:
        value = schemas.value(pointer)
        self.body = BodyReader(schemas, pointer)
        self.links = mapping_at(value, "links")
        self.headers = [
            ParameterReader.of_parameter(schemas, step(pointer, "headers", name), name, "header")
            for name in value.get("headers") or ()
            if name.lower() != "content-type"  # OAS, Response Object: such a definition shall be ignored
        ]

    def judge(
        self, status: int, headers: Mapping[str, str], body: bytes, *, is_bodiless: bool = False
    ) -> tuple[Fault, ...]:
        """Judge an answer over the wire; header names are in lower case."""
        faults = self.judge_headers(headers)
        if is_bodiless or (not body and (status in BODILESS or not self.body.content)):
            return tuple(faults)
        if status in BODILESS or not self.body.content:
            return (*faults, Fault("body", "", "undocumented", "must be empty: no content is documented"))
        if not body and "content-type" not in headers and any(map(may_be_empty, self.body.content)):
            return tuple(faults)  # RFC 9110 (8.3): only a message with content says its type
        try:
            self.body.read(headers.get("content-type", ""), body)
        except Faulty as error:
            faults.extend(error.faults)
        return tuple(faults)

    def judge_headers(self, headers: Mapping[str, str]) -> list[Fault]:
        """Judge the documented headers."""
        faults: list[Fault] = []
        for reader in self.headers:
            raw = headers.get(reader.name.lower())
            try:
                value = ABSENT if raw is None else reader.read(raw)
            except Faulty as error:
                faults.extend(error.faults)
                continue
            if value is ABSENT and reader.is_required:
                faults.append(reader.fault("required", "is required"))
        return faults

    def encode(self, status: int, headers: Mapping[str, str], value: Any, accept: str = "") -> Encoded:
        """Write an answer, judged; raises `Faulty` when it breaks the description.

        A `Content-Type` among the headers chooses the media type; else the value and `accept` do.
        """
        faults = self.judge_headers({name.lower(): text for name, text in headers.items()})
        written = {name: text for name, text in headers.items() if name.lower() != "content-type"}
        given = next((text for name, text in headers.items() if name.lower() == "content-type"), "")
        body: bytes | Stream = b""
        if self.body.content and status not in BODILESS:
            try:
                written["content-type"], body = self.body.write(value, given, accept)
            except Faulty as error:
                faults.extend(error.faults)
        elif value is not None:
            faults.append(Fault("body", "", "undocumented", "must be empty: no content is documented"))
        if faults:
            raise Faulty(faults)
        return Encoded(status, written, body)
