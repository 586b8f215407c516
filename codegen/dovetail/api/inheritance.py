"""What a schema takes from others by `allOf`: the branches given by name are put in their place.

A type of the closed sum is whole: no type says "that one, and more". A branch that only wraps a name stays a name.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..spec.objects import Schema
from .types import Json

REFERENCE = "#/components/schemas/"
_DATA = frozenset({"const", "default", "enum", "example", "examples"})
_STRUCTURE = frozenset({"properties", "required", "type"})


def only_branch(schema: Mapping[str, Json]) -> Json:
    """The one branch of an `allOf` that only wraps it, as 3.0 documents do to describe a reference; else `None`."""
    branches = schema.get("allOf", ())
    return branches[0] if len(branches) == 1 and not _STRUCTURE & schema.keys() else None


def inherited(value: Json, named: Mapping[str, Schema], above: frozenset[str] = frozenset()) -> Json:
    """The schema, and all within it, with the named branches of each `allOf` in place; `above` are those being put."""
    if isinstance(value, list):
        return [inherited(item, named, above) for item in value]
    if not isinstance(value, Mapping):
        return value
    result = {key: item if key in _DATA else inherited(item, named, above) for key, item in value.items()}
    if isinstance(value.get("allOf"), list) and only_branch(value) is None:
        result["allOf"] = [_branch(branch, named, above) for branch in value["allOf"]]
    return result


def _branch(branch: Json, named: Mapping[str, Schema], above: frozenset[str]) -> Json:
    reference = branch.get("$ref") if isinstance(branch, Mapping) else None
    if not isinstance(reference, str):
        return inherited(branch, named, above)
    name = reference.removeprefix(REFERENCE)
    if name in above or name not in named:
        return {}
    return inherited(named[name].value, named, above | {name})
