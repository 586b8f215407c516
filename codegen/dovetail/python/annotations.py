"""How a type is written as an annotation, in one of the three dialects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from ..api.types import (
    Anything,
    Array,
    Boolean,
    Enum,
    Integer,
    Map,
    Number,
    Object,
    Reference,
    String,
    Type,
    Union,
    last_name,
    resolved,
)
from .dialects import ANSWERED, GIVEN, SERVED, Dialect, is_flag, is_text, json_types, literals
from .docstrings import literal
from .names import Code, Name, any_of, code, joined

_ANY = Name("typing", "Any")
_ANNOTATED = Name("typing", "Annotated")
_UNIONS = "._runtime.client.unions"
_UNKNOWN, _TAGGED = Name(_UNIONS, "UnknownObject"), Name(_UNIONS, "Tagged")
_PYTHON = {"string": "str", "boolean": "bool", "integer": "int", "number": "float"}


def annotation(meaning: Type, types: Mapping[str, Type], names: Mapping[str, Name]) -> Code:
    """The annotation of an argument; `names` gives the Python name of a named type that has one."""
    return Annotations(types, names, GIVEN).of(meaning)


def answer(meaning: Type, types: Mapping[str, Type], names: Mapping[str, Name]) -> Code:
    """The annotation of what a call returns."""
    return Annotations(types, names, ANSWERED).of(meaning)


def served(meaning: Type, types: Mapping[str, Type], names: Mapping[str, Name]) -> Code:
    """The annotation of what a server takes or gives: JSON values, dates as text."""
    return Annotations(types, names, SERVED).of(meaning)


@dataclass(frozen=True, slots=True)
class Annotations:
    """Annotations in one dialect; `names` gives the Python names of the named types that have one."""

    types: Mapping[str, Type]
    names: Mapping[str, Name]
    dialect: Dialect

    def of(self, meaning: Type) -> Code:
        """The annotation of a type: its alternatives, each once, and `None` where it is nullable."""
        found = dict.fromkeys(self.alternatives(meaning))
        if not found or any(part.text == _ANY.name for part in found):
            return code("{}", _ANY)
        return joined(" | ", [any_of(found), *(["None"] if self.is_nullable(meaning) else [])])

    def is_nullable(self, meaning: Type) -> bool:
        """Whether `null` is a value; a class cannot be null, so who refers to it says so."""
        if meaning.is_nullable:
            return True
        if isinstance(meaning, Union):
            return any(self.is_nullable(member) for member in meaning.members)
        if isinstance(meaning, Reference):
            target = resolved(meaning, self.types)
            return target.is_nullable and (isinstance(target, Object) or meaning.name not in self.names)
        return False

    def alternatives(self, meaning: Type) -> Iterator[Code]:
        """The annotations of which a value has one."""
        match meaning:
            case Reference(name=name):
                yield from self._reference(name)
            case String():
                yield self._text(meaning)
            case Integer():
                yield Code("int")
            case Number():
                yield Code("float")
            case Boolean():
                yield Code("bool")
            case Enum():
                yield from self.enum(meaning)
            case Array():
                yield _filled(self.dialect.array, self.of(items_of(meaning)))
            case Map(values=values):
                yield _filled(self.dialect.mapping, self.of(values))
            case Union():
                yield from self._union(meaning)
            case Object():
                yield _filled(self.dialect.mapping, code("{}", _ANY))
            case Anything():
                yield code("{}", _ANY)
            case _:
                assert_never(meaning)

    def _reference(self, name: str) -> Iterator[Code]:
        target = resolved(Reference(name=name), self.types)
        if name in self.names:
            yield code("{}", self.names[name])
            if isinstance(target, Enum) and self.dialect.is_answered:
                yield from _open(target)
            if isinstance(target, Object) and target.is_open and self.dialect.is_given:
                yield _filled(self.dialect.mapping, code("{}", _ANY))
        elif isinstance(target, Reference):
            yield code("{}", _ANY)
        else:
            yield from self.alternatives(target)

    def _text(self, meaning: String) -> Code:
        if meaning.content == "application/json" and self.dialect.json_text:
            return code("{}", self.dialect.json_text)
        name = self.dialect.texts.get(meaning.format)
        return code("{}", name) if name else Code("str")

    def enum(self, meaning: Enum) -> Iterator[Code]:
        """The values of an enum, and in an answer any other of their JSON types."""
        listed = literals(meaning)
        if listed is None:
            yield from _open(meaning)
            return
        yield listed
        if self.dialect.is_answered:
            yield from _open(meaning)
        elif self.dialect.is_given and is_flag(meaning):
            yield Code("bool")

    def _union(self, meaning: Union) -> Iterator[Code]:
        if self.dialect.is_answered and (told := tags_of(meaning, self.types, self.names)):
            yield _tagged(meaning, told, self.names, default=meaning.default)
            return
        for member in without_formats(meaning.members):
            yield from self.alternatives(member)


def _filled(template: Code, inner: Code) -> Code:
    return Code(template.text.format(inner.text), template.names | inner.names)


def _open(meaning: Enum) -> Iterator[Code]:
    for name in json_types(meaning):
        yield Code(_PYTHON[name])
    if not json_types(meaning):
        yield code("{}", _ANY)


def items_of(meaning: Array) -> Type:
    """The type of any item of a list, the first ones included."""
    rest = () if meaning.prefix and meaning.max_items == len(meaning.prefix) else (meaning.items,)
    members = (*meaning.prefix, *rest)
    return members[0] if len(members) == 1 else Union(members=members)


def without_formats(members: tuple[Type, ...]) -> tuple[Type, ...]:
    """The members of a union; where several are texts, and not of one format, none is told by its format."""
    texts = [member for member in members if is_text(member)]
    if len({member.format if isinstance(member, String) else "" for member in texts}) < 2:
        return members
    return tuple(replace(member, format="", content="") if isinstance(member, String) else member for member in members)


def tags_of(meaning: Union, types: Mapping[str, Type], names: Mapping[str, Name]) -> dict[str, str]:
    """The name of the type for each value of the property that tells the members of a union; none if it cannot."""
    ends = {member.name: last_name(member.name, types) for member in meaning.members if isinstance(member, Reference)}
    is_usable = bool(meaning.discriminator and meaning.mapping) and len(ends) == len(meaning.members)
    if not is_usable or not all(isinstance(types.get(end), Object) and end in names for end in ends.values()):
        return {}
    return {value: ends[name] for value, name in sorted(meaning.mapping.items()) if name in ends}


def _tagged(meaning: Union, told: Mapping[str, str], names: Mapping[str, Name], default: str) -> Code:
    members = dict.fromkeys(member.name for member in meaning.members if isinstance(member, Reference))
    classes = any_of([*(names[name] for name in members), _UNKNOWN])
    said = literal({value: _class_name(names[name]) for value, name in told.items()})
    more = f", {literal(_class_name(names[default]))}" if default in names else ""
    return code("{}[{}, {}({}, {}{})]", _ANNOTATED, classes, _TAGGED, literal(meaning.discriminator), said, more)


def _class_name(name: Name) -> str:
    return name.member or name.name


def names_in(parts: Iterable[Code]) -> frozenset[Name]:
    """The names that pieces of code use."""
    return frozenset(name for part in parts for name in part.names)
