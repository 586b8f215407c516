"""An operation of the API, as data: what may be sent, what comes back, and the rules between its arguments."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, Generic, Literal, TypeAlias

from typing_extensions import TypedDict, TypeVar

from ..wire.media import JSON, ContentForm, form_of
from .kinds import Kind, String
from .readers import PlainReader, Reader

T = TypeVar("T")
H = TypeVar("H", default=Mapping[str, object])
TEXT = String()

Place: TypeAlias = Literal["path", "query", "querystring", "header", "cookie", "body", "content"]
"""Where a value goes: `body` is a property of the body, `content` the whole of it."""


class CallOptions(TypedDict, total=False):
    """What every call accepts and never sends."""

    request_timeout: float | None
    """Seconds to wait for a connection and then for data, for this call alone; `None` waits for ever."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its Python name, its name on the wire, what it must be and where it goes.

    `path`, `query`, `querystring`, `header`, `cookie`, `field` (a property of the body) and `content` (the whole body)
    make one for each place. `style` and `explode` are OpenAPI's, `None` its defaults. `media_type` is that of the text
    of a parameter that OpenAPI describes by `content`; `content_type` is that of the part in a multipart body.
    """

    name: str
    wire: str
    kind: Kind = TEXT
    place: Place = "query"
    is_required: bool = False
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    is_secret: bool = False
    allow_empty: bool = False
    media_type: str = ""
    content_type: str = ""


path = partial(Parameter, place="path", is_required=True)
query = partial(Parameter, place="query")
querystring = partial(Parameter, place="querystring")
header = partial(Parameter, place="header")
cookie = partial(Parameter, place="cookie")
field = partial(Parameter, place="body")


def content(name: str, kind: Kind = TEXT, *, is_required: bool = False, is_secret: bool = False) -> Parameter:
    """Give the parameter that is the whole body."""
    return Parameter(name, "", kind, "content", is_required, is_secret=is_secret)


@dataclass(frozen=True, slots=True)
class Returns:
    """What an answer of one status holds: `200`, `4XX` or `default`; an empty `media_type` is no content.

    `type` is any type that pydantic can read; of a stream (server-sent events, JSON lines or sequences) that of one
    item, of text mostly `str` and of binary content `bytes`.
    """

    status: str
    media_type: str = JSON
    type: Any = None


@dataclass(frozen=True, slots=True)
class Link:
    """A step from an answer to another operation (OAS 3.1 section 4.8.20).

    `parameters` are by the Python names of the target, `body` is the whole of its body; texts that begin with `$` or
    hold `{$…}` are runtime expressions.
    """

    name: str
    target: Callable[[], Operation[Any, Any]]
    parameters: Mapping[str, object] = dataclasses.field(default_factory=dict[str, object])
    body: object = None


Given: TypeAlias = Mapping[str, object]
"""Arguments by wire name."""


@dataclass(frozen=True, slots=True)
class Requires:
    """When every property in `when` has one of its values (`None`: any), all of `names` must be there."""

    when: Mapping[str, Sequence[object] | None]
    names: Sequence[str]

    def check(self, given: Given, python: Mapping[str, str]) -> str | None:
        """Say what is missing."""
        for wire, values in self.when.items():
            if wire not in given or (values is not None and given[wire] not in values):
                return None
        missing = _listed([wire for wire in self.names if wire not in given], python)
        told = {wire: python.get(wire, wire) for wire in self.when}
        reasons = [told[w] if values is None else f"{told[w]}={given[w]!r}" for w, values in self.when.items()]
        return f"{' and '.join(reasons)} needs {missing}" if missing else None


@dataclass(frozen=True, slots=True)
class OneOf:
    """Exactly one of the groups must be complete."""

    groups: Sequence[Sequence[str]]

    def check(self, given: Given, python: Mapping[str, str]) -> str | None:
        """Say which groups there are, if none or several are complete."""
        if sum(all(wire in given for wire in group) for group in self.groups) == 1:
            return None
        return "give exactly one of " + "; ".join(_listed(group, python) for group in self.groups)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the groups must be complete."""

    groups: Sequence[Sequence[str]]

    def check(self, given: Given, python: Mapping[str, str]) -> str | None:
        """Say which groups there are, if none is complete."""
        if any(all(wire in given for wire in group) for group in self.groups):
            return None
        return "give at least one of " + "; ".join(_listed(group, python) for group in self.groups)


@dataclass(frozen=True, slots=True)
class Excludes:
    """The names must not be there all together."""

    names: Sequence[str]

    def check(self, given: Given, python: Mapping[str, str]) -> str | None:
        """Say which cannot go together."""
        return f"{_listed(self.names, python)} exclude each other" if all(n in given for n in self.names) else None


def _listed(wires: Sequence[str], python: Mapping[str, str]) -> str:
    return " and ".join(python.get(wire, wire) for wire in wires)


Rule: TypeAlias = Requires | OneOf | AnyOf | Excludes


