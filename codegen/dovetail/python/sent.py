"""How an argument of a method is written: its annotation, and the runtime's kind that checks it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ..api.model import STREAMED
from ..api.types import Array, String, Type, resolved
from .annotations import annotation
from .kinds import kind
from .names import Code, Name, code
from .naming import Argument

_FILE_CONTENT = Name("._runtime.client.files", "FileContent")
_BINARY = Name("._runtime.client.kinds", "Binary")
_ARRAY = Name("._runtime.client.kinds", "Array")
_ITERABLE = Name("collections.abc", "Iterable")
_SEQUENCE = Name("collections.abc", "Sequence")


def annotation_of(argument: Argument, types: Mapping[str, Type], names: Mapping[str, Name]) -> Code:
    """The annotation of an argument; `names` gives the Python name of a named type that has one."""
    files = files_in(argument, types)
    if files != "none":
        return code("{}", _FILE_CONTENT) if files == "one" else code("{}[{}]", _SEQUENCE, _FILE_CONTENT)
    written = annotation(argument.sent, types, names)
    if argument.place == "content" and argument.form in STREAMED:
        return code("{}[{}]", _ITERABLE, written)
    return written


def kind_of(argument: Argument, types: Mapping[str, Type], kinds: Mapping[str, Name]) -> Code:
    """The kind of an argument; `kinds` gives the constant that holds the kind of a named type."""
    files = files_in(argument, types)
    if files != "none":
        return code("{}()", _BINARY) if files == "one" else code("{}({}())", _ARRAY, _BINARY)
    return kind(argument.sent, types, kinds)


def files_in(argument: Argument, types: Mapping[str, Type]) -> Literal["none", "one", "many"]:
    """How many files an argument is the content of: bytes as they are, in a body that can hold them."""
    if _is_file(argument, argument.type, types):
        return "one"
    target = resolved(argument.type, types)
    return "many" if isinstance(target, Array) and _is_file(argument, target.items, types) else "none"


def _is_file(argument: Argument, meaning: Type, types: Mapping[str, Type]) -> bool:
    if argument.form not in ("multipart", "binary"):
        return False
    target = resolved(meaning, types)
    if not isinstance(target, String):
        return False
    return argument.form == "binary" or target.format == "binary" or target.content == "application/octet-stream"
