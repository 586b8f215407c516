"""What is wrong with a text that is no expression, said so that its author can mend it."""

from __future__ import annotations

import re
from typing import TypeAlias

from lark import UnexpectedInput, UnexpectedToken
from lark.exceptions import UnexpectedCharacters

TextPosition: TypeAlias = tuple[int, int]
"""Line and column of a text, both counted from 1."""

_OPERATORS = "== = != < <= > >= CONTAINS HAS IN NOT IN"

# What people commonly get wrong: how it looks at the place where reading stopped, and what to do.
_HINTS = (
    (r"(?<=\w)-", "hyphens are not supported in keys: name the attribute with letters, digits and underscores"),
    (r"\"(?:[^\"\\]|\\[\s\S])*\\?\Z|'(?:[^'\\]|\\[\s\S])*\\?\Z", "the string that starts here is not closed"),
    (r"[\u2018\u2019\u201c\u201d\u00b4`]", "this is no quote of the language: use ' or \""),
    (r"(?i:not)\b", "NOT stands only before IN: write a != b, or a NOT IN b"),
    (r"[&|]", "unknown operator: write AND or OR"),
    (r"(?<=[=!<>])[=!<>~]|[!~]", f"unknown operator: the operators are {_OPERATORS}"),
)
_TERMINALS = {
    "KEY": "a key",
    "STRING": "a string in quotes",
    "NUMBER": "a number",
    "WORD": "true, false or null",
    "LSQB": "'['",
    "LPAR": "'('",
    "OPERATOR": f"an operator ({_OPERATORS})",
    "COMMA": "','",
    "RSQB": "']'",
    "RPAR": "')'",
    "_AND": "AND",
    "_OR": "OR",
    "DIRECTION": "ASC or DESC",
    "$END": "the end",
}


class ExpressionError(ValueError):
    """A text that is no expression: what is wrong, and where (`position`, line and column from 1)."""

    def __init__(self, message: str, position: TextPosition) -> None:
        super().__init__(message, position)
        self.message = message
        self.position = position

    def __str__(self) -> str:
        return f"line {self.position[0]}, column {self.position[1]}: {self.message}"


def explain(text: str, error: UnexpectedInput) -> ExpressionError:
    """The parser's complaint in the words of the language."""
    is_end = isinstance(error, UnexpectedToken) and error.token.type == "$END"
    offset: object = error.pos_in_stream
    start = offset if isinstance(offset, int) and not is_end else len(text)
    hints = (hint for pattern, hint in _HINTS if re.compile(pattern).match(text, start))
    message = next(hints, None) or f"expected {_expected(error)} but found {_found(text, start)}"
    return ExpressionError(message, position_of(text, start))


def position_of(text: str, offset: int) -> TextPosition:
    """Line and column, from 1, of the character at the offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def shown(text: str) -> str:
    """The text in quotes, shortened, and without anything that could not be printed or encoded."""
    return repr(text if len(text) <= 40 else text[:40] + "…")


def _expected(error: UnexpectedInput) -> str:
    names: set[str] = set()
    if isinstance(error, UnexpectedToken):
        names = set(error.accepts or error.expected)
    elif isinstance(error, UnexpectedCharacters):
        names = set(error.allowed or ())
    if {"KEY", "STRING"} <= names:
        return "a key, a constant, an array or '('" if "LPAR" in names else "a key, a constant or an array"
    # Nothing is left to expect where a complete text goes on.
    return " or ".join(phrase for name, phrase in _TERMINALS.items() if name in names) or "the end"


def _found(text: str, start: int) -> str:
    word = re.compile(r"\w{1,30}|.", re.DOTALL).match(text, start)
    return shown(word[0]) if word else "the end of the text"
