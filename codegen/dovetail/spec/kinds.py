"""The objects of the OpenAPI Specification as a table: which field of which object holds which.

One table drives every walk over a description, so that nothing takes a property named `$ref` in an example for a
reference. It is the union of 3.0, 3.1 and 3.2; whether a field belongs to the version at hand, the meta-schema says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal[
    "openapi",
    "info",
    "tag",
    "components",
    "path item",
    "operation",
    "parameter",
    "header",
    "request body",
    "response",
    "media type",
    "encoding",
    "example",
    "link",
    "callback",
    "security scheme",
    "schema",
    "server",
]
Arrangement = Literal["one", "list", "map", "patterned"]
"""How a field holds its objects; `patterned` is a map in which `x-` begins an extension."""


@dataclass(frozen=True, slots=True)
class Field:
    """What a field holds: objects of one kind, arranged in one way."""

    kind: Kind
    arrangement: Arrangement = "one"


def _one(kind: Kind) -> Field:
    return Field(kind)


def _list(kind: Kind) -> Field:
    return Field(kind, "list")


def _map(kind: Kind) -> Field:
    return Field(kind, "map")


METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")

COMPONENTS: Final[Mapping[str, Kind]] = {
    "schemas": "schema",
    "responses": "response",
    "parameters": "parameter",
    "examples": "example",
    "requestBodies": "request body",
    "headers": "header",
    "securitySchemes": "security scheme",
    "links": "link",
    "callbacks": "callback",
    "pathItems": "path item",
    "mediaTypes": "media type",
}

_PARAMETER: Final = {"schema": _one("schema"), "content": _map("media type"), "examples": _map("example")}
_ENCODING: Final = {"encoding": _map("encoding"), "prefixEncoding": _list("encoding"), "itemEncoding": _one("encoding")}

FIELDS: Final[Mapping[Kind, Mapping[str, Field]]] = {
    "openapi": {
        "info": _one("info"),
        "tags": _list("tag"),
        "servers": _list("server"),
        "paths": Field("path item", "patterned"),
        "webhooks": _map("path item"),
        "components": _one("components"),
    },
    "components": {section: _map(kind) for section, kind in COMPONENTS.items()},
    "path item": {
        **dict.fromkeys(METHODS, _one("operation")),
        "additionalOperations": _map("operation"),
        "parameters": _list("parameter"),
        "servers": _list("server"),
    },
    "operation": {
        "parameters": _list("parameter"),
        "requestBody": _one("request body"),
        "responses": Field("response", "patterned"),
        "callbacks": _map("callback"),
        "servers": _list("server"),
    },
    "parameter": _PARAMETER,
    "header": _PARAMETER,
    "request body": {"content": _map("media type")},
    "response": {"headers": _map("header"), "content": _map("media type"), "links": _map("link")},
    "media type": {"schema": _one("schema"), "itemSchema": _one("schema"), "examples": _map("example"), **_ENCODING},
    "encoding": {"headers": _map("header"), **_ENCODING},
    "link": {"server": _one("server")},
    "callback": {"*": _one("path item")},
    "schema": {
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), _list("schema")),
        **dict.fromkeys(
            ("properties", "patternProperties", "dependentSchemas", "$defs", "definitions"), _map("schema")
        ),
        **dict.fromkeys(
            (
                "not",
                "if",
                "then",
                "else",
                "items",
                "contains",
                "additionalProperties",
                "propertyNames",
                "unevaluatedItems",
                "unevaluatedProperties",
                "contentSchema",
            ),
            _one("schema"),
        ),
    },
    "info": {},
    "tag": {},
    "example": {},
    "security scheme": {},
    "server": {},
}
