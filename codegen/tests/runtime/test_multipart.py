"""Multipart bodies as we write them are what other parsers read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.formparser import MultiPartParser

from dovetail.runtime.wire.multipart import Part, content_type_of, encode, length_of, new_boundary

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda name: "\\" not in name)


@dataclass
class Chunks:
    content: bytes

    def __iter__(self) -> Iterator[bytes]:
        yield self.content[:3]
        yield self.content[3:]


def test_the_bytes_are_these() -> None:
    parts = [
        Part("text", "ä".encode()),
        Part("meta", b"{}", "application/json", headers={"X-Rate": "5"}),
        Part('f"\r\n', Chunks(b"\x00\r\n--"), "image/png", 'a "b"\n.png', size=5),
        Part("", b"positional", "text/plain"),
    ]
    assert b"".join(encode(parts, "B")) == (
        b'--B\r\nContent-Disposition: form-data; name="text"\r\n\r\n\xc3\xa4\r\n'
        b'--B\r\nContent-Disposition: form-data; name="meta"\r\n'
        b"Content-Type: application/json\r\nX-Rate: 5\r\n\r\n{}\r\n"
        b'--B\r\nContent-Disposition: form-data; name="f%22%0D%0A"; filename="a %22b%22%0A.png"\r\n'
        b"Content-Type: image/png\r\n\r\n\x00\r\n--\r\n"
        b"--B\r\nContent-Type: text/plain\r\n\r\npositional\r\n--B--\r\n"
    )
    assert length_of(parts, "B") == len(b"".join(encode(parts, "B")))
    assert length_of([Part("a", Chunks(b"abc"))], "B") is None


@given(st.lists(st.tuples(NAMES, st.binary(), st.none() | NAMES)))
def test_another_parser_reads_what_was_written(fields: list[tuple[str, bytes, str | None]]) -> None:
    boundary = new_boundary()
    parts = [Part(name, content, filename=filename) for name, content, filename in fields]
    body = b"".join(encode(parts, boundary))
    assert length_of(parts, boundary) == len(body)
    texts, files = MultiPartParser().parse(io.BytesIO(body), boundary.encode(), len(body))

    def escaped(text: str) -> str:  # it undoes one of the three escapes
        return text.replace("\r", "%0D").replace("\n", "%0A").replace("%22", '"')

    assert sorted(texts.items(multi=True)) == sorted(
        (escaped(name), content.decode("utf-8", "replace")) for name, content, filename in fields if filename is None
    )
    assert sorted((name, file.filename or "", file.read()) for name, file in files.items(multi=True)) == sorted(
        (escaped(name), escaped(filename), content) for name, content, filename in fields if filename is not None
    )


@pytest.mark.parametrize(
    "part",
    [
        Part("a", b"", "text/plain\r\nX: y"),
        Part("a", b"", headers={"X\r\nY": "z"}),
        Part("a", b"", headers={"X": "y\r\n\r\nbody"}),
        Part("a", Chunks(b"abcdef"), size=5),
        Part("a", Chunks(b"abcdef"), size=7),
    ],
)
def test_a_part_never_breaks_out(part: Part) -> None:
    with pytest.raises(ValueError, match=r"break its line|changed its size"):
        b"".join(encode([part], "B"))


def test_boundaries_are_new_each_time_and_quoted_where_they_must_be() -> None:
    assert new_boundary() != new_boundary()
    assert content_type_of("a") == "multipart/form-data; boundary=a"
    assert content_type_of("a:b", "multipart/mixed; x=y") == 'multipart/mixed; boundary="a:b"'
    for bad in ("", "a b ", 'a"', "ä", "a" * 71):
        with pytest.raises(ValueError, match="boundary"):
            content_type_of(bad)
