"""Reads JSON (RFC 8259) with the position of every key and value.

The values come from the C scanner of the standard library. The positions come from a second, lazy look: one pass finds
where each bracket closes, and the members of an object or array are located only when someone asks for one of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, Final

from .positions import Children, Place, Text
from .scalars import MAX_DIGITS, NotJsonError, finite

MAX_DEPTH = 100
"""How deeply objects and arrays may be nested; no real description comes near it."""

Report = Callable[[str, str, int], None]
"""Takes a rule, a message and the offset at fault."""

_STRING = r'"(?:[^"\\]++|\\.)*+"'
_BRACKET = re.compile(rf'[^"{{}}\[\]]*+(?:{_STRING}[^"{{}}\[\]]*+)*+([{{}}\[\]])', re.DOTALL)
_MEMBER = re.compile(rf"[ \t\n\r,]*+({_STRING})[ \t\n\r]*+:[ \t\n\r]*+", re.DOTALL)
_ITEM = re.compile(r"[ \t\n\r,]*+(?=[^ \t\n\r,\]])")
_SCALAR = re.compile(rf"{_STRING}|[^,\]}} \t\n\r]++", re.DOTALL)
_TOKEN = re.compile(rf"{_STRING}|(-?Infinity|NaN|-?[0-9][0-9.eE+-]*+)", re.DOTALL)
ESCAPE: Final = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", re.DOTALL
)
"""One escape of a string; its first group is half a surrogate pair that stands alone."""

_CONTROL = re.compile(r"[\x00-\x1f]")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")

_ADVICE = {
    "Expecting property name enclosed in double quotes": "a key in double quotes is expected; remove a trailing comma",
    "Illegal trailing comma before end of object": "the comma before the closing brace must go",
    "Illegal trailing comma before end of array": "the comma before the closing bracket must go",
    "Expecting ',' delimiter": "a comma or the closing bracket is missing before this",
    "Expecting ':' delimiter": "a colon is missing after the key",
    "Expecting value": "a value is missing here",
    "Extra data": "the document ends before this; remove what follows",
    "Unterminated string starting at": "the string that begins here is not closed",
    "Invalid control character at": "a control character must be escaped within a string",
    "Invalid \\escape": "the escape is not one of JSON's; double the backslash",
    "Invalid \\uXXXX escape": "four hexadecimal digits must follow \\u",
}


class SyntaxFault(ValueError):
    """The text cannot be read; carries the rule, the message and the offset."""

    def __init__(self, rule: str, message: str, offset: int) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.offset = offset


def read_json(text: Text, report: Report) -> tuple[Any, Place]:
    """The value of a JSON text and its places. Raises `SyntaxFault`; reports what can be lived with."""
    content = _with_whole_pairs(text.content, report)
    suspects = _Suspects()
    value = _values(content, suspects, report)
    index = _Index(text, content)
    place = index.place(_ITEM_START.match(content).end())  # type: ignore[union-attr]
    if suspects.has_odd_numbers:
        _report_numbers(content, report)
    if suspects.has_duplicates:
        index.report_duplicates(place, report)
    return value, place


def _values(content: str, suspects: _Suspects, report: Report, *, is_strict: bool = True) -> Any:
    try:
        return json.loads(
            content,
            strict=is_strict,
            object_pairs_hook=suspects.members,
            parse_float=suspects.number,
            parse_int=suspects.integer if _LONG_NUMBER.search(content) is not None else None,
            parse_constant=suspects.constant,
        )
    except json.JSONDecodeError as error:
        if not (is_strict and error.msg.startswith("Invalid control character")):
            raise SyntaxFault("syntax", _advice(error.msg), min(error.pos, len(content))) from None
    except RecursionError:
        raise SyntaxFault("nesting-too-deep", too_deep(), _first_too_deep(content)) from None
    value = _values(content, suspects, report, is_strict=False)
    _report_controls(content, report)
    return value


_ITEM_START = re.compile(r"[ \t\n\r]*+")
_LONG_NUMBER = re.compile(rf"[0-9]{{{MAX_DIGITS}}}")


def _advice(message: str) -> str:
    return f"not JSON: {_ADVICE.get(message, message)}"


def too_deep() -> str:
    """The message for a document that is nested too deeply."""
    return f"nested more than {MAX_DEPTH} levels deep; split the document with $ref"


class _Suspects:
    """What the scanner met that needs a second look; it does not say where."""

    def __init__(self) -> None:
        self.has_duplicates = False
        self.has_odd_numbers = False

    def members(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) != len(pairs):
            self.has_duplicates = True
        return members

    def number(self, text: str) -> float | None:
        try:
            return finite(text)
        except NotJsonError:
            self.has_odd_numbers = True
            return None

    def integer(self, text: str) -> int | None:
        if len(text) <= MAX_DIGITS:
            return int(text)
        self.has_odd_numbers = True
        return None

    def constant(self, _text: str) -> None:
        self.has_odd_numbers = True


def _report_numbers(content: str, report: Report) -> None:
    for match in _TOKEN.finditer(content):
        number = match.group(1)
        if number is None:
            continue
        if len(number) > MAX_DIGITS:
            message = f"a number of {len(number)} characters counts as null; at most {MAX_DIGITS} are read"
            report("not-json", message, match.start())
        elif number.endswith(("Infinity", "NaN")):
            report("not-json", f"{number} is no JSON number and counts as null; write null or a string", match.start())
        elif not number.lstrip("-").isdecimal() and float(number) in {float("inf"), float("-inf")}:
            report("not-json", f"the number {number} is too large for a double; it counts as null", match.start())


def _report_controls(content: str, report: Report) -> None:
    for string in re.finditer(_STRING, content, re.DOTALL):
        for match in _CONTROL.finditer(string.group()):
            message = f"U+{ord(match.group()):04X} may not stand in a JSON string as it is; escape it"
            report("control-character", message, string.start() + match.start())


def _with_whole_pairs(content: str, report: Report) -> str:
    """The text with U+FFFD, escaped at the same length, for each half of a surrogate pair without its other half."""
    if _SURROGATE.search(content) is None:
        return content

    def replace(match: re.Match[str]) -> str:
        if match.group(1) is None:
            return match.group()
        report("lone-surrogate", lone_surrogate(match.group(1)), match.start())
        return "\\ufffd"

    return ESCAPE.sub(replace, content)


def lone_surrogate(escape: str) -> str:
    """The message for half a surrogate pair, given what follows its backslash."""
    return f"\\{escape} is half a surrogate pair and reads as U+FFFD; write both halves, or the character"


def _first_too_deep(content: str) -> int:
    depth = 0
    for match in _BRACKET.finditer(content):
        depth += 1 if match.group(1) in "{[" else -1
        if depth > MAX_DEPTH:
            return match.end() - 1
    return 0


class _Index:
    """Where the brackets of a JSON text close, and from that the places of any value."""

    def __init__(self, text: Text, content: str) -> None:
        self._text = text
        self._content = content
        self._closing = self._match_brackets()

    def place(self, start: int, key: int | None = None) -> Place:
        is_container = self._content[start] in "{["
        return Place(self._text, start, key, expansion=self._expand if is_container else None)

    def _match_brackets(self) -> dict[int, int]:
        closing: dict[int, int] = {}
        open_at: list[int] = []
        content = self._content
        for match in _BRACKET.finditer(content):
            at = match.end() - 1
            if content[at] in "{[":
                open_at.append(at)
                if len(open_at) > MAX_DEPTH:
                    raise SyntaxFault("nesting-too-deep", too_deep(), at)
            else:
                closing[open_at.pop()] = at
        return closing

    def _expand(self, place: Place) -> Children:
        if self._content[place.start] == "{":
            return {name: self.place(start, key) for name, key, start in self._members(place.start)}
        return self._items(place.start)

    def _members(self, opening: int) -> list[tuple[str, int, int]]:
        members = []
        position = opening + 1
        while (match := _MEMBER.match(self._content, position)) is not None:
            start = match.end()
            members.append((json.loads(match.group(1), strict=False), match.start(1), start))
            position = self._end(start)
        return members

    def _items(self, opening: int) -> list[Place]:
        items = []
        position = opening + 1
        while (match := _ITEM.match(self._content, position)) is not None:
            start = match.end()
            items.append(self.place(start))
            position = self._end(start)
        return items

    def _end(self, start: int) -> int:
        closing = self._closing.get(start)
        if closing is not None:
            return closing + 1
        scalar = _SCALAR.match(self._content, start)
        return scalar.end() if scalar is not None else start + 1

    def report_duplicates(self, place: Place, report: Report) -> None:
        """Reports each key that an object below `place` has twice, at its second place."""
        waiting = [place]
        while waiting:
            at = waiting.pop()
            if self._content[at.start] == "{":
                self._report_twice(at.start, report)
            children = at.children
            waiting.extend(children.values() if isinstance(children, dict) else children or ())

    def _report_twice(self, opening: int, report: Report) -> None:
        first: dict[str, int] = {}
        for name, key, _start in self._members(opening):
            if name in first:
                report("duplicate-key", duplicate(name, self._text.position(first[name])[0]), key)
            first.setdefault(name, key)


def duplicate(name: str, line: int) -> str:
    """The message for a key that stands twice in one object."""
    return f"the key {name!r} stands here again, after line {line}; the last one counts: remove the others"
