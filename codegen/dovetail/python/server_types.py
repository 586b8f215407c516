"""How the server sees values: decoded from a request, and as the JSON of an answer."""

from __future__ import annotations

from collections.abc import Mapping

from ..api.model import Api
from ..api.types import Reference, Type
from .annotations import served
from .names import Code, Name, code


def decoded(meaning: Type, types: Mapping[str, Type], names: Mapping[str, Name]) -> Code:
    """The annotation of a decoded request value: JSON types, dates as text."""
    return served(meaning, types, names)


def received(meaning: Type | None, types: Mapping[str, Type], names: Mapping[str, Name]) -> Code:
    """The annotation of a value that an implementation answers with."""
    return code("{}", Name("typing", "Any")) if meaning is None else served(meaning, types, names)


def error_type(api: Api) -> Type | None:
    """The one type that all refusals of the API have; `None` if they differ or say nothing."""
    found = {
        answer.type
        for operation in api.operations
        for answer in operation.answers
        if answer.status[0] in "45" and isinstance(answer.type, Reference)
    }
    return found.pop() if len(found) == 1 else None
