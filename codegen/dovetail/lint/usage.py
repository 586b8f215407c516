"""Which components are in use: those that paths and webhooks lead to, by whatever name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple
from urllib.parse import unquote

from ..document import Source, pointers
from ..spec.addresses import DATA, MAPS
from ..spec.kinds import COMPONENTS
from .subject import Subject

_ADDRESSED: Final = ("$id", "$anchor", "$dynamicAnchor")
_REFERENCES: Final = ("$ref", "operationRef", "$dynamicRef", "$recursiveRef")


class Component(NamedTuple):
    """A component of the document: its section and its name."""

    section: str
    name: str


def unused(subject: Subject) -> Iterator[Component]:
    """The components of the document itself that no operation leads to; what may be used in other ways is left out."""
    root = subject.document.root
    components = root.get("components")
    sections = components if isinstance(components, dict) else {}
    known = {
        Component(section, name): value
        for section in COMPONENTS
        if isinstance(sections.get(section), dict)
        for name, value in sections[section].items()
    }
    leads = {component: set(_uses(value, is_map=False)) for component, value in known.items()}
    for component, heirs in _heirs(known).items():
        leads[component] |= heirs
    used = _reached(_roots(subject, known), leads)
    yield from (component for component in known if component not in used)


def _roots(subject: Subject, known: Mapping[Component, Any]) -> Iterator[Component]:
    source = subject.document.source
    outside = {name: value for name, value in source.root.items() if name != "components"}
    yield from _uses(outside, is_map=False)
    for other in _others(subject):
        yield from _uses(other.root, is_map=False)
    for component, value in known.items():  # what has an address may be referred to by it
        if isinstance(value, dict) and any(name in value for name in _ADDRESSED):
            yield component


def _others(subject: Subject) -> Iterable[Source]:
    return (source for source in subject.document.sources if source is not subject.document.source)


def _heirs(known: Mapping[Component, Any]) -> dict[Component, set[Component]]:
    """By each schema with a discriminator those that build on it: values of it may be theirs (OAS 3.1, 4.8.25)."""
    heirs: dict[Component, set[Component]] = {}
    for component, value in known.items():
        members = value.get("allOf") if isinstance(value, dict) else None
        for member in members if isinstance(members, list) else ():
            for base in _uses(member, is_map=False):
                if isinstance(known.get(base), dict) and "discriminator" in known[base]:
                    heirs.setdefault(base, set()).add(component)
    return heirs


def _reached(start: Iterable[Component], leads: Mapping[Component, set[Component]]) -> set[Component]:
    reached: set[Component] = set()
    waiting = list(start)
    while waiting:
        component = waiting.pop()
        if component not in reached:
            reached.add(component)
            waiting += leads.get(component, ())
    return reached


def _uses(value: Any, *, is_map: bool) -> Iterator[Component]:
    """The components that a value, or anything within it, refers to."""
    waiting = [(value, is_map)]
    while waiting:
        each, is_named = waiting.pop()
        if isinstance(each, list):
            waiting += [(item, False) for item in each]
        elif isinstance(each, dict):
            waiting += [
                (member, not is_named and name in MAPS)
                for name, member in each.items()
                if isinstance(member, dict | list) and (is_named or name not in DATA)
            ]
            if not is_named:
                yield from _named(each)


def _named(value: Mapping[str, Any]) -> Iterator[Component]:
    for keyword in _REFERENCES:
        if isinstance(value.get(keyword), str):
            yield from _component(value[keyword])
    discriminator = value.get("discriminator")
    if isinstance(discriminator, dict):
        mapping = discriminator.get("mapping")
        names = [*(mapping.values() if isinstance(mapping, dict) else ()), discriminator.get("defaultMapping")]
        for name in names:
            if isinstance(name, str):
                yield from _component(name)
                yield Component("schemas", name)
    security = value.get("security")
    for requirement in security if isinstance(security, list) else ():
        for name in requirement if isinstance(requirement, dict) else ():
            yield Component("securitySchemes", name)
            yield from _component(name)


def _component(reference: str) -> Iterator[Component]:
    fragment = unquote(reference.partition("#")[2])
    tokens = pointers.parse(fragment) if fragment.startswith("/components/") else ()
    if len(tokens) >= 3:
        yield Component(tokens[1], tokens[2])
