"""What a life cycle says about requests: which states a client may ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from .model import Lifecycle, Operation
from .types import Enum, Object, Property, Reference, Type, last_name, resolved


def settable(operation: Operation, lifecycles: Sequence[Lifecycle], types: Mapping[str, Type]) -> Operation:
    """The operation, its body narrowed to the states that a client may ask for, where a life cycle tells them.

    The description may allow every state in the form and refuse most of them afterwards; asking for those is a mistake
    that can be told before anything is sent.
    """
    if operation.body is None or operation.success is None:
        return operation
    for lifecycle in lifecycles:
        if lifecycle.request and _schema(operation.success.type, types) == lifecycle.schema:
            form = resolved(operation.body.content.type, types)
            if not isinstance(form, Object):
                return operation
            narrowed = tuple(_narrowed(member, lifecycle, types) for member in form.properties)
            if narrowed == form.properties:
                return operation
            content = replace(operation.body.content, type=replace(form, properties=narrowed))
            body = replace(operation.body, content=content)
            return replace(operation, body=body)
    return operation


def _schema(meaning: Type | None, types: Mapping[str, Type]) -> str:
    """The name of the schema at the end of a chain of references."""
    return last_name(meaning.name, types) if isinstance(meaning, Reference) else ""


def _narrowed(member: Property, lifecycle: Lifecycle, types: Mapping[str, Type]) -> Property:
    target = resolved(member.type, types)
    asked = {step.after for step in lifecycle.transitions if step.by == "client"}
    if member.name != lifecycle.request or not isinstance(target, Enum) or not asked:
        return member
    values = tuple(value for value in target.values if value in asked)
    return replace(member, type=Enum(values=values, description=member.description or target.description))
