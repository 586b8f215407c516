"""From Schema Objects (JSON Schema 2020-12) to the types they mean.

A type accepts every value that its schema accepts, and more where no type can say what the schema says; the judge has
the schema itself. Keywords without a `type` are read as being about the type they speak of, which is what people mean.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import prod
from typing import Final

from ..document import pointers
from ..spec.objects import Schema
from .circles import without_circles
from .conjunction import REFERENCE, Conjunction, Conjunctions, Keywords, listed, reference_of
from .depths import within_depth
from .extent import Counted
from .hierarchies import BASE, Hierarchies
from .looks import Looks, of_type
from .objects import object_of, property_names
from .rules import is_rule, named_properties, rules_of
from .scalars import enum_of, integer_of, is_null, number_of, string_of
from .types import Anything, Array, Boolean, Json, Object, Reference, Type, Union
from .unions import union_of
from .words import folded, tried

_MOST_MEMBERS: Final = 32
"""How many members the unions that hold together may have, multiplied; of further unions only names are kept."""

_MOST_STEPS: Final = 2_000
"""How many conjunctions one schema may take apart, before it is read as its nearest reference, or as anything."""

_USUAL_STEPS: Final = 100
_MOST_UNUSUAL_STEPS: Final = 4_000
"""How many steps beyond the usual all schemas of a description may take together."""

_MOST_NAMES: Final = 16
"""How many names are followed to put one type together, before a further one is left a reference."""

_MOST_LEVELS: Final = 40
"""How deeply types stand in one another without a name; what is deeper is anything."""

_OF_SCALARS: Final = frozenset(
    "contentEncoding contentMediaType enum exclusiveMaximum exclusiveMinimum format maxLength maximum minLength "
    "minimum multipleOf pattern type".split()
)
_ANNOTATIONS_ALONE: Final = frozenset(
    "$comment default deprecated description example examples externalDocs readOnly title writeOnly xml".split()
)
_UNIONS: Final = ("oneOf", "anyOf")
_SHARED: Final = {"responses": "response", "parameters": "parameter", "headers": "header"}
_FOR_THE_WHOLE: Final = frozenset({*_UNIONS, "$ref", "allOf", "default", "description", "discriminator", "title"})


class Schemas:
    """Says what schemas mean; `types` are those of the named schemas, sorted, and of what else gets a name here."""

    def __init__(self, named: Mapping[str, Schema], looks: Looks | None = None, counted: Counted | None = None) -> None:
        """Describe the named schemas; `looks` notes which of them decide something else than their own types."""
        self._named = named
        self._looks = looks or Looks()
        self._counted = counted or Counted(0)
        self._gathered = Conjunctions(named, self._looks)
        self._hierarchies = Hierarchies(named)
        self._known: dict[tuple[int, ...], tuple[Sequence[Json], Type | None, frozenset[str]]] = {}
        self._scalars: dict[str, Type] = {}
        self._steps = self._unusual_steps = self._depth = 0
        self._components: dict[tuple[str, ...], str] = {}
        self.types: dict[str, Type] = {}
        for name in sorted(named):
            self._looks.by = of_type(name)
            self._add(name)
        straight: set[str] = set()
        for name in sorted(named):
            self._looks.by = of_type(name)
            self._break_circle(name, straight)
        self._looks.by = ""
        self.types = within_depth(without_circles(self.types))

    def type_of(self, schema: Schema | None) -> Type:
        """The type of a schema that stands in an operation; anything, where there is none."""
        if schema is None:
            return Anything()
        self._steps = 0
        self._counted.location = schema.location
        meaning = self._meaning([schema.value])
        return self._shared(meaning, schema) if isinstance(meaning, Object) else meaning

    def _shared(self, meaning: Object, schema: Schema) -> Type:
        """What several operations may have in common goes by the name that it has among the components."""
        tokens = pointers.parse(schema.location.pointer) if schema.location.pointer.startswith("/") else ()
        if len(tokens) < 3 or tokens[0] != "components" or tokens[1] not in _SHARED:
            return meaning
        key = (schema.location.path, *tokens)
        if key not in self._components:
            taken = {folded(name) for name in self.types}
            known = self._looks.into(self.types)
            plain = replace(meaning, is_nullable=False)
            wanted = tried((tokens[2], f"{tokens[2]} {_SHARED[tokens[1]]}"))
            free = next(it for it in wanted if folded(it) not in taken or known.get(it) == plain)
            self._components[key] = free
            self.types[free] = plain
        name = self._components[key]
        return Reference(name=name, is_nullable=meaning.is_nullable, description=meaning.description)

    def annotation(self, schema: Schema | None, keyword: str) -> Json:
        """What a schema, or a schema it refers to, says under a keyword that describes, such as `default`."""
        return self._gathered.annotating([schema.value]).last(keyword) if schema else None

    @property
    def is_near_limits(self) -> bool:
        """Whether one more step, anywhere, might let a schema be read as less than it says."""
        return self._unusual_steps > _MOST_UNUSUAL_STEPS // 4

    # Named schemas

    def _add(self, name: str) -> None:
        self._steps = 0
        self._counted.location = self._named[name].location
        children = self._hierarchies.children(name)
        if not children:
            self.types[name] = self._whole([self._named[name].value], _Taken(frozenset({name})))
            return
        base = self._whole([self._named[name].value], _Taken(frozenset({name})), is_named=True)
        own = f"{name} {BASE}"
        self.types[own] = replace(base, is_nullable=False)
        discriminator = self._hierarchies.discriminator(name)
        mapping = {tag: own if target == name else target for tag, target in _mapping(discriminator).items()}
        self.types[name] = Union(
            members=(*(Reference(name=child) for child in children), Reference(name=own)),
            discriminator=discriminator["propertyName"],
            mapping={**({} if own in mapping.values() else {name: own}), **mapping},
            default=own,
            is_nullable=base.is_nullable,
            description=base.description,
            title=base.title,
        )

    def _break_circle(self, name: str, straight: set[str]) -> None:
        """A name that stands for itself, by way of others, is read as what it says besides.

        `straight` are the names that are known not to lead to one that does.
        """
        seen = {name: None}
        meaning = self.types[name]
        while isinstance(meaning, Reference) and meaning.name in self.types and meaning.name not in straight:
            if meaning.name == name:
                self.types[name] = self._whole([self._named[name].value], _Taken(frozenset({name})), is_named=True)
                return
            if meaning.name in seen:
                return
            seen[meaning.name] = None
            meaning = self.types[meaning.name]
        straight.update(seen)

    # What schemas say together

    def _meaning(self, schemas: Sequence[Json]) -> Type:
        """The type of what schemas say together, each of which is known by its identity."""
        schemas = [schema for schema in schemas if isinstance(schema, Mapping)]
        if not schemas:
            return Anything()
        if len(schemas) == 1 and len(schemas[0]) == 1 and (name := reference_of(schemas[0])):
            return self._reference(name)
        if len(schemas) == 1 and (scalar := self._scalar(schemas[0])) is not None:
            return scalar
        key = tuple(map(id, schemas))
        if key in self._known:
            _, known, looked = self._known[key]
            self._looks.note(*looked)
            return known if known is not None else self._nearest(schemas)
        if self._depth >= _MOST_LEVELS:
            return self._nearest(schemas)
        self._known[key] = (schemas, None, frozenset())
        self._depth += 1
        meaning, looked = self._looks.during(lambda: self._whole(schemas, _Taken()))
        self._depth -= 1
        self._known[key] = (schemas, meaning, looked)
        return meaning

    def _scalar(self, schema: Keywords) -> Type | None:
        """The type of a schema that is a type and its bounds alone, as most are; the same ones are read once."""
        told = {keyword: value for keyword, value in schema.items() if keyword in _OF_SCALARS}
        if len(told) + sum(keyword in _ANNOTATIONS_ALONE for keyword in schema) < len(schema):
            return None
        key = repr(told)
        if key not in self._scalars:
            self._scalars[key] = self._whole([told], _Taken())
        meaning, description, title = self._scalars[key], schema.get("description", ""), schema.get("title", "")
        if not description and not title:
            return meaning
        return replace(meaning, description=str(description or ""), title=str(title or ""))

    def _whole(self, schemas: Sequence[Json], taken: _Taken, *, is_named: bool = False) -> Type:
        """The type of what schemas say together; with `is_named` no reference stands for it, even if that says all."""
        if self._is_too_much():
            return self._nearest(schemas, taken.names)
        conjunction = self._gathered.gather(schemas)
        reference = None if is_named else self._one_reference(conjunction, taken.names)
        if reference is not None:
            meaning: Type = self._reference(reference)
        else:
            meaning = self._plain(conjunction, taken)
        is_nullable = meaning.is_nullable or (conjunction.is_nullable and not isinstance(meaning, Anything))
        description = conjunction.said("description") or meaning.description
        title = conjunction.said("title") or meaning.title
        if (is_nullable, description, title) == (meaning.is_nullable, meaning.description, meaning.title):
            return meaning
        return replace(meaning, is_nullable=is_nullable, description=description, title=title)

    def _is_too_much(self) -> bool:
        self._steps += 1
        if self._steps <= _USUAL_STEPS:
            return False
        self._unusual_steps += 1
        return self._steps > _MOST_STEPS or self._unusual_steps > _MOST_UNUSUAL_STEPS

    def _one_reference(self, conjunction: Conjunction, active: frozenset[str]) -> str | None:
        """The reference that says all that is said here."""
        for name in reversed(conjunction.references):
            is_other = name not in active and not self._is_parent(name, active)
            if is_other and self._gathered.covers(name, conjunction.parts):
                return name
        return None

    def _is_parent(self, name: str, active: frozenset[str]) -> bool:
        """Whether a schema means the choice between others, one of which is being described."""
        if any(self._hierarchies.is_above(name, below) for below in active):
            return True
        parts = self._gathered.of(name).parts
        return any(
            self._leads_back(branch, active) for part in parts for key in _UNIONS for branch in listed(part, key)
        )

    def _reference(self, name: str) -> Type:
        return Reference(name=name) if name in self._named else Anything(is_nullable=True)

    def _nearest(self, schemas: Sequence[Json], active: frozenset[str] = frozenset()) -> Type:
        """What is known of schemas without taking them apart."""
        found = [name for name in self._gathered.gather(schemas).references if name not in active]
        return self._reference(found[-1]) if found else Anything(is_nullable=True)

    def _plain(self, conjunction: Conjunction, taken: _Taken) -> Type:
        if (enum := enum_of(conjunction)) is not None:
            return enum
        groups = self._groups(conjunction, taken)
        if groups:
            return self._union(conjunction, groups, taken)
        types = conjunction.types or (("object",) if _names_of_rules(conjunction) else ())
        if not types:
            return Anything(is_nullable=True)
        return (
            self._single(types[0], conjunction)
            if len(types) == 1
            else union_of(self._single(name, conjunction) for name in types)
        )

    def _single(self, name: str, conjunction: Conjunction) -> Type:
        match name:
            case "string":
                return string_of(conjunction)
            case "integer":
                return integer_of(conjunction)
            case "number":
                return number_of(conjunction)
            case "boolean":
                return Boolean()
            case "array":
                return self._array(conjunction)
            case "object":
                return self._counted.type(object_of(conjunction, self._gathered, self._meaning))
            case _:
                return Anything(is_nullable=True)

    def _array(self, conjunction: Conjunction) -> Array:
        prefixes = [value for value in conjunction.values("prefixItems") if isinstance(value, list)]
        longest = max(map(len, prefixes), default=0)
        prefix = [[part[index] for part in prefixes if index < len(part)] for index in range(longest)]
        bounds = [conjunction.least("maxItems"), longest if conjunction.is_closed("items") else None]
        least = conjunction.greatest("minItems")
        return Array(
            items=self._meaning([value for value in conjunction.values("items") if value is not False]),
            prefix=tuple(self._meaning(schemas) for schemas in prefix),
            min_items=None if least is None else int(least),
            max_items=min((int(bound) for bound in bounds if bound is not None), default=None),
            is_unique=any(value is True for value in conjunction.values("uniqueItems")),
        )

    # Unions

    def _groups(self, conjunction: Conjunction, taken: _Taken) -> list[_Group]:
        """The choices that a value has, but for those that lead back to what is being described.

        A child takes from its parent what that says itself, not the choice between the parent's children.
        """
        groups = []
        for part in conjunction.parts:
            for keyword in _UNIONS:
                listed_ = listed(part, keyword)
                if not listed_ or id(part) in taken.parts or is_rule(listed_):
                    continue
                branches = tuple(branch for branch in listed_ if not self._leads_back(branch, taken.names))
                if branches and (len(branches) == len(listed_) or id(part) in conjunction.own):
                    found = part.get("discriminator")
                    discriminator = found if isinstance(found, Mapping) else {}
                    groups.append(_Group(branches, discriminator, is_exclusive=keyword == "oneOf"))
        return groups

    def _leads_back(self, branch: Json, names: frozenset[str]) -> bool:
        return not names.isdisjoint(self._gathered.gather([branch]).references)

    def _union(self, conjunction: Conjunction, groups: Sequence[_Group], taken: _Taken) -> Type:
        chosen, left = _within_bounds(groups)
        names = property_names([branch for group in left for branch in group.branches], self._gathered)
        possible = [choice for choice in product(*(group.branches for group in chosen)) if False not in choice]
        choices = [choice for choice in possible if not is_null(self._gathered.gather(choice))]
        inner = _Taken(taken.names, taken.parts | {id(part) for part in conjunction.parts})
        loose = [{"properties": dict.fromkeys(names, True)}] if names else []
        is_one = all(group.is_exclusive or len(group.branches) == 1 for group in groups)
        base = [*(_without_unions(part, is_one=is_one) for part in conjunction.parts), *loose]
        members = [self._member(conjunction, base, choice, inner) for choice in choices]
        if not members:
            return Anything(is_nullable=True)
        union = _with_discriminator(members, chosen[0].discriminator if len(chosen) == 1 else {})
        return replace(union, is_nullable=union.is_nullable or len(choices) < len(possible))

    def _member(
        self, conjunction: Conjunction, base: Sequence[Keywords], choice: Sequence[Json], taken: _Taken
    ) -> Type:
        """The type of one choice, with all that holds for every choice."""
        names = self._gathered.gather(choice).references
        is_plain = len(choice) == 1 and bool(names) and set(choice[0]) == {"$ref"}
        if is_plain and self._gathered.covers(names[0], conjunction.parts, except_for=_UNIONS):
            return self._reference(names[0])
        if names and len(taken.names) >= _MOST_NAMES:
            return self._reference(names[-1])
        meaning = self._whole([*base, *choice], _Taken(taken.names | {*names}, taken.parts))
        title = meaning.title or " ".join(name for name in map(reference_of, choice) if name is not None)
        return replace(meaning, title=title) if isinstance(meaning, Object) else meaning


@dataclass(frozen=True, slots=True)
class _Taken:
    """What is being put together into one type: the names that are followed, and the parts whose choices are made."""

    names: frozenset[str] = frozenset()
    parts: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Group:
    """The branches of one `oneOf` or `anyOf`, and the discriminator beside them."""

    branches: tuple[Json, ...]
    discriminator: Keywords
    is_exclusive: bool


def _within_bounds(groups: Sequence[_Group]) -> tuple[list[_Group], list[_Group]]:
    """The unions to multiply, and those that are left because it would be too many members."""
    taken, left = [groups[0]], list[_Group]()
    for group in groups[1:]:
        size = prod(len(known.branches) for known in taken) * len(group.branches)
        (taken if size <= _MOST_MEMBERS else left).append(group)
    return taken, left


def _without_unions(part: Keywords, *, is_one: bool) -> Keywords:
    """What a part says of values beside its choices; the schemas in it stay the same ones.

    Where not only one choice may hold, each of them leaves room for what others evaluate.
    """
    out = _FOR_THE_WHOLE if is_one else _FOR_THE_WHOLE | {"unevaluatedProperties"}
    kept = {keyword: value for keyword, value in part.items() if keyword not in out}
    return kept | {keyword: part[keyword] for keyword in _UNIONS if is_rule(listed(part, keyword)) and keyword in part}


def _with_discriminator(members: Sequence[Type], discriminator: Keywords) -> Type:
    """The union of members, told apart as the discriminator says."""
    union = union_of(members, str(discriminator.get("propertyName", "")), _mapping(discriminator))
    default = discriminator.get("defaultMapping")
    if isinstance(union, Union) and isinstance(default, str):
        return replace(union, default=default.removeprefix(REFERENCE))
    return union


def _mapping(discriminator: Keywords) -> dict[str, str]:
    """The names of schemas by the values that a discriminator maps."""
    mapping = discriminator.get("mapping")
    found = mapping.items() if isinstance(mapping, Mapping) else ()
    return {str(tag): target.removeprefix(REFERENCE) for tag, target in sorted(found) if isinstance(target, str)}


def _names_of_rules(conjunction: Conjunction) -> bool:
    return any(True for rule in rules_of(conjunction.parts) for _ in named_properties(rule))
