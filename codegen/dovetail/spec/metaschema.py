"""Judges a description by the meta-schemas of the OpenAPI Initiative, each violation at its place in the text.

The meta-schemas are those that come with openapi-spec-validator; jsonschema-rs judges by them.
"""

from __future__ import annotations

import json
import pathlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from typing import Any, Final, NamedTuple

import jsonschema_rs
from jsonschema_rs import ValidationError, ValidationErrorKind

from ..errors import UsageError
from .bundle import Bundle
from .hints import meant
from .kinds import Kind
from .nodes import META_SCHEMA, Findings, Node

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_PARTS: Final[Mapping[Kind, tuple[str, str]]] = {
    "path item": ("path-item", "PathItem"),
    "operation": ("operation", "Operation"),
    "parameter": ("parameter", "Parameter"),
    "header": ("header", "Header"),
    "request body": ("request-body", "RequestBody"),
    "response": ("response", "Response"),
    "media type": ("media-type", "MediaType"),
    "example": ("example", "Example"),
    "link": ("link", "Link"),
    "callback": ("callbacks", "Callback"),
    "security scheme": ("security-scheme", "SecurityScheme"),
    "schema": ("schema", "Schema"),
}
"""What a kind of object is called in the meta-schemas of 3.1 and later, and in that of 3.0."""

_NOUNS: Final = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "an integer",
    "null": "null",
    "number": "a number",
    "object": "an object",
    "string": "a string",
}


def judge(root: Node, bundle: Bundle, findings: Findings) -> None:
    """Reports, as warnings, where the document or what it refers to in other files breaks the meta-schema."""
    version = str(root.value["openapi"])[:3]
    is_old = version == "3.0"
    if is_old:
        root = _judge_schemas(root, findings)
    _judge_part(root, version, "", findings)
    for (kind, _), node in sorted(bundle.external.items(), key=lambda each: each[0]):
        own = node.source.root.get("openapi") if isinstance(node.source.root, dict) else None
        if own is None and kind in _PARTS:
            section = "definitions" if is_old else "$defs"
            _judge_part(node, version, f"#/{section}/{_PARTS[kind][is_old]}", findings)


def _judge_schemas(root: Node, findings: Findings) -> Node:
    """Judges the schemas of a 3.0 document one by one, and returns what remains to be judged.

    Its meta-schema lets each level be one of two things, so an error deep within holds all levels above it, twice.
    """
    components = root.value.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    if not isinstance(schemas, dict):
        return root
    holder = root.child("components").child("schemas")
    for name, value in schemas.items():
        is_reference = isinstance(value, dict) and "$ref" in value
        _judge_part(holder.child(name), "3.0", f"#/definitions/{'Reference' if is_reference else 'Schema'}", findings)
    names: dict[str, Any] = {name: {} for name in schemas}
    return root._replace(value={**root.value, "components": {**components, "schemas": names}})


def _judge_part(node: Node, version: str, part: str, findings: Findings) -> None:
    errors = validator(version, part).iter_errors(node.value)
    # An error of jsonschema-rs holds copies of all that it is about: none is kept longer than needed.
    told = [_violation(each, node.value) for error in errors for each in _explain(error)]
    mistyped = {violation.path for violation in told if violation.is_mistyped}
    faulty: set[tuple[str, ...]] = set()
    for violation in told:
        if not violation.unexpected:
            faulty.update(violation.path[:depth] for depth in range(1, len(violation.path) + 1))
    for violation in told:
        # A value is none of a list because it has another type; fields are unknown because one of them is wrong.
        is_repeated = violation.is_choice and violation.path in mistyped
        if not is_repeated and not any((*violation.path, name) in faulty for name in violation.unexpected):
            findings.violation(META_SCHEMA, violation.message, node, *violation.tokens, is_key=violation.is_key)


