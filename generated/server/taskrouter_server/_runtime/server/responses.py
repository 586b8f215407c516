"""Judging an answer: its status, headers, media type and content."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from .bodies import BodyReader
from .faults import Fault, Faulty
from .parameters import ABSENT, ParameterReader
from .schemas import Schemas, mapping_at, step

BODILESS = {204, 205, 304}
"""Statuses whose answers have no content (RFC 9110, 15)."""


def documented_status(responses: Mapping[str, Any], status: int) -> str | None:
    """The key of the Responses Object that covers a status: itself, its class in either case, or `default`."""
    names = (str(status), f"{status // 100}XX", f"{status // 100}xx", "default")
    return next((name for name in names if name in responses), None)


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

    def encode(self, status: int, headers: Mapping[str, str], value: Any) -> tuple[int, dict[str, str], bytes]:
        """Write an answer, judged; raises `Faulty` when it breaks the description."""
        faults = self.judge_headers({name.lower(): text for name, text in headers.items()})
        written = dict(headers)
        body = b""
        if self.body.content and status not in BODILESS:
            media_type, body, more = self._write(value)
            written["content-type"] = media_type
            faults.extend(more)
        elif value is not None:
            faults.append(Fault("body", "", "undocumented", "must be empty: no content is documented"))
        if faults:
            raise Faulty(faults)
        return status, written, body

    def _write(self, value: Any) -> tuple[str, bytes, tuple[Fault, ...]]:
        media_type = next((name for name in self.body.content if "json" in name), next(iter(self.body.content)))
        if isinstance(value, bytes):
            return media_type, value, ()
        schema = self.body.schema(media_type)
        faults = schema.judge(value, "body") if schema is not None else ()
        if faults:
            return media_type, b"", faults
        if isinstance(value, str) and "json" not in media_type:
            return f"{media_type}; charset=utf-8", value.encode("utf-8"), ()
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return media_type, text.encode("utf-8"), ()
