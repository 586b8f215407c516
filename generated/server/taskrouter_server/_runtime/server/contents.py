"""Contents: what a documented media type says of a body, and how bodies of each form are read, judged and written."""

from __future__ import annotations

from typing import Any, Protocol

from ..wire.media import ContentForm, charset_of, encode_json, form_of
from ..wire.pointers import step
from ..wire.styles import text
from .faults import Fault, Faulty
from .forms import FormContent, Tolerate
from .items import Items
from .json_text import Unreadable, json_value
from .multipart import MultipartContent, is_binary
from .schemas import KINDS, CompiledSchema, Judged, Schemas

_SCALARS = frozenset({"string", "integer", "number", "boolean"})


class Codec(Protocol):
    """What reads, judges and writes the bodies of one form."""

    def read(self, body: bytes, content_type: str, tolerate: Tolerate = list) -> Any:
        """Read and judge a body; raises `Faulty`."""
        ...

    def judge(self, value: Any) -> tuple[Fault, ...]:
        """Say what is wrong with a value."""
        ...

    def write(self, value: Any, content_type: str) -> tuple[str, bytes]:
        """Write a value; gives its `Content-Type` too. Raises `ValueError` or `TypeError` for one of another form."""
        ...


class Content:
    """One media type, or range of them, that a body is documented to have.

    The value of a body is, by its form: `json` the JSON value; `form` and `multipart` an object, in it an `Upload` for
    each part of binary content; `text` a string, or the number or boolean that the schema says; `binary` bytes;
    `lines` and `sequence` a list of JSON values; `events` a list of what their data say, as JSON unless the schema
    is that of a string, or of objects of the fields of an event where the schema has them (OAS 3.2).
    """

    def __init__(self, schemas: Schemas, pointer: str, media_type: str) -> None:
        self.media_type = media_type
        self.form: ContentForm = form_of(media_type)
        self._schemas, self._pointer = schemas, pointer
        value = schemas.value(pointer)
        self.schema = schemas.at(step(pointer, "schema")) if "schema" in value else None
        self._codecs: dict[ContentForm, Codec] = {}

    def form_for(self, content_type: str) -> ContentForm:
        """The form of a body of this `Content-Type`: a range leaves it open, unless its schema asks for bytes."""
        if "*" not in self.media_type:
            return self.form
        return "binary" if is_binary(self.schema) else form_of(content_type)

    def codec(self, form: ContentForm) -> Codec:
        """What reads and writes bodies of a form by this description."""
        if form not in self._codecs:
            self._codecs[form] = self._made(form)
        return self._codecs[form]

    def _made(self, form: ContentForm) -> Codec:
        match form:
            case "json":
                return _Json(self.schema)
            case "form":
                return FormContent(self._schemas, self._pointer)
            case "multipart":
                return MultipartContent(self._schemas, self._pointer)
            case "text":
                return _Text(self.schema)
            case "binary":
                return _Binary(self.schema)
            case _:
                return Items(self._schemas, self._pointer, form)


class _Json(Judged):
    """JSON text."""

    def read(self, body: bytes, content_type: str, tolerate: Tolerate = list) -> Any:
        del content_type, tolerate
        try:
            value = json_value(body)
        except Unreadable as error:
            raise Faulty([Fault("body", "", "encoding", str(error))]) from None
        if faults := self.judge(value):
            raise Faulty(faults)
        return value

    def write(self, value: Any, content_type: str) -> tuple[str, bytes]:
        return content_type, encode_json(value)


class _Text(Judged):
    """Text; of a schema that text cannot satisfy (XML, YAML and such) it is not judged."""

    def __init__(self, schema: CompiledSchema | None) -> None:
        super().__init__(schema if schema is not None and schema.kinds & _SCALARS else None)

    def read(self, body: bytes, content_type: str, tolerate: Tolerate = list) -> Any:
        del tolerate
        charset = charset_of(content_type)
        if charset is None:
            raise Faulty([Fault("media_type", "Content-Type", "media-type", "must name a charset that is known")])
        try:
            found = body.decode(charset)
        except UnicodeDecodeError:
            raise Faulty([Fault("body", "", "encoding", f"is not {charset.upper()}")]) from None
        value = found if self._schema is None else self._schema.read(found)
        if faults := self.judge(value):
            raise Faulty(faults)
        return value

    def write(self, value: Any, content_type: str) -> tuple[str, bytes]:
        if content_type.startswith("text/") and "charset" not in content_type.lower():
            content_type += "; charset=utf-8"
        return content_type, text(value).encode(charset_of(content_type) or "utf-8")


class _Binary(Judged):
    """Bytes; JSON Schema can say of them how many there are."""

    def __init__(self, schema: CompiledSchema | None) -> None:
        is_judged = schema is not None and "string" in schema.kinds and schema.kinds != KINDS
        super().__init__(schema if is_judged else None)

    def read(self, body: bytes, content_type: str, tolerate: Tolerate = list) -> Any:
        del content_type, tolerate
        if faults := self.judge(body):
            raise Faulty(faults)
        return body

    def judge(self, value: Any) -> tuple[Fault, ...]:
        return super().judge(value.decode("latin-1")) if self._schema is not None else ()

    def write(self, value: Any, content_type: str) -> tuple[str, bytes]:
        if not isinstance(value, bytes):
            raise TypeError(f"binary content is bytes, not {type(value).__name__}")
        return content_type, value