class _Violation(NamedTuple):
    """One error of the validator: what to say, where, and what may make it a mere consequence of another."""

    message: str
    path: tuple[str, ...]
    tokens: tuple[str | int, ...]
    is_key: bool
    unexpected: tuple[str, ...]
    is_mistyped: bool
    is_choice: bool


def _violation(explained: tuple[ValidationError, str], value: Any) -> _Violation:
    error, message = explained
    tokens, is_key = _tokens(error, value)
    return _Violation(
        message=message,
        path=tuple(map(str, error.instance_path)),
        tokens=tuple(tokens),
        is_key=is_key,
        unexpected=tuple(_unexpected(error)),
        is_mistyped=isinstance(error.kind, ValidationErrorKind.Type),
        is_choice=isinstance(error.kind, ValidationErrorKind.Enum),
    )


def _tokens(error: ValidationError, value: Any) -> tuple[list[str | int], bool]:
    """The keys and indices that lead to the value at fault; a key in digits is told from an index by what holds it."""
    tokens: list[str | int] = []
    for token in error.instance_path:
        while isinstance(value, dict) and str(token) not in value and "" in value:
            tokens.append("")  # jsonschema-rs leaves empty names out of its paths
            value = value[""]
        step = str(token) if isinstance(value, dict) else token
        if not isinstance(value, dict | list) or (isinstance(value, dict) and step not in value):
            break
        tokens.append(step)
        value = _member(value, step)
    names = _unexpected(error)
    if names and isinstance(value, dict) and names[0] in value:
        return [*tokens, names[0]], True
    return tokens, isinstance(error.kind, ValidationErrorKind.Required)


def _member(holder: Any, step: str | int) -> Any:
    return holder[step]


@cache
def validator(version: str, part: str = "") -> jsonschema_rs.Validator:
    """The validator for a whole document of a version such as `3.1`, or for a part of one."""
    schema = _meta_schema(version)
    if version == "3.0":
        whole = {**schema, "id": "", "$ref": part} if part else schema
        return jsonschema_rs.Draft4Validator(whole, mask="this", validate_formats=False)
    registry = jsonschema_rs.Registry([(schema["$id"], schema)])
    # The published schema leaves Schema Objects open to any dialect; this binds them to that of JSON Schema 2020-12.
    bound = {
        "$schema": _DIALECT,
        "$id": f"{schema['$id']}/bound",
        "$ref": schema["$id"] + part,
        "$defs": {"schema": {"$dynamicAnchor": "meta", "$ref": _DIALECT}},
    }
    if part == "#/$defs/schema":
        bound["$ref"] = _DIALECT
    return jsonschema_rs.Draft202012Validator(bound, registry=registry, mask="this", validate_formats=False)


@cache
def _meta_schema(version: str) -> dict[str, Any]:
    # Found, not imported: the package imports far more than this needs.
    package = find_spec("openapi_spec_validator")
    if package is None or package.origin is None:
        raise UsageError("openapi-spec-validator is not installed, which holds the meta-schemas; install it")
    path = pathlib.Path(package.origin).parent / "resources" / "schemas" / f"v{version}" / "schema.json"
    schema: dict[str, Any] = json.loads(path.read_bytes())
    link = schema.get("$defs", {}).get("link", {}).get("properties", {})
    if "body" in link:  # an erratum of the first meta-schemas of 3.1, which later ones correct
        link["server"] = link.pop("body")
    return schema


def _explain(error: ValidationError) -> Iterator[tuple[ValidationError, str]]:
    """The violations behind one: where several forms are allowed, those of the form that was most likely meant."""
    kind = error.kind
    if not isinstance(kind, ValidationErrorKind.OneOfNotValid | ValidationErrorKind.AnyOf) or not kind.context:
        yield error, _message(error)
        return
    branches = _preferred(error, kind.context)
    mismatches = [_mismatch(error, branch) for branch in branches]
    if len(branches) > 1 and all(mismatches):
        first = mismatches[0]
        assert first is not None
        options = [option for each in mismatches if each is not None for option in _options(each)]
        yield first, _one_of(options, first.instance)
        return
    for inner in min(branches, key=len):
        yield from _explain(inner)


