"""What an API means: operations, resources, pages, verbs, security and life cycles; nothing of the document's form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..findings import Finding, Location
from .types import Json, Object, Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of an operation, by its wire name; `place` is `path`, `query`, `header` or `cookie`.

    `media_type` is that of its text where `content` describes it (OAS 3.1, section 4.8.12.2.2), else empty.
    """

    name: str
    place: str
    type: Type
    style: str
    explode: bool
    media_type: str = ""
    allow_reserved: bool = False
    is_required: bool = False
    is_deprecated: bool = False
    default: Json = None
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What an operation takes as its request body: an object, in one media type."""

    media_type: str
    type: Object
    is_required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an operation answers with one status; `type` is `None` where there is no content."""

    status: str
    media_type: str
    type: Type | None
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """How a list is paged: JSON Pointers to the items and to the absolute URL of the next page, and the parameters."""

    items: str
    next: str
    size: str = ""
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A named use of an operation: fixed values, the properties it takes, and the prefix their names drop."""

    name: str
    description: str
    fixed: Mapping[str, Json]
    properties: tuple[str, ...]
    required: tuple[str, ...]
    prefix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation of the API."""

    id: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Parameter, ...]
    body: Body | None
    answers: tuple[Answer, ...]
    pages: Pages | None
    verbs: tuple[Verb, ...]
    security: tuple[str, ...]
    is_deprecated: bool

    @property
    def success(self) -> Answer | None:
        """The first answer with a status of the 200s, which is what a call returns."""
        return next((answer for answer in self.answers if answer.status.startswith("2")), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """What a resource can do: a name, and the operation behind it."""

    name: str
    operation: Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A collection of the API: its place in the tree, the path parameters above it, its methods and children.

    `name` is what it is called below its parent.
    """

    path: tuple[str, ...]
    name: str
    class_name: str
    description: str
    parents: tuple[str, ...]
    item: str
    methods: tuple[Method, ...]
    children: tuple[Resource, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityScheme:
    """A way to prove who calls; `environment` names variables that credentials may come from, best first."""

    name: str
    type: str
    scheme: str
    description: str
    environment: tuple[Mapping[str, str], ...]
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """A step of a life cycle, and who takes it: the `client` by a request, or the `server` by itself."""

    before: str
    after: str
    by: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifecycle:
    """The states that a property of a schema goes through; `request` is the body property that asks for a step."""

    schema: str
    property: str
    request: str
    initial: tuple[str, ...]
    states: tuple[str, ...]
    transitions: tuple[Transition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """The meaning of a whole description; `source` is the name of its file, without the folder."""

    source: str
    title: str
    version: str
    description: str
    base_url: str
    operations: tuple[Operation, ...]
    resources: tuple[Resource, ...]
    types: Mapping[str, Type]
    security_schemes: tuple[SecurityScheme, ...]
    lifecycles: tuple[Lifecycle, ...]
    findings: tuple[Finding, ...]
