"""Attributes: objects that are stored and shown as the JSON text in which they came."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NoReturn, TypeAlias

from .refusals import invalid

Attributes: TypeAlias = Mapping[str, object]

_CACHED_LENGTH = 4096
_MAX_DIGITS = 1000


def read_attributes(text: str) -> Attributes:
    """The object that a stored text holds; not to be changed."""
    return _read_short(text) if len(text) <= _CACHED_LENGTH else _read(text)


def checked_attributes(text: str, name: str) -> str:
    """The text, if it is an object in JSON; ApiError 400 with the parameter's `name` if not."""
    try:
        _read(text)
    except ValueError as error:
        raise invalid(f"{name} must be an object written as JSON: {error}") from None
    return text


def contact(attributes: Attributes, *names: str) -> str | None:
    """The first of the attributes that is a text, such as `contact_uri`."""
    values = (attributes.get(name) for name in names)
    return next((value for value in values if isinstance(value, str) and value), None)


def _read(text: str) -> Attributes:
    try:
        value: Any = json.loads(text, parse_constant=_refuse_constant, parse_int=_integer)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(value, dict):
        raise ValueError(f"it is {_KINDS.get(type(value), 'a number')}")  # noqa: TRY004
    return value


_read_short = lru_cache(maxsize=1024)(_read)

_KINDS: Mapping[type, str] = {list: "an array", str: "a string", bool: "a boolean", type(None): "null"}


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is no JSON value")


def _integer(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise ValueError(f"it has a number of {len(digits)} digits")
    return int(digits)
