"""The classes of named types: that of a dotted name is called by the shortest ending that means it alone.

`io.k8s.api.batch.v1.Job` is `Job`, and `BatchV1Job` where there is another `Job`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..api.paths import is_version
from .names import pascal

_NUMBERED = re.compile(r"(^|[._-])\d+$")
_MOST_ENDINGS = 12
"""How many endings of a name are tried, before the whole of it."""


def wanted_classes(
    names: Sequence[str], reserved: Iterable[str], locked: Callable[[str], str | None]
) -> list[tuple[str, str]]:
    """What the class of each named type would be called; `locked` tells those that have their names.

    A name that is none of the description's own, `a.Job status`, begins with the class of what it stands in.
    """
    reserved = frozenset(reserved)
    meant = Counter(ending for name in names for ending in {pascal(known).casefold() for known in _endings(name)})
    wanted: dict[str, str] = {}
    for name in sorted(names, key=lambda name: " " in name):
        owner, _, below = name.partition(" ")
        if below and "." in owner and owner in wanted:
            first = pascal(f"{locked(owner) or wanted[owner]} {below}")
            wanted[name] = first if first.casefold() not in meant else pascal(name)
            continue
        told = (pascal(ending) for ending in _endings(name) if _is_telling(ending))
        alone = (ending for ending in told if meant[ending.casefold()] == 1 and not _is_kept(ending, reserved))
        wanted[name] = next(alone, pascal(name))
    return [(name, f"{wanted[name]}_" if wanted[name] in reserved else wanted[name]) for name in names]


def _endings(name: str) -> Iterator[str]:
    """The endings of a dotted name, the shortest first, and at last the whole; of any other name this alone."""
    if " " not in name:
        parts = name.rsplit(".", _MOST_ENDINGS)
        yield from (".".join(parts[-count:]) for count in range(1, len(parts)))
    yield name


def _is_telling(ending: str) -> bool:
    """Whether an ending means something by itself: `v2` and `create-404` are those of what stands before."""
    return not _NUMBERED.search(ending) and not all(map(is_version, ending.split(".")))


def _is_kept(name: str, reserved: frozenset[str]) -> bool:
    """Whether the name is kept for something else, by Python or by us."""
    return name in reserved or name.endswith("_")
