"""Circles, depths and products."""

from __future__ import annotations

from typing import Any

from .document import Json, description, hostile, operation


def ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


@hostile("either")
def references_to_themselves() -> Json:
    return description(schemas={"A": ref("A"), "B": ref("C"), "C": ref("D"), "D": ref("B")})


@hostile("either")
def all_of_itself() -> Json:
    return description(
        schemas={"A": {"allOf": [ref("A")]}, "B": {"allOf": [ref("C"), {"type": "object"}]}, "C": {"allOf": [ref("B")]}}
    )


@hostile("either")
def alternatives_of_themselves() -> Json:
    schemas = {
        "A": {"oneOf": [ref("A"), ref("B")]},
        "B": {"anyOf": [ref("A"), {"oneOf": [ref("B")]}]},
        "N": {"not": ref("N")},
        "I": {"if": ref("I"), "then": ref("I"), "else": ref("I")},
    }
    return description(schemas=schemas)


@hostile("package")
def circles_through_every_keyword() -> Json:
    keywords: Json = {
        "items": ref("A"),
        "prefixItems": [ref("A"), ref("B")],
        "properties": {"a": ref("A"), "b": {"items": ref("B")}},
        "patternProperties": {"^a": ref("A")},
        "additionalProperties": ref("A"),
        "unevaluatedProperties": ref("A"),
        "unevaluatedItems": ref("A"),
        "propertyNames": ref("A"),
        "contains": ref("A"),
        "dependentSchemas": {"a": ref("A")},
        "contentSchema": ref("A"),
        "$defs": {"x": ref("A")},
    }
    return description(schemas={"A": keywords, "B": {"allOf": [{"items": ref("A")}], "properties": {"n": ref("B")}}})


@hostile("package")
def objects_that_require_themselves() -> Json:
    schema = {"type": "object", "properties": {"next": ref("A")}, "required": ["next"]}
    listed = {"type": "array", "items": ref("L"), "minItems": 1}
    return description(schemas={"A": schema, "L": listed})


@hostile("either")
def circles_of_components() -> Json:
    kinds = (
        "responses",
        "parameters",
        "requestBodies",
        "headers",
        "links",
        "callbacks",
        "pathItems",
        "examples",
        "securitySchemes",
    )
    components = {
        kind: {"A": {"$ref": f"#/components/{kind}/B"}, "B": {"$ref": f"#/components/{kind}/A"}} for kind in kinds
    }
    get = {
        "parameters": [{"$ref": "#/components/parameters/A"}],
        "requestBody": {"$ref": "#/components/requestBodies/A"},
        "responses": {"200": {"$ref": "#/components/responses/A"}},
        "callbacks": {"c": {"$ref": "#/components/callbacks/A"}},
        "security": [{"A": []}],
    }
    return description({"/x": {"post": get}, "/y": {"get": operation("y")}}, components=components)


@hostile("either")
def circles_of_path_items() -> Json:
    paths = {"/a": {"$ref": "#/paths/~1b"}, "/b": {"$ref": "#/paths/~1a"}, "/c": {"$ref": "#/paths/~1c"}}
    return description({**paths, "/d": {"get": operation("d")}})


@hostile("either")
def references_into_references() -> Json:
    schemas = {
        "A": {"properties": {"a": {"$ref": "#/components/schemas/A/properties/a/properties/a"}}},
        "B": {"$ref": "#/components/schemas/B/items"},
    }
    return description(schemas={**schemas, "C": {"$ref": "#"}, "D": {"$ref": "#/paths"}, "E": {"$ref": "#/openapi"}})


@hostile("either")
def dynamic_circles() -> Json:
    schemas = {
        "A": {"$id": "https://x.example/a", "$dynamicAnchor": "n", "items": {"$dynamicRef": "#n"}, "$ref": "b"},
        "B": {"$id": "https://x.example/b", "$dynamicAnchor": "n", "$dynamicRef": "#n"},
        "C": {"$dynamicRef": "#n"},
        "D": {"$anchor": "d", "$ref": "#d"},
        "E": {"$id": "https://x.example/e", "$ref": "https://x.example/e"},
        "F": {"$recursiveAnchor": True, "items": {"$recursiveRef": "#"}},
    }
    return description(schemas=schemas)


@hostile("either")
def callbacks_in_callbacks() -> Json:
    callback = {
        "{$request.body#/url}": {
            "post": {**operation("c"), "callbacks": {"again": {"$ref": "#/components/callbacks/C"}}}
        }
    }
    paths = {"/x": {"post": operation("x", callbacks={"c": {"$ref": "#/components/callbacks/C"}})}}
    return description(paths, components={"callbacks": {"C": callback}})


@hostile("either")
def discriminators_in_circles() -> Json:
    mapping = {"a": "#/components/schemas/A", "b": "#/components/schemas/B", "c": "#/components/schemas/None"}
    schemas = {
        "A": {"oneOf": [ref("A"), ref("B")], "discriminator": {"propertyName": "k", "mapping": mapping}},
        "B": {"allOf": [ref("A"), {"properties": {"k": {"const": "b"}}}], "discriminator": {"propertyName": "k"}},
        "C": {"discriminator": {"propertyName": "k", "mapping": {"C": "C"}}, "allOf": [ref("A")]},
    }
    return description(schemas=schemas)


