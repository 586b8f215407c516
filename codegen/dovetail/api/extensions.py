"""What an overlay may say of an API: the `x-dovetail-*` extensions, read with their faults as findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from ..document import pointers
from ..findings import Finding, Location
from ..spec.objects import Operation as OperationObject
from ..spec.objects import PathItem, Schema
from ..spec.objects import SecurityScheme as SecuritySchemeObject
from . import shapes
from .model import Lifecycle, Operation, Pages, Transition, Verb
from .paging import array_at, at
from .types import Anything, Json, Map, Object, Type, Union

PREFIX = "x-dovetail-"
PAGES = "x-dovetail-pages"
"""The extension that says how a list is paged, or that it is not."""

Types = Mapping[str, Type]
Within = Callable[[Location, str], Location]
"""Finds the place of a value by the location of what it is in, and the JSON Pointer from there."""


@dataclass(frozen=True, slots=True)
class ResourceName:
    """The declared place of a path item in the tree of resources, and the name of its class."""

    path: tuple[str, ...]
    class_name: str


_PARTS = ("username", "password", "token", "client_id", "client_secret")
"""What credentials are made of, in the order in which people say it."""


class Extensions:
    """Reads the extensions; what is not of the shape described is gathered in `findings`."""

    def __init__(self, within: Within) -> None:
        self.findings: list[Finding] = []
        self._within = within

    def resource(self, item: PathItem) -> ResourceName | None:
        """`x-dovetail-resource: {path: a.b, class: AB}` of a path item."""
        value = self._read(item.extensions, item.location, shapes.PATH_ITEM).get("x-dovetail-resource")
        return ResourceName(tuple(value["path"].split(".")), value["class"]) if value else None

    def operation(self, operation: OperationObject, properties: set[str]) -> tuple[Pages | None, tuple[Verb, ...]]:
        """How an operation is declared to be paged, and its verbs; `properties` are the names of all that it takes."""
        read = self._read(operation.extensions, operation.location, shapes.OPERATION)
        declared = read.get(PAGES)
        pages = self._pages(declared, operation) if declared else None
        verbs = read.get("x-dovetail-verbs", {})
        return pages, tuple(self._verb(name, verbs[name], operation, properties) for name in sorted(verbs))

    def pages(self, declared: Pages, operation: OperationObject, described: Operation, types: Types) -> None:
        """Check the pointers of declared pages against the answer that they point into."""
        answer = described.success.type if described.success else None
        pointers_of = {key: getattr(declared, key) for key in ("next", "more", "total", "page_count")}
        array = array_at(answer, declared.items, types) if answer else None
        if array is None:
            self._fault(
                f"there is no array at {declared.items!r}", operation.location, pointers.build([PAGES, "items"])
            )
            return
        for key, pointer in pointers_of.items():
            within = array.items if declared.by == "last" and key == "next" else answer
            if pointer and within and not _may_hold(within, pointer, types):
                place = pointers.build([PAGES, key])
                self._fault(f"there is nothing at {pointer!r}", operation.location, place)

    def method(self, operation: OperationObject) -> str:
        """`x-dovetail-method` of an operation: the name of its method; its faults are told with the operation."""
        value = operation.extensions.get("x-dovetail-method", "")
        return value if isinstance(value, str) else ""

    def lifecycle(self, name: str, schema: Schema) -> Lifecycle | None:
        """`x-dovetail-lifecycle: {property, initial, request, transitions}` of a named schema."""
        extension = "x-dovetail-lifecycle"
        keywords = schema.value if isinstance(schema.value, Mapping) else {}
        value = self._read(keywords, schema.location, shapes.SCHEMA).get(extension)
        if not value:
            return None
        place = (schema.location, pointers.build([extension, "property"]))
        self._check_names([value["property"]], keywords.get("properties", {}), *place)
        transitions = tuple(
            Transition(
                before=step["from"],
                after=step["to"],
                by=step.get("by", "client"),
                description=step.get("description", ""),
            )
            for step in value["transitions"]
        )
        states = dict.fromkeys([*value["initial"], *(s for step in transitions for s in (step.before, step.after))])
        return Lifecycle(
            schema=name,
            property=value["property"],
            request=value.get("request", ""),
            initial=tuple(value["initial"]),
            states=tuple(states),
            transitions=transitions,
        )

    def environment(self, scheme: SecuritySchemeObject) -> tuple[Mapping[str, str], ...]:
        """`x-dovetail-environment: [{username: VARIABLE, password: VARIABLE}]` of a security scheme, best first."""
        read = self._read(scheme.extensions, scheme.location, shapes.SECURITY_SCHEME)
        entries = read.get("x-dovetail-environment", ())
        return tuple({part: entry[part] for part in _PARTS if part in entry} for entry in entries)

    def _pages(self, value: Mapping[str, Json], operation: OperationObject) -> Pages:
        known = [parameter.name for parameter in operation.parameters if parameter.place == "query"]
        hidden = tuple(value.get("page", ()))
        single = [(key, [value[key]]) for key in ("size", "parameter") if key in value]
        for key, names in (("page", hidden), *single):
            self._check_names(names, known, operation.location, pointers.build([PAGES, key]))
        given = {key: told for key, told in value.items() if key != "page"}
        first = given.pop("first", {"page": 1, "offset": 0}.get(given.get("by", "")))
        return Pages(**given, first=first, hidden=hidden)

    def _verb(self, name: str, value: Mapping[str, Json], operation: OperationObject, properties: set[str]) -> Verb:
        taken, fixed, required = value.get("properties", ()), value.get("fixed", {}), value.get("required", ())
        for key, names, known in (
            ("properties", taken, properties),
            ("fixed", fixed, properties),
            ("required", required, taken),
        ):
            place = pointers.build(["x-dovetail-verbs", name, key])
            self._check_names(names, known, operation.location, place)
        return Verb(
            name=name,
            description=value.get("description", ""),
            fixed=dict(sorted(fixed.items())),
            properties=tuple(taken),
            required=tuple(required),
            prefix=value.get("prefix", ""),
        )

    def _read(self, extensions: Mapping[str, Json], location: Location, known: Mapping[str, Json]) -> dict[str, Json]:
        """The extensions of ours at a place, those of the right shape."""
        read = {}
        for name in sorted(key for key in extensions if key.startswith(PREFIX)):
            if name not in known:
                self._unknown(name, known, location, pointers.build([name]))
                continue
            faults = shapes.violations(name, extensions[name])
            for tokens, message in faults:
                self._fault(f"{name}: {message}; correct it", location, pointers.build([name, *tokens]))
            if not faults:
                read[name] = extensions[name]
        return read

    def _check_names(self, names: Iterable[str], known: Iterable[str], location: Location, pointer: str) -> None:
        for name in names:
            if name not in known:
                self._unknown(name, known, location, pointer)

    def _unknown(self, name: str, known: Iterable[str], location: Location, pointer: str) -> None:
        near = get_close_matches(name, known, 1)
        remedy = f"did you mean {near[0]!r}?" if near else "correct or remove the name"
        self._fault(f"there is no {name!r} here; {remedy}", location, pointer)

    def _fault(self, message: str, location: Location, pointer: str) -> None:
        self.findings.append(Finding("error", "invalid-extension", message, self._within(location, pointer)))


def _may_hold(meaning: Type, pointer: str, types: Types) -> bool:
    """Whether there can be a value at a pointer: what is described in no detail may hold anything."""
    tokens = pointer.split("/")[1:]
    for length in range(len(tokens)):
        above = at(meaning, "".join(f"/{token}" for token in tokens[:length]), types)
        if above is None or not isinstance(above, Object):
            return isinstance(above, Anything | Map | Union)
    above = at(meaning, "".join(f"/{token}" for token in tokens[:-1]), types)
    is_open = isinstance(above, Object) and (above.additional is not None and above.is_open)
    return is_open or at(meaning, pointer, types) is not None
