"""Names for generated code: always importable, chosen as a person would, and the same on every run.

A `Name` carries the module it is imported from; `Code` is a piece of Python text with the names it uses, so that the
imports of a file are collected and never written by hand.
"""

from __future__ import annotations

import builtins
import hashlib
import keyword
from collections.abc import Iterable
from dataclasses import dataclass, field

from anyascii import anyascii

from ..api.words import WORD

_SOFT = frozenset({"match", "case", "type", "_"})
_BUILTINS = frozenset(dir(builtins))
_ANNOTATED = frozenset({"bool", "dict", "float", "formats", "int", "list", "str"})
_MODEL_MEMBERS = frozenset(
    "construct copy dict from_orm json parse_file parse_obj parse_raw schema schema_json update_forward_refs validate "
    "model_computed_fields model_config model_construct model_copy model_dump model_dump_json model_extra model_fields "
    "model_fields_set model_json_schema model_parametrized_name model_post_init model_rebuild model_validate "
    "model_validate_json model_validate_strings".split()
)


LONGEST = 80
"""How many characters a name has at most, so that what is made of two is still the name of a file."""

MANY = 64
"""How many alternatives of a union stand in a row."""


def words(text: str) -> list[str]:
    """The words of an identifier, lower-cased: `BookTitle` and `book-title` are both `book`, `title`."""
    return [word.lower() for word in _words(text)]


def _words(text: str) -> list[str]:
    """The words as they are written, in letters that anybody can type; of very many, the first and a mark of all."""
    # A letter may become several, but no name needs more than this many to be told apart.
    found = WORD.findall(anyascii(text[: LONGEST * 2]) if not text.isascii() else text[: LONGEST * 2])
    if len(text) <= LONGEST and sum(map(len, found)) + len(found) <= LONGEST:
        return found
    kept: list[str] = []
    for word in found:
        left = LONGEST - _MARK - sum(len(known) + 1 for known in kept)
        if left < 2:
            break
        kept.append(word[:left])
    return [*kept, _mark(text)]


_MARK = 8


def _mark(text: str) -> str:
    """Six letters that another text hardly has."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return "".join(chr(ord("a") + byte % 26) for byte in digest[:6])


def snake(text: str) -> str:
    """A valid snake_case identifier, which is never private: a keyword gets an underscore after it."""
    name = "_".join(words(text)) or "value"
    return safe(f"value_{name}" if name[0].isdigit() else name)


def pascal(text: str) -> str:
    """A valid PascalCase identifier; words that are written in capitals keep them."""
    name = "".join(word[0].upper() + word[1:] for word in _words(text)) or "Value"
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


def spoken(name: str) -> str:
    """A snake_case name as it is said in a sentence: `book_copies` are `book copies`."""
    return name.replace("_", " ").strip()


def title(name: str) -> str:
    """A snake_case name as it begins a sentence."""
    return spoken(name).capitalize()


@dataclass(slots=True)
class Scope:
    """Names of which no two may be alike, case not regarded: files may stand where case makes no difference."""

    _used: set[str] = field(default_factory=set[str])
    _next: dict[str, int] = field(default_factory=dict[str, int])

    @classmethod
    def of(cls, taken: Iterable[str]) -> Scope:
        """A scope in which these names are taken."""
        return cls({name.casefold() for name in taken})

    def __contains__(self, name: str) -> bool:
        """Whether the name is taken."""
        return name.casefold() in self._used

    def add(self, *names: str) -> None:
        """Take names."""
        self._used.update(name.casefold() for name in names)

    def choose(self, wanted: str) -> str:
        """Take the wanted name, or the first of `name_2`, `name_3`… that is free."""
        candidate, number = wanted, self._next.get(wanted, 2)
        while candidate in self:
            candidate = f"{wanted}_{number}"
            number += 1
        self._next[wanted] = number
        self.add(candidate)
        return candidate


def unique(wanted: str, taken: Iterable[str]) -> str:
    """The wanted name, or the first of `name_2`, `name_3`… that differs from those taken, case not regarded."""
    return Scope.of(taken).choose(wanted)


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


def any_of(alternatives: Iterable[Code | Name | str]) -> Code:
    """A union; very many are put in groups, since Python and its tools read only so many operators in a row."""
    parts = list(alternatives)
    while len(parts) > MANY:
        groups = (parts[first : first + MANY] for first in range(0, len(parts), MANY))
        parts = [code("({})", joined(" | ", group)) for group in groups]
    return joined(" | ", parts)


def uses(parts: Iterable[Code | Name | str]) -> frozenset[Name]:
    """The names that these parts need imported."""
    names: set[Name] = set()
    for part in parts:
        if isinstance(part, Code):
            names |= part.names
        elif isinstance(part, Name) and part.module:
            names.add(part)
    return frozenset(names)
