"""The kinds of the named types that arguments use, planned: constants in modules beside those of the operations."""

from __future__ import annotations

import re
from collections import ChainMap, Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..api.types import Reference
from .imports import import_block, imported
from .kinds import kind
from .names import Code, Name, Scope, constant, uses
from .naming import MODULES, Naming
from .placement import FULL, SHARED, by_module, in_dependency_order
from .views import AliasView, OperationsView

_KIND = Name("._runtime.client.kinds", "Kind")
_LATER = re.compile(r"Later\(lambda: (?:\w+\.)*(\w+)\)")

_WIDTH = 100


class KindModules:
    """The constants of kinds: in which module each stands, and the view of each module."""

    def __init__(self, naming: Naming, placed: Mapping[str, str]) -> None:
        """Decide every constant; `placed` tells the module of `inputs` that each type stands in."""
        self._types = naming.api.types
        scope = Scope()
        wanted = {name: constant(naming.class_names[name]) for name in sorted(placed)}
        constants = {
            name: scope.choose(said) for name, said in wanted.items() if not isinstance(self._types[name], Reference)
        }
        self.names = {name: Name(".operations", "kinds", said) for name, said in constants.items()}
        """The constant of each named type, as operations say it: `kinds.TASK`."""
        if sum(_lines(kind(self._types[name], self._types, self.names)) for name in constants) > FULL:
            modules = self._apart(naming, {name: placed[name] for name in constants})
            self.names = {name: Name(".operations", modules[name], said) for name, said in constants.items()}
        self._modules = by_module({name: at.name for name, at in self.names.items()})

    def _apart(self, naming: Naming, placed: Mapping[str, str]) -> dict[str, str]:
        """The module of each type, beside those of `inputs`: `kinds_tasks` for `tasks`."""
        taken = Scope.of([*MODULES, *naming.modules.values()])
        modules: dict[str, str] = {}
        for place, names in by_module(placed).items():
            modules |= dict.fromkeys(names, "kinds" if place == SHARED else taken.choose(f"kinds_{place}"))
        return modules

    def views(self, source: str) -> dict[str, OperationsView]:
        """The view of each module, by its name."""
        circling: dict[int, dict[str, Name]] = defaultdict(dict)
        for name, at in self.names.items():
            # Said by the package, which imports it when it is asked for: circles may be longer than Python imports.
            circling[self._circles[at.name]][name] = Name(".", "operations", f"{at.name}.{at.member}")
        written = {
            module: self._written(module, names, circling[self._circles[module]])
            for module, names in self._modules.items()
        }
        late = {found for rows in written.values() for row in rows.values() for found in _LATER.findall(row.text)}
        return {module: self._view(module, rows, late, source) for module, rows in written.items()}

    @property
    def circling(self) -> tuple[str, ...]:
        """The modules that need another one which needs them."""
        sizes = Counter(self._circles.values())
        return tuple(module for module, circle in self._circles.items() if sizes[circle] > 1)

    @cached_property
    def _circles(self) -> dict[str, int]:
        """A number for each module; modules of one number need each other."""
        needs: dict[str, list[str]] = {}
        for module, names in self._modules.items():
            used = uses(kind(self._types[name], self._types, self.names) for name in names)
            needs[module] = sorted({name.name for name in used if name.member})
        return imported(needs, lambda module: needs[module])

    def _written(self, module: str, names: Iterable[str], circling: dict[str, Name]) -> dict[str, Code]:
        """The kinds of a module, by constant; one that is needed before it stands is looked up when it is used.

        `circling` are the constants of all modules that need this one and are needed by it.
        """
        own = {name: Name(f".operations.{module}", self.names[name].member) for name in names}
        known = ChainMap(own, circling, dict(self.names))
        done: dict[str, None] = {}
        written: dict[str, Code] = {}
        for name in in_dependency_order(names, self._types):
            written[known[name].name] = kind(self._types[name], self._types, known, _Later(circling, done))
            done[name] = None
        return written

    def _view(self, module: str, rows: Mapping[str, Code], late: set[str], source: str) -> OperationsView:
        # Checkers need to be told the type of what is named before it is there.
        told = {name: f"{name}: {_KIND}" if name in late else name for name in rows}
        needed = uses(rows.values()) | ({_KIND} if late & rows.keys() else set())
        return OperationsView(
            doc=f"What values of a name must be. Generated from {source}; do not edit.",
            imports=import_block(needed, f".operations.{module}"),
            constants=tuple(AliasView(name=told[name], value=row.text, doc="") for name, row in rows.items()),
            groups=(),
            operations=(),
        )


@dataclass(frozen=True, slots=True)
class _Later:
    """The names of a circle that are not done yet."""

    circling: Collection[str]
    done: Collection[str]

    def __contains__(self, name: object) -> bool:
        return name in self.circling and name not in self.done


def _lines(written: Code) -> int:
    """About how many lines a kind takes: a property a line, if all do not go into one."""
    return 1 if len(written.text) <= _WIDTH else 2 + written.text.count(": ")
