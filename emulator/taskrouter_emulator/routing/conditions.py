"""The tree of an expression: what it holds, and how it is written."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, TypeAlias, TypeGuard, assert_never

from .scope import DayOfWeek, KeyPath, Scope

Operator: TypeAlias = Literal["==", "!=", "<", "<=", ">", ">=", "CONTAINS", "HAS", "IN", "NOT IN"]


@dataclass(frozen=True, slots=True)
class Constant:
    """A string, a number, true, false or null."""

    value: str | int | float | bool | None

    def __str__(self) -> str:
        match self.value:
            case None:
                return "null"
            case bool():
                return "true" if self.value else "false"
            case str():
                return "'" + re.sub(r"([\\'])", r"\\\1", self.value) + "'"
            case int():
                return str(self.value)
            case float():
                text = format(Decimal(repr(self.value)), "f")
                return text if "." in text else text + ".0"
        assert_never(self.value)


@dataclass(frozen=True, slots=True)
class Key:
    """The path to an attribute or to a built-in value, such as `worker.skills[0]`."""

    path: KeyPath

    def __str__(self) -> str:
        return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in self.path).removeprefix(".")


@dataclass(frozen=True, slots=True)
class Array:
    """A list of constants."""

    items: tuple[Constant, ...]

    def __str__(self) -> str:
        return "[" + ", ".join(map(str, self.items)) + "]"


Operand: TypeAlias = Constant | Key | Array


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two operands and the operator between them."""

    left: Operand
    operator: Operator
    right: Operand


@dataclass(frozen=True, slots=True)
class Conjunction:
    """True where every term is; no term is itself a conjunction."""

    terms: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Disjunction:
    """True where any term is; no term is itself a disjunction."""

    terms: tuple[Condition, ...]


Condition: TypeAlias = Comparison | Conjunction | Disjunction


def holds(condition: Condition, scope: Scope) -> bool:
    """Whether the condition is true in the scope; evaluates from left to right and no further than needed.

    It does not recurse: a tree of any depth can be asked from a stack of any depth.
    """
    pending: list[tuple[bool, Iterator[Condition]]] = []
    while True:
        while not isinstance(condition, Comparison):
            terms = iter(condition.terms)
            pending.append((isinstance(condition, Disjunction), terms))
            condition = next(terms)
        is_true = _TESTS[condition.operator](resolve(condition.left, scope), resolve(condition.right, scope))
        # What decides a group is also its result, as is that of its last term: going up, the result stays the same.
        while pending:
            decisive, terms = pending[-1]
            following = None if is_true is decisive else next(terms, None)
            if following is not None:
                condition = following
                break
            pending.pop()
        else:
            return is_true


def resolve(operand: Operand, scope: Scope) -> object:
    """What the operand stands for in the scope; None (null) where there is nothing."""
    match operand:
        case Constant(value):
            return value
        case Key(path):
            return scope.value(path)
        case Array(items):
            return tuple(item.value for item in items)
    assert_never(operand)


def unparse(condition: Condition) -> str:
    """The condition in its canonical spelling: parsed again it gives the same tree."""
    match condition:
        case Comparison(left, word, right):
            return f"{left} {word} {right}"
        case Conjunction(terms):
            texts = [f"({unparse(term)})" if isinstance(term, Disjunction) else unparse(term) for term in terms]
            return " AND ".join(texts)
        case Disjunction(terms):
            return " OR ".join([unparse(term) for term in terms])
    assert_never(condition)


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether the value is a JSON number; a boolean is none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_array(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _is_scalar(value: object) -> bool:
    return not _is_array(value) and not isinstance(value, Mapping)


def _are_same(left: object, right: object) -> bool:
    if isinstance(left, DayOfWeek) or isinstance(right, DayOfWeek):
        days = [value.name if isinstance(value, DayOfWeek) else value for value in (left, right)]
        return all(isinstance(day, str) for day in days) and len({str(day).casefold() for day in days}) == 1
    if is_number(left) and is_number(right):
        return left == right
    return type(left) is type(right) and left == right


def _are_equal(left: object, right: object) -> bool:
    return _is_scalar(left) and _is_scalar(right) and _are_same(left, right)


def _are_unequal(left: object, right: object) -> bool:
    return _is_scalar(left) and _is_scalar(right) and not _are_same(left, right)


def _contains(left: object, right: object) -> bool:
    return isinstance(left, str) and isinstance(right, str) and right in left


def _has(left: object, right: object) -> bool:
    return _is_array(left) and any(_are_equal(item, right) for item in left)


def _is_in(left: object, right: object) -> bool:
    return _has(right, left)


def _is_not_in(left: object, right: object) -> bool:
    return right is None or (_is_array(right) and _is_scalar(left) and not _has(right, left))


def _in_order(test: Callable[[Any, Any], bool]) -> Callable[[object, object], bool]:
    def is_ordered(left: object, right: object) -> bool:
        if isinstance(left, str) and isinstance(right, str):
            return test(left, right)
        return is_number(left) and is_number(right) and test(left, right)

    return is_ordered


# Values of different types are not equal and have no order; null equals null only. Arrays and objects answer every
# scalar operator with false, != too, and an array operator between two scalars is false; but nothing is an item of an
# array that is missing, so NOT IN is true of one.
_TESTS: dict[Operator, Callable[[object, object], bool]] = {
    "==": _are_equal,
    "!=": _are_unequal,
    "<": _in_order(operator.lt),
    "<=": _in_order(operator.le),
    ">": _in_order(operator.gt),
    ">=": _in_order(operator.ge),
    "CONTAINS": _contains,
    "HAS": _has,
    "IN": _is_in,
    "NOT IN": _is_not_in,
}
