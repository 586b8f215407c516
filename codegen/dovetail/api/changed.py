"""What one type became, where nothing else of an API did: its properties without a name in them may differ."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from .contents import members
from .types import Anything, Boolean, Enum, Integer, Number, Object, Property, String, Type
from .words import folded, joined

_INERT: Final = (Anything, Boolean, Enum, Integer, Number, String)


def changed(known: Type, before: Type, after: Type) -> Object | None:
    """The object `known`, which is `before` in other words, as `after` has it; `None` where more than itself changes.

    What holds others must stay as it is: who is referred to, how many there are, and what they are called.
    """
    if not (isinstance(known, Object) and isinstance(before, Object) and isinstance(after, Object)):
        return None
    if not (known.properties and after.properties and _is_alike(before, after) and _is_said(known, before)):
        return None
    held = {member.name: (own, member) for own, member in zip(known.properties, before.properties, strict=True)}
    properties: list[Property] = []
    for member in after.properties:
        own, old = held.pop(member.name, (member, member))
        if isinstance(member.type, _INERT) and isinstance(old.type, _INERT):
            properties.append(member)
        elif old is not member and old.type == member.type and _way(old) == _way(member):
            properties.append(replace(member, type=own.type))
        else:
            return None
    if not all(isinstance(old.type, _INERT) for _, old in held.values()):
        return None
    return replace(known, properties=tuple(properties), description=after.description)


def asked_of(name: str, before: Type, after: Type) -> set[str]:
    """The folded names of the properties that came or went."""
    sides = [{member.name for member in members(it, {})} for it in (before, after)]
    names = sides[0] ^ sides[1]
    return {folded(joined(name, other)) for other in names}


def _is_alike(before: Object, after: Object) -> bool:
    """Whether two objects are the same but for their properties and their description."""
    plain = [replace(it, properties=(), description="") for it in (before, after)]
    return plain[0] == plain[1] and before.title == after.title


def _is_said(known: Object, before: Object) -> bool:
    """Whether two objects say the same, if those within them have other names."""
    plain = [replace(it, properties=(), additional=None, patterns=()) for it in (known, before)]
    if plain[0] != plain[1] or len(known.properties) != len(before.properties):
        return False
    pairs = zip(known.properties, before.properties, strict=True)
    return all(replace(own, type=old.type) == old and _is_kept(own.type, old.type) for own, old in pairs)


def _is_kept(own: Type, old: Type) -> bool:
    return own == old or not isinstance(old, _INERT)


def _way(member: Property) -> tuple[bool, bool]:
    return member.is_read_only, member.is_write_only
