"""Plain scalars by the core schema of YAML 1.2 (YAML 1.2.2, section 10.3): `no`, `on`, `1:30` and dates are strings."""

from __future__ import annotations

import math
import re

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_NUMERIC_START = frozenset("0123456789+-.")

MAX_DIGITS = 1000
"""The longest number taken; beyond it Python itself refuses, at a length that can be configured."""


class NotJsonError(ValueError):
    """The scalar has no JSON value; the message says which and why."""


def plain(text: str) -> str | int | float | bool | None:
    """The value of a plain (unquoted) scalar. Raises `NotJsonError` for infinities, NaN and numbers without end."""
    if text and text[0] in _NUMERIC_START:
        return _number(text)
    if text in _NULLS:
        return None
    return _BOOLEANS.get(text, text)


def _number(text: str) -> str | int | float:
    if _INTEGER.fullmatch(text):
        return int(_short(text))
    if _FLOAT.fullmatch(text):
        return finite(_short(text))
    if _OCTAL.fullmatch(text):
        return int(_short(text), 0)
    if _HEXADECIMAL.fullmatch(text):
        return int(_short(text), 0)
    if _NOT_FINITE.fullmatch(text):
        raise NotJsonError(f"{text} is no JSON number and counts as null; quote it if a string is meant")
    return text


def finite(text: str) -> float:
    """The number that `text` writes, if it fits a double."""
    value = float(text)
    if math.isinf(value):
        message = f"the number {text} is too large for a double and counts as null"
        raise NotJsonError(f"{message}; quote it if a string is meant")
    return value


def _short(text: str) -> str:
    if len(text) > MAX_DIGITS:
        raise NotJsonError(f"a number of {len(text)} characters counts as null; at most {MAX_DIGITS} are read")
    return text


def tagged(tag: str, text: str) -> str | int | float | bool | None:
    """The value of a scalar with an explicit core tag, such as `!!str 200`; `NotJsonError` if they do not fit."""
    kind = tag.removeprefix("tag:yaml.org,2002:")
    if kind in {"str", "!"}:
        return text
    value = plain(text)
    matches = {
        "null": value is None,
        "bool": isinstance(value, bool),
        "int": isinstance(value, int) and not isinstance(value, bool),
        "float": isinstance(value, int | float) and not isinstance(value, bool),
    }
    if kind not in matches:
        raise NotJsonError(f"the tag {tag} has no JSON value, so this is a string; remove it")
    if not matches[kind]:
        raise NotJsonError(f"{text!r} is no {kind}, as its tag claims; it is a string: remove the tag or correct it")
    return float(value) if kind == "float" and isinstance(value, int) else value
