"""Where each value of a document stands in its text: a tree of places beside the tree of values."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import TypeAlias

Children: TypeAlias = "dict[str, Place] | list[Place] | None"
Expansion: TypeAlias = "Callable[[Place], Children]"

_MAX_SHOWN = 160
_LINE_END = re.compile(r"\r\n?|\n")


class Text:
    """The text of one file under the name that the user knows it by; turns offsets into lines and columns."""

    __slots__ = ("_starts", "content", "path")

    def __init__(self, path: str, content: str) -> None:
        self.path = path
        self.content = content
        self._starts: list[int] | None = None

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column, both from 1 and counted in characters, of the character at `offset`."""
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line(self, number: int, column: int = 1) -> str:
        """The line with this number, from 1, without its end; of a long one what is around `column`.

        Empty where there is no such line.
        """
        starts = self.line_starts
        if not 1 <= number <= len(starts):
            return ""
        first = starts[number - 1]
        end = starts[number] if number < len(starts) else len(self.content)
        if end - first <= _MAX_SHOWN:
            return self.content[first:end].rstrip("\r\n")
        start = min(max(first, first + column - 1 - _MAX_SHOWN // 3), max(first, end - _MAX_SHOWN))
        shown = self.content[start : min(start + _MAX_SHOWN, end)].rstrip("\r\n")
        return f"{'…' if start > first else ''}{shown}{'…' if start + _MAX_SHOWN < end else ''}"

    @property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins."""
        if self._starts is None:
            self._starts = _line_starts(self.content)
        return self._starts


def _line_starts(content: str) -> list[int]:
    # Not `splitlines`, which also breaks at form feeds and the like: no editor counts those as lines.
    if "\r" in content:
        return [0, *(match.end() for match in _LINE_END.finditer(content))]
    return [0, *accumulate(map((1).__add__, map(len, content.split("\n"))))][:-1]


class Place:
    """The place of one value: its text, the offsets of its key and of itself, and the places of what it holds.

    The places below may be worked out only when they are asked for: a large document is searched at a few spots only.
    An item of an array, and the root, has no key: there `key` equals `start`.
    """

    __slots__ = ("_children", "_expansion", "key", "start", "text")

    def __init__(
        self,
        text: Text,
        start: int,
        key: int | None = None,
        children: Children = None,
        expansion: Expansion | None = None,
    ) -> None:
        self.text = text
        self.start = start
        self.key = start if key is None else key
        self._children = children
        self._expansion = expansion

    @property
    def children(self) -> Children:
        """The places below: by key of an object, by index of an array, None of a scalar."""
        if self._expansion is not None:
            self._children = self._expansion(self)
            self._expansion = None
        return self._children

    def child(self, token: str | int) -> Place | None:
        """The place one step down, or None where there is no such value."""
        children = self.children
        if isinstance(children, dict):
            return children.get(str(token))
        if isinstance(children, list) and str(token).isdecimal() and int(token) < len(children):
            return children[int(token)]
        return None

    def copy(self) -> Place:
        """The same places again, to be grafted elsewhere and changed there."""
        if self._expansion is not None:
            return Place(self.text, self.start, self.key, None, self._expansion)
        children = self._children
        if isinstance(children, dict):
            return Place(self.text, self.start, self.key, {name: place.copy() for name, place in children.items()})
        if isinstance(children, list):
            return Place(self.text, self.start, self.key, [place.copy() for place in children])
        return Place(self.text, self.start, self.key)
