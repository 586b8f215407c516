"""The `headers` module of the SDK, planned: what documented headers of answers hold, a TypedDict for each set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..api.model import Header, Operation
from ..api.types import Array, Boolean, Integer, Map, Number, Object, String, Type, resolved
from .docstrings import docstring
from .facts import argument_doc
from .imports import import_block
from .names import Code, Name, Scope, code, pascal, snake
from .views import ClassView, DeclarationsView, FieldView

_TEXTS = {
    "date-time": Name("datetime", "datetime"),
    "date": Name("datetime", "date"),
    "uuid": Name("uuid", "UUID"),
    "decimal": Name("decimal", "Decimal"),
}
_TYPED_DICT = Name("typing_extensions", "TypedDict")


class Headers:
    """The headers of successful answers, by Python names; operations with the same ones share a TypedDict."""

    def __init__(self, operations: tuple[Operation, ...], types: Mapping[str, Type]) -> None:
        """Decide every name."""
        self._types = types
        self._sets: dict[str, tuple[str, tuple[Header, ...]]] = {}
        known = {_said(headers): headers for headers in map(documented, operations) if headers}
        for key, headers in sorted(known.items(), key=lambda pair: (len(pair[1]), pair[0])):
            said = "And".join(pascal(header.name) for header in headers) if len(headers) < 3 else "Answer"
            taken = {name for name, _ in self._sets.values()}
            names = (f"{said}Headers{number or ''}" for number in (0, *range(2, len(known) + 2)))
            self._sets[key] = (next(name for name in names if name not in taken), headers)

    def name(self, operation: Operation) -> Name | None:
        """The TypedDict of an operation's headers; `None` if there are none."""
        found = self._sets.get(_said(documented(operation)))
        return Name(".headers", found[0]) if found else None

    def view(self, source: str) -> DeclarationsView | None:
        """The view of the module; `None` if no operation has documented headers."""
        if not self._sets:
            return None
        used = {_TYPED_DICT}
        classes = tuple(self._class(name, found, used) for name, found in self._sets.values())
        doc = f"What headers of answers hold. Generated from {source}; do not edit."
        return DeclarationsView(doc=doc, imports=import_block(used, ".headers"), aliases=(), classes=classes)

    def _class(self, name: str, found: tuple[Header, ...], used: set[Name]) -> ClassView:
        fields = []
        for header, wanted in zip(found, field_names(found), strict=True):
            written = Code("object") if header.media_type else _read(header.type, self._types)
            used |= written.names
            doc = argument_doc(header.description or header.name, header.type, self._types)
            fields.append(FieldView(name=wanted, annotation=written.text, default="", doc=docstring(doc)))
        about = "Headers of an answer; those that are absent or not as described are left out."
        return ClassView(name=name, base="TypedDict, total=False", doc=about, fields=tuple(fields))


def documented(operation: Operation) -> tuple[Header, ...]:
    """The documented headers of successful answers, each once, by their names."""
    known: dict[str, Header] = {}
    for success in operation.successes:
        for header in success.headers:
            known.setdefault(header.name.lower(), header)
    return tuple(known[name] for name in sorted(known))


def field_names(headers: tuple[Header, ...]) -> list[str]:
    """The Python names of headers."""
    scope = Scope()
    return [scope.choose(snake(header.name)) for header in headers]


def _said(headers: tuple[Header, ...]) -> str:
    return repr([(header.name, replace(header.type, description="")) for header in headers])


def _read(meaning: Type, types: Mapping[str, Type]) -> Code:
    match resolved(meaning, types):
        case Integer():
            return Code("int")
        case Number():
            return Code("float")
        case Boolean():
            return Code("bool")
        case Array(items=items):
            return code("list[{}]", _read(items, types))
        case Object() | Map():
            return Code("dict[str, object]")
        case String(format=form):
            return code("{}", _TEXTS[form]) if form in _TEXTS else Code("str")
        case _:
            return Code("object")
