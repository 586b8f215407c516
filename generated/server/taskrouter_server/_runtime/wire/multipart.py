"""Multipart bodies (RFC 2046, section 5.1, and RFC 7578), written part by part; a file is never held whole."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .media import essence_of

_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE = re.compile(r"[\t\x20-\x7e\x80-\U0010ffff]*")
_BOUNDARY = re.compile(r"[0-9A-Za-z'()+_,./:=?-]{1,70}")
_ESCAPES = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})


@dataclass(frozen=True, slots=True)
class Part:
    """One part: a form field, or a file where there is a `filename`; without a `name` it has only its position.

    `content` that is not bytes gives chunks each time it is iterated; `size` is then how many bytes, if that is known.
    """

    name: str
    content: bytes | Iterable[bytes] = field(repr=False)
    content_type: str = ""
    filename: str | None = None
    size: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def length(self) -> int | None:
        """The size of its content in bytes; `None` where it is not known."""
        return len(self.content) if isinstance(self.content, bytes) else self.size


def new_boundary() -> str:
    """Make a boundary that nobody can guess, so that no content holds it: 128 random bits."""
    return secrets.token_hex(16)


def content_type_of(boundary: str, media_type: str = "multipart/form-data") -> str:
    """Write the `Content-Type` of a multipart body; raises `ValueError` for what is no boundary (RFC 2046, 5.1.1)."""
    if not _BOUNDARY.fullmatch(boundary):
        raise ValueError("a boundary is 1 to 70 letters, digits and '()+_,-./:=?")
    quoted = boundary if _HEADER_NAME.fullmatch(boundary) else f'"{boundary}"'
    return f"{essence_of(media_type)}; boundary={quoted}"


def encode(parts: Iterable[Part], boundary: str) -> Iterator[bytes]:
    """Write a multipart body in chunks; names and filenames are escaped as browsers do (WHATWG HTML, 4.10.21.8).

    Raises:
        ValueError: a header of a part would break its line, or content is not as long as its `size` says.
    """
    for part in parts:
        yield _head(part, boundary)
        if isinstance(part.content, bytes):
            yield part.content
        else:
            yield from _measured(part)
        yield b"\r\n"
    yield f"--{boundary}--\r\n".encode("ascii")


def length_of(parts: Sequence[Part], boundary: str) -> int | None:
    """Give the size in bytes of what `encode` writes; `None` where that of a part is not known."""
    total = len(boundary) + 6
    for part in parts:
        length = part.length
        if length is None:
            return None
        total += len(_head(part, boundary)) + length + 2
    return total


def _head(part: Part, boundary: str) -> bytes:
    lines = [f"--{boundary}"]
    if part.name:
        disposition = f'Content-Disposition: form-data; name="{part.name.translate(_ESCAPES)}"'
        if part.filename is not None:
            disposition += f'; filename="{part.filename.translate(_ESCAPES)}"'
        lines.append(disposition)
    headers = {"Content-Type": part.content_type} if part.content_type else {}
    for name, value in (headers | dict(part.headers)).items():
        if not _HEADER_NAME.fullmatch(name) or not _HEADER_VALUE.fullmatch(value):
            raise ValueError(f"the header {name!r} of part {part.name!r} would break its line")
        lines.append(f"{name}: {value}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8")


def _measured(part: Part) -> Iterator[bytes]:
    left = part.size
    for chunk in part.content if not isinstance(part.content, bytes) else ():
        if left is not None:
            left -= len(chunk)
            if left < 0:
                break
        yield chunk
    if left:
        raise ValueError(f"the content of part {part.name!r} changed its size while it was sent")
