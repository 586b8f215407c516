"""Looks through references and compositions: what a schema says in all its parts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, Final

from .subject import Json, Subject

ALL: Final = ("allOf",)
ANY: Final = ("allOf", "anyOf", "oneOf")
_PRIMITIVES: Final = frozenset({"string", "number", "integer", "boolean"})


def parts(subject: Subject, schema: Any, composed: Collection[str] = ALL) -> Iterator[Json]:
    """The schema itself, what it refers to, and the members of its compositions; each once."""
    seen: set[int] = set()
    waiting = [schema]
    while waiting:
        part = waiting.pop()
        if not isinstance(part, dict) or id(part) in seen:
            continue
        seen.add(id(part))
        yield part
        waiting += [member for keyword in composed for member in part.get(keyword, ())]
        if "$ref" in part:
            waiting.append(subject.schema(part["$ref"]))


def types(subject: Subject, schema: Any) -> frozenset[str] | None:
    """The types that values of a schema may have at most; None where it does not say."""
    allowed: frozenset[str] | None = None
    for part in parts(subject, schema):
        if "type" in part:
            own = frozenset([part["type"]] if isinstance(part["type"], str) else part["type"])
            allowed = own if allowed is None else allowed & own
    return allowed


def is_primitive(subject: Subject, schema: Any) -> bool:
    """Whether values of a schema can be neither arrays nor objects."""
    allowed = types(subject, schema)
    return allowed is not None and allowed - {"null"} <= _PRIMITIVES


def property_names(subject: Subject, schema: Any) -> frozenset[str] | None:
    """The properties that a schema names in any of its parts; None where others may be named by patterns."""
    names: set[str] = set()
    for part in parts(subject, schema, ANY):
        if "patternProperties" in part:
            return None
        names.update(part.get("properties", ()))
    return frozenset(names)
