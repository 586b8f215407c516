"""The import block of a generated file, from the names that the file uses."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import Final

from ..api.graphs import circles
from .names import Name

LONGEST_ROW: Final = 50
"""How many modules may import one another in a row; each takes some of Python's thousand frames."""


def import_block(names: Iterable[Name], module: str) -> str:
    """The imports of the file at `module` (such as `.models.shared`), in groups: standard, third party, own package.

    A name with an empty `name` is a module imported as such: `.operations` gives `from . import operations`.
    """
    by_source: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if name.module and name.module != module:
            by_source[name.module].add(name.name)
    groups: list[list[str]] = [[], [], []]
    for source in sorted(by_source, key=lambda source: _order(source, module)):
        groups[_group(source)].append(
            f"from {_relative(source, module)} import {', '.join(_listed(by_source[source]))}"
        )
    return "\n\n".join("\n".join(group) for group in groups if group)


def imported(modules: Iterable[str], needs: Callable[[str], Iterable[str]]) -> dict[str, int]:
    """A number for each module: of two that have the same, none can import the other at its top.

    They need each other, or there are longer rows of modules that need one another than Python imports at once.
    """
    found = circles(modules, needs)
    rows: Counter[int] = Counter()
    for module, circle in found.items():  # what is needed comes first
        others = (rows[found[needed]] for needed in needs(module) if found[needed] != circle)
        rows[circle] = max(rows[circle], 1 + max(others, default=0))
    return found if max(rows.values(), default=0) <= LONGEST_ROW else dict.fromkeys(found, 0)


def _group(source: str) -> int:
    if source.startswith("."):
        return 2
    return 0 if source.partition(".")[0] in sys.stdlib_module_names else 1


def _order(source: str, module: str) -> tuple[int, int, str]:
    relative = _relative(source, module)
    dots = len(relative) - len(relative.lstrip("."))
    return (_group(source), -dots, relative)


def _listed(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (not name.isupper(), not name[0].isupper(), name))


def _relative(source: str, module: str) -> str:
    """`.models.shared` seen from `.resources.tasks` is `..models.shared`."""
    if not source.startswith("."):
        return source
    here, there = module.split(".")[1:-1], source.split(".")[1:]
    while here and there and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "." * (len(here) + 1) + ".".join(there)
