"""Too much of everything."""

from __future__ import annotations

from .document import Json, description, hostile, operation, query


@hostile("package")
def many_enum_members() -> Json:
    return description(schemas={"E": {"type": "string", "enum": [f"member {n}" for n in range(40_000)]}})


@hostile("package", is_large=True)
def a_hundred_thousand_enum_members() -> Json:
    return description(schemas={"E": {"type": "string", "enum": [f"m{n}" for n in range(100_000)]}})


@hostile("either")
def many_properties() -> Json:
    return description(
        schemas={"S": {"type": "object", "properties": {f"p{n}": {"type": "string"} for n in range(10_000)}}}
    )


@hostile("either", is_large=True)
def a_hundred_thousand_properties() -> Json:
    return description(schemas={"S": {"type": "object", "properties": {f"p{n}": {} for n in range(100_000)}}})


@hostile("either")
def many_operations() -> Json:
    return description({f"/p{n}": {"get": {"responses": {}}} for n in range(3000)})


@hostile("either", is_large=True)
def a_hundred_thousand_operations() -> Json:
    return description({f"/p{n}": {"get": {"responses": {}}} for n in range(100_000)})


@hostile("either")
def many_parameters() -> Json:
    return description({"/x": {"get": {**operation("x"), "parameters": [query(f"q{n}", {}) for n in range(5000)]}}})


@hostile("either")
def many_alternatives() -> Json:
    schemas = {f"S{n}": {"type": "object", "properties": {f"p{n}": {"type": "string"}}} for n in range(1000)}
    union = {"oneOf": [{"$ref": f"#/components/schemas/S{n}"} for n in range(1000)]}
    return description({"/x": {"post": operation("x", union)}}, components={"schemas": schemas})


@hostile("either")
def many_names_that_are_one() -> Json:
    schemas = {"a" + mark * n: {"type": "object", "properties": {"p": {}}} for mark in "-_. " for n in range(1, 150)}
    return description({f"/x{n}": {"get": operation("a" + "-" * n)} for n in range(300)}, schemas)


@hostile("either")
def many_path_variables() -> Json:
    names = [f"v{n}" for n in range(500)]
    parameters = [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names]
    path = "".join(f"/{{{name}}}" for name in names)
    return description({path: {"get": {**operation("x"), "parameters": parameters}}})


@hostile("package")
def a_long_description() -> Json:
    return description(
        {"/x": {"get": operation("x", description="word " * 60_000 + "`" * 60_000, summary="x" * 100_000)}}
    )


@hostile("either")
def many_security_alternatives() -> Json:
    schemes = {f"s{n}": {"type": "apiKey", "in": "header", "name": f"X-{n}"} for n in range(300)}
    security: list[Json] = [{f"s{n}": [], f"s{(n * 7) % 300}": []} for n in range(300)]
    return description(
        {f"/x{n}": {"get": operation(f"x{n}", security=security)} for n in range(20)},
        components={"securitySchemes": schemes},
    )


@hostile("either")
def many_faults() -> Json:
    wrong = {f"S{n}": {"type": f"none{n}", "required": n, "items": {"$ref": "#/nowhere"}} for n in range(4000)}
    return description({"/x": {"get": operation("x")}}, components={"schemas": wrong})


@hostile("either")
def a_long_fault() -> Json:
    name = "y" * 400_000
    return description(
        {"/x": {"get": operation("x")}}, components={"schemas": {"S": {"$ref": f"#/components/schemas/{name}"}}}
    )


@hostile("package")
def a_wide_tuple() -> Json:
    return description(schemas={"S": {"type": "array", "prefixItems": [{"type": "string"}] * 5000, "items": False}})
