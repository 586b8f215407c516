"""The description, resolved: frozen dataclasses named as in the OpenAPI Specification 3.1.

No `$ref` is left but `{"$ref": "#/components/schemas/NAME"}` inside schemas; every other reference has been followed,
path-item parameters have been merged into the operations, and 3.0 forms have been lifted to 3.1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from ..findings import Finding, Location

ParameterLocation = Literal["path", "query", "querystring", "header", "cookie"]
Json = Any
"""A JSON value: dict, list, str, int, float, bool or None."""


@dataclass(frozen=True, slots=True)
class Schema:
    """A Schema Object: JSON Schema 2020-12 as a JSON value, whose only references are to named schemas."""

    value: Mapping[str, Json] | bool
    location: Location


@dataclass(frozen=True, slots=True)
class Example:
    """An Example Object with its name (empty for the unnamed `example`); `serialized` is how it is written (3.2)."""

    name: str
    value: Json
    summary: str
    location: Location
    serialized: str | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """A Header Object of a response, or of an encoding."""

    name: str
    schema: Schema | None
    description: str
    is_required: bool
    explode: bool
    content: tuple[MediaType, ...]
    location: Location
    extensions: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Encoding:
    """An Encoding Object: how one property of a form or multipart body is written.

    `is_styled` says that the object speaks of style at all; otherwise its media type decides (OAS 3.1, 4.8.15.1.1).
    """

    property: str
    content_type: str | None
    style: str
    explode: bool
    allow_reserved: bool
    is_styled: bool
    headers: tuple[Header, ...]
    location: Location
    encoding: tuple[Encoding, ...] = ()
    prefix_encoding: tuple[Encoding, ...] = ()
    item_encoding: Encoding | None = None


@dataclass(frozen=True, slots=True)
class MediaType:
    """A Media Type Object under its name, such as `application/json`."""

    name: str
    schema: Schema | None
    item_schema: Schema | None
    encoding: tuple[Encoding, ...]
    examples: tuple[Example, ...]
    location: Location
    extensions: Mapping[str, Json] = field(default_factory=dict)
    prefix_encoding: tuple[Encoding, ...] = ()
    """How the parts of a body that is an array are written, by place (3.2)."""
    item_encoding: Encoding | None = None
    """How all further parts, or all items of a stream, are written (3.2)."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A Parameter Object; exactly one of `schema` and `content` is set, `style` and `explode` have their defaults."""

    name: str
    place: ParameterLocation
    schema: Schema | None
    content: MediaType | None
    style: str
    explode: bool
    is_required: bool
    is_deprecated: bool
    allow_reserved: bool
    allow_empty_value: bool
    description: str
    examples: tuple[Example, ...]
    location: Location
    extensions: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RequestBody:
    """A Request Body Object."""

    content: tuple[MediaType, ...]
    is_required: bool
    description: str
    location: Location
    extensions: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Link:
    """A Link Object: the operation it leads to, and the runtime expressions of its arguments."""

    name: str
    operation_id: str
    parameters: Mapping[str, Json]
    request_body: Json
    description: str
    location: Location
    server: Server | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """A Response Object under its status: `200`, `4XX` or `default`."""

    status: str
    description: str
    headers: tuple[Header, ...]
    content: tuple[MediaType, ...]
    links: tuple[Link, ...]
    location: Location
    extensions: Mapping[str, Json] = field(default_factory=dict)
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Server:
    """A Server Object; `variables` gives each variable's default and allowed values."""

    url: str
    description: str
    variables: Mapping[str, tuple[str, tuple[str, ...]]]
    location: Location
    name: str = ""


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """A Security Scheme Object under its component name; `value` is the object as written."""

    name: str
    type: str
    scheme: str
    description: str
    value: Mapping[str, Json]
    location: Location
    extensions: Mapping[str, Json] = field(default_factory=dict)
    is_deprecated: bool = False


SecurityRequirement = Mapping[str, tuple[str, ...]]
"""A Security Requirement Object: scheme name to scopes; all of them together. An empty one allows anonymous calls."""


@dataclass(frozen=True, slots=True)
class Operation:
    """An Operation Object, with what it inherits from its path item and the description filled in."""

    operation_id: str
    method: str
    """Upper case, as on the wire."""
    path: str
    summary: str
    description: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    request_body: RequestBody | None
    responses: tuple[Response, ...]
    callbacks: Mapping[str, tuple[PathItem, ...]]
    security: tuple[SecurityRequirement, ...]
    servers: tuple[Server, ...]
    is_deprecated: bool
    location: Location
    extensions: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PathItem:
    """A Path Item Object under its path, webhook name or callback expression."""

    path: str
    operations: tuple[Operation, ...]
    summary: str
    description: str
    location: Location
    extensions: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Spec:
    """A whole description, resolved. `value` is the same as one plain OAS 3.1 object, for tools that take one."""

    source: str
    """Where it was read, as the user named it."""
    version: str
    """The `openapi` field as written, such as `3.0.4`."""
    title: str
    api_version: str
    description: str
    servers: tuple[Server, ...]
    paths: tuple[PathItem, ...]
    webhooks: tuple[PathItem, ...]
    schemas: Mapping[str, Schema]
    security_schemes: Mapping[str, SecurityScheme]
    tags: Mapping[str, str]
    value: Mapping[str, Json]
    findings: tuple[Finding, ...]
    extensions: Mapping[str, Json] = field(default_factory=dict)
    entered: frozenset[str] = frozenset()
    """The schemas within which a reference ends, by their keys among the components."""
    characters: int = 0
    """How much text was read for it."""

    @property
    def operations(self) -> tuple[Operation, ...]:
        """Every operation of every path, in the order of the document."""
        return tuple(operation for item in self.paths for operation in item.operations)
