"""Contents to send: bytes, files and iterables of bytes, whole or in pieces."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from mimetypes import MimeTypes
from pathlib import Path
from typing import IO, TypeAlias, cast

from pydantic import BaseModel

from ..wire.media import BINARY, essence_of
from ..wire.styles import StyleError

CHUNK = 64 * 1024
"""Bytes that are read from a file at a time."""
_TYPES = MimeTypes()  # the ones Python knows: those of the machine would make the same call differ


@dataclass(frozen=True, slots=True)
class File:
    """A content with what is told about it: a file name (that of the file, without one) and a media type."""

    content: bytes | IO[bytes] | Path | Iterable[bytes] | AsyncIterable[bytes] = field(repr=False)
    filename: str | None = None
    content_type: str | None = None


FileContent: TypeAlias = bytes | IO[bytes] | Path | File | Iterable[bytes] | AsyncIterable[bytes]
"""What can be sent as a file: bytes, a file open for reading bytes, its path, a `File`, or an iterable of bytes.

Files and iterables are sent piece by piece. A call is sent again only where its content can be had again: a file that
can be rewound, a path, a list; not a generator or a pipe. An async iterable needs the `AsyncClient`, and must be the
whole body.
"""


class Upload:
    """A content that is sent in pieces, `size` bytes altogether where that is known; it can be had again if told so."""

    __slots__ = ("_open", "_open_async", "is_repeatable", "size")

    def __init__(
        self,
        open: Callable[[], Iterator[bytes]] | None,
        size: int | None,
        *,
        is_repeatable: bool,
        open_async: Callable[[], AsyncIterator[bytes]] | None = None,
    ) -> None:
        self._open, self._open_async = open, open_async
        self.size, self.is_repeatable = size, is_repeatable

    @property
    def is_async(self) -> bool:
        """Whether it can only be awaited."""
        return self._open is None

    def __iter__(self) -> Iterator[bytes]:
        if self._open is None:
            raise ValueError("an async iterable can be sent by the AsyncClient alone, and only as the whole body")
        return (piece for piece in self._open() if piece)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        if self._open_async is not None:
            async for piece in self._open_async():
                yield piece
            return
        import asyncio

        pieces = iter(self)

        def read() -> bytes | None:
            return next(pieces, None)

        # Reading a file may block, and the loop has others to serve.
        while (following := await asyncio.to_thread(read)) is not None:
            yield following


def is_content(value: object) -> bool:
    """Say whether a value can be sent as a file."""
    if isinstance(value, (str, Mapping, BaseModel)):
        return False
    return hasattr(value, "read") or isinstance(value, (Path, File, Iterable, AsyncIterable))


def content_of(value: object) -> bytes | Upload:
    """Give what is sent for a value that `is_content`, or for a text.

    Raises:
        ValueError: there is no such file, it is open for text, or the value is no content.
    """
    match value:
        case File():
            return content_of(value.content)
        case str():
            return value.encode("utf-8")
        case bytes():
            return value
        case bytearray():
            return bytes(value)
        case memoryview():
            return value.tobytes()
        case Path():
            return _of_path(value)
        case AsyncIterable():
            chunks = cast("AsyncIterable[bytes]", value)
            return Upload(None, None, is_repeatable=aiter(chunks) is not chunks, open_async=lambda: aiter(chunks))
        case _ if hasattr(value, "read"):
            return _of_stream(cast("IO[bytes]", value))
        case Iterable():
            pieces = cast("Iterable[bytes]", value)
            is_repeatable = iter(pieces) is not pieces
            return Upload(lambda: iter(pieces), None, is_repeatable=is_repeatable)
        case _:
            raise ValueError(f"a value of type {type(value).__name__} is no content of a file")


def _of_path(path: Path) -> Upload:
    try:
        size = path.stat().st_size
        is_file = path.is_file()
        with path.open("rb"):
            pass
    except OSError as error:
        raise ValueError(f"{path}: {error.strerror}") from None

    def pieces() -> Iterator[bytes]:
        with path.open("rb") as stream:
            yield from _pieces(stream)

    return Upload(pieces, size if is_file else None, is_repeatable=is_file)


def _of_stream(stream: IO[bytes]) -> Upload:
    try:
        if isinstance(stream.read(0), str):
            raise StyleError("the file is open for text: open it in mode 'rb'")
        start = stream.tell()
        size = stream.seek(0, os.SEEK_END) - start
        stream.seek(start)
    except (OSError, AttributeError):
        return Upload(lambda: _pieces(stream), None, is_repeatable=False)

    def pieces() -> Iterator[bytes]:
        stream.seek(start)
        yield from _pieces(stream)

    return Upload(pieces, size, is_repeatable=True)


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    while piece := stream.read(CHUNK):
        yield piece


def filename_of(value: object) -> str | None:
    """Give the name of a file, without its folders; `None` where it has none."""
    if isinstance(value, File):
        return value.filename or filename_of(value.content)
    if isinstance(value, Path):
        return value.name
    name = getattr(value, "name", None)
    return Path(name).name or None if isinstance(name, str) and not name.startswith("<") else None


def content_type_of(value: object, described: str = "") -> str:
    """Give the media type of a content: as told, else as described, where ranges and lists leave it to the file's name.

    `described` is a media type, a range such as `image/*`, or a list of them (OAS 3.1 section 4.8.15).
    """
    if isinstance(value, File) and value.content_type:
        return value.content_type
    choices = [choice.strip() for choice in described.split(",") if choice.strip()]
    if len(choices) == 1 and "*" not in choices[0]:
        return choices[0]
    guessed = _TYPES.guess_type(filename_of(value) or "")[0] if choices else None
    if guessed and any(_is_within(guessed, choice) for choice in choices):
        return guessed
    return next((choice for choice in choices if "*" not in choice), BINARY)


def _is_within(media_type: str, choice: str) -> bool:
    kind, _, subtype = essence_of(choice).partition("/")
    return kind in {"*", media_type.partition("/")[0]} and subtype in {"*", media_type.partition("/")[2]}
