"""How a type is written in Python: as the annotation of an argument, and as the runtime's kind that checks it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
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
)
from .docstrings import literal
from .names import Code, Name, code, joined

_KINDS = "._runtime.client.kinds"
_TEMPORAL = {"date-time": Name("datetime", "datetime"), "date": Name("datetime", "date")}
_JSON_TEXT = Name("._runtime.client.models", "JsonText")


def annotation(meaning: Type, types: Mapping[str, Type], aliases: Mapping[str, Name]) -> Code:
    """The annotation of an argument; `aliases` gives the Python name of a named type that has one."""
    return _or_none(_annotation(meaning, types, aliases), meaning)


def _or_none(written: Code, meaning: Type) -> Code:
    return code("{} | None", written) if meaning.is_nullable and not isinstance(meaning, Anything) else written


def _annotation(meaning: Type, types: Mapping[str, Type], aliases: Mapping[str, Name]) -> Code:
    match meaning:
        case Reference(name=name) if name in aliases and not isinstance(types[name], String | Object | Map):
            return _with_bool(code("{}", aliases[name]), types[name])
        case Reference(name=name) if (
            name in aliases and isinstance(types[name], String) and not _is_special(types[name])
        ):
            return code("{}", aliases[name])
        case Reference(name=name):
            return annotation(types[name], types, aliases) if name in types else Code("object")
        case String():
            return _text(meaning)
        case Integer():
            return Code("int")
        case Number():
            return Code("float")
        case Boolean():
            return Code("bool")
        case Enum(values=values):
            listed = ", ".join(literal(value) for value in values)
            return _with_bool(code("{}[{}]", Name("typing", "Literal"), listed), meaning)
        case Array(items=items):
            return code("{}[{}]", Name("collections.abc", "Sequence"), annotation(items, types, aliases))
        case Map(values=values):
            return code("{}[str, {}]", Name("collections.abc", "Mapping"), annotation(values, types, aliases))
        case Object():
            return code("{}[str, object]", Name("collections.abc", "Mapping"))
        case Union(members=members):
            return joined(" | ", dict.fromkeys(annotation(member, types, aliases) for member in members))
        case Anything():
            return Code("object")
        case _:
            assert_never(meaning)


def _is_special(meaning: Type) -> bool:
    return isinstance(meaning, String) and (meaning.format in _TEMPORAL or meaning.content == "application/json")


def _text(meaning: String) -> Code:
    if meaning.format in _TEMPORAL:
        return code("{}", _TEMPORAL[meaning.format])
    return code("{}", _JSON_TEXT) if meaning.content == "application/json" else Code("str")


def _with_bool(written: Code, meaning: Type) -> Code:
    is_flag = isinstance(meaning, Enum) and {"true", "false"} <= set(meaning.values)
    return code("{} | bool", written) if is_flag else written


def kind(meaning: Type, types: Mapping[str, Type], kinds: Mapping[str, Name]) -> Code:
    """The runtime's kind for a value; `kinds` gives the constant that holds the kind of a named type."""
    if meaning.is_nullable and not isinstance(meaning, Anything):
        return _call("Nullable", kind(replace(meaning, is_nullable=False), types, kinds))
    match meaning:
        case Reference(name=name) if name in kinds:
            return code("{}", kinds[name])
        case Reference(name=name):
            return kind(types[name], types, kinds) if name in types else _call("Anything")
        case String():
            return _string_kind(meaning)
        case Integer() | Number():
            return _number_kind(meaning)
        case Boolean():
            return _call("Boolean")
        case Enum(values=values):
            return code("{}({})", Name(_KINDS, "Enum"), ", ".join(literal(value) for value in values))
        case Array():
            bounds = {"min_items": meaning.min_items, "max_items": meaning.max_items}
            unique = {"unique": True} if meaning.is_unique else {}
            return _call("Array", kind(meaning.items, types, kinds), **bounds, **unique)
        case Map(values=values):
            return _call("Map", kind(values, types, kinds))
        case Union(members=members):
            return _call("Either", *(kind(member, types, kinds) for member in members))
        case Object():
            return _object_kind(meaning, types, kinds)
        case Anything():
            return _call("Anything")
        case _:
            assert_never(meaning)


def _string_kind(meaning: String) -> Code:
    return _call(
        "String",
        pattern=meaning.pattern or None,
        min_length=meaning.min_length,
        max_length=meaning.max_length,
        format=meaning.format if meaning.format != "password" and meaning.format else None,
        content=meaning.content or None,
    )


def _number_kind(meaning: Integer | Number) -> Code:
    return _call(
        type(meaning).__name__,
        minimum=meaning.minimum,
        maximum=meaning.maximum,
        exclusive_minimum=meaning.exclusive_minimum,
        exclusive_maximum=meaning.exclusive_maximum,
        multiple_of=meaning.multiple_of,
    )


def _object_kind(meaning: Object, types: Mapping[str, Type], kinds: Mapping[str, Name]) -> Code:
    """The kind of an object that is sent: what only the API may set is neither required nor looked at."""
    members = [member for member in meaning.properties if not member.is_read_only]
    fields = joined(", ", [code("{}: {}", literal(m.name), kind(m.type, types, kinds)) for m in members])
    required = tuple(member.name for member in members if member.is_required)
    return _call("Object", code("{{{}}}", fields), **({"required": required} if required else {}))


def _call(name: str, *positional: Code, **keywords: object) -> Code:
    given: list[Code | Name | str] = [*positional]
    given += [f"{key}={literal(value)}" for key, value in keywords.items() if value is not None]
    return code("{}({})", Name(_KINDS, name), joined(", ", given))


def answer(meaning: Type, types: Mapping[str, Type], models: Mapping[str, Name]) -> Code:
    """The annotation of what a call returns."""
    return _or_none(_answer(meaning, types, models), meaning)


def _answer(meaning: Type, types: Mapping[str, Type], models: Mapping[str, Name]) -> Code:
    match meaning:
        case Reference(name=name) if name in models:
            return _or_none(code("{}", models[name]), class_of(meaning, types) or Anything())
        case Array(items=items):
            return code("list[{}]", answer(items, types, models))
        case Map(values=values):
            return code("dict[str, {}]", answer(values, types, models))
        case Union(members=members):
            return joined(" | ", dict.fromkeys(answer(member, types, models) for member in members))
        case Object():
            return code("dict[str, {}]", Name("typing", "Any"))
        case Anything():
            return code("{}", Name("typing", "Any"))
        case Enum():
            return Code("str") if all(isinstance(value, str) for value in meaning.values) else Code("object")
        case _:
            return _annotation(meaning, types, {})


def class_of(meaning: Type, types: Mapping[str, Type]) -> Object | None:
    """The object at the end of a chain of references. It is a class, which cannot be null: who refers to it can."""
    while isinstance(meaning, Reference) and meaning.name in types:
        meaning = types[meaning.name]
    return meaning if isinstance(meaning, Object) else None
