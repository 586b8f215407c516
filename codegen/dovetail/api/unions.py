"""One of several types, put as simply as it can be: nested unions flattened, equal members once, values together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from .scalars import distinct
from .types import Anything, Enum, Object, Property, Reference, Type, Union


def union_of(members: Iterable[Type], discriminator: str = "", mapping: Mapping[str, str] | None = None) -> Type:
    """A type whose values are those of all members together."""
    flat = list(_flat(members, discriminator))
    is_nullable = any(member.is_nullable for member in flat)
    kept = _without_repetition(_with_shapes_together(_with_values_together(flat)))
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


def _without_repetition(members: Iterable[Type]) -> list[Type]:
    """The members that differ in more than what is said of them; it is the union that may be null."""
    kept: list[Type] = []
    known: dict[_Outline, list[Type]] = {}
    for member in members:
        bare = _bare(member)
        alike = known.setdefault(_outline(bare), [])
        if not alike or not (isinstance(bare, Reference) or bare in alike):
            alike.append(bare)
            kept.append(replace(member, is_nullable=False))
    return kept


_Outline = tuple[object, ...]


def _outline(meaning: Type) -> _Outline:
    """What two types share that are equal, or alike; to look for such a one among few."""
    match meaning:
        case Reference():
            return (Reference, meaning.name)
        case Object():
            return (Object, *((each.name, each.is_required) for each in meaning.properties))
        case _:
            return (type(meaning),)


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


def _with_shapes_together(members: Sequence[Type]) -> list[Type]:
    """The members, objects that differ in nothing but the values they list put into one."""
    kept: list[Type] = []
    known: dict[_Outline, list[int]] = {}
    for member in members:
        alike = known.setdefault(_outline(member), []) if isinstance(member, Object) else []
        index = next((index for index in alike if _is_alike(kept[index], member)), None)
        if index is None:
            alike.append(len(kept))
            kept.append(member)
        else:
            kept[index] = _together(kept[index], member)
    return kept


def _is_alike(known: Type, other: Type) -> bool:
    if not isinstance(known, Object) or not isinstance(other, Object) or len(known.properties) != len(other.properties):
        return False
    is_same = known.rules == other.rules and known.additional == other.additional and known.patterns == other.patterns
    return is_same and all(
        (mine.name, mine.is_required) == (theirs.name, theirs.is_required)
        and (_bare(mine.type) == _bare(theirs.type) or (isinstance(mine.type, Enum) and isinstance(theirs.type, Enum)))
        for mine, theirs in zip(known.properties, other.properties, strict=True)
    )


def _together(known: Type, other: Type) -> Type:
    """One object for two that are alike, which says only what both say."""
    if not isinstance(known, Object) or not isinstance(other, Object):
        return known
    return replace(
        known,
        properties=tuple(map(_both, known.properties, other.properties)),
        is_nullable=known.is_nullable or other.is_nullable,
        description=known.description if known.description == other.description else "",
        title=known.title if known.title == other.title else "",
    )


def _both(mine: Property, theirs: Property) -> Property:
    return replace(
        mine,
        type=union_of([mine.type, theirs.type]),
        default=mine.default if mine.default == theirs.default else None,
        description=mine.description if mine.description == theirs.description else "",
    )


def _bare(meaning: Type) -> Type:
    return replace(meaning, is_nullable=False, description="")
