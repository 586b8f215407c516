"""The body of a request, in the form of its media type."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from typing import Any, cast
from urllib.parse import unquote_plus

from pydantic import BaseModel

from ..wire import multipart
from ..wire.media import ContentForm, encode_json
from ..wire.multipart import Part
from ..wire.streams import Event, encode_event, encode_item
from ..wire.styles import StyleError, encode_parameter, text
from .files import Upload, content_of, content_type_of, filename_of, is_content
from .json_values import is_list, is_mapping, json_value
from .operation import Operation, Parameter
from .text_formats import plain

Written = bytes | Upload


def whole_body(operation: Operation[Any, Any], value: object) -> tuple[Written, str]:
    """Write a value that is the whole body; give it with its media type.

    Raises:
        ValueError: the value cannot be written in this media type.
    """
    media_type = operation.body or ""
    match operation.form:
        case "json":
            return encode_json(json_value(value)), media_type
        case "form":
            return form_text(value).encode("ascii"), media_type
        case "multipart":
            return multipart_body([part for name, item in _members(value) for part in parts_of(name, item)], media_type)
        case "text":
            return _text_body(value, media_type)
        case "events" | "lines" | "sequence" as form:
            return _stream_body(value, form), media_type
        case _:
            return content_of(value), content_type_of(value, media_type)


def _members(value: object) -> list[tuple[str, object]]:
    if isinstance(value, BaseModel):
        value = value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if is_mapping(value):
        return [(name, item) for name, item in value.items() if item is not None]
    raise StyleError(f"it must be a mapping, and is of type {type(value).__name__}")


def form_text(value: object) -> str:
    """Write a mapping as a form; text is one already.

    Raises:
        ValueError: it is no mapping, or a member has no text.
    """
    if isinstance(value, str):
        return value
    written = (encode_parameter(name, form_value(item), place="body") for name, item in _members(value))
    return "&".join(pair for pair in written if pair)


def form_value(value: object) -> object:
    """Give what a field of a form holds: what nests is JSON (OAS 3.1 section 4.8.15)."""
    value = json_value(value)
    is_nested = is_mapping(value) or (is_list(value) and any(isinstance(item, (dict, list)) for item in value))
    return encode_json(value).decode() if is_nested else value


def _text_body(value: object, media_type: str) -> tuple[Written, str]:
    if is_content(value):
        return content_of(value), content_type_of(value, media_type)
    written = text(plain(value)).encode("utf-8")
    is_told = "charset" in media_type.lower() or written.isascii() or not media_type.startswith("text/")
    return written, media_type if is_told else f"{media_type}; charset=utf-8"


def _stream_body(value: object, form: ContentForm) -> Written:
    if isinstance(value, (bytes, str)):
        return content_of(value)
    if hasattr(value, "__aiter__"):

        async def written() -> AsyncIterator[bytes]:
            async for item in cast("Any", value):
                yield _item(item, form)

        return Upload(None, None, is_repeatable=False, open_async=written)
    if is_list(value):
        return b"".join(_item(item, form) for item in value)
    if not hasattr(value, "__iter__") or is_mapping(value):
        raise StyleError(f"it must be an iterable of items, and is of type {type(value).__name__}")
    items = cast("Iterable[object]", value)
    return Upload(lambda: (_item(item, form) for item in items), None, is_repeatable=iter(items) is not items)


def _item(value: object, form: ContentForm) -> bytes:
    return encode_event(value) if isinstance(value, Event) else encode_item(json_value(value), form)


def parts_of(name: str, value: object, parameter: Parameter | None = None) -> Iterator[Part]:
    """Write one property of a multipart body: a part, or a part for each item of a list (RFC 7578 section 4.3).

    Raises:
        ValueError: the value cannot be written as a part.
    """
    described = parameter.content_type if parameter else ""
    if parameter is not None and parameter.style is not None:
        yield from _styled_parts(name, value, parameter)
    elif is_list(value) and "json" not in described:
        for item in value:
            yield _part(name, item, described)
    else:
        yield _part(name, value, described)


def _styled_parts(name: str, value: object, parameter: Parameter) -> Iterator[Part]:
    """OAS 3.1 section 4.8.15: a style says how the value is cut into pairs of a name and a text."""
    written = encode_parameter(name, json_value(value), place="body", style=parameter.style, explode=parameter.explode)
    for pair in written.split("&") if written else ():
        key, _, item = pair.partition("=")
        yield Part(unquote_plus(key), unquote_plus(item).encode("utf-8"), parameter.content_type)


def _part(name: str, value: object, described: str) -> Part:
    if is_content(value) and not is_list(value):
        content = content_of(value)
        size = content.size if isinstance(content, Upload) else None
        if isinstance(content, Upload) and content.is_async:
            iter(content)
        return Part(name, content, content_type_of(value, described), filename_of(value) or name, size)
    value = json_value(value)
    if is_mapping(value) or is_list(value) or "json" in described:
        return Part(name, encode_json(value), described or "application/json")
    return Part(name, ("" if value is None else text(value)).encode("utf-8"), described)


def multipart_body(parts: Sequence[Part], media_type: str) -> tuple[Written, str]:
    """Put parts together under a boundary; what holds no file is written at once.

    Raises:
        ValueError: a name or media type would break the line of a header.
    """
    boundary = multipart.new_boundary()
    content_type = multipart.content_type_of(boundary, media_type)
    uploads = [part.content for part in parts if isinstance(part.content, Upload)]
    size = multipart.length_of(parts, boundary)
    if not uploads:
        return b"".join(multipart.encode(parts, boundary)), content_type
    is_repeatable = all(upload.is_repeatable for upload in uploads)
    return Upload(lambda: multipart.encode(parts, boundary), size, is_repeatable=is_repeatable), content_type
