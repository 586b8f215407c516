"""From a Schema Object (JSON Schema 2020-12) to the type it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from .inheritance import REFERENCE, only_branch
from .rules import rules_of
from .types import (
    Anything,
    Array,
    Boolean,
    Enum,
    Integer,
    Json,
    Map,
    Number,
    Object,
    Property,
    Reference,
    String,
    Type,
    Union,
)

_STRUCTURE = {"properties", "additionalProperties", "patternProperties", "required", "allOf"}


def type_of(schema: Json) -> Type:
    """The type that a schema means; what no type can say is left to the judge, which has the schema itself."""
    if not isinstance(schema, Mapping):
        return Anything()
    description = str(schema.get("description", ""))
    if "$ref" in schema:
        return Reference(name=str(schema["$ref"]).removeprefix(REFERENCE), description=description)
    if "enum" in schema or "const" in schema:
        return _enum(schema, description)
    for keyword in ("oneOf", "anyOf"):
        if keyword in schema and not _is_rule(schema[keyword]):
            return _union(schema, schema[keyword], description)
    if isinstance(wrapped := only_branch(schema), Mapping):
        return _with_null(type_of(wrapped), is_nullable=False, description=description)
    if (merged := _scalar(schema)) is not None:
        return type_of(merged)
    names = _type_names(schema)
    is_nullable = "null" in names
    names = [name for name in names if name != "null"]
    if len(names) > 1:
        members = tuple(_single(schema, name, is_nullable=False, description="") for name in names)
        return Union(members=members, is_nullable=is_nullable, description=description)
    return _single(schema, names[0] if names else _implied(schema), is_nullable=is_nullable, description=description)


def _is_rule(branches: Sequence[Json]) -> bool:
    return all(isinstance(branch, Mapping) and set(branch) == {"required"} for branch in branches)


def _scalar(schema: Mapping[str, Json]) -> Mapping[str, Json] | None:
    """The keywords of all branches of an `allOf` together, if they are about one value that is no object."""
    branches = [branch for branch in schema.get("allOf", ()) if isinstance(branch, Mapping)]
    own = {key: value for key, value in schema.items() if key != "allOf"}
    if not branches or any(_STRUCTURE & part.keys() or "object" in _type_names(part) for part in (own, *branches)):
        return None
    if not any({"type", "enum", "const", "items"} & part.keys() for part in (own, *branches)):
        return None
    return {key: value for part in (*branches, own) for key, value in part.items()}


def _type_names(schema: Mapping[str, Json]) -> list[str]:
    declared = schema.get("type", [])
    return [declared] if isinstance(declared, str) else [str(name) for name in declared]


def _implied(schema: Mapping[str, Json]) -> str:
    if _STRUCTURE & schema.keys():
        return "object"
    return "array" if "items" in schema or "prefixItems" in schema else ""


def _single(schema: Mapping[str, Json], name: str, *, is_nullable: bool, description: str) -> Type:
    match name:
        case "string":
            return String(
                format=schema.get("format", ""),
                pattern=schema.get("pattern", ""),
                min_length=schema.get("minLength"),
                max_length=schema.get("maxLength"),
                content=schema.get("contentMediaType", ""),
                is_nullable=is_nullable,
                description=description,
            )
        case "integer" | "number":
            return _number(schema, Integer if name == "integer" else Number, is_nullable, description)
        case "boolean":
            return Boolean(is_nullable=is_nullable, description=description)
        case "array":
            return Array(
                items=type_of(schema.get("items", True)),
                min_items=schema.get("minItems"),
                max_items=schema.get("maxItems"),
                is_unique=bool(schema.get("uniqueItems", False)),
                is_nullable=is_nullable,
                description=description,
            )
        case "object":
            return _object(schema, is_nullable, description)
        case _:
            return Anything(is_nullable=True, description=description)


def _number(schema: Mapping[str, Json], kind: type[Integer | Number], is_nullable: bool, description: str) -> Type:
    return kind(
        minimum=schema.get("minimum"),
        maximum=schema.get("maximum"),
        exclusive_minimum=schema.get("exclusiveMinimum"),
        exclusive_maximum=schema.get("exclusiveMaximum"),
        multiple_of=schema.get("multipleOf"),
        format=schema.get("format", ""),
        is_nullable=is_nullable,
        description=description,
    )


def _enum(schema: Mapping[str, Json], description: str) -> Type:
    values = list(schema["enum"]) if "enum" in schema else [schema["const"]]
    is_nullable = None in values and "null" in (_type_names(schema) or ["null"])
    return Enum(
        values=tuple(value for value in values if value is not None), is_nullable=is_nullable, description=description
    )


def _union(schema: Mapping[str, Json], branches: Sequence[Json], description: str) -> Type:
    members = [branch for branch in branches if branch != {"type": "null"}]
    is_nullable = len(members) < len(branches)
    if len(members) == 1:
        return _with_null(type_of(members[0]), is_nullable=is_nullable, description=description)
    discriminator = schema.get("discriminator", {})
    return Union(
        members=tuple(type_of(member) for member in members),
        discriminator=discriminator.get("propertyName", ""),
        mapping={key: str(value).removeprefix(REFERENCE) for key, value in discriminator.get("mapping", {}).items()},
        is_nullable=is_nullable,
        description=description,
    )


def _with_null(meaning: Type, *, is_nullable: bool, description: str) -> Type:
    return replace(
        meaning, is_nullable=meaning.is_nullable or is_nullable, description=description or meaning.description
    )


# The order of keys in a document means nothing: properties stand as `required` lists them, then by name.
def _object(schema: Mapping[str, Json], is_nullable: bool, description: str) -> Type:
    properties, required = _members(schema)
    additional = schema.get("additionalProperties", True)
    if not properties:
        return Map(values=type_of(additional), is_nullable=is_nullable, description=description)
    ordered = [name for name in required if name in properties]
    ordered += sorted(properties.keys() - required.keys())
    return Object(
        properties=tuple(_property(name, properties[name], is_required=name in required) for name in ordered),
        additional=None if additional is False else type_of(additional),
        rules=rules_of(schema),
        is_nullable=is_nullable,
        description=description,
    )


def _members(schema: Mapping[str, Json]) -> tuple[dict[str, Json], dict[str, None]]:
    """The properties and required names of a schema, those of inline `allOf` branches included."""
    properties = dict(schema.get("properties", {}))
    required = dict.fromkeys(schema.get("required", ()))
    for branch in schema.get("allOf", ()):
        if isinstance(branch, Mapping):
            inherited, needed = _members(branch)
            properties |= inherited
            required |= needed
    return properties, required


def _property(name: str, schema: Json, *, is_required: bool) -> Property:
    keywords = schema if isinstance(schema, Mapping) else {}
    return Property(
        name=name,
        type=type_of(schema),
        is_required=is_required,
        is_deprecated=bool(keywords.get("deprecated", False)),
        is_read_only=bool(keywords.get("readOnly", False)),
        is_write_only=bool(keywords.get("writeOnly", False)),
        default=keywords.get("default"),
        description=str(keywords.get("description", "")),
    )
