"""The body of a message: which of the documented media types it has, and what it says."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from ..wire.media import BINARY, FORM, JSON, ContentForm, charset_of, form_of
from ..wire.pointers import step
from .contents import Codec, Content
from .faults import Fault, Faulty
from .forms import FormContent, Tolerate
from .items import Items
from .media_types import negotiate, select_media_type
from .parameters import ParameterReader
from .schemas import CompiledSchema, Schemas, mapping_at

_RANKS: Mapping[type, tuple[ContentForm, ...]] = {
    bytes: ("binary", "text", "json", "form", "multipart", "events", "lines", "sequence"),
    str: ("text", "json"),
    list: ("json", "lines", "sequence", "events", "multipart"),
    dict: ("json", "form", "multipart"),
    Iterable: ("events", "lines", "sequence", "binary", "text"),
    object: ("json", "text"),
}
"""The forms that a value can be written in, by what it is, best first."""
_CONCRETE: Mapping[ContentForm, str] = {"json": JSON, "text": "text/plain", "binary": BINARY, "form": FORM}


@dataclass(frozen=True, slots=True)
class Stream:
    """A body that is made while it is sent: `write` makes bytes of each of `items`, and raises `Faulty`."""

    items: AsyncIterable[Any] | Iterable[Any]
    write: Callable[[Any], bytes]


Written: TypeAlias = "tuple[str, bytes | Stream]"
"""A `Content-Type` and what is sent under it."""


class BodyReader:
    """The bodies that a Request Body or Response Object documents; `Content` says which value stands for each."""

    def __init__(self, schemas: Schemas, pointer: str) -> None:
        value = schemas.value(pointer)
        self.is_required = bool(value.get("required", False))
        self.content = mapping_at(value, "content")
        self._schemas, self._pointer = schemas, pointer
        self._contents: dict[str, Content] = {}

    def of(self, documented: str) -> Content:
        """What the description says under a documented media type."""
        if documented not in self._contents:
            pointer = step(self._pointer, "content", documented)
            self._contents[documented] = Content(self._schemas, pointer, documented)
        return self._contents[documented]

    def schema(self, documented: str) -> CompiledSchema | None:
        """The schema under a documented media type, if it has one."""
        return self.of(documented).schema

    def documented(self, content_type: str) -> str:
        """The documented media type or range that a `Content-Type` falls under; raises `Faulty`."""
        expected = " or ".join(self.content)
        try:
            found = select_media_type(content_type, self.content)
        except ValueError:
            found = None
        if found is None:
            message = f"must be {expected}" if content_type else f"must be sent, and be {expected}"
            raise Faulty([Fault("media_type", "Content-Type", "media-type", message)])
        return found

    def field(self, documented: str, name: str) -> ParameterReader | None:
        """The reader of one field of a documented form."""
        codec = self.of(documented).codec("form")
        return codec.fields.get(name) if isinstance(codec, FormContent) else None

    def read(self, content_type: str, body: bytes, tolerate: Tolerate = list) -> Any:
        """Read and judge a body; raises `Faulty`."""
        content = self.of(self.documented(content_type))
        return content.codec(content.form_for(content_type)).read(body, content_type, tolerate)

    def write(self, value: Any, content_type: str = "", accept: str = "") -> Written:
        """Write and judge a value, in the documented media type that fits it and `accept` best, or in a given one.

        Bytes are taken for a body that is written already, if not of a binary form, and read to be judged. What is
        iterated once is a stream of items, or of chunks of bytes or text.

        Raises:
            Faulty: the description allows no such body.
        """
        if isinstance(value, (bytearray, memoryview)):
            value = bytes(cast("bytes", value))
        name = self.documented(content_type) if content_type else self._chosen(value, accept)
        content = self.of(name)
        chosen = content_type or _concrete(name, value)
        if "*" in chosen:
            raise Faulty([Fault("media_type", "Content-Type", "media-type", f"must say which {chosen} the content is")])
        form = content.form_for(chosen)
        codec = content.codec(form)
        if isinstance(value, bytes):
            codec.read(value, chosen)
            return chosen, value
        if _is_iterated(value):
            return chosen, Stream(value, _writer(codec, chosen))
        try:
            faults = codec.judge(value) if form != "binary" else ()
            if faults:
                raise Faulty(faults)
            return codec.write(value, chosen)
        except (ValueError, TypeError) as error:
            raise Faulty([Fault("body", "", "encoding", f"cannot be written as {chosen}: {error}")]) from None

    def _chosen(self, value: object, accept: str) -> str:
        ranks = _RANKS[_kind(value)]
        fitting = [(ranks.index(form), name) for name in self.content if (form := _form(name, value)) in ranks]
        names = [name for _, name in sorted(fitting, key=lambda ranked: ranked[0])]
        if not names:
            offered = " or ".join(self.content)
            message = f"a value of type {type(value).__name__} cannot be written as {offered}"
            raise Faulty([Fault("body", "", "media-type", message)])
        return negotiate(accept, names) or names[0]


def may_be_empty(content_type: str) -> bool:
    """Whether no bytes at all are content of a media type: a text, bytes or a stream may be that short."""
    return form_of(content_type) not in {"json", "form", "multipart"}


def _kind(value: object) -> type:
    kinds: tuple[type, ...] = (bytes, str, list, dict)
    named = (kind for kind in kinds if isinstance(value, kind))
    return next(named, Iterable if _is_iterated(value) else object)


def _is_iterated(value: Any) -> bool:
    return isinstance(value, (AsyncIterable, Iterator))


def _form(documented: str, value: object) -> ContentForm:
    return form_of(_concrete(documented, value) if "*" in documented else documented)


def _concrete(documented: str, value: object) -> str:
    """A media type within a documented range, by what the value is."""
    if "*" not in documented:
        return documented
    is_bytes = isinstance(value, bytes) or _is_iterated(value)
    wanted: tuple[ContentForm, ...] = ("binary",) if is_bytes else ("text", "json")
    wanted = wanted if is_bytes or isinstance(value, str) else ("json",)
    names = [_CONCRETE[form] for form in (*wanted, "text") if select_media_type(_CONCRETE[form], [documented])]
    return names[0] if names else documented


def _writer(codec: Codec, content_type: str) -> Callable[[Any], bytes]:
    charset = charset_of(content_type) or "utf-8"

    def write_item(item: Any) -> bytes:
        assert isinstance(codec, Items)
        if faults := codec.judge_item(item):
            raise Faulty(faults)
        return codec.write_item(item)

    def write_chunk(chunk: bytes | str) -> bytes:
        return chunk.encode(charset) if isinstance(chunk, str) else bytes(chunk)

    return write_item if isinstance(codec, Items) else write_chunk
