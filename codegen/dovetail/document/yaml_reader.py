"""Reads YAML 1.2 (core schema) with the position of every key and value, from the events of libyaml's parser.

The result is a tree: an alias becomes a copy of what it stands for, within a bound, so that nothing is shared.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import yaml
from yaml import events

from .json_reader import MAX_DEPTH, Report, SyntaxFault, duplicate, too_deep
from .positions import Place, Text
from .scalars import NotJsonError, plain, tagged
from .yaml_escapes import Readable

_Parser: Callable[[str], Any]
try:
    from yaml._yaml import CParser

    _Parser = CParser
except ImportError:  # a PyYAML that was built without libyaml
    _Parser = yaml.SafeLoader


class _Events(Protocol):
    def get_event(self) -> Any: ...


MAX_ALIASED = 250_000
"""How many values aliases may add to a document; keeps a few lines from becoming billions."""

_MERGE = "<<"
_CONTAINER_TAGS = {None, "!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}


@dataclass(slots=True)
class _Frame:
    """A mapping or sequence that is still open."""

    value: dict[str, Any] | list[Any]
    children: dict[str, Place] | list[Place]
    place: Place
    anchor: str | None
    first: int
    name: str | None = None
    key: int = 0
    is_merge: bool = False
    merges: list[tuple[Any, Place]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Anchored:
    value: Any
    place: Place
    size: int


def read_yaml(text: Text, report: Report) -> tuple[Any, Place]:
    """The value of a YAML text and its places. Raises `SyntaxFault`; reports what can be lived with."""
    readable = Readable(text.content, report)
    try:
        return _Builder(text, readable, report).build(_Parser(readable.content))
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        offset = min(getattr(mark, "index", 0), len(text.content))
        raise SyntaxFault("syntax", _advice(error, text.content[offset : offset + 1]), offset) from None


def _advice(error: yaml.MarkedYAMLError, character: str) -> str:
    if character == "\t":
        return "not YAML: a tab cannot indent; use spaces"
    problem = error.problem or "it cannot be read"
    context = f" {error.context}" if error.context else ""
    if "mapping values are not allowed" in problem:
        return "not YAML: a second colon in one line; quote the value, or begin a new line"
    return f"not YAML: {problem}{context}; check the indentation and the quotes above this place"


class _Builder:
    """Builds values and places from a stream of events, with a stack of its own."""

    def __init__(self, text: Text, readable: Readable, report: Report) -> None:
        self._text = text
        self._readable = readable
        self._report = report
        self._open: list[_Frame] = []
        self._anchors: dict[str, _Anchored] = {}
        self._count = 0
        self._aliased = 0
        self._result: tuple[Any, Place] | None = None

    def build(self, parser: _Events) -> tuple[Any, Place]:
        while not isinstance(event := parser.get_event(), events.StreamEndEvent):
            self._take(event)
        if self._result is None:
            raise SyntaxFault("syntax", "the document is empty", 0)
        return self._result

    def _take(self, event: Any) -> None:
        match event:
            case events.ScalarEvent():
                self._scalar(event)
            case events.MappingStartEvent():
                self._begin(event, {}, {})
            case events.SequenceStartEvent():
                self._begin(event, [], [])
            case events.CollectionEndEvent():
                self._end()
            case events.AliasEvent():
                self._alias(event)
            case events.DocumentStartEvent() if self._result is not None:
                message = "a second document begins here; one file holds one document"
                mark: Any = event.start_mark
                raise SyntaxFault("syntax", message, mark.index)
            case _:
                pass

    def _scalar(self, event: Any) -> None:
        at = event.start_mark.index
        text = self._readable.value(event)
        frame = self._open[-1] if self._open else None
        if frame is not None and frame.name is None and isinstance(frame.value, dict):
            if event.anchor:
                self._anchors[event.anchor] = _Anchored(text, Place(self._text, at), 1)
            is_merge = text == _MERGE and event.implicit[0] and event.tag is None
            self._begin_member(frame, text, at, is_merge=is_merge)
            return
        self._count += 1
        value = self._scalar_value(event, text, at)
        place = self._place(at)
        if event.anchor:
            self._anchors[event.anchor] = _Anchored(value, place, 1)
        self._attach(value, place)

    def _scalar_value(self, event: Any, text: str, at: int) -> Any:
        try:
            if event.tag is not None:
                return tagged(event.tag, text)
            return plain(text) if event.implicit[0] else text
        except NotJsonError as error:
            self._report("not-json", str(error), at)
            return text if event.tag is not None else None

    def _place(self, at: int, children: dict[str, Place] | list[Place] | None = None) -> Place:
        frame = self._open[-1] if self._open else None
        key = frame.key if frame is not None and isinstance(frame.value, dict) else None
        return Place(self._text, at, key, children)

    def _begin(self, event: Any, value: dict[str, Any] | list[Any], children: dict[str, Place] | list[Place]) -> None:
        at = event.start_mark.index
        frame = self._open[-1] if self._open else None
        if frame is not None and frame.name is None and isinstance(frame.value, dict):
            raise SyntaxFault("key-not-a-string", "a key must be a string, not a list or a mapping", at)
        if len(self._open) >= MAX_DEPTH:
            raise SyntaxFault("nesting-too-deep", too_deep(), at)
        if event.tag not in _CONTAINER_TAGS:
            self._report("not-json", f"the tag {event.tag} has no JSON value; remove it", at)
        self._count += 1
        self._open.append(_Frame(value, children, self._place(at, children), event.anchor, self._count - 1))

    def _end(self) -> None:
        frame = self._open.pop()
        if frame.merges:
            _merge(frame)
        if frame.anchor:
            self._anchors[frame.anchor] = _Anchored(frame.value, frame.place, self._count - frame.first)
        self._attach(frame.value, frame.place)

    def _begin_member(self, frame: _Frame, name: str, at: int, *, is_merge: bool) -> None:
        if name in frame.value and not is_merge:
            assert isinstance(frame.children, dict)
            line = self._text.position(frame.children[name].key)[0]
            self._report("duplicate-key", duplicate(name, line), at)
        frame.name, frame.key, frame.is_merge = name, at, is_merge

    def _alias(self, event: Any) -> None:
        at = event.start_mark.index
        anchored = self._anchored(event.anchor, at)
        frame = self._open[-1] if self._open else None
        if frame is not None and frame.name is None and isinstance(frame.value, dict):
            if not isinstance(anchored.value, str):
                raise SyntaxFault("key-not-a-string", f"the key *{event.anchor} does not stand for a string", at)
            self._begin_member(frame, anchored.value, at, is_merge=False)
            return
        self._count += anchored.size
        self._aliased += anchored.size
        if self._aliased > MAX_ALIASED:
            message = f"aliases expand to more than {MAX_ALIASED:,} values; use $ref for what is large"
            raise SyntaxFault("alias-expansion", message, at)
        place = anchored.place.copy()
        place.key = self._place(at).key
        self._attach(copy.deepcopy(anchored.value), place)

    def _anchored(self, name: str, at: int) -> _Anchored:
        if name in self._anchors:
            return self._anchors[name]
        if any(frame.anchor == name for frame in self._open):
            raise SyntaxFault("alias-cycle", f"*{name} stands within what it names; use $ref for recursion", at)
        raise SyntaxFault("syntax", f"no anchor &{name} stands before this alias", at)

    def _attach(self, value: Any, place: Place) -> None:
        if not self._open:
            self._result = (value, place)
            return
        frame = self._open[-1]
        if isinstance(frame.value, list) and isinstance(frame.children, list):
            frame.value.append(value)
            frame.children.append(place)
        elif isinstance(frame.value, dict) and isinstance(frame.children, dict) and frame.name is not None:
            if frame.is_merge:
                self._add_merge(frame, value, place)
            else:
                frame.value[frame.name] = value
                frame.children[frame.name] = place
            frame.name = None

    def _add_merge(self, frame: _Frame, value: Any, place: Place) -> None:
        sources = list(zip(value, place.children or (), strict=True)) if isinstance(value, list) else [(value, place)]
        for source, at in sources:
            if isinstance(source, dict) and isinstance(at, Place):
                frame.merges.append((source, at))
            else:
                self._report("not-json", "the merge key << takes a mapping, or a list of mappings", place.start)


def _merge(frame: _Frame) -> None:
    """Adds the members of `<<` that the mapping does not have itself; of several sources the first one counts."""
    assert isinstance(frame.value, dict)
    assert isinstance(frame.children, dict)
    for value, place in frame.merges:
        for name, member in value.items():
            child = place.child(name)
            if name not in frame.value and child is not None:
                frame.value[name] = member
                frame.children[name] = child
