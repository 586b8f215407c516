"""Writing a request as the description asks for it: the reverse of what the compiled contract reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from ..runtime.server.bodies import BodyReader
from ..runtime.server.judge import JudgedOperation
from ..runtime.server.media_types import parse_media_type
from ..runtime.wire.media import FORM, encode_json
from ..runtime.wire.styles import encode_parameter
from .exchange import Headers, RequestRecord

Values = Mapping[tuple[str, str], Any]
"""Values by place (path, query, header, cookie) and documented name."""


def write_request(
    operation: JudgedOperation,
    base_url: str,
    values: Values,
    body: Any = None,
    media_type: str | None = None,
    headers: Headers = (),
) -> RequestRecord:
    """Write a request; `body` is None for none, and of the documented media type, by default the first.

    Raises:
        StyleError, ValueError: a value cannot be written.
    """
    path = operation.path
    queries: list[str] = []
    cookies: list[str] = []
    written: list[tuple[str, str]] = list(headers)
    for reader in operation.parameters.values():
        if (reader.place, reader.name) not in values:
            continue
        text = reader.write(values[reader.place, reader.name])
        match reader.place:
            case "path":
                path = path.replace("{" + reader.name + "}", text)
            case "query" | "querystring":
                queries.append(text)
            case "cookie":
                cookies.append(text)
            case _:
                written.append((reader.name, text))
    if cookies:
        written.append(("Cookie", "; ".join(cookies)))
    content = b""
    if body is not None and operation.body is not None:
        chosen = media_type or next(iter(operation.body.content))
        written.append(("Content-Type", chosen))
        content = write_body(operation.body, chosen, body)
    query = "&".join(filter(None, queries))
    url = base_url.rstrip("/") + quote(path, safe="/%;=,.~!$&'()*+:@-_")
    return RequestRecord(operation.method, f"{url}?{query}" if query else url, tuple(written), content)


def write_body(reader: BodyReader, media_type: str, value: Any) -> bytes:
    """Write a body of a documented media type."""
    parsed = parse_media_type(media_type)
    if parsed.is_json:
        return encode_json(value)
    if parsed.essence == FORM:
        return "&".join(filter(None, (_field(reader, media_type, name, value[name]) for name in value))).encode("ascii")
    return value if isinstance(value, bytes) else str(value).encode("utf-8")


def _field(reader: BodyReader, media_type: str, name: str, value: Any) -> str:
    field = reader.field(media_type, name)
    return encode_parameter(name, value, place="body") if field is None else field.write(value)
