"""What holds of one value together: a schema, the branches of its `allOf`, and the schemas that those name.

`allOf` and `$ref` are the same statement, that all of it holds; so both are dissolved into a list of parts, each the
keywords that stand in one place. A part is met once however many ways lead to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from ..spec.objects import Schema
from .looks import Looks
from .types import Json

Keywords = Mapping[str, Json]
"""The keywords of a schema that is an object."""

REFERENCE: Final = "#/components/schemas/"

_ANNOTATIONS: Final = frozenset(
    "$comment $ref allOf default deprecated description discriminator example examples externalDocs readOnly title "
    "writeOnly xml".split()
)
_LEADING_ON: Final = frozenset({"$ref", "allOf"})
_MOST_LEVELS: Final = 4
_MOST_NAMES: Final = 64
_CLOSING: Final = frozenset({"additionalProperties", "unevaluatedProperties", "unevaluatedItems"})
_FAMILIES: Final[Mapping[str, frozenset[str]]] = {
    "object": frozenset(
        "additionalProperties dependencies dependentRequired dependentSchemas maxProperties minProperties "
        "patternProperties properties propertyNames required unevaluatedProperties".split()
    ),
    "array": frozenset(
        "contains items maxContains maxItems minContains minItems prefixItems unevaluatedItems uniqueItems".split()
    ),
    "string": frozenset("contentEncoding contentMediaType maxLength minLength pattern".split()),
    "number": frozenset("exclusiveMaximum exclusiveMinimum maximum minimum multipleOf".split()),
}
_FORMATS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("int32", "int64"), "integer"),
    **dict.fromkeys(("float", "double"), "number"),
    **dict.fromkeys(
        "base64 binary byte date date-time duration email hostname ipv4 ipv6 password time uri url uuid".split(),
        "string",
    ),
}


@dataclass(frozen=True, slots=True)
class Conjunction:
    """Parts that hold together: what is referred to before what refers to it, so that the last word is the nearest."""

    parts: tuple[Keywords, ...]
    references: tuple[str, ...] = ()
    """The names that these schemas refer to themselves, in the order of the parts."""
    own: frozenset[int] = field(default=frozenset(), repr=False)
    """The identities of the parts that are written in place, not under a name."""

    def values(self, keyword: str) -> list[Json]:
        """The values that the parts give to a keyword."""
        return [part[keyword] for part in self.parts if keyword in part]

    def texts(self, keyword: str) -> list[str]:
        """The strings among them that say something."""
        return [value for value in self.values(keyword) if isinstance(value, str) and value]

    def last(self, keyword: str) -> Json:
        """The value that the nearest part gives to a keyword, be it by a reference; `None` if none does."""
        return next((part[keyword] for part in reversed(self.parts) if keyword in part), None)

    def said(self, keyword: str) -> str:
        """What the parts written in place say last: a description, a title."""
        found = (part.get(keyword) for part in reversed(self.parts) if id(part) in self.own)
        return next((value for value in found if isinstance(value, str) and value), "")

    def least(self, keyword: str) -> Any:
        """The smallest of the numbers that a keyword has, such as an upper bound; `None` if it has none."""
        return min(self._numbers(keyword), default=None)

    def greatest(self, keyword: str) -> Any:
        """The greatest of the numbers that a keyword has, such as a lower bound; `None` if it has none."""
        return max(self._numbers(keyword), default=None)

    def is_closed(self, keyword: str) -> bool:
        """Whether a part forbids what no other keyword speaks of."""
        return any(value is False for value in self.values(keyword))

    def _numbers(self, keyword: str) -> list[float]:
        found = self.values(keyword)
        return [value for value in found if isinstance(value, int | float) and not isinstance(value, bool)]

    @property
    def declared(self) -> tuple[str, ...]:
        """The types that all parts declare, `null` among them; the last part's where they exclude one another."""
        together: list[str] | None = None
        for part in self.parts:
            names = type_names(part)
            if names:
                both = names if together is None else _common(together, names)
                together = both or names
        return tuple(together or ())

    @property
    def is_nullable(self) -> bool:
        """Whether `null` is among the declared types; the schema's own word counts more than those it refers to."""
        own = [names for part in self.parts if id(part) in self.own and (names := type_names(part))]
        return "null" in (own[-1] if own else self.declared)

    @property
    def types(self) -> tuple[str, ...]:
        """The types of a value that is not `null`: those declared, or the one that the other keywords are about."""
        declared = tuple(name for name in self.declared if name != "null")
        return declared or ((implied,) if not self.declared and (implied := self._implied()) else ())

    def _implied(self) -> str:
        keys = {key for part in self.parts for key in part}
        if keys & {"properties", "required", "patternProperties"}:
            return "object"
        found = [name for name, keywords in _FAMILIES.items() if keys & keywords]
        formats = [_FORMATS[text] for text in self.texts("format") if text in _FORMATS]
        if formats and set(found) <= {formats[-1], "number"}:
            return formats[-1]
        return found[0] if len(found) == 1 else ""