def product(word: str, width: int, depth: int) -> Json:
    """Schemas whose combinations are `width` to the power of `depth`."""
    schemas: Json = {"S0": {"type": "object", "properties": {"leaf": {"type": "string"}}}}
    for level in range(1, depth):
        branches = [
            {"allOf": [ref(f"S{level - 1}"), {"properties": {f"p{level}_{n}": {"type": "string"}}}]}
            for n in range(width)
        ]
        schemas[f"S{level}"] = {word: branches}
    return description(schemas=schemas)


@hostile("either")
def products_of_all_of() -> Json:
    return product("allOf", 2, 30)


@hostile("either")
def products_of_one_of() -> Json:
    return product("oneOf", 2, 30)


@hostile("either")
def products_of_any_of() -> Json:
    return product("anyOf", 3, 20)


@hostile("either")
def factors_of_one_of() -> Json:
    factors = [
        {"oneOf": [{"properties": {f"a{n}_{m}": {"const": m}}, "required": [f"a{n}_{m}"]} for m in range(8)]}
        for n in range(12)
    ]
    return description(schemas={"S": {"type": "object", "allOf": factors}})


@hostile("either")
def a_chain_of_references() -> Json:
    count = 3000
    schemas: Json = {f"S{n}": ref(f"S{n + 1}") for n in range(count)}
    return description(
        components={"schemas": {**schemas, f"S{count}": {"type": "string"}}},
        schemas=None,
        paths={"/x": {"get": operation("x", ref("S0"))}},
    )


@hostile("either")
def a_chain_of_all_of() -> Json:
    count = 1500
    schemas: Json = {
        f"S{n}": {"allOf": [ref(f"S{n + 1}"), {"properties": {f"p{n}": {"type": "string"}}}]} for n in range(count)
    }
    return description(
        {"/x": {"get": operation("x", ref("S0"))}}, components={"schemas": {**schemas, f"S{count}": {"type": "object"}}}
    )


@hostile("either")
def a_chain_of_properties() -> Json:
    count = 1500
    schemas: Json = {
        f"S{n}": {"type": "object", "properties": {"next": ref(f"S{n + 1}")}, "required": ["next"]}
        for n in range(count)
    }
    return description(
        {"/x": {"post": operation("x", ref("S0"))}},
        components={"schemas": {**schemas, f"S{count}": {"type": "object"}}},
    )


@hostile("either")
def a_chain_of_arrays() -> Json:
    count = 1500
    schemas: Json = {f"S{n}": {"type": "array", "items": ref(f"S{n + 1}")} for n in range(count)}
    return description(
        {"/x": {"post": operation("x", ref("S0"))}},
        components={"schemas": {**schemas, f"S{count}": {"type": "string"}}},
    )


@hostile("package")
def nesting_within_the_limit() -> Json:
    schema: Json = {"type": "string"}
    for level in range(40):
        schema = {"type": "object", "properties": {"a": schema}} if level % 2 else {"type": "array", "items": schema}
    return description({"/x": {"post": operation("x", schema)}})


def deep(opening: str, closing: str, depth: int) -> bytes:
    head = '{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": {"S": '
    return (head + opening * depth + "1" + closing * depth + "}}}").encode()


@hostile("refused")
def depth_of_json_objects() -> dict[str, bytes]:
    return {"spec.json": deep('{"items": ', "}", 10_000)}


@hostile("refused")
def depth_of_json_arrays() -> dict[str, bytes]:
    return {"spec.json": deep("[", "]", 10_000)}


@hostile("refused")
def depth_of_yaml_flow() -> dict[str, bytes]:
    return {"spec.yaml": deep("{items: ", "}", 10_000)}


@hostile("refused")
def depth_of_yaml_blocks() -> bytes:
    lines = "".join(" " * level + "a:\n" for level in range(1200))
    return ("openapi: 3.1.0\ninfo: {title: T, version: 1}\npaths: {}\nx-a:\n " + lines.replace("\n", "\n ")).encode()


@hostile("refused")
def depth_of_yaml_dashes() -> bytes:
    return ("openapi: 3.1.0\ninfo: {title: T, version: 1}\npaths: {}\nx-a:\n " + "- " * 10_000 + "a\n").encode()


@hostile("refused")
def brackets_that_never_close() -> dict[str, bytes]:
    return {"spec.json": b'{"openapi": "3.1.0", "x": ' + b"[" * 200_000}


@hostile("either")
def wrong_kinds_everywhere() -> Json:
    wrong: list[Any] = [None, True, 0, -1, 1.5, "", "x", [], [None], {}, {"": None}]
    fields = (
        "operationId tags summary description parameters requestBody responses callbacks deprecated security servers "
        "externalDocs"
    ).split()
    paths: Json = {
        f"/{field}{at}": {"post": {"responses": {}, field: value}} for field in fields for at, value in enumerate(wrong)
    }
    words = (
        "type properties items required enum allOf oneOf anyOf not additionalProperties discriminator format pattern "
        "minLength maximum nullable readOnly title description default $ref $id $anchor $dynamicRef prefixItems "
        "patternProperties dependentRequired const contentMediaType xml if unevaluatedProperties $defs "
        "minItems uniqueItems"
    ).split()
    schemas: Json = {f"S{n}x{at}": {word: value} for n, word in enumerate(words) for at, value in enumerate(wrong)}
    return description(paths, schemas)


@hostile("either")
def wrong_kinds_at_the_top() -> Json:
    return {
        "openapi": "3.1.0",
        "info": [],
        "paths": [],
        "components": 1,
        "servers": "x",
        "tags": {},
        "security": "y",
        "webhooks": [],
    }
