"""What a description lets a server answer: each status, each media type, with values that its schemas allow."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..runtime.server.contents import Codec
from ..runtime.server.items import Items
from ..runtime.server.judge import JudgedOperation
from ..runtime.server.parameters import ParameterReader
from ..runtime.server.responses import BODILESS, DocumentedResponse
from ..runtime.server.schemas import CompiledSchema
from ..runtime.wire.media import ContentForm, form_of
from ..runtime.wire.styles import StyleError
from .carried import UNTEXTUAL, VISIBLE, arriving, held
from .coverage import enumerated_values
from .exchange import ResponseRecord
from .samples import Samples
from .values import drawn
from .walk import documented_examples

UNSENT = frozenset(
    "connection content-encoding content-length content-type keep-alive te trailer transfer-encoding upgrade".split()
)
"""Headers that frame or frame again: they are made for the message, not for the description."""
CONCRETE = {"text/*": "text/plain", "image/*": "image/png", "audio/*": "audio/ogg", "video/*": "video/mp4"}
MOST_VALUES = 100
"""Values of enums in one answer that are shown, each in an answer of its own."""


@dataclass(frozen=True, slots=True)
class DocumentedAnswer:
    """An answer as it goes over the wire, and what an SDK must make of it: a JSON value, text, bytes or items.

    `headers` are the values of the documented headers, by their names.
    """

    record: ResponseRecord
    form: ContentForm | None = None
    value: Any = None
    media_type: str = ""
    headers: Mapping[str, Any] = field(default_factory=dict[str, Any])

    @property
    def status(self) -> int:
        """Its status."""
        return self.record.status


class AnswerBook:
    """The answers of a description: documented examples, samples, `count` drawn ones, every enum value."""

    def __init__(self, samples: Samples, components: Mapping[str, Any], *, count: int, seed: int) -> None:
        self._samples, self._components, self._count, self._seed = samples, components, count, seed
        self._drawn: dict[str, list[Any]] = {}

    def answers(self, operation: JudgedOperation) -> Iterator[DocumentedAnswer]:
        """The answers of one operation; redirects are left out."""
        names = operation.value.get("responses") or {}
        has_success = any(name[:1] == "2" for name in names)
        for name in names:
            for status in _statuses(name, has_success=has_success):
                yield from self._of_status(operation.documented_response(name), status)

    def _of_status(self, response: DocumentedResponse, status: int) -> Iterator[DocumentedAnswer]:
        described = list(self._headers(response))
        headers = tuple((name, text) for name, text, _ in described)
        values = {name: value for name, _, value in described}
        if status in BODILESS or not response.body.content:
            yield DocumentedAnswer(ResponseRecord(status, headers), headers=values)
            return
        for documented in response.body.content:
            schema = response.body.schema(documented)
            media_type = _concrete(documented, schema)
            form = form_of(media_type)
            typed = (*headers, ("Content-Type", media_type))
            codec = response.body.of(documented).codec(form)
            if isinstance(codec, Items) and codec.item is not None:
                bodies = [self._items(codec, codec.item)]
            else:
                bodies = self._values(response, documented, form, is_success=status < 400)
            for value in bodies:
                body = _written(value, form, codec)
                if body is not None:
                    yield DocumentedAnswer(ResponseRecord(status, typed, body), form, value, media_type, values)

    def _headers(self, response: DocumentedResponse) -> Iterator[tuple[str, str, Any]]:
        for reader in response.headers:
            if reader.name.lower() not in UNSENT and (found := self._header(reader)) is not None:
                yield reader.name, *found

    def _header(self, reader: ParameterReader) -> tuple[str, Any] | None:
        """A header as it is written, and the value that it stands for."""
        if reader.schema is None:
            return "text", "text"
        own = VISIBLE if set(reader.schema.kinds) == {"string"} else None
        examples = [each for each in documented_examples(reader.about, reader.schema) if _fits(reader.schema, each)]
        pointer = reader.schema.pointer
        samples = self._samples.of(pointer, own=own, alphabet="plain", is_text=True, is_request=False)
        for value in (*examples, *samples):
            try:
                written = reader.write(value)
            except (StyleError, ValueError, TypeError):
                continue
            if written and written.isascii() and written.isprintable():
                return written, value
        return None

    def _values(
        self, response: DocumentedResponse, documented: str, form: ContentForm, *, is_success: bool
    ) -> list[Any]:
        schema = response.body.schema(documented)
        if schema is None:
            return held(documented)
        if form == "json":
            return self._bodies(response, documented, schema, is_success=is_success)
        samples = self._samples.of(schema.pointer, is_request=False, is_text=True)
        return _texts(samples, form, documented)

    def _items(self, stream: Items, item: CompiledSchema) -> list[Any]:
        """Items of a stream; those that the schema of a whole array allows, where there is one."""
        own = arriving(stream)
        if stream.whole is None:
            return self._samples.of(item.pointer, own=own, is_request=False)
        return next(iter(self._samples.of(stream.whole.pointer, own={"items": own or True}, is_request=False)), [])

    def _bodies(
        self, response: DocumentedResponse, documented: str, schema: CompiledSchema, *, is_success: bool
    ) -> list[Any]:
        examples = documented_examples(response.body.content[documented], schema)
        bodies = [example for example in examples if _fits(schema, example)]
        bodies += self._samples.of(schema.pointer, count=4 if is_success else 2, is_request=False)
        if not self._count:
            return bodies
        key = json.dumps(schema.value, sort_keys=True)
        if key not in self._drawn:
            self._drawn[key] = drawn(schema.value, self._components, count=self._count, seed=self._seed)
        bodies = bodies + self._drawn[key]
        return bodies + _with_each_value(schema, bodies[0]) if bodies else []


def _fits(schema: CompiledSchema, value: Any) -> bool:
    """Whether an example is one: a schema with properties means an object, where it names no type."""
    return not schema.judge(value, "body") and (isinstance(value, dict) or not schema.properties)


def _with_each_value(schema: CompiledSchema, body: Any) -> list[Any]:
    """The same body with each other value of each enum among its properties, where the schema allows that."""
    if not isinstance(body, dict):
        return []
    changed = [
        body | {name: value}
        for name, member in schema.properties.items()
        for value in enumerated_values(member)
        if body.get(name, value) != value
    ]
    return [value for value in changed[:MOST_VALUES] if _fits(schema, value)]


def _statuses(name: str, *, has_success: bool) -> list[int]:
    """Statuses that fall under a key of the Responses Object, but those of redirects."""
    if name == "default":
        return [500] if has_success else [200, 500]
    digits = name.upper().replace("XX", "99")
    status = int(digits) if digits.isdecimal() else 0
    return [status] if 200 <= status < 300 or 400 <= status < 600 else []


def _concrete(media_type: str, schema: CompiledSchema | None) -> str:
    if "*" not in media_type:
        return media_type
    if schema is not None and "string" not in schema.kinds:
        return "application/json"
    return CONCRETE.get(media_type, "application/octet-stream")


def _texts(samples: list[Any], form: ContentForm, documented: str) -> list[Any]:
    """What text and files hold, by the samples of their schema."""
    texts = [sample for sample in samples if isinstance(sample, str)]
    if form == "binary":
        return [text.encode("utf-8") + UNTEXTUAL for text in texts[:1]] or held("application/octet-stream")
    return (texts or held(documented))[:2]


def _written(value: Any, form: ContentForm, codec: Codec) -> bytes | None:
    """The body; None in the forms in which servers do not answer."""
    match form:
        case "json":
            return json.dumps(value).encode("utf-8")
        case "text":
            return str(value).encode("utf-8")
        case "binary":
            return bytes(value)
        case "events" | "lines" | "sequence":
            return codec.write(value, "")[1]
    return None
