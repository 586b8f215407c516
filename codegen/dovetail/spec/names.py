"""Names for the schemas that a description refers to but does not name: those in other files, and in odd places."""

from __future__ import annotations

import os.path
import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePath
from typing import Final

from ..document import pointers
from .nodes import Key

_STRUCTURE: Final = frozenset(
    {"components", "schemas", "definitions", "$defs", "properties", "paths", "responses", "content", "schema"}
)
_CONTAINERS: Final = frozenset({"schemas", "definitions", "$defs"})
_FORBIDDEN: Final = re.compile(r"[^A-Za-z0-9._-]+")
_FILLERS: Final = frozenset({"index", "schema", "schemas", "_index"})


def assign(keys: Iterable[Key], taken: Collection[str], home: str) -> Mapping[Key, str]:
    """A name for each key that no other has: as short as it can be, and the same whatever the order of the document.

    `taken` are the names of the document itself, `home` is the folder that its files are named from.
    """
    names: dict[Key, str] = {}
    used = set(taken)
    waiting = {key: _candidates(key, home) for key in sorted(keys)}
    for depth in range(max(map(len, waiting.values()), default=0)):
        wanted: dict[str, list[Key]] = {}
        for key, candidates in waiting.items():
            wanted.setdefault(candidates[min(depth, len(candidates) - 1)], []).append(key)
        for name, rivals in wanted.items():
            if len(rivals) == 1 and name not in used:
                names[rivals[0]] = name
                used.add(name)
                del waiting[rivals[0]]
    for key, candidates in waiting.items():
        names[key] = free(candidates[0], used)
        used.add(names[key])
    return names


def free(name: str, used: Collection[str]) -> str:
    """The name, or the name with a number from 2 that makes it free: the first such, as names are given in order."""
    if name not in used:
        return name
    lower, upper = 1, 2
    while f"{name}_{upper}" in used:
        lower, upper = upper, upper * 2
    while upper - lower > 1:
        middle = (lower + upper) // 2
        lower, upper = (middle, upper) if f"{name}_{middle}" in used else (lower, middle)
    return f"{name}_{upper}"


def safe(name: str) -> str:
    """The name in the characters that a component's key may have (OAS 3.1, section 4.8.7)."""
    return _FORBIDDEN.sub("_", name).strip("_") or "schema"


def _candidates(key: Key, home: str) -> list[str]:
    """Names from short to long: by the place in the file, then with the file's name, then with its folders'."""
    tokens = pointers.parse(key.pointer)
    path = PurePath(os.path.relpath(key.path, home))
    files = [part for part in (*path.parts[:-1], path.stem) if part not in {".", ".."}]
    if tokens:
        own = tokens[-1:] if len(tokens) == 1 or tokens[-2] in _CONTAINERS else _telling(tokens)
    else:
        while len(files) > 1 and files[-1].lower() in _FILLERS:
            files.pop()
        own = (files.pop(),) if files else ()
    labels = [safe(binding.label) for binding in key.scope]
    words = [*map(safe, own), *labels]
    longer = [*map(safe, _telling(tokens)), *labels] if tokens else words
    names = ["_".join(words), *("_".join([*map(safe, files[-count:]), *longer]) for count in range(1, len(files) + 1))]
    if longer != words:
        names.insert(1, "_".join(longer))
    return [name for name in names if name] or ["schema"]


def _telling(tokens: tuple[str, ...]) -> tuple[str, ...]:
    telling = tuple(token for token in tokens if token not in _STRUCTURE)
    return telling or tokens[-1:]
