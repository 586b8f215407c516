"""Named types as JSON texts, and back, each by itself: who reads them takes apart those alone that it needs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any, Final

from .types import (
    AnyGroup,
    Anything,
    Array,
    Boolean,
    Enum,
    Excludes,
    Integer,
    Json,
    Map,
    Number,
    Object,
    OneGroup,
    Property,
    Reference,
    Requires,
    String,
    Type,
    Union,
)

_CLASSES: Final[Mapping[str, type[Any]]] = {
    known.__name__: known
    for known in (
        *(String, Integer, Number, Boolean, Enum, Array, Map, Object, Union, Reference, Anything),
        *(Property, Requires, OneGroup, AnyGroup, Excludes),
    )
}
_NONE: Final = object()


def _default(of: Field[Any]) -> object:
    if of.default_factory is not MISSING:
        return of.default_factory()
    return _NONE if of.default is MISSING else of.default


_DEFAULTS: Final = {known: [(it.name, _default(it)) for it in fields(known)] for known in _CLASSES.values()}
_PLAIN: Final = frozenset({(Enum, "values"), (Property, "default"), (Union, "mapping"), (Requires, "when")})
"""The fields that hold JSON values instead of types."""


def text_of(meaning: Type) -> str:
    """The type as a text."""
    return json.dumps(_told(meaning), separators=(",", ":"))


class TypeTexts(Mapping[str, Type]):
    """The types in a set of texts; each is taken apart when it is first asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts
        self._known: dict[str, Type] = {}

    def __getitem__(self, name: str) -> Type:
        if name not in self._known:
            self._known[name] = _read(json.loads(self.texts[name]))
        return self._known[name]

    def __contains__(self, name: object) -> bool:
        return name in self.texts

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)


def _told(value: Any) -> Json:
    kind = type(value)
    if kind is tuple:
        return [_told(item) for item in value]
    if kind not in _DEFAULTS:
        return value
    told: dict[str, Json] = {"is": kind.__name__}
    for name, default in _DEFAULTS[kind]:
        held = getattr(value, name)
        if held is default or (held == default and type(held) is type(default)):
            continue
        is_taken_apart = type(held) is tuple or type(held) in _DEFAULTS
        told[name] = _told(held) if is_taken_apart and (kind, name) not in _PLAIN else held
    return told


def _read(told: Json) -> Any:
    if isinstance(told, list):
        return tuple(_read(item) for item in told)
    if not isinstance(told, dict):
        return told
    kind = _CLASSES[told["is"]]
    held = {name: value if (kind, name) in _PLAIN else _read(value) for name, value in told.items() if name != "is"}
    if kind is Enum:
        held["values"] = tuple(held["values"])
    if kind is Requires:
        held["when"] = {name: None if values is None else tuple(values) for name, values in held["when"].items()}
    return kind(**held)
