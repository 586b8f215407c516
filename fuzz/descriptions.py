"""Descriptions as Hypothesis makes them: near enough to OpenAPI to be generated from, and wrong wherever it can be."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from codegen.tests.hostile.payloads import ALL

Json = dict[str, Any]

NAMES = ("A", "B", "C", "a-b", "a_b", "class", "é")
KINDS = ("string", "integer", "number", "boolean", "array", "object", "null")
FORMATS = ("date-time", "date", "uuid", "byte", "binary", "int32", "int64", "decimal", "email", "uri", "duration")
PATTERNS = ("^a+$", "(a+)+$", "[", r"^\d{3}$", "(?=a)b", "", r"\p{L}")
MEDIA_TYPES = (
    *("application/json", "application/problem+json", "text/plain", "application/x-www-form-urlencoded"),
    *("multipart/form-data", "application/octet-stream", "application/xml", "text/event-stream"),
    *("application/jsonl", "application/json-seq", "*/*", "image/*", "application/json; charset=utf-8"),
)
STYLES = ("form", "simple", "label", "matrix", "spaceDelimited", "pipeDelimited", "deepObject", "cookie")
STATUSES = ("200", "201", "204", "404", "2XX", "4XX", "default", "600", "abc")

texts = st.one_of(st.sampled_from(ALL), st.sampled_from(NAMES), st.text(max_size=12))
numbers = st.one_of(
    st.integers(-5, 20),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([10**40, 1e308]),
)
scalars = st.one_of(st.none(), st.booleans(), numbers, texts)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=3)),
    max_leaves=5,
)
references = st.one_of(
    st.sampled_from([f"#/components/schemas/{name}" for name in NAMES]),
    st.sampled_from(["#", "#/", "#/components", "#/paths", "#a", "other.json", "../x", "http://127.0.0.1:9/x"]),
    texts,
)


def optional(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Json]:
    """An object that has some of these fields."""
    return st.fixed_dictionaries({}, optional=fields)


def mostly(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """What is meant, and once in a while something else."""
    return st.integers(0, 24).flatmap(lambda number: strategy if number else values)


told = optional(
    enum=mostly(st.lists(scalars, max_size=4)),
    const=values,
    default=values,
    example=values,
    format=st.one_of(st.sampled_from(FORMATS), texts),
    pattern=mostly(st.sampled_from(PATTERNS)),
    title=texts,
    description=texts,
    nullable=st.booleans(),
    readOnly=st.booleans(),
    writeOnly=st.booleans(),
    minimum=numbers,
    exclusiveMaximum=numbers,
    multipleOf=numbers,
    minLength=numbers,
    maxItems=numbers,
    uniqueItems=st.booleans(),
)


def _deeper(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    shape = _shape(inner)
    parts = st.one_of(
        shape,
        st.tuples(shape, told).map(_joined),
        st.tuples(shape, told, _rare(inner)).map(_joined),
    )
    return st.one_of(parts, told, st.builds(lambda target: {"$ref": target}, references))


def _shape(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Json]:
    several = st.lists(inner, min_size=1, max_size=3)
    return optional(
        type=mostly(st.one_of(st.sampled_from(KINDS), st.lists(st.sampled_from(KINDS), max_size=3))),
        properties=mostly(st.dictionaries(texts, inner, max_size=4)),
        patternProperties=st.dictionaries(st.sampled_from(PATTERNS), inner, max_size=2),
        additionalProperties=mostly(inner),
        required=mostly(st.lists(texts, max_size=3)),
        items=mostly(inner),
        prefixItems=several,
        allOf=mostly(several),
        oneOf=mostly(several),
        anyOf=mostly(several),
        discriminator=mostly(
            optional(propertyName=texts, mapping=st.dictionaries(texts, references, max_size=3)),
        ),
    )


def _rare(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Json]:
    return optional(
        **{
            "$id": texts,
            "$anchor": texts,
            "$dynamicAnchor": st.just("a"),
            "$dynamicRef": st.just("#a"),
            "$defs": st.dictionaries(texts, inner, max_size=2),
            "not": inner,
            "if": inner,
            "then": inner,
            "propertyNames": inner,
            "unevaluatedProperties": inner,
            "dependentRequired": st.dictionaries(texts, st.lists(texts, max_size=2), max_size=2),
            "contentEncoding": st.sampled_from(["base64", "quoted-printable"]),
        }
    )


def _joined(parts: tuple[Json, ...]) -> Json:
    return {name: value for part in parts for name, value in part.items()}


simple = st.one_of(
    st.builds(lambda kind: {"type": kind}, st.sampled_from(KINDS)),
    st.builds(lambda target: {"$ref": target}, references),
    st.booleans(),
    st.just({}),
)
schemas = st.recursive(simple, _deeper, max_leaves=8)
encodings = st.dictionaries(texts, optional(contentType=texts, style=texts), max_size=1)
contents = st.dictionaries(
    mostly(st.sampled_from(MEDIA_TYPES)).map(str),
    optional(schema=mostly(schemas), itemSchema=schemas, example=values, encoding=encodings),
    max_size=3,
)
parameters = st.one_of(
    st.fixed_dictionaries(
        {"name": mostly(texts), "in": mostly(st.sampled_from(["query", "path", "header", "cookie", "querystring"]))},
        optional={
            "schema": mostly(schemas),
            "content": contents,
            "required": mostly(st.booleans()),
            "style": mostly(st.sampled_from(STYLES)),
            "explode": st.booleans(),
            "allowReserved": st.booleans(),
            "description": texts,
        },
    ),
    st.builds(lambda target: {"$ref": target}, references),
)
links = optional(operationId=texts, operationRef=references, parameters=st.dictionaries(texts, values, max_size=2))
responses = st.dictionaries(
    mostly(st.sampled_from(STATUSES)).map(str),
    mostly(
        optional(
            description=texts,
            content=mostly(contents),
            headers=st.dictionaries(texts, optional(schema=schemas), max_size=2),
            links=st.dictionaries(texts, links, max_size=2),
        )
    ),
    max_size=3,
)
operations = optional(
    operationId=mostly(texts),
    tags=mostly(st.lists(texts, max_size=2)),
    summary=texts,
    description=texts,
    deprecated=st.booleans(),
    parameters=mostly(st.lists(parameters, max_size=3)),
    requestBody=mostly(optional(content=contents, required=st.booleans(), description=texts)),
    responses=mostly(responses),
    security=mostly(st.lists(st.dictionaries(texts, st.lists(texts, max_size=1), max_size=2), max_size=2)),
    servers=mostly(st.lists(optional(url=texts), max_size=1)),
)
paths = st.dictionaries(
    st.one_of(texts.map(lambda text: f"/{text}"), st.builds(lambda a, b: f"/{a}/{{{b}}}", texts, texts), texts),
    mostly(
        optional(
            get=mostly(operations),
            post=mostly(operations),
            put=operations,
            delete=operations,
            query=operations,
            parameters=st.lists(parameters, max_size=2),
            summary=texts,
        )
    ),
    max_size=3,
)
flows = optional(tokenUrl=texts, authorizationUrl=texts, scopes=st.dictionaries(texts, texts, max_size=2))
schemes = st.dictionaries(
    texts,
    mostly(
        st.fixed_dictionaries(
            {"type": st.sampled_from(["http", "apiKey", "oauth2", "openIdConnect", "mutualTLS", "none"])},
            optional={
                "scheme": st.one_of(st.sampled_from(["basic", "bearer", "digest"]), texts),
                "in": st.sampled_from(["header", "query", "cookie", "none"]),
                "name": texts,
                "openIdConnectUrl": texts,
                "flows": optional(clientCredentials=flows, authorizationCode=flows),
            },
        )
    ),
    max_size=3,
)
variables = st.dictionaries(texts, optional(default=texts, enum=st.lists(texts, max_size=2)), max_size=2)
servers = st.lists(optional(url=texts, description=texts, variables=variables), max_size=2)
descriptions = st.fixed_dictionaries(
    {
        "openapi": st.sampled_from(["3.0.3", "3.1.0", "3.1.1", "3.2.0"]),
        "info": mostly(optional(title=texts, version=texts, description=texts)),
        "paths": mostly(paths),
    },
    optional={
        "components": mostly(
            optional(
                schemas=mostly(st.dictionaries(st.one_of(st.sampled_from(NAMES), texts), schemas, max_size=5)),
                securitySchemes=schemes,
                parameters=st.dictionaries(texts, parameters, max_size=2),
                responses=responses,
            )
        ),
        "servers": mostly(servers),
        "tags": mostly(st.lists(optional(name=texts, description=texts), max_size=3)),
        "security": mostly(st.lists(st.dictionaries(texts, st.lists(texts, max_size=1), max_size=2), max_size=2)),
        "webhooks": mostly(paths),
    },
)
