"""Objects: their properties, from wherever these are declared, and what is said of all others.

The order of keys in a document means nothing: properties stand as `required` lists them, then by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from .conjunction import Conjunction, Conjunctions, Keywords, listed, members
from .rules import named_properties, rules_of
from .types import Anything, Json, Map, Object, Property, Type
from .unions import union_of

Meaning = Callable[[Sequence[Json]], Type]
"""The type of what schemas say together."""

_CONDITIONS: Final = ("if", "then", "else")
_OTHERS: Final = ("additionalProperties", "unevaluatedProperties")


def object_of(conjunction: Conjunction, gathered: Conjunctions, meaning: Meaning) -> Type:
    """The object that the parts describe; a map where they know no property by its name."""
    declared = _declared(conjunction.parts)
    forbidden = {name for name, schemas in declared.items() if any(schema is False for schema in schemas)}
    required = _required(conjunction.parts)
    rules = rules_of(conjunction.parts)
    additional = _additional(conjunction, meaning)
    patterns = _patterns(conjunction, meaning)
    known = {
        name: _property(name, schemas, gathered, meaning, is_required=name in required)
        for name, schemas in declared.items()
    }
    for name in required:
        known.setdefault(name, Property(name=name, type=_undeclared(additional, patterns), is_required=True))
    for name in (*_conditional(conjunction.parts), *(name for rule in rules for name in named_properties(rule))):
        known.setdefault(name, Property(name=name, type=Anything()))
    ordered = [name for name in (*required, *sorted(known.keys() - required.keys())) if name not in forbidden]
    if not ordered and (additional is not None or patterns):
        return Map(values=_values(additional, patterns), patterns=patterns)
    return Object(
        properties=tuple(known[name] for name in ordered),
        additional=additional,
        patterns=patterns,
        is_open=additional is not None and _is_open(conjunction),
        rules=tuple(rule for rule in rules if not forbidden & {*named_properties(rule)}),
    )


def property_names(schemas: Iterable[Json], gathered: Conjunctions) -> list[str]:
    """The names of all properties that schemas speak of, those in their branches included."""
    found: dict[str, None] = {}
    waiting, seen = list(schemas), set[int]()
    while waiting:
        for part in gathered.gather([waiting.pop()]).parts:
            if id(part) not in seen:
                seen.add(id(part))
                found |= dict.fromkeys(name for name, _ in members(part, "properties"))
                waiting += [*listed(part, "oneOf"), *listed(part, "anyOf"), *(part.get(name) for name in _CONDITIONS)]
    return list(found)


def _declared(parts: Iterable[Keywords]) -> dict[str, list[Json]]:
    """The schemas of each property, one for each part that has one of its own."""
    declared: dict[str, list[Json]] = {}
    for part in parts:
        for name, schema in members(part, "properties"):
            schemas = declared.setdefault(name, [])
            if not any(schema is known for known in schemas):
                schemas.append(schema)
    return declared


def _required(parts: Iterable[Keywords]) -> dict[str, None]:
    return dict.fromkeys(name for part in parts for name in listed(part, "required") if isinstance(name, str))


def _property(
    name: str, schemas: Sequence[Json], gathered: Conjunctions, meaning: Meaning, *, is_required: bool
) -> Property:
    together = gathered.annotating(schemas)
    return Property(
        name=name,
        type=meaning(schemas),
        is_required=is_required,
        is_deprecated=together.last("deprecated") is True,
        is_read_only=together.last("readOnly") is True,
        is_write_only=together.last("writeOnly") is True,
        default=together.last("default"),
        description=together.said("description"),
    )


def _additional(conjunction: Conjunction, meaning: Meaning) -> Type | None:
    """The type of properties that nothing else speaks of; `None` where there are none."""
    additional, unevaluated = (conjunction.values(keyword) for keyword in _OTHERS)
    if True in unevaluated or any(value is not False for value in additional) or _is_conditional(conjunction.parts):
        # Others are evaluated, here or where a condition holds, so nothing is said of them by that keyword.
        unevaluated = []
    if any(value is False for value in (*additional, *unevaluated)):
        return None
    schemas = [value for value in (*additional, *unevaluated) if isinstance(value, Mapping)]
    return meaning(schemas) if schemas else Anything()


def _is_conditional(parts: Iterable[Keywords]) -> bool:
    return any(part.keys() & {*_CONDITIONS, "dependentSchemas", "dependencies"} for part in parts)


def _is_open(conjunction: Conjunction) -> bool:
    return any(conjunction.values(keyword) for keyword in (*_OTHERS, "patternProperties"))


def _patterns(conjunction: Conjunction, meaning: Meaning) -> tuple[tuple[str, Type], ...]:
    found: dict[str, list[Json]] = {}
    for part in conjunction.parts:
        for pattern, schema in members(part, "patternProperties"):
            if schema is not False:
                found.setdefault(pattern, []).append(schema)
    return tuple((pattern, meaning(schemas)) for pattern, schemas in sorted(found.items()))


def _undeclared(additional: Type | None, patterns: Sequence[tuple[str, Type]]) -> Type:
    """The type of a property that is required and nowhere declared."""
    return Anything() if additional is None or patterns else additional


def _values(additional: Type | None, patterns: Sequence[tuple[str, Type]]) -> Type:
    if additional is not None:
        return additional
    return union_of(meaning for _, meaning in patterns)


def _conditional(parts: Iterable[Keywords]) -> Iterable[str]:
    """Names of properties that only a condition speaks of: their values are anything where it does not hold."""
    for part in parts:
        branches = [part.get(keyword) for keyword in _CONDITIONS]
        branches += [schema for _, schema in members(part, "dependentSchemas")]
        branches += [schema for _, schema in members(part, "dependencies")]
        for branch in branches:
            if isinstance(branch, Mapping):
                yield from (name for name, _ in members(branch, "properties"))
