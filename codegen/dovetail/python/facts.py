"""What the docstring of an argument or a field says: its description, its default and its bounds."""

from __future__ import annotations

from collections.abc import Mapping

from ..api.types import Array, Integer, Json, Number, String, Type, resolved
from .docstrings import literal, sentence


def argument_doc(
    description: str, meaning: Type, types: Mapping[str, Type], default: Json = None, *, is_deprecated: bool = False
) -> str:
    """One paragraph: what it is, then `Default …`, bounds and `Deprecated.` where the description does not say so."""
    target = resolved(meaning, types)
    text = sentence(description or meaning.description or target.description)
    facts = [_bounds(target)]
    if default is not None and "default" not in text.lower():
        facts.insert(0, f"default {literal(default)}")
    told = "; ".join(fact for fact in facts if fact and not _says(text, fact))
    parts = [text, sentence(told[:1].upper() + told[1:])]
    if is_deprecated and "deprecated" not in text.lower():
        parts.insert(0, "Deprecated.")
    return " ".join(part for part in parts if part)


def _says(text: str, fact: str) -> bool:
    numbers = [word for word in fact.replace(",", " ").split() if any(character.isdigit() for character in word)]
    return bool(numbers) and all(number in text.replace(",", "") for number in numbers)


def _bounds(meaning: Type) -> str:
    match meaning:
        case Integer() | Number():
            return _range(meaning.minimum, meaning.maximum, "")
        case String(pattern=""):
            return _range(meaning.min_length if meaning.max_length else None, meaning.max_length, " characters")
        case Array():
            return _range(meaning.min_items, meaning.max_items, " items")
        case _:
            return ""


def _range(low: float | None, high: float | None, unit: str) -> str:
    if low is not None and high is not None and low:
        return f"{low} to {high}{unit}"
    if high is not None:
        return f"at most {high}{unit}"
    return f"at least {low}{unit}" if low else ""
