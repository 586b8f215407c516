"""One value for a schema, made straight from its keywords: what to choose where there is a choice is decided before."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from ..runtime.server.schemas import Schemas
from .conjunction import Choose, Conjunction, Impossible, conjoined, keyword_names
from .texts import Alphabet, texts

Path = tuple[str | int, ...]
"""Where in a value: names and indices."""
LARGEST = 250
"""Values within a value, after which only what is required is still made."""
DEEPEST = 40
LONGEST = 10_000
"""Items of an array that is still made."""


@dataclass(slots=True)
class Choices:
    """What is chosen for one value.

    `variant` turns every choice; `is_full` wants optional properties; `is_request` leaves out what is read only, and
    else what is write only goes; with `is_text`, null is only taken where nothing else is allowed, and no list or
    object within the value is empty. What is chosen otherwise at a place, because it did not come out right, stands in
    `turns`, `wanted` (properties), `unwanted` (properties) and `plain` (where examples misled).
    """

    variant: int = 0
    is_full: bool = True
    is_request: bool = True
    alphabet: Alphabet = "rich"
    is_text: bool = False
    turns: dict[Path, int] = field(default_factory=dict[Path, int])
    wanted: dict[Path, set[str]] = field(default_factory=dict[Path, set[str]])
    unwanted: dict[Path, set[str]] = field(default_factory=dict[Path, set[str]])
    plain: set[Path] = field(default_factory=set[Path])


class Instance:
    """The making of one value by some choices; `ways` counts how many there are at each place."""

    def __init__(self, schemas: Schemas, choices: Choices) -> None:
        self._schemas, self._choices = schemas, choices
        self._made = 0
        self.ways: dict[Path, int] = {}
        self.chosen: dict[Path, Mapping[str, int]] = {}

    def made(
        self, together: Sequence[Any], path: Path = (), variant: int = 0, stack: frozenset[str] = frozenset()
    ) -> Any:
        """Make a value that satisfies these schemas together.

        Raises:
            Blocked: nothing does, by these choices.
        """
        self._made += 1
        turns = self._choices.turns.get(path, 0)
        left = turns // 2 + variant
        ways = 2

        def choose(of: str, count: int) -> int:
            nonlocal left, ways
            del of
            index = left % count
            left //= count
            ways *= count
            return index

        try:
            known = conjoined(self._schemas, together, choose, stack, is_text=self._choices.is_text)
            self.chosen[path] = known.alternatives
            if len(path) > DEEPEST:
                raise Impossible
            is_circling = bool(known.names & stack) or self._made > LARGEST
            is_full = (self._choices.is_full != bool(turns % 2)) and not is_circling
            stack = stack | known.names
            made = self._value(_At(known, path, variant, stack, is_full), choose)
        except Impossible:
            self.ways[path] = ways
            raise Blocked(path) from None
        self.ways[path] = ways
        return made

    def _value(self, at: _At, choose: Choose) -> Any:
        allowed = at.known.allowed
        tags = [value for value in at.known.values("x-tag") if allowed is None or value in allowed]
        if tags and "string" in at.known.kinds:
            return tags[0]
        if allowed is not None:
            if not allowed:
                raise Impossible
            allowed = self._without_null(allowed, None)
            return allowed[choose("enum", len(allowed))]
        kinds = self._without_null(at.known.kinds, "null")
        if not kinds:
            raise Impossible
        kind = kinds[choose("type", len(kinds))]
        examples = [] if at.path in self._choices.plain else list(_examples(at.known, kind))
        if examples:
            return examples[choose("examples", len(examples))]
        match kind:
            case "object":
                return self._object(at)
            case "array":
                return self._array(at)
            case "string":
                return self._text(at, choose)
            case "boolean":
                return choose("boolean", 2) == 0
            case "null":
                return None
        return _number(at.known, kind == "integer", choose)

    def _without_null(self, allowed: list[Any], null: str | None) -> list[Any]:
        return allowed if not self._choices.is_text else [each for each in allowed if each != null] or allowed

    def _text(self, at: _At, choose: Choose) -> str:
        known = at.known
        longest = [int(value) for value in known.numbers("maxLength")]
        candidates = texts(
            str(next((step for step in reversed(at.path) if isinstance(step, str)), "text")),
            formats=(*(str(each) for each in known.values("format")), *_encoded(known)),
            patterns=tuple(str(each) for each in known.values("pattern")),
            shortest=max((math.ceil(value) for value in known.numbers("minLength")), default=0),
            longest=min(longest, default=None),
            alphabet=self._choices.alphabet,
        )
        if not candidates:
            raise Impossible
        return candidates[choose("text", len(candidates))]

    def _array(self, at: _At) -> list[Any]:
        known = at.known
        least = max((math.ceil(value) for value in known.numbers("minItems")), default=0)
        most = min((math.floor(value) for value in known.numbers("maxItems")), default=None)
        contained = list(known.values("contains"))
        contained_count = (
            max((math.ceil(value) for value in known.numbers("minContains")), default=1) if contained else 0
        )
        prefix = max((len(value) for value in known.values("prefixItems") if isinstance(value, list)), default=0)
        if self._must_hold(at):
            if self._is_large() and not least:
                raise Impossible
            least = max(least, 1)
        count = max(least, contained_count, prefix or 2 * at.is_full)
        count = count if most is None else min(count, most)
        if count < least or count > LONGEST:
            raise Impossible
        made: list[Any] = []
        for index in range(count):
            together = [*_items(known, index), *(contained if index < contained_count else ())]
            if any(schema is False for schema in together):
                if index < least:
                    raise Impossible
                break
            made.append(self.made(together, (*at.path, index), at.variant + index, at.stack))
        return made

    def _object(self, at: _At) -> dict[str, Any]:
        made: dict[str, Any] = {}
        wanted = self._choices.wanted.get(at.path, set())
        required = set(_required(at.known)) | wanted
        for name in _names(at.known, required, is_full=at.is_full):
            together = list(keyword_names(at.known.parts, name))
            is_left = self._is_hidden(together) and name not in wanted
            if not is_left and (name in required or not self._is_large()):
                self._add(made, name, together, at, is_required=name in required)
        if made or not self._must_hold(at):
            return made
        for name in _names(at.known, required, is_full=not self._is_large()):
            together = list(keyword_names(at.known.parts, name))
            if not self._is_hidden(together):
                self._add(made, name, together, at, is_required=False)
            if made:
                return made
        raise Impossible

    def _add(self, made: dict[str, Any], name: str, together: Sequence[Any], at: _At, *, is_required: bool) -> None:
        """Add a property; one that cannot be is left out, if it may be."""
        if name in self._choices.unwanted.get(at.path, ()):
            return
        if any(schema is False for schema in together):
            if is_required:
                raise Impossible
            return
        try:
            made[name] = self.made(together, (*at.path, name), at.variant, at.stack)
        except Blocked:
            if is_required:
                raise

    def _must_hold(self, at: _At) -> bool:
        """Whether a list or object must not be empty, for a text could not say so."""
        return self._choices.is_text and bool(at.path)

    def _is_large(self) -> bool:
        return self._made > LARGEST

    def _is_hidden(self, together: Sequence[Any]) -> bool:
        """Whether a property is not for this direction (OAS 3.0, Schema Object; JSON Schema, 9.4)."""
        keyword = "readOnly" if self._choices.is_request else "writeOnly"
        return any(says(self._schemas, schema, keyword) for schema in together)


class Blocked(Exception):
    """Nothing could be made at a place."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(path)


