"""3.0 becomes 3.1: the forms of the upgrade guide, and what real 3.0 documents mean by others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml

from dovetail.spec import Spec

Resolve = Callable[..., Spec]


def lifted(resolve: Resolve, schema: str, version: str = "3.0.4") -> Any:
    resolved = resolve(
        f"paths: {{}}\ncomponents:\n  schemas:\n    A: {schema}\n    B: {{type: string}}\n", version=version
    )
    return resolved.schemas["A"].value


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{type: string, nullable: true}", "{type: [string, 'null']}"),
        ("{type: string, nullable: false}", "{type: string}"),
        ("{nullable: true}", "{}"),
        ("{type: string, enum: [a], nullable: true}", "{type: [string, 'null'], enum: [a, null]}"),
        ("{type: string, enum: [a, null], nullable: true}", "{type: [string, 'null'], enum: [a, null]}"),
        (
            "{nullable: true, allOf: [{$ref: '#/components/schemas/B'}], description: D}",
            "{description: D, anyOf: [{$ref: '#/components/schemas/B'}, {type: 'null'}]}",
        ),
        (
            "{nullable: true, oneOf: [{type: string}, {type: integer}]}",
            "{anyOf: [{oneOf: [{type: string}, {type: integer}]}, {type: 'null'}]}",
        ),
        ("{nullable: true, anyOf: [{type: string}]}", "{anyOf: [{type: string}, {type: 'null'}]}"),
        ("{type: integer, minimum: 1, exclusiveMinimum: true}", "{type: integer, exclusiveMinimum: 1}"),
        ("{type: integer, maximum: 9, exclusiveMaximum: false}", "{type: integer, maximum: 9}"),
        ("{type: integer, exclusiveMaximum: true}", "{type: integer}"),
        ("{type: string, example: x}", "{type: string, examples: [x]}"),
        ("{type: string, format: byte}", "{type: string, format: byte, contentEncoding: base64}"),
        (
            "{type: string, format: binary}",
            "{type: string, format: binary, contentMediaType: application/octet-stream}",
        ),
        (
            "{type: object, properties: {a: {$ref: '#/components/schemas/B', description: D, nullable: true}}}",
            "{type: object, properties: {a: {$ref: '#/components/schemas/B', description: D}}}",
        ),
        (
            "{type: object, properties: {nullable: {type: boolean}, example: {type: string, nullable: true}}}",
            "{type: object, properties: {nullable: {type: boolean}, example: {type: [string, 'null']}}}",
        ),
        (
            "{type: object, additionalProperties: {type: integer, nullable: true}, default: {nullable: true}}",
            "{type: object, additionalProperties: {type: [integer, 'null']}, default: {nullable: true}}",
        ),
    ],
)
def test_schemas(resolve: Resolve, old: str, new: str) -> None:
    assert lifted(resolve, old) == yaml.safe_load(new)


@pytest.mark.parametrize("version", ["3.0.4", "3.1.0"])
def test_a_file_of_2_0_is_binary_and_told(resolve: Resolve, version: str) -> None:
    resolved = resolve("paths: {}\ncomponents:\n  schemas:\n    A: {type: file}\n", version=version)
    binary = {"type": "string", "format": "binary", "contentMediaType": "application/octet-stream"}
    assert resolved.schemas["A"].value == binary
    assert [(finding.severity, finding.rule) for finding in resolved.findings] == [("error", "old-keyword")]


def test_3_1_keeps_siblings_and_says_what_is_old(resolve: Resolve) -> None:
    assert lifted(resolve, "{$ref: '#/components/schemas/B', minLength: 1}", "3.1.0") == {
        "$ref": "#/components/schemas/B",
        "minLength": 1,
    }
    resolved = resolve("components: {schemas: {A: {type: string, nullable: true}}}\n")
    assert resolved.schemas["A"].value == {"type": ["string", "null"]}
    assert [str(finding).splitlines()[0] for finding in resolved.findings] == [
        "openapi.yaml:3:42: warning: `nullable: true` is of OpenAPI 3.0; it is read as it was meant there [old-keyword]"
    ]


def test_the_value_says_3_1_and_the_spec_what_was_written(resolve: Resolve) -> None:
    resolved = resolve("paths: {}\n", version="3.0.1")
    assert (resolved.value["openapi"], resolved.version) == ("3.1.1", "3.0.1")


def test_a_file_of_another_version_is_lifted_by_its_own(resolve: Resolve) -> None:
    old = (
        "openapi: 3.0.3\ninfo: {title: O, version: '1'}\npaths: {}\n"
        "components: {schemas: {N: {type: string, nullable: true}}}\n"
    )
    resolved = resolve("components: {schemas: {A: {$ref: 'old.yaml#/components/schemas/N'}}}\n", {"old.yaml": old})
    assert resolved.schemas["A"].value == {"type": ["string", "null"]}
    assert resolved.findings == ()
