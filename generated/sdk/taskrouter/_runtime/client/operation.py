"""An operation of the API, as data: what may be sent, what comes back, and the rules between its arguments."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as attribute
from functools import cached_property, partial
from typing import Any, Generic, TypeAlias, TypeVar

from pydantic import TypeAdapter
from typing_extensions import TypedDict

from ..wire.styles import Place
from .kinds import Kind, String

T = TypeVar("T")
TEXT = String()


class CallOptions(TypedDict, total=False):
    """What every call accepts and never sends."""

    request_timeout: float
    """Seconds to wait for a connection and then for data, for this call alone."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its Python name, its name on the wire, what it must be and where it goes.

    `path`, `query`, `header`, `cookie` and `field` (a property of the body) make one for each place. In a JSON body,
    the wire name `""` is the whole body. `style` and `explode` are OpenAPI's, `None` its defaults.
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


path = partial(Parameter, place="path", is_required=True)
query = partial(Parameter, place="query")
header = partial(Parameter, place="header")
cookie = partial(Parameter, place="cookie")
field = partial(Parameter, place="body")


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


@dataclass(frozen=True, slots=True)
class Pages:
    """The answer names the URL of the next page.

    `items` and `next` are JSON Pointers into the answer; `size` is the Python name of the parameter for the page size.
    """

    items: str
    next: str
    size: str | None = None


@dataclass(frozen=True, eq=False)
class Operation(Generic[T]):
    """One operation of the API description.

    `returns` is any type that pydantic can read, `None` where the answer has no content. `body` is the media type of
    the request body. `is_open` lets through names that are not in `parameters`, as properties of the body.
    `security` names the schemes whose credentials go with the request; `None` is all that the client has.
    `fixed` are arguments that every call has, by their Python names.
    """

    id: str
    method: str
    path: str
    parameters: tuple[Parameter, ...] = ()
    returns: Any = None
    body: str | None = attribute(default=None, kw_only=True)
    body_required: bool = attribute(default=False, kw_only=True)
    rules: tuple[Rule, ...] = attribute(default=(), kw_only=True)
    pages: Pages | None = attribute(default=None, kw_only=True)
    is_open: bool = attribute(default=False, kw_only=True)
    security: tuple[str, ...] | None = attribute(default=None, kw_only=True)
    fixed: Mapping[str, object] = attribute(default_factory=dict[str, object], kw_only=True)

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
    def reader(self) -> TypeAdapter[T]:
        """What reads the body of an answer; made once, when first needed."""
        return TypeAdapter(self.returns)
