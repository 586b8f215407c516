"""The `models` and `params` packages of the SDK, planned: views of declarations, a module a resource."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..api.types import Object, Reference, Type
from .bundle import Bundle
from .docstrings import docstring, literal
from .facts import argument_doc
from .imports import import_block
from .models import Declaration, Flavour, declare
from .names import Code, Name, code, is_field
from .naming import Naming
from .placement import SHARED, by_module, in_dependency_order
from .sent import annotation_of
from .signatures import Options
from .views import AliasView, ClassView, DeclarationsView, FieldView

_ALIAS, _TYPED_DICT = Name("typing_extensions", "TypeAliasType"), Name("typing_extensions", "TypedDict")
_TYPE_ALIAS = Name("typing", "TypeAlias")


class Models:
    """The models of an API: which module each class stands in, and the view of each module."""

    def __init__(self, naming: Naming, placed: Mapping[str, str], flavour: Flavour) -> None:
        """Declare every placed type; raises nothing, since names and forms were decided before."""
        self._types = naming.api.types
        self._class_names = naming.class_names
        self._placed = placed
        self._flavour: Flavour = flavour
        self._bundle = Bundle(self._types, naming.class_names, is_open=flavour == "model")
        self._bundle.add(placed)
        self._declared = declare(self._bundle.definitions, self._bundle.wire_names, flavour)
        self._modules = {name: f".models.{placed[origin]}" for name, origin in self._bundle.origins.items()}

    @property
    def names(self) -> dict[str, Name]:
        """The Python name of each placed type as other packages say it, by the type's name: `models.Task`."""
        return {name: Name(".", "models", self._class_names[name]) for name in self._placed}

    @property
    def direct_names(self) -> dict[str, Name]:
        """The same, imported one by one: shorter where a module says few of them often."""
        return {name: self._located(self._class_names[name]) for name in self._placed}

    def views(self, source: str) -> dict[str, DeclarationsView]:
        """The view of each module, by its name."""
        return {module: self._view(module, names, source) for module, names in by_module(self._placed).items()}

    def _located(self, class_name: str) -> Name:
        return Name(self._modules[class_name], class_name)

    def _view(self, module: str, names: Sequence[str], source: str) -> DeclarationsView:
        classes: list[ClassView] = []
        aliases: list[_Alias] = []
        uses: set[Name] = set()
        for name in in_dependency_order(names, self._types):
            for class_name in self._with_inline(name):
                shown = self._declaration(class_name)
                if isinstance(shown, _Alias):
                    aliases.append(shown)
                else:
                    view, used = shown
                    classes.append(view)
                    uses |= used
        first, last = _split({shown.name for shown in classes}, aliases)
        later = {alias.name for alias in aliases}
        written: list[AliasView] = []
        for alias in (*first, *last):
            alias_view, alias_uses = _shown(alias, later, self._flavour)
            written.append(alias_view)
            uses |= alias_uses
        return DeclarationsView(
            doc=f"{_title(module)}: what answers hold. Generated from {source}; do not edit.",
            imports=import_block(uses, f".models.{module}"),
            aliases=tuple(written[: len(first)]),
            classes=tuple(classes),
            last=tuple(written[len(first) :]),
        )

    def _with_inline(self, name: str) -> list[str]:
        own = self._class_names[name]
        inline = [found for found, origin in self._bundle.origins.items() if origin == name and found != own]
        return [*reversed(inline), own]

    def _declaration(self, class_name: str) -> _Alias | tuple[ClassView, set[Name]]:
        meaning = self._bundle.meanings.get(class_name)
        if meaning is None:
            reference = self._types[self._bundle.origins[class_name]]
            assert isinstance(reference, Reference)
            target = code("{}", self._located(self._class_names[reference.name]))
            return _Alias(class_name, {"": target}, docstring(reference.description, 0), is_plain=True)
        declaration = self._declared[class_name]
        if declaration.value is not None:
            return _Alias(class_name, {"": self._relocated(declaration.value)}, docstring(meaning.description, 0))
        if self._flavour == "typed_dict" and not all(is_field(item.wire) for item in declaration.fields):
            members = {item.wire: self._relocated(item.annotation) for item in declaration.fields}
            return _Alias(class_name, members, docstring(_class_doc(declaration.name, meaning), 0), is_typed_dict=True)
        return self._class(declaration, meaning)

    def _class(self, declaration: Declaration, meaning: Type) -> tuple[ClassView, set[Name]]:
        members = {m.name: m for m in meaning.properties} if isinstance(meaning, Object) else {}
        uses = {declaration.base} if declaration.base else set()
        fields = []
        for item in declaration.fields:
            written = self._relocated(item.annotation)
            uses |= written.names
            member = members.get(item.wire)
            doc = argument_doc(member.description, member.type, {}) if member and member.description else ""
            name = item.wire if self._flavour == "typed_dict" else item.name
            default = f" = {item.default}" if item.default else ""
            fields.append(
                FieldView(name=name, annotation=written.text, default=default, doc=docstring(doc) if doc else "")
            )
        view = ClassView(
            name=declaration.name,
            base=declaration.base.name if declaration.base else "",
            doc=docstring(_class_doc(declaration.name, meaning)),
            fields=tuple(fields),
        )
        return view, uses

    def _relocated(self, written: Code) -> Code:
        names = {self._located(name.name) if name.module == "." else name for name in written.names}
        return Code(written.text, frozenset(names))


