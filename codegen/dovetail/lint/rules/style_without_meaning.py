"""Parameter styles that do not exist for the kind of value."""

from __future__ import annotations

from collections.abc import Iterator

from ..composition import is_primitive, types
from ..rule import Fault, Rule
from ..subject import Subject

_DELIMITED = frozenset({"spaceDelimited", "pipeDelimited"})


def _check(subject: Subject) -> Iterator[Fault]:
    for site in subject.each("parameter"):
        style, schema = site.value.get("style"), site.value.get("schema")
        if schema is None or style is None:
            continue
        if style in _DELIMITED and is_primitive(subject, schema):
            yield Fault(f"{style} is for arrays and objects; remove the style", site.node, ("style",))
        allowed = types(subject, schema)
        if style == "deepObject" and allowed is not None and "object" not in allowed:
            yield Fault("deepObject is for objects; use another style", site.node, ("style",))


RULE = Rule(
    id="style-without-meaning",
    severity="warning",
    summary="a style that is not defined for the values of the parameter",
    standard="OAS 3.1, 4.8.12.3: the table of styles says which types each is for",
    check=_check,
)
