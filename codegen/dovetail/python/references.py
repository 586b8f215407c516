"""Which types refer to which, looked up once for each type."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import TypeVar, assert_never

from ..api.types import (
    Anything,
    Array,
    Boolean,
    Enum,
    Integer,
    Map,
    Number,
    Object,
    Property,
    Reference,
    String,
    Type,
    Union,
)

Node = TypeVar("Node", bound=Hashable)


class References:
    """The references of a set of named types."""

    def __init__(self, types: Mapping[str, Type], is_counted: Callable[[Property], bool] = lambda _: True) -> None:
        """Look into nothing yet; properties that do not count are not looked into."""
        self._types = types
        self._is_counted = is_counted
        self._direct: dict[str, tuple[str, ...]] = {}

    def direct(self, name: str) -> tuple[str, ...]:
        """The types that a named type itself refers to, in the order they are met."""
        if name not in self._direct:
            self._direct[name] = tuple(self.named(self._types[name]))
        return self._direct[name]

    def named(self, meaning: Type) -> dict[str, None]:
        """The types that a type itself refers to, in the order they are met."""
        met = inner_references(meaning, self._is_counted)
        return {name: None for name in met if name in self._types}

    def closure(self, names: Iterable[str]) -> dict[str, None]:
        """These types and all that they refer to, directly or not, in the order they are met."""
        found: dict[str, None] = {}
        pending = [name for name in names if name in self._types][::-1]
        while pending:
            name = pending.pop()
            if name not in found:
                found[name] = None
                pending += reversed(self.direct(name))
        return found

    def in_order(self, names: Iterable[str]) -> list[str]:
        """The names, each after those of them it refers to, where no cycle forbids it; otherwise alphabetical."""
        chosen = set(names)
        return ordered(sorted(chosen), lambda name: sorted(chosen.intersection(self.direct(name))))


def referenced(meaning: Type, types: Mapping[str, Type], found: dict[str, None] | None = None) -> dict[str, None]:
    """The names of all types that a type refers to, directly or not, in the order they are met; added to `found`."""
    seen: dict[str, None] = {} if found is None else found
    pending = [name for name in dict.fromkeys(inner_references(meaning)) if name in types and name not in seen][::-1]
    while pending:
        name = pending.pop()
        if name not in seen:
            seen[name] = None
            inner = dict.fromkeys(inner_references(types[name]))
            pending += [known for known in reversed(inner) if known in types and known not in seen]
    return seen


def inner_references(meaning: Type, is_counted: Callable[[Property], bool] = lambda _: True) -> Iterator[str]:
    """The names that a type mentions."""
    if isinstance(meaning, Reference):
        yield meaning.name
    for inner in inner_types(meaning, is_counted):
        yield from inner_references(inner, is_counted)


def inner_types(meaning: Type, is_counted: Callable[[Property], bool] = lambda _: True) -> Iterator[Type]:
    """The types that a type is made of."""
    match meaning:
        case Array(items=items, prefix=prefix):
            yield from (*prefix, items)
        case Map(values=values, patterns=patterns):
            yield from (values, *(kind for _, kind in patterns))
        case Object(properties=properties, additional=additional, patterns=patterns):
            yield from (member.type for member in properties if is_counted(member))
            yield from (kind for _, kind in patterns)
            yield from () if additional is None else (additional,)
        case Union(members=members):
            yield from members
        case String() | Integer() | Number() | Boolean() | Enum() | Anything() | Reference():
            pass
        case _:
            assert_never(meaning)


def ordered(nodes: Iterable[Node], needs: Callable[[Node], Iterable[Node]]) -> list[Node]:
    """The nodes, each after what it needs; in a cycle, the first that is met comes last."""
    found: dict[Node, None] = {}
    entered: set[Node] = set()
    for start in nodes:
        pending = [(start, False)]
        while pending:
            node, is_left = pending.pop()
            if is_left:
                found[node] = None
            elif node not in entered:
                entered.add(node)
                pending.append((node, True))
                pending += [(needed, False) for needed in reversed(list(needs(node)))]
    return list(found)
