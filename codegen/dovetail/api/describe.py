"""The describe stage: from OpenAPI objects to what the API means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count, groupby
from operator import attrgetter
from pathlib import PurePath

from ..errors import SpecError
from ..findings import Finding, Location
from ..spec.objects import Operation as OperationObject
from ..spec.objects import Parameter as ParameterObject
from ..spec.objects import Server as ServerObject
from ..spec.objects import Spec
from .contents import answer_kinds, answer_of, contents_of, is_markup, members, word
from .extensions import PAGES, Extensions, Within
from .extent import Counted
from .inline import name_inline
from .lifecycles import settable
from .looks import Looks, of_operation
from .model import Answer, Api, Body, Content, Lifecycle, Operation, Parameter, SecurityScheme
from .paging import recognised
from .resources import in_order, resources_of
from .schemas import Schemas
from .security import schemes_of, security_of
from .servers import servers_of
from .types import Type


def describe(spec: Spec, within: Within = lambda location, _: location) -> Api:
    """Say what the description means; `within` finds the places of faults in extensions.

    Raises `SpecError` if an extension is wrong.
    """
    extensions = Extensions(within)
    looks = Looks()
    for name in spec.entered:
        looks.note(name)
    counted = Counted(spec.characters)
    describer = _Describer(Schemas(spec.schemas, looks, counted), spec.servers, extensions, looks, counted)
    describer.findings.extend(spec.findings)
    if not spec.operations:
        message = "there is no operation to generate, and what is written can call nothing; describe some under `paths`"
        place = within(Location(spec.source), "/paths")
        describer.findings.append(Finding("warning", "no-operation", message, place))
    describer.schemes = schemes_of(spec.security_schemes, extensions, describer.findings)
    lifecycles = [extensions.lifecycle(name, schema) for name, schema in sorted(spec.schemas.items())]
    cycles = tuple(lifecycle for lifecycle in lifecycles if lifecycle)
    items = in_order(spec.paths)
    operations = {
        described.operation_id: describer.operations(described, cycles)
        for item in items
        for described in item.operations
    }
    named, types = name_inline([one for variants in operations.values() for one in variants], describer.types, looks)
    operations = {key: tuple(variants) for key, variants in groupby(named, key=attrgetter("id"))}
    resources = resources_of(items, operations, extensions, spec.tags, types)
    if extensions.findings:
        raise SpecError(extensions.findings)
    return Api(
        source=PurePath(spec.source).name,
        title=spec.title,
        version=spec.api_version,
        description=spec.description,
        servers=servers_of(spec.servers),
        operations=named,
        resources=resources,
        types=types,
        security_schemes=describer.schemes,
        lifecycles=cycles,
        findings=tuple(describer.findings),
        looks=None if describer.schemas.is_near_limits or counted.extent.is_large else looks,
    )


@dataclass(slots=True)
class _Describer:
    """Describes operations; `types` are the named types, and grow by those that get their names from operations."""

    schemas: Schemas
    servers: tuple[ServerObject, ...]
    extensions: Extensions
    looks: Looks
    counted: Counted
    findings: list[Finding] = field(default_factory=list[Finding])
    schemes: tuple[SecurityScheme, ...] = ()

    @property
    def types(self) -> dict[str, Type]:
        """The types that have a name."""
        return self.schemas.types

    def operations(self, described: OperationObject, lifecycles: tuple[Lifecycle, ...]) -> tuple[Operation, ...]:
        """The operation, and its variants."""
        self.looks.by = of_operation(described.method, described.path)
        bodies, answers = self._bodies(described), self._answers(described)
        kinds = answer_kinds(answers)
        ways: list[tuple[str, Body | None, tuple[Answer, ...]]] = [("", bodies[0] if bodies else None, kinds[0][1])]
        ways += [(f"as {word(other.content.media_type)}", other, kinds[0][1]) for other in bodies[1:]]
        ways += [(variant, bodies[0] if bodies else None, kind) for variant, kind in kinds[1:]]
        known = {parameter.name for parameter in described.parameters}
        noted = self.looks.into(self.types)
        for offered in bodies:
            known |= {member.name for member in members(offered.content.type, noted)}
        pages, verbs = self.extensions.operation(described, known)
        plain = Operation(
            id=described.operation_id,
            method=described.method,
            path=described.path,
            summary=described.summary,
            description=described.description,
            parameters=tuple(self._parameter(parameter) for parameter in described.parameters),
            body=None,
            answers=(),
            pages=pages,
            verbs=verbs,
            security=security_of(described, self.schemes),
            servers=servers_of(described.servers) if described.servers != self.servers else (),
            is_deprecated=described.is_deprecated,
        )
        variants: dict[str, Operation] = {}
        for wanted, body, kind in ways:
            variant = next(name for name in _numbered(wanted) if name not in variants)
            operation = replace(plain, variant=variant, body=body, answers=kind)
            self.counted.operation(operation, described.location, noted)
            if variant:
                operation = replace(operation, pages=None, verbs=())
            elif pages:
                self.extensions.pages(pages, described, operation, noted)
            elif PAGES not in described.extensions:
                operation = replace(operation, pages=recognised(operation, self.types, self.looks))
            variants[variant] = settable(operation, lifecycles, noted)
        return tuple(variants.values())

    def _parameter(self, parameter: ParameterObject) -> Parameter:
        schema = parameter.schema or (parameter.content.schema if parameter.content else None)
        return Parameter(
            name=parameter.name,
            place=parameter.place,
            type=self.schemas.type_of(schema),
            style=parameter.style,
            explode=parameter.explode,
            media_type=parameter.content.name if parameter.content else "",
            allow_reserved=parameter.allow_reserved,
            allow_empty=parameter.allow_empty_value,
            is_required=parameter.is_required,
            is_deprecated=parameter.is_deprecated,
            default=self.schemas.annotation(schema, "default"),
            description=parameter.description,
        )

    def _bodies(self, described: OperationObject) -> list[Body]:
        request = described.request_body
        if request is None:
            return []
        contents = contents_of(request.content, self.schemas.type_of, self.looks.into(self.types))
        for content in contents[:1]:
            self._tell_of_markup(described, content, "request body")
        return [
            Body(content=content, is_required=request.is_required, description=request.description)
            for content in contents
        ]

    def _answers(self, described: OperationObject) -> list[Answer]:
        ordered = sorted(described.responses, key=lambda response: response.status)
        noted = self.looks.into(self.types)
        answers = [answer_of(response, self.schemas.type_of, noted) for response in ordered]
        for answer in answers:
            for content in answer.contents[:1] if answer.status.startswith("2") else ():
                self._tell_of_markup(described, content, f"answer {answer.status}")
        return answers

    def _tell_of_markup(self, described: OperationObject, content: Content, what: str) -> None:
        if content.form == "text" and is_markup(content.media_type):
            message = f"the {what} of {described.operation_id} is {content.media_type} alone, and is spoken as text"
            self.findings.append(Finding("warning", "markup-as-text", message, described.location))


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name} {number}" for number in count(2))
