"""What each method takes: the ids and required arguments as parameters, everything optional in one TypedDict.

Resources whose names end alike (`BookCopies`, `FilmCopies`) share what they have in common: an equal set
of options is one TypedDict, a large common part is a base of both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..api.model import Operation, Resource, Verb
from ..api.words import singular
from .names import Scope, pascal, safe, snake, spoken
from .naming import Argument, Naming
from .placement import SHARED

LARGE = 8
"""From this many common options on, a shared base is easier to read than the same fields twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One method: its resource, its operation, and its arguments split by how they are given."""

    resource: Resource
    name: str
    operation: Operation
    verb: Verb | None
    ids: tuple[Argument, ...]
    required: tuple[Argument, ...]
    options: tuple[Argument, ...]

    @property
    def key(self) -> tuple[str, str]:
        """Identifies the method: class and name."""
        return (self.resource.class_name, self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """A TypedDict of options: where it stands, what it extends, and the fields it adds."""

    module: str
    name: str
    base: Options | None
    fields: tuple[Argument, ...]
    doc: str


def signatures_of(naming: Naming) -> tuple[Signature, ...]:
    """Every method of every resource, verbs after the operation they use."""
    signatures = []
    for resource in naming.resources:
        taken = Scope.of([*(method.name for method in resource.methods), *(child.name for child in resource.direct)])
        for method in resource.methods:
            for verb in (None, *method.operation.verbs):
                name = taken.choose(snake(verb.name)) if verb else method.name
                signatures.append(_signature(naming, resource, name, method.operation, verb))
    return tuple(signatures)


def _signature(naming: Naming, resource: Resource, name: str, operation: Operation, verb: Verb | None) -> Signature:
    arguments = naming.arguments[operation.key]
    path = [argument for argument in arguments if argument.place == "path"]
    rest = [argument for argument in arguments if argument.place != "path"]
    if operation.pages:
        rest = [argument for argument in rest if argument.wire not in operation.pages.hidden]
    required = [argument for argument in rest if argument.is_required]
    if verb:
        rest = verb_arguments(rest, verb)
        required = [argument for argument in rest if argument.wire in verb.required or argument.is_required]
    options = [argument for argument in rest if argument not in required]
    return Signature(
        resource=resource,
        name=name,
        operation=operation,
        verb=verb,
        ids=tuple(path[len(resource.parents) :]),
        required=tuple(required),
        options=tuple(options),
    )


def verb_arguments(arguments: Sequence[Argument], verb: Verb) -> list[Argument]:
    """What a verb takes: headers as they are, and its own properties with the prefix dropped from their names."""
    taken: list[Argument] = []
    scope = Scope()
    prefix = snake(verb.prefix) + "_" if verb.prefix else ""
    for argument in arguments:
        if argument.place == "header":
            taken.append(argument)
            scope.add(argument.name)
        elif argument.wire in verb.properties:
            name = safe(argument.name.removeprefix(prefix)) if prefix else argument.name
            taken.append(replace(argument, name=scope.choose(name)))
    return taken


def options_of(signatures: Sequence[Signature], naming: Naming) -> dict[tuple[str, str], Options]:
    """The TypedDict of each method that has options, by the method's key."""
    groups: dict[tuple[str, str], list[Signature]] = defaultdict(list)
    for signature in signatures:
        if signature.options:
            shared_name = naming.families.get(signature.resource.class_name) or naming.noun(signature.resource)
            groups[shared_name, signature.name].append(signature)
    found: dict[tuple[str, str], Options] = {}
    for (shared_name, method), members in groups.items():
        found |= _grouped(shared_name, method, members, naming)
    return _told_apart(found)


def _told_apart(found: Mapping[tuple[str, str], Options]) -> dict[tuple[str, str], Options]:
    """The same, under names that are each one's own: all of them can be had from one package."""
    bases = {id(option.base): option.base for option in found.values() if option.base}
    whole = [option for option in found.values() if id(option) not in bases]
    names: dict[int, str] = {}
    taken = Scope()
    for option in (*whole, *bases.values()):
        if id(option) not in names:
            is_taken = option.name in taken
            wanted = f"Common{option.name}" if is_taken and id(option) in bases else option.name
            names[id(option)] = taken.choose(wanted)
    based = {at: replace(base, name=names[at]) for at, base in bases.items()}
    named = {
        id(option): replace(option, name=names[id(option)], base=based[id(option.base)] if option.base else None)
        for option in whole
    }
    return {key: based.get(id(option)) or named[id(option)] for key, option in found.items()}


def _grouped(
    shared_name: str, method: str, members: Sequence[Signature], naming: Naming
) -> Mapping[tuple[str, str], Options]:
    others = [_by_name(member.options) for member in members[1:]]
    common = [field for field in members[0].options if all(options.get(field.name) == field for options in others)]
    if len(members) == 1 or (len(common) < LARGE and any(len(common) != len(member.options) for member in members)):
        return {member.key: _own(member, naming, None) for member in members}
    title = shared_name if len(members) == 1 else singular(shared_name)
    base = Options(
        module=SHARED, name=f"{title}{pascal(method)}", base=None, fields=tuple(common), doc=_doc(method, shared_name)
    )
    return {
        member.key: base if len(member.options) == len(common) else _own(member, naming, base) for member in members
    }


def _by_name(fields: Sequence[Argument]) -> dict[str, Argument]:
    return {field.name: field for field in fields}


def _own(signature: Signature, naming: Naming, base: Options | None) -> Options:
    inherited = _by_name(base.fields if base else ())
    title = singular(naming.noun(signature.resource))
    return Options(
        module=naming.module(signature.resource),
        name=f"{title}{pascal(signature.name)}",
        base=base,
        fields=tuple(field for field in signature.options if inherited.get(field.name) != field),
        doc=_doc(signature.name, naming.noun(signature.resource)),
    )


def _doc(method: str, noun: str) -> str:
    return f"What `{method}` of {spoken(snake(noun))} takes besides what it needs; an absent key is not sent."
