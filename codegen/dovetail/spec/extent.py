"""How much a description comes to once its references are followed: a few lines must not become gigabytes of code."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from ..errors import SpecError
from ..findings import Finding, Location

FREE: Final = 10_000_000
TIMES: Final = 10
MOST: Final = 400_000_000
"""A description may come to so many characters, and to so many times its text besides, but never to more than this.

The largest that are known come to a quarter of it, and none to more than a third of what its text allows.
"""

OPERATION: Final = 4_000
PART: Final = 200
"""What an operation and each part of it (parameter, header, property…) count for, whatever their texts."""


Where = Callable[[], tuple[Location, str]]
"""Gives the place of a finding, and its line."""


@dataclass(slots=True)
class _Measured:
    size: int
    is_anew: bool


class Extent:
    """Counts characters; `read` says how many all files have that were read so far."""

    def __init__(self, read: Callable[[], int]) -> None:
        self._read = read
        self._total = 0
        self._most = 0
        self._sizes: dict[Hashable, int] = {}
        self._open = [_Measured(0, is_anew=True)]

    @property
    def is_large(self) -> bool:
        """Whether it is more than half of what is allowed."""
        return 2 * self._total > self._allowed()

    def add(self, characters: int, location: Where) -> None:
        """Count characters. Raises `SpecError` with a finding at the location if they are too many."""
        self._total += characters
        if self._total > self._most:
            self._most = self._allowed()
            if self._total > self._most:
                message = (
                    f"what this description comes to, its references followed, is more than {self._most:,} characters; "
                    "refer to less again and again, or split the description"
                )
                place, line = location()
                raise SpecError([Finding("error", "too-large", message, place, line)])

    def _allowed(self) -> int:
        return min(FREE + TIMES * self._read(), MOST)

    # What is referred to

    @contextmanager
    def measured(self, identity: Hashable, value: Any, *, is_anew: bool) -> Iterator[None]:
        """Measures what may be referred to again: `value`, and what grows meanwhile.

        What it refers to belongs to it, unless it `is_anew` each time: then that is counted by itself each time, too.
        """
        self._open.append(_Measured(len(json.dumps(value)), is_anew=is_anew))
        yield
        self._sizes[identity] = self._open.pop().size
        self._take(identity)

    def grow(self, characters: int) -> None:
        """Measures so much more."""
        self._open[-1].size += characters

    def add_again(self, identity: Hashable, location: Where) -> None:
        """Count what was measured before, if it was. Raises `SpecError` as `add` does."""
        if identity in self._sizes:
            self._take(identity)
            self.add(self._sizes[identity], location)

    def _take(self, identity: Hashable) -> None:
        if not self._open[-1].is_anew:
            self.grow(self._sizes[identity])
