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
from .model import Lifecycle, Pages, Transition, Verb
from .types import Json

PREFIX = "x-dovetail-"
Within = Callable[[Location, str], Location]
"""Finds the place of a value by the location of what it is in, and the JSON Pointer from there."""


@dataclass(frozen=True, slots=True)
class ResourceName:
    """The declared place of a path item in the tree of resources, and the name of its class."""

    path: tuple[str, ...]
    class_name: str


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
        """How an operation is paged, and its verbs; `properties` are the names of all that it takes."""
        read = self._read(operation.extensions, operation.location, shapes.OPERATION)
        pages = self._pages(read["x-dovetail-pages"], operation) if "x-dovetail-pages" in read else None
        verbs = read.get("x-dovetail-verbs", {})
        return pages, tuple(self._verb(name, verbs[name], operation, properties) for name in sorted(verbs))

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
        return tuple(read.get("x-dovetail-environment", ()))

    def _pages(self, value: Mapping[str, Json], operation: OperationObject) -> Pages:
        known = [parameter.name for parameter in operation.parameters]
        hidden = tuple(value.get("page", ()))
        for key, names in (("page", hidden), ("size", [value["size"]] if "size" in value else [])):
            self._check_names(names, known, operation.location, pointers.build(["x-dovetail-pages", key]))
        return Pages(items=value["items"], next=value["next"], size=value.get("size", ""), hidden=hidden)

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
