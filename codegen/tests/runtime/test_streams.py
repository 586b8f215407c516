"""Streams are read the same however they are cut, and what is written is read back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dovetail.runtime.wire.media import ContentForm
from dovetail.runtime.wire.streams import (
    Event,
    EventReader,
    LineReader,
    Reader,
    SequenceReader,
    StreamError,
    encode_event,
    encode_item,
)

JSON = st.none() | st.integers() | st.text() | st.lists(st.booleans()) | st.dictionaries(st.text(), st.text())
ONE_LINE = st.text(st.characters(exclude_characters="\r\n\0", exclude_categories=["Cs"]))


def read(reader: Reader[Event] | Reader[bytes], content: bytes, cuts: tuple[int, ...] = ()) -> list[object]:
    found: list[object] = []
    for start, end in zip((0, *sorted(cuts)), (*sorted(cuts), len(content)), strict=True):
        found += reader.feed(content[start:end])
    return [*found, *reader.end()]


def told(events: list[object]) -> list[tuple[str, str, str, int | None]]:
    return [(it.event, it.data, it.id, it.retry) for it in events if isinstance(it, Event)]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("data: YHOO\ndata: +2\ndata: 10\n\n", [("message", "YHOO\n+2\n10", "", None)]),
        (
            ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\ndata: lost",
            [
                ("message", "first event", "1", None),
                ("message", "second event", "", None),
                ("message", " third event", "", None),
            ],
        ),
        ("data\n\ndata\ndata\n\ndata:", [("message", "", "", None), ("message", "\n", "", None)]),
        ("data:test\n\ndata: test\n\n", [("message", "test", "", None)] * 2),
        (
            "event: add\ndata: 73857293\n\nevent: only\n\ndata: x\n\n",
            [("add", "73857293", "", None), ("message", "x", "", None)],
        ),
        (
            "id: 7\nretry: 250\n\ndata: a\n\nretry: no\nid: b\0\nData: B\ndata: b:c\n\n",
            [("message", "a", "7", 250), ("message", "b:c", "7", 250)],
        ),
        ("data: a\r\rdata: b\r\n\r\ndata: c\n\r", [("message", letter, "", None) for letter in "abc"]),
        ("\ufeffdata: ä€😀\n\n\ufeffdata: none\n\n", [("message", "ä€😀", "", None)]),
        ("", []),
    ],
)
def test_events_are_those_of_the_standard(text: str, events: list[object]) -> None:
    content = text.encode()
    assert told(read(EventReader(), content)) == events
    every = tuple(range(1, len(content)))
    assert told(read(EventReader(), content, every)) == events


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"])),
            ONE_LINE,
            ONE_LINE,
            st.none() | st.integers(0, 10**9),
        )
    ),
    st.lists(st.integers(0, 200)),
    st.sampled_from([b"\n", b"\r", b"\r\n"]),
)
def test_written_events_are_read_back_however_they_are_cut(
    given_events: list[tuple[str, str, str, int | None]], cuts: list[int], line_end: bytes
) -> None:
    events = [Event(data, event or "message", last, retry) for data, event, last, retry in given_events]
    content = b"".join(encode_event(event) for event in events).replace(b"\n", line_end)
    found = read(EventReader(), content, tuple(min(cut, len(content)) for cut in cuts))
    last_id, last_retry, expected = "", None, []
    for event in events:
        last_id, last_retry = event.id or last_id, last_retry if event.retry is None else event.retry
        expected.append(Event(event.data, event.event, last_id, last_retry))
    assert found == expected


@pytest.mark.parametrize("form", ["events", "lines", "sequence"])
@given(st.lists(JSON), st.lists(st.integers(0, 300)))
def test_written_items_are_read_back_however_they_are_cut(
    form: ContentForm, values: list[object], cuts: list[int]
) -> None:
    readers: dict[str, Reader[Event] | Reader[bytes]] = {
        "events": EventReader(),
        "lines": LineReader(),
        "sequence": SequenceReader(),
    }
    content = b"".join(encode_item(value, form) for value in values)
    found = read(readers[form], content, tuple(min(cut, len(content)) for cut in cuts))
    assert [
        json.loads(item.data if isinstance(item, Event) else str(item, "utf-8"))
        for item in found
        if isinstance(item, (bytes, Event))
    ] == values


def test_lines_may_end_anyhow_and_be_blank() -> None:
    assert read(LineReader(), b'{"a":1}\r\n\n  \n [2] \n3') == [b'{"a":1}', b"[2]", b"3"]


@pytest.mark.parametrize(
    ("content", "texts", "dropped"),
    [
        (b'\x1e{"d":"2014"}\n\x1e[1]\n', [b'{"d":"2014"}', b"[1]"], 0),
        (b"\x1e12\n\x1e123", [b"12"], 1),
        (b"\x1etru\x1etrue\n\x1e\x1e\n\x1e[]", [b"true", b"[]"], 1),
        (b'{"no":"separator"}\n\x1e1\n', [b"1"], 1),
        (b"", [], 0),
    ],
)
def test_texts_of_a_sequence_that_may_be_cut_off_are_dropped(content: bytes, texts: list[bytes], dropped: int) -> None:
    reader = SequenceReader()
    assert (read(reader, content, tuple(range(1, len(content)))), reader.dropped) == (texts, dropped)


@pytest.mark.parametrize("reader", [LineReader(100), SequenceReader(100), EventReader(100)])
def test_an_item_without_end_is_given_up(reader: Reader[bytes]) -> None:
    reader.feed(b"\x1e" + b"a" * 90)
    with pytest.raises(StreamError, match="longer than 100 bytes"):
        reader.feed(b"a" * 11)


def test_an_event_of_many_lines_is_bounded_too() -> None:
    reader = EventReader(100)
    with pytest.raises(StreamError, match="longer than 100 bytes"):
        reader.feed(b"data: abcdefghi\n" * 11)


def test_an_event_says_what_it_says_itself() -> None:
    _, second = read(EventReader(), b"id: 1\nevent: a\nretry: 5\ndata: x\n\ndata: y\n\n")
    assert isinstance(second, Event)
    assert (second.id, second.retry, second.fields) == ("1", 5, {"data": "y"})


@pytest.mark.parametrize("event", [Event("", "a\nb"), Event("", id="a\rb"), Event("", id="\0")])
def test_what_would_break_a_line_is_not_written(event: Event) -> None:
    with pytest.raises(StreamError):
        encode_event(event)