def _preferred(error: ValidationError, branches: list[list[ValidationError]]) -> list[list[ValidationError]]:
    """Leaves out, as long as others remain: references, forms of another type, forms with another `in` or `type`."""
    for is_out in (_wants_reference, _wants_type, _mismatch_of_type, _mismatch):
        branches = [branch for branch in branches if not is_out(error, branch)] or branches
    return branches


def _wants_reference(_error: ValidationError, branch: list[ValidationError]) -> bool:
    return any(isinstance(each.kind, ValidationErrorKind.Required) and each.kind.property == "$ref" for each in branch)


def _wants_type(error: ValidationError, branch: list[ValidationError]) -> bool:
    here = [each for each in branch if each.instance_path == error.instance_path]
    return any(isinstance(each.kind, ValidationErrorKind.Type) for each in here) or any(
        not any(isinstance(option, type(each.instance)) for option in _options(each)) for each in here if _options(each)
    )


def _mismatch(error: ValidationError, branch: list[ValidationError]) -> ValidationError | None:
    """The member that shows that another form was meant: one that must have a certain value, and has another."""
    depth = len(error.instance_path) + 1
    return next((each for each in branch if len(each.instance_path) == depth and _options(each)), None)


def _mismatch_of_type(error: ValidationError, branch: list[ValidationError]) -> bool:
    mismatch = _mismatch(error, branch)
    return mismatch is not None and mismatch.instance_path[-1] == "type"


def _options(error: ValidationError) -> list[Any]:
    match error.kind:
        case ValidationErrorKind.Enum(options=options):
            return list(options)
        case ValidationErrorKind.Constant(expected_value=value):
            return [value]
        case _:
            return []


def _unexpected(error: ValidationError) -> list[str]:
    match error.kind:
        case ValidationErrorKind.UnevaluatedProperties(unexpected=names):
            return list(names)
        case ValidationErrorKind.AdditionalProperties(unexpected=names):
            return list(names)
        case ValidationErrorKind.PropertyNames(error=inner) if isinstance(inner.instance, str):
            return [inner.instance]
        case _:
            return []


def _message(error: ValidationError) -> str:
    match error.kind:
        case ValidationErrorKind.Required(property=name):
            return f"the field {name!r} is missing here; add it"
        case ValidationErrorKind.Type(types=types):
            nouns = [_NOUNS.get(each, each) for each in types]
            return f"this must be {' or '.join(nouns)}; correct the value"
        case ValidationErrorKind.Enum() | ValidationErrorKind.Constant():
            return _one_of(_options(error), error.instance)
        case ValidationErrorKind.Pattern(pattern=pattern):
            return f"this must match {pattern}; correct the value"
        case ValidationErrorKind.PropertyNames(error=inner):
            return f"the name {inner.instance!r} may not stand here: {_message(inner)}"
        case ValidationErrorKind.MinProperties(limit=1) | ValidationErrorKind.MinItems(limit=1):
            return "this must not be empty; fill it or remove it"
        case ValidationErrorKind.UniqueItems():
            return "this lists something twice; remove one of the two"
        case ValidationErrorKind.Not(schema={"required": [*names]}):
            return f"{' and '.join(map(repr, names))} exclude one another; remove one of them"
    names = _unexpected(error)
    if names:
        listed = ", ".join(map(repr, names))
        return f"no field {listed} is known here; remove it, correct it, or begin it with 'x-'"
    return error.message


def _one_of(options: list[Any], value: Any) -> str:
    shown = ", ".join(json.dumps(option, ensure_ascii=False) for option in dict.fromkeys(options))
    hint = meant(value, [option for option in options if isinstance(option, str)]) if isinstance(value, str) else ""
    return f"this must be {'one of ' if len(options) > 1 else ''}{shown}{hint or '; correct the value'}"