@dataclass(frozen=True, slots=True)
class _Alias:
    """A name for a type: of its value under the empty key, or, of a TypedDict whose keys no class can have, of each."""

    name: str
    values: Mapping[str, Code]
    doc: str
    is_plain: bool = False
    is_typed_dict: bool = False

    @property
    def needs(self) -> frozenset[Name]:
        """The names in its values."""
        return frozenset(name for value in self.values.values() for name in value.names)


def _class_doc(name: str, meaning: Type) -> str:
    return meaning.description or f"The `{name}` of the description."


def _split(classes: set[str], aliases: Sequence[_Alias]) -> tuple[list[_Alias], list[_Alias]]:
    """The aliases that stand before the classes, and those that need one of them and so stand after."""
    late = set(classes)
    for _ in aliases:
        late |= {alias.name for alias in aliases if late & {name.name for name in alias.needs}}
    return [a for a in aliases if a.name not in late], [a for a in aliases if a.name in late]


def _shown(alias: _Alias, later: set[str], flavour: Flavour) -> tuple[AliasView, frozenset[Name]]:
    """The declaration, and the names it uses; `later` are the aliases still to come, itself included.

    What names one of those is quoted.
    """
    written = {
        key: literal(value.text) if later & {name.name for name in value.names} else value.text
        for key, value in alias.values.items()
    }
    is_quoted = written != {key: value.text for key, value in alias.values.items()}
    later.remove(alias.name)
    if alias.is_typed_dict:
        members = ", ".join(f"{literal(key)}: {text}" for key, text in written.items())
        value = code('{}("{}", {{{}}})', _TYPED_DICT, alias.name, members)
    elif is_quoted and flavour == "typed_dict":
        # Nothing reads it at run time, and pyright does not find every `TypeAliasType` that holds itself.
        shown = AliasView(name=f"{alias.name}: {_TYPE_ALIAS}", value=written[""], doc=alias.doc)
        return shown, alias.needs | {_TYPE_ALIAS}
    elif alias.is_plain and not is_quoted:
        value = Code(written[""])
    else:
        value = code('{}("{}", {})', _ALIAS, alias.name, written[""])
    return AliasView(name=alias.name, value=value.text, doc=alias.doc), alias.needs | value.names


def params_views(
    options: Iterable[Options], naming: Naming, aliases: Mapping[str, Name], call_options: Name
) -> dict[str, DeclarationsView]:
    """The view of each module of `params`, by its name."""
    modules: dict[str, dict[str, Options]] = defaultdict(dict)
    for option in options:
        for shown in (option.base, option):
            if shown is not None:
                modules[shown.module].setdefault(shown.name, shown)
    ordered = sorted(modules.items(), key=lambda pair: (pair[0] != SHARED, pair[0]))
    return {
        module: _params_view(module, list(found.values()), naming, aliases, call_options) for module, found in ordered
    }


def _params_view(
    module: str, options: Sequence[Options], naming: Naming, aliases: Mapping[str, Name], call_options: Name
) -> DeclarationsView:
    uses: set[Name] = set()
    classes = []
    for option in options:
        base = Name(f".params.{option.base.module}", option.base.name) if option.base else call_options
        uses.add(base)
        fields = []
        for argument in option.fields:
            written = annotation_of(argument, naming.api.types, aliases)
            uses |= written.names
            doc = argument_doc(
                argument.description,
                argument.type,
                naming.api.types,
                argument.default,
                is_deprecated=argument.is_deprecated,
            )
            fields.append(
                FieldView(name=argument.name, annotation=written.text, default="", doc=docstring(doc) if doc else "")
            )
        total = ", total=False"
        classes.append(
            ClassView(name=option.name, base=f"{base.name}{total}", doc=docstring(option.doc), fields=tuple(fields))
        )
    return DeclarationsView(
        doc=f"{_title(module)}: what methods take. Generated from {naming.api.source}; do not edit.",
        imports=import_block(uses, f".params.{module}"),
        aliases=(),
        classes=tuple(classes),
    )


def _title(module: str) -> str:
    return module.replace("_", " ").strip().capitalize()
