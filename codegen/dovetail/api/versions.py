"""What says nothing in the paths of an API: `api`, versions, and what every path begins with up to a version."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from .paths import PathShape, Step, is_version

_LEADING = re.compile(r"apis?|rest", re.IGNORECASE)
_DEEPEST = 12
"""How many of the first names of a path are compared with those of others, besides the whole."""

Place = tuple[tuple[str, ...], int]
Idle = tuple[str, ...]
"""The names that say nothing, as far as a place of a path."""


def bare(shapes: Iterable[PathShape]) -> list[PathShape]:
    """The shapes without what says nothing, where the rest still tells them apart.

    Where it does not, the oldest version is not said, and so one more version renames nothing; what lies below a
    place that says its version says it, too.
    """
    known = list(shapes)
    shared = _shared(known)
    cut = [replace(shape, steps=shape.steps[shared:]) for shape in known]
    met: dict[Place, set[Idle]] = defaultdict(set)
    for shape in cut:
        place, idle = _place(shape.steps)
        met[place].add(idle)
    oldest = {place: min(idle, key=_age) for place, idle in met.items()}
    return [_told(shape, met, oldest) for shape in cut]


def _told(shape: PathShape, met: Mapping[Place, set[Idle]], oldest: Mapping[Place, Idle]) -> PathShape:
    said: set[str] = set()
    for steps in _beginnings(shape.steps):
        place, idle = _place(steps)
        if idle in met.get(place, ()):
            said |= {name for name in idle if name not in oldest[place]}
    idle_at = _idle(shape.steps)
    steps = tuple(step for at, step in enumerate(shape.steps) if at not in idle_at or step.name in said)
    return replace(shape, steps=steps)


def _beginnings(steps: Sequence[Step]) -> Iterator[Sequence[Step]]:
    yield from (steps[:length] for length in range(1, min(len(steps), _DEEPEST)))
    yield steps


def _place(steps: Sequence[Step]) -> tuple[Place, Idle]:
    """Where the steps lead to without those that say nothing, and the names of these."""
    idle_at = _idle(steps)
    kept = [step for at, step in enumerate(steps) if at not in idle_at]
    return (tuple(step.name for step in kept), kept[-1].before), tuple(steps[at].name for at in sorted(idle_at))


def _idle(steps: Sequence[Step]) -> frozenset[int]:
    """The numbers of the steps that say nothing; a number is a version at the beginning only, and one step is kept."""
    found = {at for at, step in enumerate(steps) if is_version(step.name)}
    for at, step in enumerate(steps):
        is_number = step.name.isdecimal() and step.before == 0
        if at not in found and not is_number and not _LEADING.fullmatch(step.name):
            break
        found.add(at)
    return frozenset(found - {len(steps) - 1} if len(found) == len(steps) else found)


def _shared(shapes: Sequence[PathShape]) -> int:
    """How many names to leave out: those that all paths begin with, up to a version; each path keeps one."""
    count = min((_leading(shape) for shape in shapes), default=0)
    while count and (
        len({shape.names[:count] for shape in shapes}) > 1
        or (count - 1 not in _idle(shapes[0].steps) or _LEADING.fullmatch(shapes[0].names[count - 1]))
    ):
        count -= 1
    return count


def _leading(shape: PathShape) -> int:
    """How many names stand before the first variable, less the last of them."""
    end = sum(step.before == 0 for step in shape.steps)
    return max(end - 1, 0)


def _age(idle: Idle) -> tuple[list[tuple[int, str]], int, Idle]:
    """What orders versions, the oldest first: by their numbers, `v1` before `v1beta1`, and what has none before all."""
    numbers = [number.lstrip("0") for name in idle for number in re.findall(r"\d+", name)]
    return [(len(number), number) for number in numbers], len(idle), idle