class Conjunctions:
    """Gathers what holds together, with the schemas of a description by name."""

    def __init__(self, named: Mapping[str, Schema], looks: Looks) -> None:
        self._named = named
        self._looks = looks
        self._of_names: dict[str, tuple[Conjunction, frozenset[str]]] = {}

    def gather(self, schemas: Sequence[Json]) -> Conjunction:
        """The parts of these schemas, all of which hold; it is noted which names were followed to them."""
        return self._gather(schemas, self._looks)

    def annotating(self, schemas: Sequence[Json]) -> Conjunction:
        """The same, for who asks it for annotations alone."""
        return self._gather(schemas, Looks())

    def _gather(self, schemas: Sequence[Json], looks: Looks) -> Conjunction:
        if len(schemas) == 1 and isinstance(schemas[0], dict) and not schemas[0].keys() & _LEADING_ON:
            return Conjunction((schemas[0],), (), frozenset((id(schemas[0]),)))
        parts: dict[int, Keywords] = {}
        own: set[int] = set()
        references: dict[str, None] = {}
        names: set[str] = set()
        waiting: list[tuple[Json, bool, bool]] = [(schema, True, False) for schema in reversed(schemas)]
        while waiting:
            schema, is_own, is_open = waiting.pop()
            if not isinstance(schema, Mapping) or id(schema) in parts:
                continue
            if is_open:
                parts[id(schema)] = schema
                own |= {id(schema)} if is_own else set()
                continue
            waiting.append((schema, is_own, True))
            name = reference_of(schema)
            if name is not None:
                if is_own:
                    references[name] = None
                if name not in names and name in self._named and len(names) < _MOST_NAMES:
                    names.add(name)
                    looks.note(name)
                    waiting.append((self._named[name].value, False, False))
            waiting.extend((branch, is_own, False) for branch in reversed(listed(schema, "allOf")))
        return Conjunction(tuple(parts.values()), tuple(references), frozenset(own))

    def of(self, name: str) -> Conjunction:
        """The parts of a named schema."""
        if name not in self._of_names:
            schemas = [self._named[name].value] if name in self._named else []
            self._of_names[name] = self._looks.during(partial(self.gather, schemas))
        found, followed = self._of_names[name]
        self._looks.note(name, *followed)
        return found

    def covers(self, name: str, parts: Iterable[Keywords], *, except_for: Sequence[str] = ()) -> bool:
        """Whether the schema of that name says all that these parts say.

        Beside a choice, whose keyword is one of `except_for`, what the parts say of a property is what its member says
        more exactly.
        """
        target = self.of(name)
        known = {id(part) for part in target.parts}
        return all(
            id(part) in known
            or _adds_nothing(part, target, except_for)
            or (except_for and self._repeats(part, name, except_for))
            for part in parts
        )

    def _repeats(self, part: Keywords, name: str, except_for: Sequence[str]) -> bool:
        """Whether a part only names properties that a schema has, and requires, itself."""
        declared, required = self._offered(self.of(name), frozenset({name}))
        told = {*_told(part, except_for)}
        return told <= {"type", "properties", "required"} and bool(
            declared.issuperset(part.get("properties", ())) and required.issuperset(listed(part, "required"))
        )

    def _offered(self, conjunction: Conjunction, above: frozenset[str]) -> tuple[set[str], set[str]]:
        """The names of the properties that a schema declares, and of those it requires, in each of its choices."""
        declared = {name for part in conjunction.parts for name, _ in members(part, "properties")}
        required = {name for part in conjunction.parts for name in listed(part, "required") if isinstance(name, str)}
        for branches in (listed(part, keyword) for part in conjunction.parts for keyword in ("oneOf", "anyOf")):
            names = [name for name in map(reference_of, branches) if name is not None and name not in above]
            if names and len(names) == len(branches) and len(above) < _MOST_LEVELS:
                offers = [self._offered(self.of(name), above | {name}) for name in names]
                declared |= set.intersection(*(offer[0] for offer in offers))
                required |= set.intersection(*(offer[1] for offer in offers))
        return declared, required


def _adds_nothing(part: Keywords, target: Conjunction, except_for: Sequence[str]) -> bool:
    told = [key for key in _told(part, except_for) if part[key] not in ({}, [])]
    told = [key for key in told if key not in _CLOSING or not isinstance(part[key], bool)]
    if not told:
        return True
    types = [name for name in type_names(part) if name != "null"]
    return told == ["type"] and (not target.declared or {*target.declared} - {"null"} <= {*types})


def _told(part: Keywords, except_for: Sequence[str]) -> Iterator[str]:
    """The keywords by which a part says something of values."""
    for key in part:
        if key not in _ANNOTATIONS and key not in except_for and not key.startswith("x-"):
            yield key


def reference_of(schema: Json) -> str | None:
    """The name that a schema refers to."""
    target = schema.get("$ref") if isinstance(schema, Mapping) else None
    return target.removeprefix(REFERENCE) if isinstance(target, str) else None


def listed(schema: Keywords, keyword: str) -> Sequence[Json]:
    """The branches under a keyword that holds several schemas."""
    value = schema.get(keyword)
    return value if isinstance(value, list | tuple) else ()


def members(schema: Keywords, keyword: str) -> Iterator[tuple[str, Json]]:
    """The schemas under a keyword that holds them by name."""
    value = schema.get(keyword)
    yield from value.items() if isinstance(value, Mapping) else ()


def type_names(schema: Keywords) -> list[str]:
    """The types that a schema declares itself."""
    declared = schema.get("type", ())
    names = [declared] if isinstance(declared, str) else declared
    return [name for name in names if isinstance(name, str)] if isinstance(names, list | tuple) else []


def _common(left: Sequence[str], right: Sequence[str]) -> list[str]:
    """The types that both allow; a whole number is a number."""
    found = [name for name in left if name in right or (name == "integer" and "number" in right)]
    return found + [name for name in right if name == "integer" and "number" in left and "integer" not in left]
