"""Writing a request as the description asks for it: the reverse of what the compiled contract reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from ..runtime.server.bodies import BodyReader
from ..runtime.server.judge import JudgedOperation
from ..runtime.wire.media import encode_json
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
        ValueError, TypeError: a value cannot be written.
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
        content_type, content = write_body(operation.body, chosen, body)
        written.append(("Content-Type", content_type))
    query = "&".join(filter(None, queries))
    url = base_url.rstrip("/") + quote(path, safe="/%;=,.~!$&'()*+:@-_")
    return RequestRecord(operation.method, f"{url}?{query}" if query else url, tuple(written), content)


def write_body(reader: BodyReader, media_type: str, value: Any) -> tuple[str, bytes]:
    """Write a body of a documented media type, without judging it; gives its `Content-Type` too.

    A JSON value stands for other content as well as it can: a text for bytes, one item for a stream, JSON for XML.
    """
    content = reader.of(media_type)
    match content.form:
        case "binary" if not isinstance(value, bytes):
            value = value.encode("utf-8") if isinstance(value, str) else encode_json(value)
        case "text" if isinstance(value, (dict, list)) or value is None:
            value = encode_json(value).decode("utf-8")
        case "events" | "lines" | "sequence" if not isinstance(value, list):
            value = [value]
        case "form" | "multipart" if not isinstance(value, (dict, list)):
            value = {}
        case _:
            pass
    return content.codec(content.form).write(value, media_type)
