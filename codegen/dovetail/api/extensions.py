"""What an overlay may say of an API: the `x-dovetail-*` extensions, read with their faults as findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..findings import Finding, Location
from ..spec.objects import Operation as OperationObject
from ..spec.objects import Schema
from ..spec.objects import SecurityScheme as SecuritySchemeObject
from .model import Lifecycle, Pages, SecurityScheme, Transition, Verb
from .types import Json


@dataclass(frozen=True, slots=True)
class ResourceName:
    """The declared place of a path item in the tree of resources, and the name of its class."""

    path: tuple[str, ...]
    class_name: str


class Extensions:
    """Reads the extensions; what is not of the shape described is gathered in `findings`."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def resource(self, extensions: Mapping[str, Json], location: Location) -> ResourceName | None:
        """`x-dovetail-resource: {path: a.b, class: AB}` of a path item."""
        value = self._mapping(extensions, "x-dovetail-resource", location)
        if not value or not self._has(value, "x-dovetail-resource", ("path", "class"), location):
            return None
        return ResourceName(tuple(str(value["path"]).split(".")), str(value["class"]))

    def pages(self, operation: OperationObject) -> Pages | None:
        """`x-dovetail-pages: {items, next, size, page}` of an operation."""
        name = "x-dovetail-pages"
        value = self._mapping(operation.extensions, name, operation.location)
        if not value or not self._has(value, name, ("items", "next"), operation.location):
            return None
        hidden = tuple(self._names(value.get("page", ()), name, operation.location))
        pages = Pages(
            items=str(value["items"]), next=str(value["next"]), size=str(value.get("size", "")), hidden=hidden
        )
        known = {parameter.name for parameter in operation.parameters}
        self._check_names(name, [*hidden, *([pages.size] if pages.size else [])], known, operation.location)
        return pages

    def verbs(self, operation: OperationObject, properties: set[str]) -> tuple[Verb, ...]:
        """`x-dovetail-verbs: {verb: {fixed, properties, prefix, required, description}}` of an operation."""
        name = "x-dovetail-verbs"
        verbs = []
        for verb, value in sorted(self._mapping(operation.extensions, name, operation.location).items()):
            if not isinstance(value, Mapping):
                self._fault(f"{name}: {verb!r} must be an object", operation.location)
                continue
            taken = self._names(value.get("properties", ()), name, operation.location)
            fixed = value.get("fixed", {})
            self._check_names(name, [*taken, *fixed], properties, operation.location)
            required = self._names(value.get("required", ()), name, operation.location)
            self._check_names(name, required, set(taken), operation.location)
            verbs.append(
                Verb(
                    name=str(verb),
                    description=str(value.get("description", "")),
                    fixed=dict(sorted(fixed.items())),
                    properties=tuple(taken),
                    required=tuple(required),
                    prefix=str(value.get("prefix", "")),
                )
            )
        return tuple(verbs)

    def method(self, operation: OperationObject) -> str:
        """`x-dovetail-method` of an operation: the name of its method."""
        value = operation.extensions.get("x-dovetail-method", "")
        if not isinstance(value, str):
            self._fault("x-dovetail-method must be a string", operation.location)
            return ""
        return value

    def lifecycle(self, name: str, schema: Schema) -> Lifecycle | None:
        """`x-dovetail-lifecycle: {property, initial, request, transitions}` of a named schema."""
        keywords = schema.value if isinstance(schema.value, Mapping) else {}
        value = self._mapping(keywords, "x-dovetail-lifecycle", schema.location)
        needed = ("property", "initial", "transitions")
        if not value or not self._has(value, "x-dovetail-lifecycle", needed, schema.location):
            return None
        self._check_names(
            "x-dovetail-lifecycle", [str(value["property"])], set(keywords.get("properties", {})), schema.location
        )
        transitions = tuple(
            Transition(
                before=str(step.get("from", "")),
                after=str(step.get("to", "")),
                by=str(step.get("by", "client")),
                description=str(step.get("description", "")),
            )
            for step in value["transitions"]
            if isinstance(step, Mapping)
        )
        initial = tuple(str(state) for state in value["initial"])
        states = dict.fromkeys([*initial, *(s for step in transitions for s in (step.before, step.after))])
        return Lifecycle(
            schema=name,
            property=str(value["property"]),
            request=str(value.get("request", "")),
            initial=initial,
            states=tuple(states),
            transitions=transitions,
        )

    def security_scheme(self, scheme: SecuritySchemeObject) -> SecurityScheme:
        """A security scheme with its `x-dovetail-environment: [{username: VARIABLE, password: VARIABLE}]`."""
        name = "x-dovetail-environment"
        pairs = []
        declared = scheme.extensions.get(name, [])
        for pair in declared if isinstance(declared, list) else [declared]:
            if not isinstance(pair, Mapping):
                self._fault(f"{name} must be a list of objects", scheme.location)
            elif self._has(pair, name, ("username", "password"), scheme.location):
                pairs.append(pair)
        return SecurityScheme(
            name=scheme.name,
            type=scheme.type,
            scheme=scheme.scheme,
            description=scheme.description,
            environment=tuple({str(key): str(value) for key, value in pair.items()} for pair in pairs),
            location=scheme.location,
        )

    def _mapping(self, extensions: Mapping[str, Json], name: str, location: Location) -> Mapping[str, Json]:
        value = extensions.get(name, {})
        if isinstance(value, Mapping):
            return value
        self._fault(f"{name} must be an object", location)
        return {}

    def _names(self, value: Json, name: str, location: Location) -> list[str]:
        if isinstance(value, Sequence) and not isinstance(value, str):
            return [str(item) for item in value]
        self._fault(f"{name}: a list of names is needed, not {value!r}", location)
        return []

    def _has(self, value: Mapping[str, Json], name: str, keys: Sequence[str], location: Location) -> bool:
        missing = [key for key in keys if key not in value]
        if missing:
            self._fault(f"{name} needs {', '.join(repr(key) for key in missing)}", location)
        return not missing

    def _check_names(self, extension: str, names: Sequence[str], known: set[str], location: Location) -> None:
        for name in names:
            if name not in known:
                self._fault(f"{extension} names {name!r}, which this place does not have", location)

    def _fault(self, message: str, location: Location) -> None:
        self.findings.append(Finding("error", "invalid-extension", message, location))