@dataclass(frozen=True, slots=True)
class _At:
    known: Conjunction
    path: Path
    variant: int
    stack: frozenset[str]
    is_full: bool


def says(schemas: Schemas, schema: Any, keyword: str) -> bool:
    """Whether a schema, or what it refers to or consists of, says true under a keyword."""
    for _ in range(8):
        if not isinstance(schema, Mapping):
            return False
        if schema.get(keyword) is True:
            return True
        if any(isinstance(part, Mapping) and part.get(keyword) is True for part in schema.get("allOf") or ()):
            return True
        reference = schema.get("$ref")
        if not isinstance(reference, str) or not reference.startswith("#/"):
            return False
        schema = schemas.value(reference[1:])
    return False


def _items(known: Conjunction, index: int) -> Iterator[Any]:
    """The schemas that the item at an index must satisfy: each part counts by its own prefix."""
    for part in known.parts:
        prefix = part.get("prefixItems")
        if isinstance(prefix, list) and index < len(prefix):
            yield prefix[index]
        elif "items" in part:
            yield part["items"]


def _required(known: Conjunction) -> Iterator[str]:
    for names in known.values("required"):
        if isinstance(names, list):
            yield from (name for name in names if isinstance(name, str))


def _names(known: Conjunction, required: set[str], *, is_full: bool) -> list[str]:
    found = dict.fromkeys(sorted(required))
    declared = [name for properties in known.values("properties") for name in properties]
    if is_full:
        found |= dict.fromkeys(sorted(set(declared)))
        for patterns in known.values("patternProperties"):
            found |= dict.fromkeys(name for pattern in patterns for name in _named_by(pattern))
    least = max((math.ceil(value) for value in known.numbers("minProperties")), default=0)
    found |= dict.fromkeys(name for name in declared if len(found) < least)
    is_map = is_full and not declared and not any(True for _ in known.values("patternProperties"))
    more = max(least - len(found), 2 if is_map and any(True for _ in known.values("additionalProperties")) else 0)
    found |= dict.fromkeys(_more_names(known, more))
    return list(found)


