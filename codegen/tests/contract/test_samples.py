"""Samples: values of any schema, made without drawing; and what counts as the same value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.documents import corpus_folder, real_documents
from dovetail.contract.sameness import differences, is_same
from dovetail.contract.samples import Samples
from dovetail.document import load
from dovetail.runtime.server.schemas import Schemas
from dovetail.runtime.wire.pointers import step
from dovetail.spec import resolve

SCHEMA = "/components/schemas/It"
OTHERS = {
    "Cat": {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"type": "string"}, "lives": {"type": "integer"}},
    },
    "Dog": {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"type": "string"}, "tricks": {"type": "array"}},
    },
    "Tree": {
        "type": "object",
        "required": ["name", "children"],
        "properties": {
            "name": {"type": "string"},
            "children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
            "parent": {"$ref": "#/components/schemas/Tree"},
        },
    },
    "Expression": {
        "oneOf": [
            {
                "type": "object",
                "required": ["and"],
                "properties": {
                    "and": {"type": "array", "minItems": 2, "items": {"$ref": "#/components/schemas/Expression"}}
                },
            },
            {"type": "object", "required": ["is"], "properties": {"is": {"type": "integer"}}},
        ]
    },
}


def samples_of(schema: Any, **options: Any) -> list[Any]:
    schemas = Schemas({"components": {"schemas": {"It": schema, **OTHERS}}})
    samples = Samples(schemas)
    found = samples.of(SCHEMA, is_drawn=False, **options)
    assert all(schemas.at(SCHEMA).validator.is_valid(value) for value in found)
    return found


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "pattern": "^AC[0-9a-f]{32}$", "minLength": 34, "maxLength": 34},
        {"type": "string", "format": "date-time"},
        {"type": "string", "maxLength": 3},
        {"type": "integer", "minimum": 7, "exclusiveMaximum": 9, "multipleOf": 4},
        {"type": "number", "exclusiveMinimum": 0, "maximum": 0.01},
        {"type": "array", "minItems": 3, "uniqueItems": True, "items": {"enum": ["a", "b", "c"]}},
        {"type": "array", "prefixItems": [{"const": 1}, {"const": "two"}], "items": False, "minItems": 2},
        {
            "type": "object",
            "propertyNames": {"pattern": "^x-[a-z]+$"},
            "additionalProperties": {"type": "integer"},
            "minProperties": 2,
        },
        {"type": "object", "patternProperties": {"^S_": {"type": "string"}}, "additionalProperties": False},
        {"oneOf": [{"required": ["a"]}, {"required": ["b"]}], "type": "object", "properties": {"a": {}, "b": {}}},
        {"allOf": [{"$ref": "#/components/schemas/Cat"}, {"required": ["lives"]}, {"not": {"required": ["x"]}}]},
        {
            "if": {"properties": {"a": {"const": 1}}, "required": ["a"]},
            "then": {"required": ["b"]},
            "properties": {"a": {"const": 1}, "b": {"type": "string"}},
            "required": ["a"],
        },
        {"type": "object", "required": ["a"], "properties": {"a": True, "b": True}, "dependentRequired": {"b": ["c"]}},
        {"type": ["string", "null"], "enum": ["on", None]},
        {"$ref": "#/components/schemas/Tree"},
        {"$ref": "#/components/schemas/Expression"},
        {"type": "string", "examples": ["far too long for it"], "maxLength": 2},
    ],
    ids=lambda schema: json.dumps(schema)[:60],
)
def test_every_kind_of_schema_has_samples(schema: dict[str, Any]) -> None:
    assert samples_of(schema)


def test_one_sample_holds_everything_and_one_what_is_required() -> None:
    schema = {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}, "b": {"type": "boolean"}}}
    full, minimal, *_ = samples_of(schema)
    assert (set(full), set(minimal)) == ({"a", "b"}, {"a"})


def test_samples_take_every_alternative_and_name_it_by_the_discriminator() -> None:
    schema = {
        "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
        "discriminator": {"propertyName": "kind", "mapping": {"feline": "#/components/schemas/Cat"}},
    }
    loose = {"anyOf": schema["oneOf"], "discriminator": schema["discriminator"]}
    assert {value["kind"] for value in samples_of(loose)} == {"feline", "Dog"}


def test_a_request_holds_nothing_read_only_and_an_answer_nothing_write_only() -> None:
    members = {"id": {"type": "string", "readOnly": True}, "password": {"type": "string", "writeOnly": True}}
    schema = {"type": "object", "properties": members}
    assert {name for value in samples_of(schema, is_request=True) for name in value} == {"password"}
    assert {name for value in samples_of(schema, is_request=False) for name in value} == {"id"}


def test_nothing_satisfies_what_is_impossible() -> None:
    schemas = Schemas({"components": {"schemas": {"It": {"type": "string", "enum": [1]}}}})
    samples = Samples(schemas)
    assert samples.of(SCHEMA) == []
    assert samples.impossible == {SCHEMA}


CORPUS = corpus_folder()
SUITE = CORPUS / "suites/dev/json-schema-draft2020-12/tests/draft2020-12"
BEYOND = {"contains keyword with boolean schema false", "small multiple of large integer"}
"""Of the suite: schemas whose only values are of no type that their keywords are about, and one of huge numbers."""


def suite() -> Iterator[tuple[str, Any]]:
    for path in sorted(SUITE.glob("*.json")):
        for group in json.loads(path.read_text(encoding="utf-8")):
            schema = group["schema"]
            if isinstance(schema, dict):
                schema.pop("$schema", None)
            is_apart = any(f'"{word}' in json.dumps(schema) for word in ("$dynamic", "$id", "$anchor", "$ref", "http"))
            if any(test["valid"] for test in group["tests"]) and not is_apart:
                yield group["description"], schema


@pytest.mark.corpus
@pytest.mark.skipif(not SUITE.exists(), reason=f"the JSON Schema suite is not at {SUITE}; set DOVETAIL_CORPUS")
def test_the_schemas_of_the_json_schema_suite_have_samples() -> None:
    found = list(suite())
    assert len(found) > 200
    without = {name for name, schema in found if not samples_of(schema)}
    assert {name for name in without if not name.startswith("collect annotations")} <= BEYOND


LARGE = 1_000_000


def real_paths() -> list[Any]:
    found = [
        pytest.param(each.path, id=each.name, marks=[pytest.mark.slow] if each.size > LARGE else [])
        for each in real_documents()
    ]
    absent = pytest.mark.skip(reason=f"the corpus is not at {CORPUS}; set DOVETAIL_CORPUS")
    return found or [pytest.param(Path(), marks=absent)]


@pytest.mark.corpus
@pytest.mark.parametrize("path", real_paths())
def test_the_schemas_of_real_descriptions_have_samples(path: Path) -> None:
    description = resolve(load(path)).value
    schemas = Schemas(description)
    samples = Samples(schemas)
    named = description.get("components", {}).get("schemas", {})
    for name, schema in named.items():
        pointer = step("", "components", "schemas", name)
        found = samples.of(pointer, is_request=False)
        assert found or is_impossible(schema), name
        assert all(schemas.at(pointer).validator.is_valid(value) for value in found), name


def is_impossible(schema: Any) -> bool:
    """Whether a schema says itself that nothing satisfies it, as the template of a dynamic reference does."""
    return schema is False or (isinstance(schema, dict) and schema.get("not") in ({}, True))


@pytest.mark.parametrize(
    ("given", "arrived", "expected"),
    [
        (1, 1.0, True),
        ("1", 1, True),
        (True, 1, False),
        ([1, "a"], [1, "a"], True),
        ({"a": None}, {"a": None}, True),
        ({"a": None}, {}, False),
        (b"\x00\xff", b"\x00\xff", True),
        (b"text", "text", True),
        (b"text", "other", False),
    ],
)
def test_what_arrives_is_compared_by_meaning(given: Any, arrived: Any, expected: bool) -> None:
    assert is_same(given, arrived) is expected


@pytest.mark.parametrize(
    ("value", "again", "told"),
    [
        ({"at": "2026-01-01T00:00:00Z"}, {"at": "2026-01-01T01:00:00+01:00"}, []),
        ({"for": "PT90M"}, {"for": "PT1H30M"}, []),
        ({"price": 1}, {"price": 1.0}, []),
        ({"price": "1"}, {"price": 1}, ["/price was '1' and became 1"]),
        ({"is": True}, {"is": 1}, ["/is was True and became 1"]),
        ({"a": 1}, {"b": 1}, ["/a is lost", "/b is invented"]),
        ([1, 2], [1], ["the whole has 1 of 2 items"]),
        ({"at": "2026-01-01"}, {"at": "2026-01-02"}, ["/at was '2026-01-01' and became '2026-01-02'"]),
    ],
)
def test_what_an_sdk_gives_back_is_compared_by_meaning(value: Any, again: Any, told: list[str]) -> None:
    assert list(differences(value, again)) == told
