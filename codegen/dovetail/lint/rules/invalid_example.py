"""Examples that do not fit their schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from jsonschema_rs import ValidationErrorKind

from ...spec.kinds import Kind
from ..instances import Instance, Misfit, misfits
from ..rule import Fault, Rule
from ..subject import Json, Site, Subject

_IS_JSON: Final = re.compile(r"(?i)\s*(\*/\*|application/\*|[^;]*[/+]json)\s*(;.*)?")
_HOLDERS: Final[tuple[Kind, ...]] = ("request body", "response", "parameter", "header")
_SERIALIZED: Final = {"array", "object"}


def _check(subject: Subject) -> Iterator[Fault]:
    for misfit in misfits(subject, [*_of_schemas(subject), *_of_messages(subject)]):
        if not _is_serialized(misfit):
            message = f"the example does not fit its schema: {misfit.message}; correct one of the two"
            yield Fault(message, misfit.instance.node, misfit.tokens)


def _of_schemas(subject: Subject) -> Iterator[Instance]:
    for site in subject.each("schema"):
        written = site.node.value if isinstance(site.node.value, dict) else {}
        for index, value in enumerate(site.value.get("examples", ())):
            tokens = ("example",) if "examples" not in written else ("examples", index)
            yield Instance(value, site.value, site.node, tokens)


def _of_messages(subject: Subject) -> Iterator[Instance]:
    for kind in _HOLDERS:
        for site in subject.each(kind):
            yield from _of_content(subject, site)
            if "schema" in site.value:
                yield from _of_holder(subject, site.value, site)


def _of_content(subject: Subject, site: Site) -> Iterator[Instance]:
    """Those of the media types; an example of what is not JSON may be the text of the message itself."""
    for name, media_type in site.value.get("content", {}).items():
        if "schema" not in media_type:
            continue
        for instance in _of_holder(subject, media_type, site):
            if _IS_JSON.fullmatch(name) or not isinstance(instance.value, str):
                yield instance


def _of_holder(subject: Subject, holder: Json, site: Site) -> Iterator[Instance]:
    schema: Any = holder["schema"]
    if "example" in holder:
        yield Instance(holder["example"], schema, subject.node(holder), ("example",), site.direction)
    for example in holder.get("examples", {}).values():
        for field in ("value", "dataValue"):
            if field in example:
                yield Instance(example[field], schema, subject.node(example), (field,), site.direction)


def _is_serialized(misfit: Misfit) -> bool:
    """Whether an array or object may have been written as the text that a parameter or header has on the wire."""
    kind = misfit.error.kind
    is_text = not misfit.path and isinstance(misfit.instance.value, str)
    return is_text and isinstance(kind, ValidationErrorKind.Type) and _SERIALIZED.issuperset({*kind.types} - {"null"})


RULE = Rule(
    id="invalid-example",
    severity="warning",
    summary="an example that its schema does not allow",
    standard="OAS 3.1, 4.8.12.2 and 4.8.14.1: an example should match the schema; "
    "OAS 3.0, 4.7.24: readOnly properties are of answers alone, writeOnly of requests",
    check=_check,
)
