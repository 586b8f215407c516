"""What a value means: a closed sum of types, taken apart with `match` and `assert_never`. None of them knows Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Json = Any
"""A JSON value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What every type has: whether `null` is one of its values, and what it says of itself.

    `title` is what the description calls it; it says nothing about values, so types differ in no title.
    """

    is_nullable: bool = False
    description: str = ""
    title: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class String(Meaning):
    """Text; `content` is the media type that the text holds (JSON Schema `contentMediaType`)."""

    format: str = ""
    pattern: str = ""
    min_length: int | None = None
    max_length: int | None = None
    content: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Integer(Meaning):
    """A whole number and its bounds."""

    minimum: int | None = None
    maximum: int | None = None
    exclusive_minimum: int | None = None
    exclusive_maximum: int | None = None
    multiple_of: int | None = None
    format: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Meaning):
    """A number and its bounds."""

    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: float | None = None
    exclusive_maximum: float | None = None
    multiple_of: float | None = None
    format: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Boolean(Meaning):
    """True or false."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enum(Meaning):
    """One of these JSON values, `null` left out; `const` is an enum of one."""

    values: tuple[Json, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Array(Meaning):
    """A list: first the items of `prefix`, each of its own type (JSON Schema `prefixItems`), then `items`."""

    items: Type
    prefix: tuple[Type, ...] = ()
    min_items: int | None = None
    max_items: int | None = None
    is_unique: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Map(Meaning):
    """An object with any property names, all values of one type; `patterns` are types of names that match."""

    values: Type
    patterns: tuple[tuple[str, Type], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A named member of an object."""

    name: str
    type: Type
    is_required: bool = False
    is_deprecated: bool = False
    is_read_only: bool = False
    is_write_only: bool = False
    default: Json = None
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requires:
    """When the named properties have one of these values (`None`: are present), `names` must be present too."""

    when: Mapping[str, tuple[Json, ...] | None]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneGroup:
    """Exactly one of these groups of properties is complete (JSON Schema `oneOf` over `required`)."""

    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyGroup:
    """At least one of these groups of properties is complete (JSON Schema `anyOf` over `required`)."""

    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Excludes:
    """These properties do not stand together (JSON Schema `not` over `required`)."""

    names: tuple[str, ...]


Rule = Requires | OneGroup | AnyGroup | Excludes
"""A rule between the properties of one object."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Object(Meaning):
    """An object with known properties; `additional` is the type of all others, `None` where there are none.

    `is_open` says that the description itself speaks of others (`additionalProperties`, `patternProperties`).
    """

    properties: tuple[Property, ...]
    additional: Type | None
    patterns: tuple[tuple[str, Type], ...] = ()
    is_open: bool = False
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Union(Meaning):
    """A value of one of several types; `discriminator` names the property that tells which, if one does.

    `mapping` gives the name of the type by the value of that property; `default` is the name of the one that reads a
    value which is not there, or none of these (OAS 3.2 `defaultMapping`).
    """

    members: tuple[Type, ...]
    discriminator: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict[str, str])
    default: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Meaning):
    """The type with this name."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Anything(Meaning):
    """Any JSON value."""


Type = String | Integer | Number | Boolean | Enum | Array | Map | Object | Union | Reference | Anything


def resolved(meaning: Type, types: Mapping[str, Type]) -> Type:
    """The type at the end of a chain of references; of a chain that has no end, a reference."""
    seen: set[str] = set()
    while isinstance(meaning, Reference) and meaning.name in types and meaning.name not in seen:
        seen.add(meaning.name)
        meaning = types[meaning.name]
    return meaning


def last_name(name: str, types: Mapping[str, Type]) -> str:
    """The name at the end of a chain of names for one another; of a chain that has no end, one of them."""
    seen: set[str] = set()
    while isinstance(meaning := types.get(name), Reference) and name not in seen:
        seen.add(name)
        name = meaning.name
    return name
