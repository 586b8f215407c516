"""Numbers beyond measure, and patterns without end."""

from __future__ import annotations

import json
from typing import Any

from .document import Json, description, hostile, operation, query

BOUNDS = (
    "minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains "
    "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf"
).split()

CATASTROPHIC = (
    "^(a+)+$",
    "^(a|a)*$",
    "^(a|aa)+$",
    "(x+x+)+y",
    "^(.*)*$",
    "^((a*)*)*b$",
    "^(?=(a+)+$)",
    "^(?!(a|a)*$)",
    r"^(a+)\1+$",
    "(?<=(a+)+)$",
    "^" + "(a?){60}" + "a{60}$",
    "a?" * 60 + "a" * 60,
    ".*" * 12 + "=",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
    "(" * 3000 + ")" * 3000,
    "[" * 3000,
    "a{99999}{99999}",
    "(a{1000}){1000}",
    r"\p{L}{1000}{1000}",
    "(?P<x>a)(?P=x)",
    "(?#comment",
    "(?i:a",
    "*",
    "\\",
    "[z-a]",
    r"\u{110000}",
    r"\uD800",
    r"\k<none>",
    "^\x00\n\u202e$",
    "x" * 50_000,
)


def with_numbers(template: Any, numbers: dict[str, str]) -> bytes:
    """JSON in which `@name` stands for a number as it is written."""
    text = json.dumps(template)
    for name, number in numbers.items():
        text = text.replace(f'"@{name}"', number)
    return text.encode()


def bounded(number: str) -> bytes:
    """Every bound there is, at one number."""
    schemas = {f"S{at}{kind}": {"type": kind, word: "@n"} for at, word in enumerate(BOUNDS) for kind in _TYPES}
    parameters = [query(name, schema) for name, schema in schemas.items()]
    values = {"V": {"type": ["number", "integer"], "default": "@n", "enum": ["@n", 1], "examples": ["@n"]}}
    path = {"/x": {"get": {**operation("x"), "parameters": parameters}}}
    return with_numbers(description(path, {**schemas, **values, "C": {"const": "@n"}}), {"n": number})


_TYPES = ("string", "number", "integer", "array", "object")


@hostile("either")
def numbers_beyond_a_double() -> bytes:
    return bounded("1e400")


@hostile("either")
def numbers_below_a_double() -> bytes:
    return bounded("-1e400")


@hostile("package")
def numbers_near_nothing() -> bytes:
    return bounded("1e-400")


@hostile("package")
def numbers_of_thirty_digits() -> bytes:
    return bounded("1" + "0" * 30)


@hostile("either")
def numbers_of_five_thousand_digits() -> bytes:
    return bounded("9" * 5000)


@hostile("either")
def numbers_that_are_none() -> bytes:
    return bounded("NaN")


@hostile("package")
def numbers_below_zero() -> bytes:
    return bounded("-5")


@hostile("package")
def numbers_with_fractions() -> bytes:
    return bounded("0.1000000000000000055511151231257827021181583404541015625")


@hostile("either")
def numbers_in_yaml_notations() -> bytes:
    numbers = (".inf", "-.INF", ".nan", "0x" + "f" * 900, "0o" + "7" * 900, "1e999", "1_000", "190:20:30", "+.5", "0b1")
    lines = "\n".join(f"        p{at}: {{type: number, maximum: {n}, default: {n}}}" for at, n in enumerate(numbers))
    return (
        "openapi: 3.1.0\ninfo: {title: T, version: 1e400}\n"
        "paths: {/x: {get: {responses: {200: {description: 1, content: {application/json: {schema: "
        "{$ref: '#/components/schemas/S'}}}}}}}}\n"
        f"components:\n  schemas:\n    S:\n      type: object\n      properties:\n{lines}\n"
    ).encode()


@hostile("package")
def bounds_that_exclude_each_other() -> Json:
    pairs = [
        ("minLength", "maxLength"),
        ("minItems", "maxItems"),
        ("minimum", "maximum"),
        ("minProperties", "maxProperties"),
    ]
    schemas = {
        f"S{at}": {"type": kind, low: 9, high: 1} for at, (low, high) in enumerate(pairs) for kind in ("string",)
    }
    never = {"allOf": [{"type": "string"}, {"type": "integer"}], "enum": [], "not": {}}
    return description(schemas={**schemas, "Never": never, "False": False, "Empty": {"enum": []}})


@hostile("package")
def patterns_of_parameters() -> Json:
    parameters = [query(f"p{at}", {"type": "string", "pattern": text}) for at, text in enumerate(CATASTROPHIC)]
    return description({"/x": {"get": {**operation("x"), "parameters": parameters}}})


@hostile("package")
def patterns_of_properties() -> Json:
    properties = {f"p{at}": {"type": "string", "pattern": text} for at, text in enumerate(CATASTROPHIC)}
    return description(schemas={"S": {"type": "object", "properties": properties}})


@hostile("package")
def patterns_of_names() -> Json:
    schemas = {
        f"S{at}": {
            "type": "object",
            "patternProperties": {text: {"type": "string"}},
            "propertyNames": {"pattern": text},
        }
        for at, text in enumerate(CATASTROPHIC)
    }
    return description(schemas=schemas)


@hostile("package")
def defaults_against_patterns() -> Json:
    schemas = {
        f"S{at}": {"type": "string", "pattern": text, "default": "a" * 5000 + "!", "examples": ["a" * 5000 + "!"]}
        for at, text in enumerate(CATASTROPHIC)
    }
    return description(schemas=schemas)


@hostile("package")
def formats_with_long_values() -> Json:
    formats = (
        "date-time date time duration uuid email idn-email hostname idn-hostname ipv4 ipv6 uri uri-reference iri "
        "iri-reference uri-template json-pointer relative-json-pointer regex byte binary decimal int64 int32 float "
        "double password"
    ).split()
    value = "a." * 20_000 + "@" + "9" * 5000
    schemas = {f"S{at}": {"type": "string", "format": name, "default": value} for at, name in enumerate(formats)}
    return description(schemas=schemas)
