"""Discriminators that their alternatives cannot be told by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..composition import ANY, parts
from ..rule import Fault, Rule
from ..subject import Json, Site, Subject


def _check(subject: Subject) -> Iterator[Fault]:
    for site in subject.each("schema"):
        discriminator = site.value.get("discriminator")
        if isinstance(discriminator, dict) and "propertyName" in discriminator:
            yield from _judge(subject, site, discriminator)


def _judge(subject: Subject, site: Site, discriminator: Json) -> Iterator[Fault]:
    name = discriminator["propertyName"]
    alternatives = [*site.value.get("oneOf", ()), *site.value.get("anyOf", ())]
    tokens = ("discriminator", "propertyName")
    around = list(parts(subject, {**site.value, "oneOf": (), "anyOf": ()}))
    for alternative in alternatives or [site.value]:
        if alternative is True or (isinstance(alternative, dict) and alternative.get("type") == "null"):
            continue
        what = _named(alternative)
        held = [*parts(subject, alternative, ANY), *around]
        if not any(name in part.get("properties", ()) for part in held):
            yield Fault(f"{what} has no property {name!r}; add it, and require it", site.node, tokens)
        elif not _is_required(subject, name, alternative, around) and "defaultMapping" not in discriminator:
            yield Fault(f"{what} does not require {name!r}, which tells it from others; require it", site.node, tokens)


def _is_required(subject: Subject, name: str, schema: Any, around: list[Json]) -> bool:
    """Whether a schema, or every alternative of it, requires a property."""
    held = [*parts(subject, schema), *around]
    if any(name in part.get("required", ()) for part in held):
        return True
    choices = [part[keyword] for part in held for keyword in ("oneOf", "anyOf") if part.get(keyword)]
    return any(
        all(any(name in part.get("required", ()) for part in parts(subject, each)) for each in choice)
        for choice in choices
    )


def _named(alternative: Any) -> str:
    reference = alternative.get("$ref") if isinstance(alternative, dict) else None
    return reference.rpartition("/")[2] if isinstance(reference, str) else "the schema"


RULE = Rule(
    id="discriminator-property",
    severity="warning",
    summary="a discriminator whose property an alternative lacks or does not require",
    standard="OAS 3.1, 4.8.25: the property should be required, for what follows from its absence is undefined",
    check=_check,
)
