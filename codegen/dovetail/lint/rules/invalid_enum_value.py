"""Members of an enum, or a constant, that the rest of their schema rules out."""

from __future__ import annotations

from collections.abc import Iterator

from ..instances import Instance, misfits
from ..rule import Fault, Rule
from ..subject import Site, Subject


def _check(subject: Subject) -> Iterator[Fault]:
    instances = [instance for site in subject.each("schema") for instance in _instances(site)]
    for misfit in misfits(subject, instances):
        message = f"this value can never occur, for the rest of the schema rules it out: {misfit.message}"
        yield Fault(f"{message}; correct one of the two", misfit.instance.node, misfit.tokens)


def _instances(site: Site) -> Iterator[Instance]:
    values = site.value.get("enum", ())
    if not values and "const" not in site.value:
        return
    rest = {name: value for name, value in site.value.items() if name not in {"enum", "const"}}
    written = site.node.value.get("enum", ()) if isinstance(site.node.value, dict) else ()
    for index, value in enumerate(values):
        if index < len(written):  # a null that `nullable` adds is not written
            yield Instance(value, rest, site.node, ("enum", index))
    if "const" in site.value:
        yield Instance(site.value["const"], rest, site.node, ("const",))


RULE = Rule(
    id="invalid-enum-value",
    severity="warning",
    summary="a member of an enum, or a constant, that the rest of its schema rules out",
    standard="JSON Schema 2020-12, 7.6.1: a value must satisfy all keywords, so this one never occurs",
    check=_check,
)
