"""How a type is written in Python: as the annotation of an argument, and of an answer."""

from __future__ import annotations

from collections.abc import Mapping
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
