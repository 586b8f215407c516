"""The fields of OpenAPI's objects that hold plain values, and what of a value that breaks the rules may be kept.

The table is the union of 3.0, 3.1 and 3.2, as that in `kinds`; what is wrong by the version at hand, the meta-schema
says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from .kinds import Kind

DROPPED: Final = object()
"""Stands for a value of which nothing can be kept."""

Keep = Callable[[Any], Any]


def plain(kind: Kind, name: str, value: Any) -> Any:
    """What may be kept of the value of a plain field, or `DROPPED`; extensions are kept as they are."""
    if name.startswith("x-"):
        return value
    keep = _PLAIN[kind].get(name)
    return DROPPED if keep is None else keep(value)


def is_known(kind: Kind, name: str) -> bool:
    """Whether any version of the standard has this plain field."""
    return name in _PLAIN[kind] or name.startswith("x-")


def _any(value: Any) -> Any:
    return value


def _text(value: Any) -> Any:
    return value if isinstance(value, str) else DROPPED


def _number_or_text(value: Any) -> Any:
    # `version: 1.0` and `default: 8443` are what people write in YAML, and there is no doubt what they mean.
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else _text(value)


def _flag(value: Any) -> Any:
    return value if isinstance(value, bool) else DROPPED


def _texts(value: Any) -> Any:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else DROPPED


def _enum(value: Any) -> Any:
    values = [_number_or_text(each) for each in value] if isinstance(value, list) else []
    return [each for each in values if each is not DROPPED] or DROPPED


def _map(value: Any) -> Any:
    return value if isinstance(value, dict) else DROPPED


def _texts_by_name(value: Any) -> Any:
    if not isinstance(value, dict):
        return DROPPED
    return {name: each if isinstance(each, str) else "" for name, each in value.items()}


def _object(**members: Keep) -> Keep:
    """An object of plain fields, of which `x-` begins an extension."""

    def keep(value: Any) -> Any:
        if not isinstance(value, dict):
            return DROPPED
        kept = {
            name: each if name.startswith("x-") else members.get(name, _nothing)(each) for name, each in value.items()
        }
        return {name: each for name, each in kept.items() if each is not DROPPED}

    return keep


def _nothing(_value: Any) -> Any:
    return DROPPED


def _each(keep: Keep) -> Keep:
    """A map of what `keep` leaves of each member."""

    def all_of(value: Any) -> Any:
        if not isinstance(value, dict):
            return DROPPED
        kept = {name: keep(each) for name, each in value.items()}
        return {name: each for name, each in kept.items() if each is not DROPPED}

    return all_of


def _with(keep: Keep, **defaults: Any) -> Keep:
    """What `keep` leaves, with `defaults` for what is missing."""

    def complete(value: Any) -> Any:
        kept = keep(value)
        return kept if kept is DROPPED else {**defaults, **kept}

    return complete


def _flow(*needed: str) -> Keep:
    """An OAuth Flow Object, with what its flow needs; an empty address is the caller's to give."""
    members: dict[str, Keep] = {**dict.fromkeys((*needed, "refreshUrl"), _text), "scopes": _texts_by_name}
    return _with(_object(**members), **dict.fromkeys(needed, ""), scopes={})


_DOCUMENTATION: Final = _with(_object(description=_text, url=_text), url="")
_VARIABLE: Final = _with(_object(enum=_enum, default=_number_or_text, description=_text), default="")
_FLOWS: Final = _object(
    implicit=_flow("authorizationUrl"),
    password=_flow("tokenUrl"),
    clientCredentials=_flow("tokenUrl"),
    authorizationCode=_flow("authorizationUrl", "tokenUrl"),
    deviceAuthorization=_flow("deviceAuthorizationUrl", "tokenUrl"),
)

_TEXTS: Final[Mapping[str, Keep]] = {"summary": _text, "description": _text}
_SERIALIZATION: Final[Mapping[str, Keep]] = {"style": _text, "explode": _flag, "allowReserved": _flag}
_PARAMETER: Final[Mapping[str, Keep]] = {
    "description": _text,
    "required": _flag,
    "deprecated": _flag,
    "example": _any,
    **_SERIALIZATION,
}

_PLAIN: Final[Mapping[Kind, Mapping[str, Keep]]] = {
    "openapi": {
        "openapi": _number_or_text,
        **dict.fromkeys(("$self", "jsonSchemaDialect"), _text),
        "externalDocs": _DOCUMENTATION,
        "security": _any,
    },
    "info": {
        **_TEXTS,
        "title": _number_or_text,
        "version": _number_or_text,
        "termsOfService": _text,
        "contact": _object(name=_text, url=_text, email=_text),
        "license": _with(_object(name=_text, identifier=_text, url=_text), name=""),
    },
    "tag": {**_TEXTS, "name": _number_or_text, "parent": _text, "kind": _text, "externalDocs": _DOCUMENTATION},
    "server": {"url": _text, "description": _text, "name": _text, "variables": _each(_VARIABLE)},
    "components": {},
    "path item": _TEXTS,
    "operation": {
        **_TEXTS,
        "tags": _texts,
        "operationId": _text,
        "deprecated": _flag,
        "externalDocs": _DOCUMENTATION,
        "security": _any,
    },
    "parameter": {"name": _text, "in": _text, "allowEmptyValue": _flag, **_PARAMETER},
    "header": {"allowEmptyValue": _flag, **_PARAMETER},
    "request body": {"description": _text, "required": _flag},
    "response": _TEXTS,
    "media type": {"description": _text, "example": _any},
    "encoding": {"contentType": _text, **_SERIALIZATION},
    "example": {
        **_TEXTS,
        **dict.fromkeys(("value", "dataValue"), _any),
        **dict.fromkeys(("externalValue", "serializedValue"), _text),
    },
    "link": {
        **dict.fromkeys(("operationRef", "operationId", "description"), _text),
        "parameters": _map,
        "requestBody": _any,
    },
    "callback": {},
    "security scheme": {
        **dict.fromkeys(
            ("type", "description", "name", "in", "scheme", "bearerFormat", "openIdConnectUrl", "oauth2MetadataUrl"),
            _text,
        ),
        "flows": _FLOWS,
        "deprecated": _flag,
    },
    "schema": {},
}
