"""The expression language of filters, targets, queues and lists: text in, a value that can be asked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, cast

from lark import Lark, Token, Transformer, UnexpectedInput, v_args
from lark.lark import PostLex

from .conditions import (
    Array,
    Comparison,
    Condition,
    Conjunction,
    Constant,
    Disjunction,
    Key,
    Operand,
    Operator,
    holds,
    unparse,
)
from .explanations import ExpressionError, explain, position_of, shown
from .scope import Scope

MAX_LENGTH = 10_000
MAX_NESTING = 100
MAX_DIGITS = 100


@dataclass(frozen=True, slots=True)
class Expression:
    """A parsed expression: equal and hashed by its text; `str()` gives the canonical spelling."""

    text: str
    condition: Condition = field(compare=False, repr=False)

    def holds(self, scope: Scope) -> bool:
        """Whether the expression is true in the scope; never raises."""
        return holds(self.condition, scope)

    def __str__(self) -> str:
        return unparse(self.condition)


@dataclass(frozen=True, slots=True)
class OrderClause:
    """One criterion of an `order_by`: the worker's attribute, and whether higher values come first."""

    key: Key
    is_descending: bool = False


@lru_cache(maxsize=256)
def parse(text: str) -> Expression:
    """The expression that the text spells; raises ExpressionError where it spells none.

    At most 10,000 characters and 100 nested parentheses; never evaluates anything.
    """
    return Expression(text, cast("Condition", _parse(text, "disjunction")))


@lru_cache(maxsize=256)
def parse_value(text: str) -> Operand:
    """The single value that the text spells, such as `task.agent_sid`; raises ExpressionError."""
    return cast("Operand", _parse(text, "operand"))


@lru_cache(maxsize=256)
def parse_order(text: str) -> tuple[OrderClause, ...]:
    """The criteria of an `order_by` such as `worker.level DESC, worker.name`; raises ExpressionError.

    Only attributes of the worker can be sorted by; the direction is ascending where none is given.
    """
    clauses = cast("tuple[OrderClause, ...]", _parse(text, "order"))
    for clause in clauses:
        if clause.key.path[0] != "worker" or len(clause.key.path) == 1:
            raise ExpressionError(f"{shown(str(clause.key))} cannot be sorted by: write worker.<attribute>", (1, 1))
    return clauses


def _parse(text: str, start: str) -> object:
    if len(text) > MAX_LENGTH:
        raise ExpressionError(f"longer than {MAX_LENGTH:,} characters", position_of(text, MAX_LENGTH))
    if not text.strip():
        raise ExpressionError("empty; write 1==1 for an expression that is always true", (1, 1))
    try:
        return _grammar().parse(text, start=start)
    except UnexpectedInput as error:
        raise explain(text, error) from None


@cache
def _grammar() -> Lark:
    return Lark(
        files(__name__.rpartition(".")[0]).joinpath("grammar.lark").read_text("utf-8"),
        parser="lalr",
        start=["disjunction", "operand", "order"],
        transformer=_Builder(),
        postlex=_Nesting(),
        maybe_placeholders=False,
    )


class _Nesting(PostLex):
    """Refuses a parenthesis that is nested too deeply as soon as it is read."""

    always_accept = ()

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        depth = 0
        for token in stream:
            depth += (token.type == "LPAR") - (token.type == "RPAR")
            if depth > MAX_NESTING:
                raise ExpressionError(
                    f"more than {MAX_NESTING} nested parentheses", (token.line or 1, token.column or 1)
                )
            yield token


@v_args(inline=True)
class _Builder(Transformer[Token, Any]):
    """Makes the tree as the parser reduces; it never recurses, however deep the text is."""

    def disjunction(self, *terms: Condition) -> Condition:
        flat = [part for term in terms for part in (term.terms if isinstance(term, Disjunction) else (term,))]
        return flat[0] if len(flat) == 1 else Disjunction(tuple(flat))

    def conjunction(self, *terms: Condition) -> Condition:
        flat = [part for term in terms for part in (term.terms if isinstance(term, Conjunction) else (term,))]
        return flat[0] if len(flat) == 1 else Conjunction(tuple(flat))

    def comparison(self, left: Operand, operator: Token, right: Operand) -> Comparison:
        word = " ".join(operator.upper().split())
        return Comparison(left, cast("Operator", "==" if word == "=" else word), right)

    def array(self, *items: Constant) -> Array:
        return Array(items)

    def constant(self, token: Token) -> Constant:
        match token.type:
            case "STRING":
                return Constant(re.sub(r"\\([\\'\"])", r"\1", token[1:-1]))
            case "NUMBER":
                return _number(token)
            case _:
                return Constant({"true": True, "false": False, "null": None}[token.lower()])

    def key(self, token: Token) -> Key:
        parts = re.findall(r"\w+|\[[0-9]+", token)
        return Key(tuple(int(part[1:]) if part.startswith("[") else part for part in parts))

    def order_clause(self, key: Key, direction: Token | None = None) -> OrderClause:
        return OrderClause(key, direction is not None and direction.upper() == "DESC")

    def order(self, *clauses: OrderClause) -> tuple[OrderClause, ...]:
        return clauses


def _number(token: Token) -> Constant:
    if len(token) > MAX_DIGITS:
        raise ExpressionError(f"a number of more than {MAX_DIGITS} digits", (token.line or 1, token.column or 1))
    return Constant(float(token) if "." in token else int(token))
