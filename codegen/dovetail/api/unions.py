"""One of several types, put as simply as it can be: nested unions flattened, equal members once, values together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from .scalars import distinct
from .types import Anything, Enum, Reference, Type, Union


def union_of(members: Iterable[Type], discriminator: str = "", mapping: Mapping[str, str] | None = None) -> Type:
    """A type whose values are those of all members together."""
    flat = list(_flat(members, discriminator))
    is_nullable = any(member.is_nullable for member in flat)
    kept: list[Type] = []
    for member in _with_values_together(flat):
        bare = _bare(member)
        if not any(bare == _bare(known) for known in kept):
            kept.append(replace(member, is_nullable=False) if not isinstance(member, Reference) else member)
    anything = next((member for member in kept if isinstance(member, Anything)), None)
    if not kept or anything is not None:
        return replace(anything or Anything(), is_nullable=is_nullable)
    if len(kept) == 1:
        return replace(kept[0], is_nullable=is_nullable)
    return Union(members=tuple(kept), discriminator=discriminator, mapping=dict(mapping or {}), is_nullable=is_nullable)


def _flat(members: Iterable[Type], discriminator: str) -> Iterable[Type]:
    for member in members:
        if isinstance(member, Union) and member.discriminator in ("", discriminator) and not member.mapping:
            yield from (replace(inner, is_nullable=inner.is_nullable or member.is_nullable) for inner in member.members)
        else:
            yield member


def _with_values_together(members: list[Type]) -> list[Type]:
    """The members, those that list values put into one: `oneOf` over `const` is how 3.1 describes each of them."""
    enums = [member for member in members if isinstance(member, Enum)]
    if len(enums) < 2:
        return members
    values = distinct(value for member in enums for value in member.values)
    together = replace(enums[0], values=tuple(values.values()), description="", title="")
    first = members.index(enums[0])
    others = [member for member in members if not isinstance(member, Enum)]
    return [*others[:first], together, *others[first:]]


def _bare(meaning: Type) -> Type:
    return replace(meaning, is_nullable=False, description="")
