"""Media types: in which form their content is written, and JSON and text in them."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal, TypeAlias, cast

from .styles import text

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
EVENTS = "text/event-stream"
BINARY = "application/octet-stream"

ContentForm: TypeAlias = Literal["json", "form", "multipart", "text", "binary", "events", "lines", "sequence"]
"""How content is written: `lines` is JSON Lines, `sequence` a JSON text sequence (RFC 7464), `events` server-sent."""

_EXACT: Mapping[str, ContentForm] = {
    JSON: "json",
    FORM: "form",
    EVENTS: "events",
    "text/json": "json",
    "application/jsonl": "lines",
    "application/json-lines": "lines",
    "application/jsonlines": "lines",
    "application/x-jsonl": "lines",
    "application/x-jsonlines": "lines",
    "application/x-json-stream": "lines",
    "application/ndjson": "lines",
    "application/x-ndjson": "lines",
    "application/ldjson": "lines",
    "application/x-ldjson": "lines",
    "application/stream+json": "lines",
    "text/jsonl": "lines",
    "text/ndjson": "lines",
    "text/x-ndjson": "lines",
    "application/json-seq": "sequence",
}
_SUFFIXES: Mapping[str, ContentForm] = {
    "json": "json",
    "jsonl": "lines",
    "ndjson": "lines",
    "json-seq": "sequence",
    "xml": "text",
    "yaml": "text",
}
_TEXTS = frozenset(
    (
        "ecmascript",
        "graphql",
        "javascript",
        "jwt",
        "node",
        "pem-certificate-chain",
        "pgp-keys",
        "pgp-signature",
        "sdp",
        "sparql-query",
        "sql",
        "toml",
        "trig",
        "typescript",
        "x-javascript",
        "x-pem-file",
        "x-php",
        "x-sh",
        "x-toml",
        "x-yaml",
        "xml",
        "xml-dtd",
        "yaml",
    )
)
"""Subtypes of `application` that hold text, though their names do not say so."""
_CHARSET = re.compile(r";\s*charset\s*=\s*\"?([^\s;\"]+)", re.IGNORECASE)
_CHARSETS = re.compile(
    r"utf-(8|16|16-be|16-le|32|32-be|32-le)|ascii|iso8859-\d+|cp(125\d|866|874|932|949)|koi8-[ru]|"
    r"shift_jis|euc_(jp|kr)|iso2022_jp|gb(k|2312|18030)|big5|mac-roman"
)
"""Python's names of the charsets that are read: no codec that transforms or whose cost is not linear."""


def essence_of(media_type: str) -> str:
    """Give `type/subtype` in lower case, without parameters (RFC 9110, 8.3.1)."""
    return media_type.partition(";")[0].strip().lower()


def form_of(media_type: str) -> ContentForm:
    """Say how the content of a media type is written; parameters mean nothing to it.

    A range is of the form that all of it has (`text/*`, `application/*+json`); other ranges, like all that is not
    known, are `binary`. XML and YAML are `text`.
    """
    essence = essence_of(media_type)
    known = _EXACT.get(essence)
    if known is not None:
        return known
    kind, _, subtype = essence.partition("/")
    if kind == "multipart":
        return "multipart"
    if suffixed := _SUFFIXES.get(subtype.rpartition("+")[2] if "+" in subtype else ""):
        return suffixed
    is_text = kind == "text" or (kind == "application" and subtype in _TEXTS)
    return "text" if is_text else "binary"


def charset_of(media_type: str) -> str | None:
    """Give the Python name of the charset that a media type names, UTF-8 without one; `None` for one not known here."""
    named = _CHARSET.search(media_type)
    if named is None:
        return "utf-8"
    try:
        name = codecs.lookup(named[1]).name
    except (LookupError, ValueError):
        return None
    return name if _CHARSETS.fullmatch(name) else None


def decode_text(content: bytes, media_type: str = "text/plain") -> str:
    """Read text in its charset, leniently: what is not of it becomes U+FFFD, and an unknown charset is UTF-8."""
    return content.decode(charset_of(media_type) or "utf-8", "replace")


def encode_json(value: object) -> bytes:
    """Write a value as compact JSON in UTF-8; datetimes, decimals and enums as `text` writes them, decimals as numbers.

    Raises:
        ValueError: a number is not finite, or a value has no JSON form.
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_plain).encode()


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(cast("Mapping[str, object]", value))
    if isinstance(value, Sequence):
        return list(cast("Sequence[object]", value))
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return text(value)
