"""Lifts the forms of OpenAPI 3.0 to 3.1, object by object, in place (learn.openapis.org, upgrading/v3.0-to-v3.1)."""

from __future__ import annotations

from typing import Any

_KEPT_BESIDE_REFERENCE = ("description", "deprecated")
FORMS = frozenset({"nullable", "exclusiveMinimum", "exclusiveMaximum", "example", "format"})
"""Keywords without which there is nothing to lift."""

ANNOTATIONS = (
    *_KEPT_BESIDE_REFERENCE,
    *("title", "summary", "example", "examples", "externalDocs", "readOnly", "writeOnly", "xml", "default", "$comment"),
)
"""Keywords without which a schema allows the same values."""


def lift_schema(schema: dict[str, Any]) -> None:
    """Rewrites one Schema Object whose own subschemas have been lifted already."""
    _lift_bound(schema, "minimum", "exclusiveMinimum")
    _lift_bound(schema, "maximum", "exclusiveMaximum")
    _lift_example(schema)
    _lift_format(schema)
    _lift_nullable(schema)


def lift_file(schema: dict[str, Any]) -> None:
    """Rewrites one of the type `file`, which parameters and answers had in OpenAPI 2.0: the content of a file."""
    schema.update(type="string", format="binary")


def siblings(schema: dict[str, Any]) -> dict[str, Any]:
    """What may stay beside a `$ref`: 3.0 ignores everything there; a description does no harm and is meant."""
    return {name: value for name, value in schema.items() if name in _KEPT_BESIDE_REFERENCE or name.startswith("x-")}


def _lift_bound(schema: dict[str, Any], bound: str, exclusive: str) -> None:
    if not isinstance(schema.get(exclusive), bool):
        return
    if schema.pop(exclusive) and bound in schema:
        schema[exclusive] = schema.pop(bound)


def _lift_example(schema: dict[str, Any]) -> None:
    if "example" in schema:
        schema.setdefault("examples", [schema["example"]])
        del schema["example"]


def _lift_format(schema: dict[str, Any]) -> None:
    if schema.get("type") != "string":
        return
    if schema.get("format") == "byte":
        schema.setdefault("contentEncoding", "base64")
    elif schema.get("format") == "binary":
        schema.setdefault("contentMediaType", "application/octet-stream")


def _lift_nullable(schema: dict[str, Any]) -> None:
    if schema.pop("nullable", False) is not True:
        return
    if isinstance(schema.get("type"), str):
        _allow_null(schema)
        schema["type"] = [schema["type"], "null"]
    elif "enum" in schema:
        _allow_null(schema)
    elif any(name in schema for name in ("allOf", "anyOf", "oneOf", "not")):
        _wrap(schema)


def _allow_null(schema: dict[str, Any]) -> None:
    # By the letter an enum without null forbids it all the same; nobody who wrote `nullable: true` meant that.
    values = schema.get("enum")
    if isinstance(values, list) and None not in values:
        schema["enum"] = [*values, None]


def _wrap(schema: dict[str, Any]) -> None:
    """`nullable` beside `allOf` and the like: the composition, or null."""
    composed = {
        name: schema.pop(name) for name in ("allOf", "anyOf", "oneOf", "not", "discriminator") if name in schema
    }
    if set(composed) == {"anyOf"}:
        schema["anyOf"] = [*composed["anyOf"], {"type": "null"}]
        return
    only = composed.get("allOf")
    if set(composed) == {"allOf"} and isinstance(only, list) and len(only) == 1:
        composed = only[0]
    schema["anyOf"] = [composed, {"type": "null"}]
