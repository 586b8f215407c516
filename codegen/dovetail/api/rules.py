"""The rules between the properties of an object that a client can keep to before it sends anything.

Recognised shapes (JSON Schema 2020-12): `dependentRequired`, and `dependencies` of draft 4; `oneOf`, `anyOf` of bare
`required`; `not` over `required`; `if` with `const`, `enum` or presence, `then` with `required`. Whatever
else a schema says is left to the judge, which has the schema itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from .conjunction import Keywords, listed, members
from .types import AnyGroup, Excludes, Json, OneGroup, Requires, Rule

_BESIDE_REQUIRED: Final = frozenset({"required", "title", "description", "$comment", "type"})
_WITHOUT_VALUES: Final = frozenset({"not", "if", "then", "else", "minProperties", "maxProperties", "dependentRequired"})


def rules_of(parts: Iterable[Keywords]) -> tuple[Rule, ...]:
    """Every rule that parts of a schema state in a recognised shape, in the order of the parts."""
    found: list[Rule] = []
    for part in parts:
        found += [rule for rule in _rules(part) if rule not in found]
    return tuple(found)


def is_rule(branches: Iterable[Json]) -> bool:
    """Whether the branches of `oneOf` or `anyOf` only say which properties stand together, not what values are."""
    known = _BESIDE_REQUIRED | _WITHOUT_VALUES
    told = [branch for branch in branches if isinstance(branch, Mapping)]
    return all(set(branch) <= known and set(branch) & (known - {"type"}) and _is_object(branch) for branch in told)


def named_properties(rule: Rule) -> Iterator[str]:
    """The names of all properties that a rule speaks of."""
    match rule:
        case Requires(when=when, names=names):
            yield from (*when, *names)
        case OneGroup(groups=groups) | AnyGroup(groups=groups):
            yield from (name for group in groups for name in group)
        case Excludes(names=names):
            yield from names


def _rules(part: Keywords) -> Iterator[Rule]:
    for keyword in ("dependentRequired", "dependencies"):
        for name, names in sorted(members(part, keyword)):
            if needed := _names(names):
                yield Requires(when={name: None}, names=needed)
    for keyword, rule in (("oneOf", OneGroup), ("anyOf", AnyGroup)):
        groups = [_only_required(branch) for branch in listed(part, keyword)]
        if groups and all(groups):
            yield rule(groups=tuple(groups))
    if excluded := _only_required(part.get("not")):
        yield Excludes(names=excluded)
    yield from _conditional(part)


def _only_required(branch: Json) -> tuple[str, ...]:
    is_bare = isinstance(branch, Mapping) and set(branch) <= _BESIDE_REQUIRED and _is_object(branch)
    return _names(branch.get("required")) if is_bare else ()


def _is_object(branch: Keywords) -> bool:
    return bool(branch.get("type", "object") == "object")


def _names(value: Json) -> tuple[str, ...]:
    return tuple(name for name in value if isinstance(name, str)) if isinstance(value, list) else ()


def _conditional(part: Keywords) -> Iterator[Rule]:
    condition, consequence = part.get("if"), part.get("then")
    if not isinstance(condition, Mapping) or not isinstance(consequence, Mapping):
        return
    when = _when(condition)
    if when and (needed := _names(consequence.get("required"))):
        yield Requires(when=when, names=needed)


def _when(condition: Keywords) -> dict[str, tuple[Json, ...] | None] | None:
    """The values that make a condition true, or `None` if it is of another shape."""
    if not set(condition) <= {"properties", "required"}:
        return None
    when: dict[str, tuple[Json, ...] | None] = dict.fromkeys(_names(condition.get("required")))
    for name, schema in members(condition, "properties"):
        if name not in when or not isinstance(schema, Mapping) or not set(schema) <= {"const", "enum", "type"}:
            return None
        if "const" in schema:
            when[name] = (schema["const"],)
        elif isinstance(schema.get("enum"), list):
            when[name] = tuple(schema["enum"])
        else:
            return None
    return when
