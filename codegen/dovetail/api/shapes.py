"""The shape of each `x-dovetail-` extension, as JSON Schema, by the place where it may stand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import jsonschema_rs

from .types import Json

_TEXT = {"type": "string"}
_NAME = {"type": "string", "minLength": 1}
_NAMES = {"type": "array", "items": _NAME, "uniqueItems": True}
_POINTER = {"type": "string", "pattern": "^/"}
_ITEMS = {"type": "string", "pattern": "^(/|$)"}


def _object(required: Mapping[str, Json], optional: Mapping[str, Json] | None = None) -> dict[str, Json]:
    properties = {**required, **(optional or {})}
    return {"type": "object", "properties": properties, "required": [*required], "additionalProperties": False}


_STEP = _object({"from": _NAME, "to": _NAME}, {"by": {"enum": ["client", "server"]}, "description": _TEXT})
_PROOFS = [
    _object({"username": _NAME, "password": _NAME}),
    _object({"token": _NAME}),
    _object({"client_id": _NAME, "client_secret": _NAME}),
]
_WAYS: Mapping[str, tuple[str, ...]] = {
    "url": ("items", "next"),
    "link": (),
    "cursor": ("items", "next", "parameter"),
    "last": ("items", "next", "parameter"),
    "page": ("items", "parameter"),
    "offset": ("items", "parameter"),
}
"""What each way of paging must tell."""


def _pages() -> dict[str, Json]:
    facts = {"next": _POINTER, "more": _POINTER, "total": _POINTER, "page_count": _POINTER}
    asked = {"parameter": _NAME, "size": _NAME, "page": _NAMES, "first": {"enum": [0, 1]}}
    ways = [
        {"if": {"properties": {"by": {"const": way}}, "required": ["by"]}, "then": {"required": [*needed]}}
        for way, needed in _WAYS.items()
    ]
    unsaid = {"if": {"not": {"required": ["by"]}}, "then": {"required": [*_WAYS["url"]]}}
    declared = _object({}, {"by": {"enum": [*_WAYS]}, "items": _ITEMS, **facts, **asked})
    return {
        "type": ["object", "boolean"],
        "not": {"const": True},
        "if": {"type": "object"},
        "then": {**declared, "allOf": [*ways, unsaid]},
    }


_VERB_PARTS = {"description": _TEXT, "fixed": {"type": "object"}, "properties": _NAMES, "required": _NAMES}

PATH_ITEM: Mapping[str, Json] = {
    "x-dovetail-resource": _object({"path": {"type": "string", "pattern": r"^[^.]+(\.[^.]+)*$"}, "class": _NAME}),
}
OPERATION: Mapping[str, Json] = {
    "x-dovetail-method": _NAME,
    "x-dovetail-pages": _pages(),
    "x-dovetail-verbs": {
        "type": "object",
        "propertyNames": _NAME,
        "additionalProperties": _object({}, {**_VERB_PARTS, "prefix": _TEXT}),
    },
}
SCHEMA: Mapping[str, Json] = {
    "x-dovetail-lifecycle": _object(
        {"property": _NAME, "initial": _NAMES, "transitions": {"type": "array", "items": _STEP}}, {"request": _NAME}
    ),
    "x-dovetail-volatile": _TEXT,
}
SECURITY_SCHEME: Mapping[str, Json] = {
    "x-dovetail-environment": {"type": "array", "items": {"anyOf": _PROOFS}},
}


def violations(extension: str, value: Json) -> list[tuple[list[str | int], str]]:
    """What is wrong with the value of an extension: the tokens of the place within it, and a sentence."""
    return [(list(error.instance_path), error.message) for error in _validator(extension).iter_errors(value)]


@cache
def _validator(extension: str) -> Any:
    shapes = {**PATH_ITEM, **OPERATION, **SCHEMA, **SECURITY_SCHEME}
    return jsonschema_rs.Draft202012Validator(shapes[extension], mask="this")
