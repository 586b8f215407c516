"""Named types as Python declares them: models of answers, and TypedDicts of what is given or served."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..api.types import Anything, Enum, Object, Property, Reference, Type, Union
from .annotations import Annotations, names_in
from .bundle import Bundle, Form
from .dialects import ANSWERED, Dialect, literals
from .docstrings import literal
from .models import Written, declare
from .names import Code, Name, Scope, code, field_name, is_field
from .placement import is_in_answers, is_in_requests

_NOT_REQUIRED = Name("typing", "NotRequired")
_ANNOTATED, _FIELD = Name("typing", "Annotated"), Name("pydantic", "Field")
_TEXT = re.compile(r'"(?:\\.|[^"\\])*"')
_IDENTIFIER = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True, slots=True)
class DeclaredField:
    """A member of a class: its name there, its property, its annotation, and its default (empty: none)."""

    name: str
    member: Property
    annotation: Code
    default: str = ""


@dataclass(frozen=True, slots=True)
class Declaration:
    """A named type: a class with fields (and the type of all other properties), or an alias of a value."""

    name: str
    meaning: Type
    fields: tuple[DeclaredField, ...] = ()
    extra: Code | None = None
    value: Code | None = None

    @property
    def uses(self) -> frozenset[Name]:
        """The names in its annotations."""
        parts = [item.annotation for item in self.fields]
        return names_in([*parts, *(part for part in (self.extra, self.value) if part is not None)])

    @property
    def is_plain(self) -> bool:
        """Whether it is another name of a class or an alias."""
        return self.value is not None and isinstance(self.meaning, Reference)

    @property
    def is_statement(self) -> bool:
        """Whether a class statement can say it: every key is an identifier, and none hides what an annotation names."""
        keys = {item.name for item in self.fields}
        if self.value is not None or not all(is_field(key) for key in keys):
            return False
        return not any(keys & set(_IDENTIFIER.findall(_TEXT.sub("", item.annotation.text))) for item in self.fields)


def models_of(
    types: Mapping[str, Type], names: Mapping[str, Name], chosen: Sequence[str], cache: Path | None
) -> dict[str, Declaration]:
    """The models of the chosen types, by their names; `names` are those of all in Python, `cache` as in `declare`."""
    bundle = Bundle(types, names)
    forms = {name: [bundle.form(inner) for inner in _read(types[name])] for name in chosen}
    written = declare((form for found in forms.values() for form in found), cache)
    return {name: _model(names[name].name, types[name], forms[name], written, names) for name in chosen}


def _read(meaning: Type) -> list[Type]:
    """The types of which a declaration says how they are read: of its fields and all others, or of its value."""
    match meaning:
        case Object():
            extra = _extra(meaning)
            return [*(member.type for _, member in _fields(meaning)), *(() if extra is None else (extra,))]
        case Enum() | Reference():
            return []
        case _:
            return [meaning]


def _model(
    own: str, meaning: Type, forms: Sequence[Form], written: Mapping[str, Written], names: Mapping[str, Name]
) -> Declaration:
    match meaning:
        case Object():
            members = _fields(meaning)
            fields = tuple(
                _model_field(name, member, form, written[form.schema])
                for (name, member), form in zip(members, forms, strict=False)
            )
            extra = [written[form.schema].fill(form) for form in forms[len(members) :]]
            return Declaration(own, meaning, fields, *extra)
        case Reference(name=name):
            return Declaration(own, meaning, value=_nullable(code("{}", names[name]), meaning))
        case Enum():
            closed = literals(meaning) or Annotations({}, {}, ANSWERED).of(replace(meaning, is_nullable=False))
            return Declaration(own, meaning, value=_nullable(closed, meaning))
        case _:
            return Declaration(own, meaning, value=written[forms[0].schema].fill(forms[0]))


def _model_field(name: str, member: Property, form: Form, written: Written) -> DeclaredField:
    annotation = written.fill(form, is_required=member.is_required)
    if name != member.name:
        annotation = code("{}[{}, {}(alias={})]", _ANNOTATED, annotation, _FIELD, literal(member.name))
    return DeclaredField(name, member, annotation, "" if member.is_required else written.default)


def _nullable(written: Code, meaning: Type) -> Code:
    return code("{} | None", written) if meaning.is_nullable and written.text != "Any" else written


def _fields(meaning: Object) -> list[tuple[str, Property]]:
    """The fields of a model, with their names; one that needs no change comes before one that does."""
    members = [member for member in meaning.properties if is_in_answers(member)]
    wanted = {member.name: field_name(member.name) for member in members}
    scope = Scope()
    unchanged_first = sorted(wanted.items(), key=lambda pair: pair[0] != pair[1])
    names = {wire: scope.choose(name) for wire, name in unchanged_first}
    return [(names[member.name], member) for member in members]


def _extra(meaning: Object) -> Type | None:
    """The type of all other properties, where the description tells it."""
    if meaning.additional is None or isinstance(meaning.additional, Anything):
        return None
    if not all(is_in_answers(member) for member in meaning.properties):
        return None  # A property that should not be in an answer may be in it all the same.
    types = (meaning.additional, *(kind for _, kind in meaning.patterns))
    return types[0] if len(types) == 1 else Union(members=types)


def typed_dicts_of(
    types: Mapping[str, Type], names: Mapping[str, Name], chosen: Sequence[str], dialect: Dialect
) -> dict[str, Declaration]:
    """The TypedDicts of the chosen types, by their names; `names` are those of all in Python."""
    annotations = Annotations(types, names, dialect)
    return {name: _typed_dict(names[name].name, types[name], annotations) for name in chosen}


def _typed_dict(own: str, meaning: Type, annotations: Annotations) -> Declaration:
    match meaning:
        case Object():
            members = [it for it in meaning.properties if is_in_requests(it) or not annotations.dialect.is_given]
            return Declaration(own, meaning, tuple(_key(member, annotations) for member in members))
        case Reference(name=name):
            return Declaration(own, meaning, value=_nullable(code("{}", annotations.names[name]), meaning))
        case _:
            return Declaration(own, meaning, value=annotations.of(meaning))


def _key(member: Property, annotations: Annotations) -> DeclaredField:
    """A key; what is only sent, or only answered, is not required of a value that may be either."""
    written = annotations.of(member.type)
    is_one_way = member.is_read_only or member.is_write_only
    if not member.is_required or (is_one_way and not annotations.dialect.is_given):
        written = code("{}[{}]", _NOT_REQUIRED, written)
    return DeclaredField(member.name, member, written)
