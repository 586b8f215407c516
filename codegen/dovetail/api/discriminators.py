"""How the members of a union are told apart: by the value of a property that each of them has.

A discriminator that is declared counts if every member is a named object with that property (OAS 3.1, section
4.8.25); without one, a property that every member requires, with values that no other has, does as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from .inside import exchanged
from .looks import Looks
from .types import Enum, Object, Property, Reference, String, Type, Union, last_name, resolved

_USUAL: Final = ("type", "kind", "object", "event")
"""The names that a tag has most often, the likeliest first."""


def settled(meaning: Type, types: Mapping[str, Type], looks: Looks) -> Type:
    """The type, each union in it with the discriminator and the whole mapping that a reader can go by, or without."""
    changed = exchanged(meaning, lambda inner, _: settled(inner, types, looks))
    if not isinstance(changed, Union):
        return changed
    for name in _choices(changed, types):
        looks.note(name)
    return _settled(changed, types)


def _choices(union: Union, types: Mapping[str, Type]) -> Iterator[str]:
    """The names of the types that a union is between, those within other unions as well."""
    waiting, seen = [union], set[str]()
    while waiting:
        for member in waiting.pop().members:
            name = last_name(member.name, types) if isinstance(member, Reference) else ""
            if name in types and name not in seen:
                seen.add(name)
                yield name
                meaning = types[name]
                waiting += [meaning] if isinstance(meaning, Union) else []


def tags(objects: Sequence[Object]) -> tuple[str, ...]:
    """The one value that each object has of the property that tells them apart; none, if there is no such property."""
    for name in _candidates(objects, {}):
        values = [_values(_member(it, name), {}) for it in objects]
        if all(len(own) == 1 for own in values) and len({own[0] for own in values}) == len(objects):
            return tuple(own[0] for own in values)
    return ()


def _settled(union: Union, types: Mapping[str, Type]) -> Union:
    plain = replace(union, discriminator="", mapping={}, default="")
    names = [member.name for member in union.members if isinstance(member, Reference)]
    if len(names) < len(union.members):
        return plain
    default = union.default if union.default in names else ""
    if union.discriminator:
        mapping = _mapping(union, names, default, types, frozenset())
        return plain if mapping is None else replace(union, mapping=mapping, default=default)
    objects = [meaning for name in names if isinstance(meaning := types.get(last_name(name, types)), Object)]
    if len(objects) == len(names):
        for name in _candidates(objects, types):
            values = [_values(_member(it, name), types) for it in objects]
            owners = {tag: member for member, own in zip(names, values, strict=True) for tag in own}
            if len(owners) == sum(map(len, values)):
                return replace(union, discriminator=name, mapping=dict(sorted(owners.items())))
    return plain


def _mapping(
    union: Union, names: Iterable[str], default: str, types: Mapping[str, Type], above: frozenset[str]
) -> dict[str, str] | None:
    """The member for each value of the declared discriminator; `None` if a reader cannot go by it."""
    mapping: dict[str, str] = {}
    implied: list[tuple[str, str]] = []
    for name in names:
        own = [tag for tag, target in union.mapping.items() if _is_same(target, name, types)]
        mapping |= dict.fromkeys(own, name)
        told = _tags(name, union.discriminator, types, above)
        if told is None and name != default:
            return None
        implied += [(tag, name) for tag in (told or (() if own or name == default else (name,)))]
    for tag, name in implied:
        if mapping.setdefault(tag, name) != name and tag not in union.mapping:
            return None
    return dict(sorted(mapping.items()))


def _tags(name: str, property_name: str, types: Mapping[str, Type], above: frozenset[str]) -> tuple[str, ...] | None:
    """The values that the property of a member is known to have; `None` if it has no such property, or no text."""
    match types.get(last_name(name, types)):
        case Object() as meaning:
            found = _member(meaning, property_name)
            is_text = found is not None and _is_text(found.type, types)
            return _values(found, types) if is_text else None
        case Union(discriminator=own) as meaning if own == property_name and name not in above:
            names = [member.name for member in meaning.members if isinstance(member, Reference)]
            mapping = _mapping(meaning, names, meaning.default, types, above | {name})
            return None if mapping is None else tuple(mapping)
        case _:
            return None


def _candidates(objects: Iterable[Object], types: Mapping[str, Type]) -> list[str]:
    """The properties that all objects require with listed values, those likeliest to be a tag first."""
    known = [{it.name for it in found.properties if it.is_required and _values(it, types)} for found in objects]
    shared = set.intersection(*known) if known else set[str]()
    return sorted(shared, key=lambda name: (_USUAL.index(name) if name in _USUAL else len(_USUAL), name))


def _member(meaning: Object, name: str) -> Property | None:
    return next((member for member in meaning.properties if member.name == name), None)


def _values(member: Property | None, types: Mapping[str, Type]) -> tuple[str, ...]:
    """The values that a property lists, if all are text and it cannot be null."""
    meaning = resolved(member.type, types) if member is not None else None
    if not isinstance(meaning, Enum) or meaning.is_nullable or not all(isinstance(it, str) for it in meaning.values):
        return ()
    return meaning.values


def _is_text(meaning: Type, types: Mapping[str, Type]) -> bool:
    target = resolved(meaning, types)
    choices = target.members if isinstance(target, Union) else (target,)
    return all(
        isinstance(choice, String) or (isinstance(choice, Enum) and all(isinstance(it, str) for it in choice.values))
        for choice in (resolved(choice, types) for choice in choices)
    )


def _is_same(target: str, name: str, types: Mapping[str, Type]) -> bool:
    """Whether a mapping means a member by its name, or by another name for it."""
    end = last_name(target, types)
    return target == name or (end in types and end == last_name(name, types))
