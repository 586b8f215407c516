"""What an API means: operations, resources, pages, verbs, security and life cycles; nothing of the document's form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from ..findings import Finding, Location
from .looks import Looks
from .types import Json, Type

ContentForm = Literal["json", "form", "multipart", "text", "binary", "events", "lines", "sequence"]
"""How content is written: `lines` is JSON Lines, `sequence` a JSON text sequence (RFC 7464), `events` server-sent."""


STREAMED: Final = ("binary", "events", "lines", "sequence")
"""The forms of answers that are read piece by piece."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of an operation, by its wire name; `place` is `path`, `query`, `querystring`, `header` or `cookie`.

    `media_type` is that of its text where `content` describes it (OAS 3.1, section 4.8.12.2.2), else empty.
    """

    name: str
    place: str
    type: Type
    style: str
    explode: bool
    media_type: str = ""
    allow_reserved: bool = False
    allow_empty: bool = False
    is_required: bool = False
    is_deprecated: bool = False
    default: Json = None
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How one property of a form or of multipart content is written; an empty `style` is none."""

    content_type: str = ""
    style: str = ""
    explode: bool = True
    allow_reserved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a body is in one media type; of a stream (`events`, `lines`, `sequence`) `type` is that of one item."""

    media_type: str
    form: ContentForm
    type: Type
    encoding: Mapping[str, Encoding] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What an operation takes as its request body, in one media type."""

    content: Content
    is_required: bool
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A documented header of an answer."""

    name: str
    type: Type
    explode: bool = False
    media_type: str = ""
    is_required: bool = False
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A step from an answer to another operation; parameters are runtime expressions or values (OAS 3.1, 4.8.20)."""

    name: str
    operation: str
    parameters: Mapping[str, Json] = field(default_factory=dict)
    body: Json = None
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an operation answers with one status (`200`, `4XX` or `default`); without contents there is no body."""

    status: str
    contents: tuple[Content, ...] = ()
    headers: tuple[Header, ...] = ()
    links: tuple[Link, ...] = ()
    description: str = ""

    @property
    def type(self) -> Type | None:
        """The type of the preferred content; `None` where there is none."""
        return self.contents[0].type if self.contents else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """A variable of a server's URL; without `values` it may be anything."""

    name: str
    default: str
    values: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where the API is served; `{name}` in the URL stands for a variable, and a relative URL for no known place."""

    url: str
    variables: tuple[Variable, ...] = ()
    description: str = ""


PagedBy = Literal["url", "link", "cursor", "last", "page", "offset"]
"""How the next page is asked for: by the URL in the body or in the header `Link`, by a cursor in the body or in the
last item, by the number of the page, or by that of the items before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """How a list is paged: JSON Pointers into an answer, and wire names of query parameters; empty where there is none.

    `items` of an answer that is the list is the empty pointer. `next` is the URL or the cursor; where pages go by the
    last item, it points into that item. `more` is a flag, `total` counts the items of all pages and `page_count` the
    pages; `current` is the number of this page. `parameter` asks for the next page and counts from `first`; `None` is
    unknown. `size` asks for so many items, at most `largest` unless it has a maximum. `hidden` are no arguments.
    """

    items: str = ""
    by: PagedBy = "url"
    next: str = ""
    parameter: str = ""
    first: int | None = None
    more: str = ""
    total: str = ""
    page_count: str = ""
    current: str = ""
    size: str = ""
    largest: int | None = None
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
    """One operation of the API, with one way to send its body and one kind of answer.

    A further way or kind is an operation with the same id, and `variant` says in words what sets it apart (`as form`).
    """

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
    security: tuple[Mapping[str, tuple[str, ...]], ...]
    """The alternatives, each a set of schemes that go together, with their scopes; none at all asks for nothing."""
    servers: tuple[Server, ...]
    """Its own servers, or those of its path; mostly none, which means those of the API."""
    is_deprecated: bool
    variant: str = ""

    @property
    def key(self) -> str:
        """What no other operation and variant has."""
        return f"{self.id} {self.variant}".rstrip()

    @property
    def successes(self) -> tuple[Answer, ...]:
        """The answers with a status of the 200s, or else the default."""
        found = tuple(answer for answer in self.answers if answer.status.startswith("2"))
        return found or tuple(answer for answer in self.answers if answer.status == "default")

    @property
    def form(self) -> ContentForm | None:
        """How a successful answer is written, where it is not all of it a value: `binary`, or one of the streams."""
        forms = (content.form for answer in self.successes for content in answer.contents)
        return next((form for form in forms if form in STREAMED), None)

    @property
    def success(self) -> Answer | None:
        """The first of the successes with content, or else the first, which is what a call returns."""
        with_content = [answer for answer in self.successes if answer.contents]
        return next(iter((*with_content, *self.successes)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """What a resource can do: a name, and the operation behind it."""

    name: str
    operation: Operation
    is_declared: bool = False
    """Whether the description itself says what it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A collection of the API: its place in the tree, the path parameters above it, its methods and children.

    `name` is what it is called below its parent; `parents` are the path parameters that are bound before it is reached.
    `said` are the names of its path as one says them: `repo`, `issues`, for the issues of one repo.
    """

    path: tuple[str, ...]
    name: str
    class_name: str
    description: str
    parents: tuple[str, ...]
    item: str
    methods: tuple[Method, ...]
    children: tuple[Resource, ...]
    said: tuple[str, ...] = ()
    is_declared: bool = False
    """Whether the description itself says what it is called."""

    @property
    def direct(self) -> tuple[Resource, ...]:
        """The children that are reached without an id."""
        return tuple(child for child in self.children if len(child.parents) == len(self.parents))

    @property
    def bound(self) -> tuple[Resource, ...]:
        """The children that belong to one item, all of which bind the same number of ids."""
        return tuple(child for child in self.children if len(child.parents) != len(self.parents))


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityScheme:
    """A way to prove who calls; `environment` names variables that credentials may come from, best first.

    `type` is `http` (with `scheme`), `apiKey` (`parameter` in `place`), `oauth2` (with `flows`), `openIdConnect` (with
    `url`) or `mutualTLS`. A flow is the Flow Object by its name, such as `clientCredentials`.
    """

    name: str
    type: str
    scheme: str
    parameter: str = ""
    place: str = ""
    flows: Mapping[str, Mapping[str, Json]] = field(default_factory=dict)
    url: str = ""
    description: str = ""
    environment: tuple[Mapping[str, str], ...] = ()
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
    servers: tuple[Server, ...]
    operations: tuple[Operation, ...]
    resources: tuple[Resource, ...]
    types: Mapping[str, Type]
    security_schemes: tuple[SecurityScheme, ...]
    lifecycles: tuple[Lifecycle, ...]
    findings: tuple[Finding, ...]
    looks: Looks | None = None
    """Who looked into which types; `None` where the description comes near a limit, and so all depends on all."""
