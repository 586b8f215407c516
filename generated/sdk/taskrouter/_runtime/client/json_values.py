"""What JSON is made of, and how Python objects are that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeGuard

from pydantic import BaseModel

from .text_formats import plain

_BARE = (str, int, float, type(None))


def is_mapping(value: object) -> TypeGuard[Mapping[str, object]]:
    """Say whether a value can be an object of JSON."""
    return isinstance(value, Mapping)


def is_list(value: object) -> TypeGuard[Sequence[object]]:
    """Say whether a value can be an array of JSON."""
    return isinstance(value, (list, tuple))


def json_value(value: object) -> object:
    """Give what JSON is made of: models by their wire names, bytes as base64; what `encode_json` knows stays."""
    if isinstance(value, _BARE):
        return value
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if is_mapping(value):
        return {name: json_value(item) for name, item in value.items()}
    if is_list(value):
        return [json_value(item) for item in value]
    return plain(value)
