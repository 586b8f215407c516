"""Little text that comes to much: what is referred to again and again, each time with many parts."""

from __future__ import annotations

from typing import Any

from .document import Json, description, hostile, operation, query

MANY = 2000
OK: Json = {"200": {"description": "OK"}}


def to(section: str, name: str) -> Json:
    """A reference to a component."""
    return {"$ref": f"#/components/{section}/{name}"}


def strings(count: int) -> Json:
    """An object with so many properties."""
    return {"type": "object", "properties": {f"p{n}": {"type": "string"} for n in range(count)}}


def answering(response: Json, **components: Any) -> Json:
    """Many operations that answer the same."""
    paths = {
        f"/x{n}": {"get": {"operationId": f"o{n}", "responses": {"200": to("responses", "r")}}} for n in range(MANY)
    }
    return description(paths, components={"responses": {"r": response}, **components})


def taking(body: Json, **components: Any) -> Json:
    """Many operations that take the same."""
    paths = {f"/x{n}": {"post": {"operationId": f"o{n}", "requestBody": body, "responses": OK}} for n in range(MANY)}
    return description(paths, components=components)


@hostile("refused")
def many_headers_of_many_operations() -> Json:
    return answering({"description": "OK", "headers": {f"H{n}": {"schema": {}} for n in range(MANY)}})


@hostile("refused")
def many_links_of_many_operations() -> Json:
    return answering({"description": "OK", "links": {f"L{n}": {"operationId": f"o{n}"} for n in range(MANY)}})


@hostile("refused")
def many_media_types_of_many_operations() -> Json:
    content = {f"application/x{n}+json": {"schema": {"type": "string"}} for n in range(MANY)}
    return answering({"description": "OK", "content": content})


@hostile("refused")
def a_large_example_of_many_operations() -> Json:
    content = {"application/json": {"schema": {}, "examples": {"e": to("examples", "e")}}}
    return answering({"description": "OK", "content": content}, examples={"e": {"value": "x" * 100_000}})


@hostile("refused")
def many_arguments_of_many_operations() -> Json:
    body = {"content": {"application/json": {"schema": to("schemas", "S")}}}
    return taking(body, schemas={"S": strings(MANY)})


@hostile("refused")
def a_body_of_many_operations() -> Json:
    body = {"content": {"application/json": {"schema": strings(MANY)}}}
    return taking(to("requestBodies", "b"), requestBodies={"b": body})


@hostile("refused")
def many_values_of_many_parameters() -> Json:
    shared = query("q", {"type": "string", "enum": [f"member {n}" for n in range(MANY)]})
    paths = {f"/x{n}": {"get": {"parameters": [to("parameters", "q")], "responses": OK}} for n in range(MANY)}
    return description(paths, components={"parameters": {"q": shared}})


@hostile("refused")
def many_paths_with_many_parameters() -> Json:
    item = {"parameters": [query(f"q{n}", {"type": "string"}) for n in range(MANY)], "get": {"responses": OK}}
    return description({f"/x{n}": to("pathItems", "i") for n in range(MANY)}, components={"pathItems": {"i": item}})


@hostile("refused")
def many_requirements_of_many_operations() -> Json:
    schemes = {f"s{n}": {"type": "http", "scheme": "bearer"} for n in range(MANY)}
    paths = {f"/x{n}": {"get": {"responses": OK}} for n in range(MANY)}
    security: list[Json] = [{name: []} for name in schemes]
    return description(paths, components={"securitySchemes": schemes}, security=security)


@hostile("refused")
def many_heirs_of_much() -> Json:
    heirs = {f"S{n}": {"allOf": [to("schemas", "B"), strings(1)]} for n in range(MANY)}
    return description(components={"schemas": {"B": strings(MANY), **heirs}})


@hostile("refused")
def a_long_line_of_heirs() -> Json:
    heirs = {f"S{n}": {"allOf": [to("schemas", f"S{n - 1}"), {"properties": {f"p{n}": {}}}]} for n in range(1, MANY)}
    return description(components={"schemas": {"S0": strings(1), **heirs}})


@hostile("refused")
def callbacks_of_callbacks() -> Json:
    def item(level: int, which: int) -> Json:
        more = {"callbacks": {"next": to("callbacks", f"c{level + 1}")}} if level < 14 else {}
        return {"post": {"operationId": f"o{level}x{which}", "responses": OK, **more}}

    levels = {f"c{level}": {f"/e{which}": item(level, which) for which in range(4)} for level in range(15)}
    first = {"post": {"callbacks": {"next": to("callbacks", "c0")}, "responses": OK}}
    return description({"/x": first}, components={"callbacks": levels})


@hostile("refused")
def a_response_map_of_many_operations() -> Json:
    paths = {f"/x{n}": {"get": {"operationId": f"o{n}", "responses": {"$ref": "#/x-responses"}}} for n in range(MANY)}
    return description(paths, **{"x-responses": {"200": {"description": "x" * 100_000}}})


@hostile("package")
def a_circle_of_many_schemas() -> Json:
    schemas = {
        f"S{n}": {"type": "object", "properties": {"next": to("schemas", f"S{(n + 1) % 1000}")}} for n in range(1000)
    }
    return description(schemas=schemas)


@hostile("package")
def many_alternatives_of_a_property() -> Json:
    schemas = {f"S{n}": {"type": "object", "properties": {f"p{n}": {"type": "string"}}} for n in range(1500)}
    union = {"oneOf": [to("schemas", f"S{n}") for n in range(1500)]}
    held = {"type": "object", "properties": {"either": union, "several": {"type": "array", "items": union}}}
    return description({"/x": {"post": operation("x", held)}}, components={"schemas": schemas})
