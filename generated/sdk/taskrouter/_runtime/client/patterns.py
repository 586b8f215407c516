"""Regular expressions of a description (ECMA-262), searched in bounded time whatever they are.

A description is not trusted, and Python's `re` can take exponential time. So patterns run on pydantic's engine, an
automaton that takes time linear in the text. What that cannot say (look-around, back-references) runs on `re` where its
cost can be bounded by counting repetitions and choices; else the check is left to the server.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeAlias

Search: TypeAlias = Callable[[str], bool]

LONGEST_PATTERN = 10_000
MOST_STEPS = 2_000_000
"""Steps that a pattern may take on `re`, about a fifth of a second."""

_ESCAPE = r"\\u\{[0-9A-Fa-f]+\}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|\\[pP]\{[^{}]*\}|\\k<[^<>]*>|\\c[A-Za-z]|\\."
_TOKEN = re.compile(
    rf"{_ESCAPE}|\[\^?(?:\\.|[^\]\\])*\]|\(\?<(?=[^=!])|\(\?(?:[:=!]|<[=!])|\{{\d+(?:,\d*)?\}}|.", re.DOTALL
)
_MEMBER = re.compile(rf"{_ESCAPE}|.", re.DOTALL)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_SETS = frozenset({r"\d", r"\D", r"\w", r"\W", r"\s", r"\S"})
_MEMBERS: Mapping[str, str] = {r"\d": "0-9", r"\w": "0-9A-Za-z_", r"\b": r"\x08"}
_RUST: Mapping[str, str] = {
    r"\d": "[0-9]",
    r"\D": "[^0-9]",
    r"\w": "[0-9A-Za-z_]",
    r"\W": "[^0-9A-Za-z_]",
    r"\b": r"(?-u:\b)",
    "$": r"\z",
}
_BOTH: Mapping[str, str] = {"$": r"\Z", "(?<": "(?P<", "[]": r"[^\s\S]", "[^]": r"[\s\S]", "{": r"\{", "}": r"\}"}


@lru_cache(maxsize=4096)
def search_of(source: str) -> Search | None:
    """Give what says whether a text holds a match; `None` where that cannot be said in bounded time."""
    if len(source) > LONGEST_PATTERN or _SURROGATE.search(source):
        return None
    return _automaton(source) or _backtracking(source)


def _automaton(source: str) -> Search | None:
    from pydantic_core import SchemaError, SchemaValidator, core_schema

    try:
        pattern = core_schema.str_schema(pattern=_translated(source, is_rust=True), regex_engine="rust-regex")
        return SchemaValidator(pattern).isinstance_python
    except (SchemaError, UnicodeEncodeError):
        return None


def _backtracking(source: str) -> Search | None:
    bound = _bound(source)
    if bound is None:
        return None
    repetitions, choices = bound
    try:
        pattern = re.compile(_translated(source, is_rust=False), re.ASCII)
    except (re.error, OverflowError, RecursionError):
        return None  # Python cannot say it either (`\p{L}` next to a look-ahead)

    def search(text: str) -> bool:
        is_bounded = (len(text) + 1) ** repetitions * 2**choices <= MOST_STEPS
        return not is_bounded or pattern.search(text) is not None

    return search


def _bound(source: str) -> tuple[int, int] | None:
    """Count what multiplies the cost of a search: repetitions, by the length of the text, and choices, by two.

    A search that does not begin with `^` is a repetition too. `None`: a group repeats what repeats or chooses.
    """
    repetitions, choices = int(not source.startswith("^")), 0
    groups: list[bool] = []  # whether each open group repeats or chooses
    is_after_such = False
    for token in _TOKEN.findall(source):
        is_repetition = token in {"*", "+"} or (token.startswith("{") and len(token) > 1)
        if is_repetition and is_after_such:
            return None
        was_such, is_after_such = is_after_such, False
        if token.startswith("("):
            groups.append(False)
        elif token == ")":
            is_after_such = groups.pop() if groups else True
        elif is_repetition or token in {"?", "|"}:
            repetitions += is_repetition
            choices += not is_repetition
            is_after_such = was_such
            groups = [True for _ in groups]
    return (repetitions, choices) if repetitions + choices < 64 else None


def _translated(source: str, *, is_rust: bool) -> str:
    """Write an ECMA-262 pattern for another engine: `$` is the end of the text alone, digits and words are ASCII."""
    return "".join(_written(token, is_rust=is_rust) for token in _TOKEN.findall(source))


def _written(token: str, *, is_rust: bool) -> str:
    known = _RUST.get(token) if is_rust else None
    known = known or _BOTH.get(token)
    if known is not None:
        return known
    return _class(token, is_rust=is_rust) if token.startswith("[") and len(token) > 1 else _escape(token)


def _class(token: str, *, is_rust: bool) -> str:
    start = 2 if token.startswith("[^") else 1
    members: list[str] = _MEMBER.findall(token[start:-1])
    written = [token[:start]]
    for at, member in enumerate(members):
        is_beside_set = _SETS.intersection(members[max(0, at - 1) : at + 2])
        is_first_or_last = at in {0, len(members) - 1}
        if member in {"[", "&", "~", "^"} or (member == "-" and (is_beside_set or is_first_or_last)):
            written.append("\\" + member)
        elif is_rust and member in {r"\D", r"\W"}:
            written.append(_RUST[member])
        else:
            written.append(_MEMBERS.get(member) or _escape(member))
    return "".join(written) + "]"


def _escape(token: str) -> str:
    """Write an escape as both engines know it; one that means only its character is that (ECMA-262, annex B)."""
    if token == r"\0":
        return r"\x00"
    if token.startswith(r"\k<"):
        return f"(?P={token[3:-1]})"
    if token.startswith(r"\u{"):
        return re.escape(chr(min(int(token[3:-1], 16), 0x10FFFF)))
    if len(token) == 2 and token[0] == "\\" and not token[1].isalnum():
        return re.escape(token[1])
    return token
