"""What bodies are: the contents of requests and answers, which of them is preferred, and which make a variant.

An operation may take its body in several media types and answer in several. One of each is preferred; what differs
from it in more than its spelling is a variant of the operation, with a method of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from ..runtime.wire.media import form_of
from ..spec.objects import Header as HeaderObject
from ..spec.objects import Link as LinkObject
from ..spec.objects import MediaType, Schema
from ..spec.objects import Response as ResponseObject
from .model import Answer, Content, ContentForm, Encoding, Header, Link
from .types import Array, Object, Property, String, Type, resolved

Meaning = Callable[[Schema | None], Type]
"""From a Schema Object to its type."""

_RANKS: Mapping[ContentForm, int] = {
    "json": 0,
    "form": 2,
    "multipart": 3,
    "text": 4,
    "binary": 5,
    "lines": 6,
    "sequence": 7,
    "events": 8,
}
_STREAMS = frozenset({"events", "lines", "sequence"})
_STRUCTURED = frozenset({"json", "form", "multipart"})
_WORDS = {"octet-stream": "bytes", "event-stream": "events", "form-data": "multipart", "plain": "text"}


def contents_of(media_types: Iterable[MediaType], meaning: Meaning, types: Mapping[str, Type]) -> tuple[Content, ...]:
    """The contents of a body, the preferred one first; those that say the same in another spelling are left out."""
    found = sorted((_content(media_type, meaning) for media_type in media_types), key=lambda it: _rank(it, types))
    chosen: list[Content] = []
    for content in found:
        if not any(_says_the_same(content, other) for other in chosen):
            chosen.append(content)
    return tuple(chosen)


def _content(media_type: MediaType, meaning: Meaning) -> Content:
    form, name = form_of(media_type.name), media_type.name
    described = meaning(media_type.item_schema or media_type.schema)
    is_text = isinstance(described, String)
    if "*" in name and (media_type.schema is not None and not is_text):
        form, name = "json", "application/json"
    if form == "text":
        described = String(description=described.description)
    elif form == "binary":
        described = String(format="binary", description=described.description)
    elif form in _STREAMS and media_type.item_schema is None and isinstance(described, Array):
        described = described.items
    encoding = {
        about.property: Encoding(
            content_type=about.content_type or "",
            style=about.style if about.is_styled else "",
            explode=about.explode,
            allow_reserved=about.allow_reserved,
        )
        for about in media_type.encoding
    }
    return Content(media_type=name, form=form, type=described, encoding=encoding)


def _rank(content: Content, types: Mapping[str, Type]) -> tuple[int, bool, str]:
    rank = _RANKS[content.form]
    if content.form == "multipart" and any(_is_file(member.type, types) for member in members(content.type, types)):
        rank = 1
    return rank, content.media_type != "application/json", content.media_type


def members(meaning: Type, types: Mapping[str, Type]) -> tuple[Property, ...]:
    """The properties of an object, given by name or not; none of anything else."""
    target = resolved(meaning, types)
    return target.properties if isinstance(target, Object) else ()


def _is_file(meaning: Type, types: Mapping[str, Type]) -> bool:
    target = resolved(meaning, types)
    if isinstance(target, Array):
        target = resolved(target.items, types)
    return isinstance(target, String) and (target.format == "binary" or target.content == "application/octet-stream")


def _says_the_same(content: Content, chosen: Content) -> bool:
    if chosen.form in _STRUCTURED and content.form == "text" and is_markup(content.media_type):
        return True
    if {content.form, chosen.form} <= _STRUCTURED:
        return content.type == chosen.type
    return content.form == chosen.form and content.form not in _STRUCTURED and content.type == chosen.type


def is_markup(media_type: str) -> bool:
    """Whether a media type writes structured values as a text that is neither JSON nor a form: XML, YAML and such."""
    return bool(re.search(r"[/+.-](xml|yaml|yml|toml|protobuf|cbor|msgpack)\b", media_type.lower()))


def answer_of(response: ResponseObject, meaning: Meaning, types: Mapping[str, Type]) -> Answer:
    """The answer that a Response Object describes."""
    return Answer(
        status=response.status,
        contents=contents_of(response.content, meaning, types),
        headers=tuple(
            _header(header, meaning)
            for header in sorted(response.headers, key=lambda header: header.name.lower())
            if header.name.lower() != "content-type"
        ),
        links=tuple(_link(link) for link in sorted(response.links, key=lambda link: link.name)),
        description=response.description,
    )


def _header(header: HeaderObject, meaning: Meaning) -> Header:
    content = header.content[0] if header.content else None
    return Header(
        name=header.name,
        type=meaning(header.schema or (content.schema if content else None)),
        explode=header.explode,
        media_type=content.name if content else "",
        is_required=header.is_required,
        description=header.description,
    )


def _link(link: LinkObject) -> Link:
    return Link(
        name=link.name,
        operation=link.operation_id,
        parameters=dict(sorted(link.parameters.items())),
        body=link.request_body,
        description=link.description,
    )


def answer_kinds(answers: Sequence[Answer]) -> list[tuple[str, tuple[Answer, ...]]]:
    """The ways to be answered: the preferred one under the word ``, then one for each other media type of a success.

    In each of them, a successful answer has at most one content: that of the media type, if it has one.
    """
    statuses = [answer.status for answer in answers if answer.status.startswith("2")]
    successes = statuses or [answer.status for answer in answers if answer.status == "default"]
    others = [it.media_type for answer in answers if answer.status in successes for it in answer.contents[1:]]
    ways = ["", *dict.fromkeys(others)]
    return [
        (
            f"as {word(way)}" if way else "",
            tuple(_only(answer, way) if answer.status in successes else answer for answer in answers),
        )
        for way in ways
    ]


def _only(answer: Answer, media_type: str) -> Answer:
    chosen = [content for content in answer.contents if content.media_type == media_type]
    return replace(answer, contents=tuple(chosen[:1]) or answer.contents[:1])


def word(media_type: str) -> str:
    """What a person calls a media type: `csv` for `text/csv; charset=utf-8`."""
    essence = media_type.partition(";")[0].strip().lower()
    kind, _, subtype = essence.partition("/")
    if subtype in ("", "*"):
        return kind if kind not in ("", "*") else "any"
    if subtype == "x-www-form-urlencoded":
        return "form"
    return _WORDS.get(subtype, subtype.removeprefix("x-").removeprefix("vnd.").replace("+", " "))
