"""The rules between the properties of an object that a client can keep to before it sends anything.

Recognised shapes (JSON Schema 2020-12): `dependentRequired`; `oneOf`, `anyOf` of bare `required`; `not` over
`required`; `if` with `const`, `enum` or presence, `then` with `required`. `allOf` combines them. Whatever else a
schema says is left to the judge, which has the schema itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .types import AnyGroup, Excludes, Json, OneGroup, Requires, Rule


def rules_of(schema: Mapping[str, Json]) -> tuple[Rule, ...]:
    """Every rule that a schema states in a recognised shape, in the order of the document."""
    return tuple(_rules(schema))


def _rules(schema: Mapping[str, Json]) -> Iterator[Rule]:
    for name, names in sorted(schema.get("dependentRequired", {}).items()):
        yield Requires(when={name: None}, names=tuple(names))
    for keyword, rule in (("oneOf", OneGroup), ("anyOf", AnyGroup)):
        groups = [_only_required(branch) for branch in schema.get(keyword, ())]
        if groups and all(groups):
            yield rule(groups=tuple(group for group in groups if group))
    excluded = _only_required(schema.get("not"))
    if excluded:
        yield Excludes(names=excluded)
    yield from _conditional(schema)
    for branch in schema.get("allOf", ()):
        if isinstance(branch, Mapping) and "properties" not in branch:
            yield from _rules(branch)


def _only_required(branch: Json) -> tuple[str, ...] | None:
    if isinstance(branch, Mapping) and set(branch) == {"required"}:
        return tuple(branch["required"])
    return None


def _conditional(schema: Mapping[str, Json]) -> Iterator[Rule]:
    condition, consequence = schema.get("if"), schema.get("then")
    if not isinstance(condition, Mapping) or not isinstance(consequence, Mapping):
        return
    when = _when(condition)
    if not when:
        return
    if consequence.get("required"):
        yield Requires(when=when, names=tuple(consequence["required"]))


def _when(condition: Mapping[str, Json]) -> dict[str, tuple[Json, ...] | None] | None:
    """The values that make a condition true, or `None` if it is of another shape."""
    if not set(condition) <= {"properties", "required"}:
        return None
    required = condition.get("required", ())
    when: dict[str, tuple[Json, ...] | None] = dict.fromkeys(required)
    for name, schema in condition.get("properties", {}).items():
        if name not in when or not isinstance(schema, Mapping) or not set(schema) <= {"const", "enum", "type"}:
            return None
        if "const" in schema:
            when[name] = (schema["const"],)
        elif "enum" in schema:
            when[name] = tuple(schema["enum"])
    return when
