"""No type refuses what its schema accepts: over made-up schemas and values, and over JSON Schema's own tests."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from codegen.tests.api.meanings import accepts, types_of, written
from dovetail.api.types import Reference

NAMES: Final = ("a", "b", "type")
FAMILIES: Final = {
    "object": {"properties", "required", "additionalProperties", "patternProperties", "minProperties", "maxProperties"}
    | {"dependentRequired", "dependentSchemas", "propertyNames", "unevaluatedProperties"},
    "array": {"items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains", "unevaluatedItems"}
    | {"minContains", "maxContains"},
    "string": {"minLength", "maxLength", "pattern", "contentMediaType", "contentEncoding", "format"},
    "number": {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"},
}

scalars = st.one_of(st.none(), st.booleans(), st.integers(-2, 3), st.sampled_from(["", "a", "bb", 1.5]))
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from([*NAMES, "other"]), inner, max_size=4)
    ),
    max_leaves=6,
)


def references() -> st.SearchStrategy[dict[str, Any]]:
    return st.sampled_from(["A", "B", "C"]).map(lambda name: {"$ref": f"#/components/schemas/{name}"})


def grown(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    branches = st.lists(inner, min_size=1, max_size=3)
    names = st.lists(st.sampled_from(NAMES), unique=True, max_size=2)
    properties = st.dictionaries(st.sampled_from(NAMES), inner, max_size=3)
    objects = st.fixed_dictionaries(
        {"type": st.sampled_from(["object", ["object", "null"]])},
        optional={
            "properties": properties,
            "required": names,
            "additionalProperties": st.one_of(st.booleans(), inner),
            "patternProperties": st.dictionaries(st.just("^o"), inner, max_size=1),
            "dependentRequired": st.dictionaries(st.sampled_from(NAMES), names, max_size=1),
            "not": names.map(lambda chosen: {"required": chosen}),
            "oneOf": branches,
            "anyOf": st.one_of(branches, st.lists(names.map(lambda chosen: {"required": chosen}), min_size=2)),
            "allOf": branches,
            "if": st.fixed_dictionaries({"properties": properties, "required": names}),
            "then": st.fixed_dictionaries({"required": names}),
            "unevaluatedProperties": st.booleans(),
            "discriminator": st.just({"propertyName": "type"}),
        },
    )
    arrays = st.fixed_dictionaries(
        {"type": st.just("array")},
        optional={
            "items": inner,
            "prefixItems": st.lists(inner, min_size=1, max_size=2),
            "minItems": st.integers(0, 2),
            "maxItems": st.integers(0, 3),
        },
    )
    mixed = st.dictionaries(st.sampled_from(["oneOf", "anyOf", "allOf"]), branches, min_size=1, max_size=2)
    beside = st.tuples(references(), mixed).map(lambda both: {**both[0], **both[1]})
    return st.one_of(objects, arrays, mixed, beside)


leaves = st.one_of(
    st.booleans(),
    references(),
    st.just({}),
    st.sampled_from(["string", "integer", "number", "boolean", "null"]).map(lambda name: {"type": name}),
    st.lists(st.sampled_from(["string", "integer", "null"]), unique=True, min_size=1).map(lambda it: {"type": it}),
    st.lists(scalars, min_size=1, max_size=3).map(lambda chosen: {"enum": chosen}),
    scalars.map(lambda value: {"const": value}),
    st.integers(0, 2).map(lambda least: {"type": "string", "minLength": least}),
    st.sampled_from([0.5, 1, 1.5]).map(lambda least: {"type": "integer", "minimum": least}),
    st.sampled_from([0.5, 1, 1.5]).map(lambda most: {"type": "number", "exclusiveMaximum": most}),
)
schemas = st.recursive(leaves, grown, max_leaves=8)


documents = st.fixed_dictionaries({"A": schemas, "B": schemas, "C": schemas})
health = [HealthCheck.filter_too_much, HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=500, deadline=None, suppress_health_check=health)
@given(documents, st.lists(values, min_size=4, max_size=12))
def test_what_a_schema_accepts_its_type_accepts(named: dict[str, Any], candidates: list[Any]) -> None:
    assume(not any(stands_in_itself(name, named, frozenset()) for name in named))
    check(named, "A", candidates)


@settings(max_examples=200, deadline=None, suppress_health_check=health)
@given(documents)
def test_every_schema_has_a_type_however_it_refers_to_itself(named: dict[str, Any]) -> None:
    types = types_of(named)
    for name in types:
        followed = [name]
        while isinstance(meaning := types[followed[-1]], Reference):
            assert meaning.name not in followed, "a name that stands for itself means nothing"
            followed.append(meaning.name)


def check(named: dict[str, Any], name: str, candidates: list[Any]) -> int:
    """How many of the values are valid; none of these may be refused by the type."""
    document = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": named}}
    judge = jsonschema_rs.Draft202012Validator(document)
    types = types_of(named)
    valid = [value for value in candidates if judge.is_valid(value)]
    for value in valid:
        assert accepts(types[name], value, types), f"{value!r} is refused by {written(types[name])}"
    return len(valid)


def stands_in_itself(name: str, named: dict[str, Any], above: frozenset[str]) -> bool:
    """Whether the same value leads back to a schema, which no validator can follow."""
    return name in above or any(stands_in_itself(other, named, above | {name}) for other in in_place(named[name]))


def in_place(schema: Any) -> Iterator[str]:
    """The names of the schemas that are applied to the value itself."""
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].rpartition("/")[2]
        for keyword in ("allOf", "anyOf", "oneOf"):
            for branch in schema.get(keyword, ()):
                yield from in_place(branch)


CORPUS = Path(os.environ.get("DOVETAIL_CORPUS", Path(__file__).parents[4] / "shared" / "corpus"))
SUITE = CORPUS / "suites/dev/json-schema-draft2020-12/tests/draft2020-12"
FILES = [path for path in sorted(SUITE.glob("*.json")) if path.stem not in {"refRemote", "vocabulary", "dynamicRef"}]


@pytest.mark.corpus
@pytest.mark.skipif(not FILES, reason=f"the corpus is not at {CORPUS}; set DOVETAIL_CORPUS")
def test_valid_instances_of_the_json_schema_test_suite() -> None:
    valid = 0
    for path in FILES:
        for group in json.loads(path.read_text(encoding="utf-8")):
            schema = with_types(named_references(group["schema"]))
            definitions = schema.pop("$defs", {}) if isinstance(schema, dict) else {}
            named = {"root": schema, **definitions}
            if {*all_references(named)} <= {f"#/components/schemas/{name}" for name in named}:
                valid += check(named, "root", [test["data"] for test in group["tests"]])
    assert valid > 400


def named_references(schema: Any) -> Any:
    """The schema, with references to its definitions and to itself as a description has them."""
    if isinstance(schema, list):
        return [named_references(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value if key in {"const", "enum"} else named_references(value) for key, value in schema.items()}
    if isinstance(kept.get("$ref"), str) and "$id" not in schema:
        target = "root" if kept["$ref"] == "#" else kept["$ref"].removeprefix("#/$defs/")
        kept["$ref"] = f"#/components/schemas/{target}"
    return {key: value for key, value in kept.items() if key != "$schema"}


def all_references(value: Any) -> Iterator[str]:
    """Every reference, and all that the suite identifies in other ways."""
    if isinstance(value, dict):
        yield from (str(item) for key, item in value.items() if key in {"$ref", "$id", "$anchor", "$dynamicRef"})
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from all_references(item)


def with_types(schema: Any) -> Any:
    """The schema, with the type that keywords without one are about: what people leave out, and the suite as well."""
    if isinstance(schema, list):
        return [with_types(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value if key in {"const", "enum", "required"} else with_types(value) for key, value in schema.items()}
    families = [name for name, keywords in FAMILIES.items() if keywords & kept.keys()]
    if "type" not in kept and len(families) == 1:
        kept["type"] = families[0]
    return kept
