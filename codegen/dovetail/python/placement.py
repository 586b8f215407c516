"""Which module each model stands in: that of the one resource that uses it, or `shared`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ..api.model import Operation, Resource
from ..api.types import Type
from .bundle import referenced
from .naming import Naming

SHARED = "shared"


def place_models(naming: Naming, also: Iterable[Type] = ()) -> dict[str, str]:
    """The module of every named type that an argument, a successful answer or `also` uses, by type name, sorted."""
    users: dict[str, dict[str, None]] = defaultdict(dict)
    for meaning in also:
        for name in referenced(meaning, naming.api.types):
            users[name][SHARED] = None
    for resource in naming.resources:
        for method in resource.methods:
            for name in _used(method.operation, naming):
                users[name][naming.module(resource)] = None
    return {name: next(iter(modules)) if len(modules) == 1 else SHARED for name, modules in sorted(users.items())}


def _used(operation: Operation, naming: Naming) -> Iterable[str]:
    found: dict[str, None] = {}
    for argument in naming.arguments[operation.key]:
        referenced(argument.type, naming.api.types, found)
    for content in (content for answer in operation.answers for content in answer.contents):
        referenced(content.type, naming.api.types, found)
    return found


def by_module(placed: Mapping[str, str]) -> dict[str, list[str]]:
    """The names of each module."""
    modules: dict[str, list[str]] = defaultdict(list)
    for name, module in placed.items():
        modules[module].append(name)
    return dict(sorted(modules.items(), key=lambda pair: (pair[0] != SHARED, pair[0])))


def in_dependency_order(names: Iterable[str], types: Mapping[str, Type]) -> list[str]:
    """The names, each after those it refers to, where no cycle forbids it; otherwise alphabetical."""
    ordered: dict[str, None] = {}
    chosen = sorted(names)

    def visit(name: str, above: frozenset[str]) -> None:
        if name in ordered or name in above:
            return
        for used in sorted(referenced(types[name], types)):
            if used in chosen:
                visit(used, above | {name})
        ordered[name] = None

    for name in chosen:
        visit(name, frozenset())
    return list(ordered)


def owner(resource: Resource, naming: Naming) -> str:
    """The package-relative module of a resource's classes."""
    return f".resources.{naming.module(resource)}"