def _named_by(pattern: str) -> list[str]:
    return list(texts("name", patterns=(pattern,), alphabet="plain")[:1])


def _more_names(known: Conjunction, count: int) -> list[str]:
    """Names of properties that nobody listed, by what `propertyNames` says of them."""
    rules = [rule for rule in known.values("propertyNames") if isinstance(rule, Mapping)]
    for rule in rules:
        if isinstance(rule.get("enum"), list):
            return [str(name) for name in rule["enum"][:count]]
        if "pattern" in rule:
            return list(texts("name", patterns=(str(rule["pattern"]),), alphabet="plain")[:count])
    return [f"key{number + 1}" for number in range(min(count, 1_000))]


def _encoded(known: Conjunction) -> list[str]:
    return ["base64" for each in known.values("contentEncoding") if each in {"base64", "base64url"}]


def _examples(known: Conjunction, kind: str) -> Iterator[Any]:
    """Documented scalars; documented lists and objects would hide what lies within."""
    for part in known.parts:
        listed = part.get("examples")
        for value in [*(listed if isinstance(listed, list) else ()), part.get("example"), part.get("default")]:
            if _is_kind(value, kind):
                yield value


def _is_kind(value: Any, kind: str) -> bool:
    match kind:
        case "string":
            return isinstance(value, str)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
    return False


def _number(known: Conjunction, is_integer: bool, choose: Choose) -> int | float:
    least = max([*known.numbers("minimum"), *known.numbers("exclusiveMinimum")], default=None)
    most = min([*known.numbers("maximum"), *known.numbers("exclusiveMaximum")], default=None)
    steps = [Fraction(str(float(value))) for value in known.numbers("multipleOf") if value > 0]
    step = _common(steps) if steps else Fraction(1) if is_integer else Fraction(1, 2)
    if not steps and not is_integer and least is not None and most is not None and most - least <= 1:
        step = (most - least) / 4 or step
    low = None if least is None else math.ceil(least / step)
    high = None if most is None else math.floor(most / step)
    middle = 3 if low is None and high is None else (low + 1 if low is not None else (high or 0) - 1)
    candidates = [middle, *(value for value in (low, high) if value is not None), middle + 1]
    multiples = [value for value in dict.fromkeys(candidates) if _lies(value * step, known)]
    if not multiples:
        raise Impossible
    value = multiples[choose("number", len(multiples))] * step
    return int(value) if value.denominator == 1 and (is_integer or abs(value) < 2**53) else float(value)


def _common(steps: Sequence[Fraction]) -> Fraction:
    """The least number that is a multiple of each."""
    numerators = math.lcm(*(step.numerator for step in steps))
    return Fraction(numerators, math.gcd(*(step.denominator for step in steps)))


def _lies(value: Fraction, known: Conjunction) -> bool:
    return (
        all(value >= bound for bound in known.numbers("minimum"))
        and all(value > bound for bound in known.numbers("exclusiveMinimum"))
        and all(value <= bound for bound in known.numbers("maximum"))
        and all(value < bound for bound in known.numbers("exclusiveMaximum"))
    )
