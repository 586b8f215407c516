"""Encodings of properties that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from ..composition import property_names
from ..rule import Fault, Rule
from ..subject import Subject

_WITH_PARTS = ("multipart/", "application/x-www-form-urlencoded")


def _check(subject: Subject) -> Iterator[Fault]:
    for kind in ("request body", "response", "parameter"):
        for site in subject.each(kind):
            for media_type, value in site.value.get("content", {}).items():
                names = property_names(subject, value.get("schema", True)) if "encoding" in value else None
                if not names or not media_type.strip().lower().startswith(_WITH_PARTS):
                    continue
                for name in value["encoding"]:
                    if name not in names:
                        message = f"the schema has no property {name!r} to be encoded; correct the name, or add it"
                        yield Fault(message, subject.node(value), ("encoding", name), is_key=True)


RULE = Rule(
    id="unknown-encoding-property",
    severity="error",
    summary="an encoding of a property that the schema does not have",
    standard="OAS 3.1, 4.8.14.1: the key must exist in the schema as a property",
    check=_check,
)
