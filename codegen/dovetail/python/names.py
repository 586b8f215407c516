"""Names for generated code: always importable, chosen as a person would, and the same on every run.

A `Name` carries the module it is imported from; `Code` is a piece of Python text with the names it uses, so that the
imports of a file are collected and never written by hand.
"""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")
_SOFT = frozenset({"match", "case", "type", "_"})
_BUILTINS = frozenset(dir(builtins))
_ANNOTATED = frozenset({"bool", "dict", "float", "formats", "int", "list", "str"})
_MODEL_MEMBERS = frozenset(
    "construct copy dict from_orm json parse_file parse_obj parse_raw schema schema_json update_forward_refs validate "
    "model_computed_fields model_config model_construct model_copy model_dump model_dump_json model_extra model_fields "
    "model_fields_set model_json_schema model_parametrized_name model_post_init model_rebuild model_validate "
    "model_validate_json model_validate_strings".split()
)


def words(text: str) -> list[str]:
    """The words of an identifier, lower-cased: `BookTitle` and `book-title` are both `book`, `title`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return [word.lower() for word in _WORD.findall(plain)]


def snake(text: str) -> str:
    """A valid snake_case identifier, which is never private: a keyword gets an underscore after it."""
    name = "_".join(words(text)) or "value"
    return safe(f"value_{name}" if name[0].isdigit() else name)


def pascal(text: str) -> str:
    """A valid PascalCase identifier; words that are written in capitals keep them."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    name = "".join(word[0].upper() + word[1:] for word in _WORD.findall(plain)) or "Value"
    return safe(f"Value{name}" if name[0].isdigit() else name)


def constant(text: str) -> str:
    """A valid UPPER_CASE identifier."""
    name = "_".join(words(text)).upper() or "VALUE"
    return f"VALUE_{name}" if name[0].isdigit() else name


def safe(name: str) -> str:
    """The name, with an underscore after it if it is a keyword of Python."""
    return f"{name}_" if keyword.iskeyword(name) else name


def unshadowed(name: str) -> str:
    """The name, with an underscore after it if it would hide a builtin or a soft keyword at module level."""
    return f"{name}_" if name in _BUILTINS or name in _SOFT else safe(name)


def field_name(text: str) -> str:
    """A name for a field of a model: one that hides neither what models can do nor a type that annotations name."""
    name = snake(text)
    return f"{name}_" if name in _ANNOTATED | _MODEL_MEMBERS else name


def is_field(text: str) -> bool:
    """Whether a class can have a field of just this name."""
    return text.isidentifier() and not keyword.iskeyword(text) and not text.startswith("__")


def singular(name: str) -> str:
    """An English plural's singular, by its ending: `Activities` is `Activity`, `Houses` is `House`."""
    lower = name.lower()
    if lower.endswith(("series", "species", "news")):
        return name
    if lower.endswith("ies") and len(name) > 4:
        return name[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "uses")) and not lower.endswith(("ouses", "auses", "caches")):
        return name[:-2]
    return name[:-1] if name.endswith("s") and not name.endswith(("ss", "us", "is")) else name


def unique(wanted: str, taken: Iterable[str]) -> str:
    """The wanted name, or the first of `name_2`, `name_3`… that differs from those taken, case not regarded."""
    used = {name.casefold() for name in taken}
    candidate, number = wanted, 2
    while candidate.casefold() in used:
        candidate = f"{wanted}_{number}"
        number += 1
    return candidate


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A Python name and the module it comes from: `typing`, or `.models.shared` from the root of the package.

    With a `member`, the name is that of a module (`models` from `.`), and what is meant is its member.
    """

    module: str
    name: str
    member: str = ""

    def __str__(self) -> str:
        return f"{self.name}.{self.member}" if self.member else self.name


@dataclass(frozen=True, slots=True)
class Code:
    """A piece of Python text, with the names that it needs imported."""

    text: str
    names: frozenset[Name] = frozenset()

    def __str__(self) -> str:
        return self.text


def code(template: str, *parts: Code | Name | str) -> Code:
    """Fill the `{}` of a template with parts, gathering the names they use."""
    return Code(template.format(*(str(part) for part in parts)), uses(parts))


def joined(separator: str, parts: Iterable[Code | Name | str]) -> Code:
    """Parts with a separator between them."""
    listed = list(parts)
    return Code(separator.join(str(part) for part in listed), uses(listed))


def uses(parts: Iterable[Code | Name | str]) -> frozenset[Name]:
    """The names that these parts need imported."""
    names: set[Name] = set()
    for part in parts:
        if isinstance(part, Code):
            names |= part.names
        elif isinstance(part, Name) and part.module:
            names.add(part)
    return frozenset(names)