PagedBy: TypeAlias = Literal["url", "link", "cursor", "last", "page", "offset"]
"""How the next page is asked for: by a URL in the body or in the header `Link` (RFC 8288), by a cursor in the body or
in the last item, by the number of the page, or by the number of items before it."""


@dataclass(frozen=True, slots=True)
class Pages:
    """How a list goes on: JSON Pointers into an answer, and Python names of parameters.

    `next` is the URL or the cursor, in the last item where pages go by that. `parameter` asks for the next page;
    `first` is what it counts from, and `current` where the answer says the number of its page, if that is unknown.
    `more` is a flag, `total` counts all items and `page_count` all pages. `size` asks for so many items, `largest` at
    most.
    """

    items: str
    next: str = ""
    size: str | None = None
    by: PagedBy = dataclasses.field(default="url", kw_only=True)
    parameter: str = dataclasses.field(default="", kw_only=True)
    first: int | None = dataclasses.field(default=None, kw_only=True)
    more: str = dataclasses.field(default="", kw_only=True)
    total: str = dataclasses.field(default="", kw_only=True)
    page_count: str = dataclasses.field(default="", kw_only=True)
    current: str = dataclasses.field(default="", kw_only=True)
    largest: int | None = dataclasses.field(default=None, kw_only=True)


@dataclass(frozen=True, eq=False)
class Operation(Generic[T, H]):
    """One operation of the API description.

    `returns` is what its successful answers hold: the type of every 2xx in JSON, `None` where there is no content, or
    a tuple of `Returns` where statuses or media types differ. `errors` are the other documented answers, `headers`
    those of the answers. `body` is the media type of the request body. `is_open` lets through names that are not in
    `parameters`, as properties of the body. `security` are the alternatives, each a tuple of the schemes whose
    credentials go together; none at all sends none, and `None` is whatever the client has. `server` is the URL of a
    server of its own. `fixed` are arguments that every call has, by their Python names. `is_plain` leaves successful
    answers as the JSON that they are.
    """

    id: str
    method: str
    path: str
    parameters: tuple[Parameter, ...] = ()
    returns: Any = None
    errors: tuple[Returns, ...] = dataclasses.field(default=(), kw_only=True)
    headers: tuple[Parameter, ...] = dataclasses.field(default=(), kw_only=True)
    links: tuple[Link, ...] = dataclasses.field(default=(), kw_only=True)
    body: str | None = dataclasses.field(default=None, kw_only=True)
    body_required: bool = dataclasses.field(default=False, kw_only=True)
    rules: tuple[Rule, ...] = dataclasses.field(default=(), kw_only=True)
    pages: Pages | None = dataclasses.field(default=None, kw_only=True)
    is_open: bool = dataclasses.field(default=False, kw_only=True)
    security: tuple[tuple[str, ...], ...] | None = dataclasses.field(default=None, kw_only=True)
    server: str | None = dataclasses.field(default=None, kw_only=True)
    fixed: Mapping[str, object] = dataclasses.field(default_factory=dict[str, object], kw_only=True)
    is_plain: bool = dataclasses.field(default=False, kw_only=True)

    @cached_property
    def plain(self) -> Operation[Any, H]:
        """The same operation, but its answers are plain JSON values: faster, and not compared with the description."""
        return dataclasses.replace(self, is_plain=True)

    @cached_property
    def table(self) -> Mapping[str, Parameter]:
        """The parameters by their Python names."""
        return {parameter.name: parameter for parameter in self.parameters}

    @cached_property
    def required(self) -> frozenset[str]:
        """The Python names of the parameters that every call must give."""
        return frozenset(parameter.name for parameter in self.parameters if parameter.is_required)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The Python names by the names on the wire; those of the body come first where two agree."""
        ordered = sorted(self.parameters, key=lambda parameter: parameter.place == "body")
        return {parameter.wire: parameter.name for parameter in ordered}

    @cached_property
    def template(self) -> tuple[str, ...]:
        """The path in pieces: text and, at the odd places, wire names of parameters."""
        return tuple(re.split(r"\{([^{}]*)\}", self.path))

    @cached_property
    def form(self) -> ContentForm | None:
        """How the request body is written, where there is one."""
        return form_of(self.body) if self.body else None

    @cached_property
    def successes(self) -> tuple[Reader, ...]:
        """What reads a successful answer, the preferred one first."""
        returns: object = self.returns
        reader = PlainReader if self.is_plain else Reader
        if isinstance(returns, tuple):
            return tuple(reader(it.status, it.media_type, it.type) for it in self.returns)
        return (reader("2XX", "" if returns is None else JSON, returns),)

    @cached_property
    def failures(self) -> tuple[Reader, ...]:
        """What reads any other documented answer."""
        return tuple(Reader(it.status, it.media_type, it.type) for it in self.errors)

    @cached_property
    def accept(self) -> str:
        """The value of `Accept`: every media type in which the operation answers."""
        return ", ".join(dict.fromkeys(it.media_type for it in self.successes if it.media_type)) or JSON
