"""The describe stage: from OpenAPI objects to what the API means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count
from pathlib import PurePath

from ..errors import SpecError
from ..findings import Finding
from ..spec.objects import MediaType, Schema, Spec
from ..spec.objects import Operation as OperationObject
from ..spec.objects import Parameter as ParameterObject
from .extensions import Extensions, Within
from .inheritance import inherited
from .lifecycles import settable
from .model import Answer, Api, Body, Operation, Parameter
from .resources import in_order, resources_of
from .schemas import type_of
from .types import Array, Object, Reference, Type

BODY_MEDIA_TYPES = ("application/json", "application/x-www-form-urlencoded")
"""What a request body can be written as, best first."""


def describe(spec: Spec, within: Within = lambda location, _: location) -> Api:
    """Say what the description means; `within` finds the places of faults in extensions.

    Raises `SpecError` if an extension is wrong. An operation that cannot be generated is left out, with a finding.
    """
    extensions = Extensions(within)
    types = {name: type_of(inherited(schema.value, spec.schemas)) for name, schema in sorted(spec.schemas.items())}
    findings: list[Finding] = list(spec.findings)
    lifecycles = [extensions.lifecycle(name, schema) for name, schema in sorted(spec.schemas.items())]
    cycles = tuple(lifecycle for lifecycle in lifecycles if lifecycle)
    operations: dict[str, Operation] = {}
    items = in_order(spec.paths)
    for described in (operation for item in items for operation in item.operations):
        if (operation := _operation(described, types, spec.schemas, extensions, findings)) is not None:
            operations[operation.id] = settable(operation, cycles, types)
    resources = resources_of(items, operations, extensions, spec.tags)
    schemes = tuple(extensions.security_scheme(scheme) for _, scheme in sorted(spec.security_schemes.items()))
    if extensions.findings:
        raise SpecError(extensions.findings)
    return Api(
        source=PurePath(spec.source).name,
        title=spec.title,
        version=spec.api_version,
        description=spec.description,
        base_url=spec.servers[0].url if spec.servers else "",
        operations=tuple(operations.values()),
        resources=resources,
        types=types,
        security_schemes=schemes,
        lifecycles=cycles,
        findings=tuple(findings),
    )


def _operation(
    described: OperationObject,
    types: dict[str, Type],
    named: Mapping[str, Schema],
    extensions: Extensions,
    findings: list[Finding],
) -> Operation | None:
    body = _body(described, types, named)
    if isinstance(body, Finding):
        findings.append(body)
        return None
    properties = {parameter.name for parameter in described.parameters}
    if body is not None:
        properties |= {member.name for member in body.type.properties}
    pages, verbs = extensions.operation(described, properties)
    return Operation(
        id=described.operation_id,
        method=described.method,
        path=described.path,
        summary=described.summary,
        description=described.description,
        parameters=tuple(_parameter(parameter, named) for parameter in described.parameters),
        body=body,
        answers=tuple(_with_names(answer, described.operation_id, types) for answer in _answers(described, named)),
        pages=pages,
        verbs=verbs,
        security=tuple(name for requirement in described.security[:1] for name in requirement),
        is_deprecated=described.is_deprecated,
    )


def _parameter(parameter: ParameterObject, named: Mapping[str, Schema]) -> Parameter:
    schema = parameter.schema or (parameter.content.schema if parameter.content else None)
    value = schema.value if schema else True
    return Parameter(
        name=parameter.name,
        place=parameter.place,
        type=type_of(inherited(value, named)),
        style=parameter.style,
        explode=parameter.explode,
        media_type=parameter.content.name if parameter.content else "",
        allow_reserved=parameter.allow_reserved,
        is_required=parameter.is_required,
        is_deprecated=parameter.is_deprecated,
        default=value.get("default") if isinstance(value, Mapping) else None,
        description=parameter.description,
    )


def _body(described: OperationObject, types: Mapping[str, Type], named: Mapping[str, Schema]) -> Body | Finding | None:
    if described.request_body is None:
        return None
    by_name = {media_type.name: media_type for media_type in described.request_body.content}
    for name in BODY_MEDIA_TYPES:
        if name in by_name:
            return _object_body(by_name[name], described, types, named)
    offered = ", ".join(by_name) or "nothing"
    message = f"{described.operation_id} is left out: its request body is {offered}, and none of it can be written yet"
    return Finding("warning", "unsupported-request-body", message, described.request_body.location)


def _object_body(
    media_type: MediaType, described: OperationObject, types: Mapping[str, Type], named: Mapping[str, Schema]
) -> Body | Finding:
    schema = inherited(media_type.schema.value, named) if media_type.schema else None
    meaning = type_of(schema) if media_type.schema else Object(properties=(), additional=None)
    while isinstance(meaning, Reference):
        meaning = types[meaning.name]
    if not isinstance(meaning, Object):
        message = f"{described.operation_id} is left out: its request body is not an object with properties"
        return Finding("warning", "unsupported-request-body", message, media_type.location)
    required = described.request_body is not None and described.request_body.is_required
    return Body(media_type=media_type.name, type=meaning, is_required=required)


def _answers(described: OperationObject, named: Mapping[str, Schema]) -> list[Answer]:
    answers = []
    for response in sorted(described.responses, key=lambda response: response.status):
        content = next((media for media in response.content if _is_json(media.name)), None)
        schema = content.schema if content else None
        answers.append(
            Answer(
                status=response.status,
                media_type=content.name if content else "",
                type=type_of(inherited(schema.value, named)) if schema else None,
                description=response.description,
            )
        )
    return answers


def _with_names(answer: Answer, operation_id: str, types: dict[str, Type]) -> Answer:
    """The answer, the objects in it that have no name named after the operation, if it is a successful one."""
    if answer.type is None or not answer.status.startswith("2"):
        return answer
    return replace(answer, type=_named(answer.type, f"{operation_id} response", answer.description, types))


def _named(meaning: Type, wanted: str, description: str, types: dict[str, Type]) -> Type:
    match meaning:
        case Array(items=items):
            return replace(meaning, items=_named(items, f"{wanted} item", "", types))
        case Object():
            name = next(name for name in _numbered(wanted) if name not in types)
            types[name] = replace(meaning, description=meaning.description or description)
            return Reference(name=name)
        case _:
            return meaning


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name} {number}" for number in count(2))


def _is_json(name: str) -> bool:
    essence = name.partition(";")[0].strip().lower()
    return essence in ("application/json", "*/*") or essence.endswith("+json")
