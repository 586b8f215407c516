"""The `models` and `params` packages of the SDK, planned: views of declarations, a module a resource."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..api.types import Object, Reference, Type
from .annotations import annotation
from .bundle import Bundle
from .docstrings import docstring
from .facts import argument_doc
from .imports import import_block
from .models import Declaration, DeclaredField, Flavour, declare
from .names import Code, Name
from .naming import Naming
from .placement import SHARED, by_module, in_dependency_order
from .signatures import Options
from .views import AliasView, ClassView, DeclarationsView, FieldView

_ALIAS = Name("typing_extensions", "TypeAliasType")


class Models:
    """The models of an API: which module each class stands in, and the view of each module."""

    def __init__(self, naming: Naming, placed: Mapping[str, str], flavour: Flavour) -> None:
        """Declare every placed type; raises nothing, since names and forms were decided before."""
        self._types = naming.api.types
        self._class_names = naming.class_names
        self._placed = placed
        self._flavour = flavour
        self._bundle = Bundle(self._types, naming.class_names, is_open=flavour == "model")
        self._bundle.add(placed)
        self._declared = declare(self._bundle.definitions, flavour)
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
        aliases: list[AliasView] = []
        classes: list[ClassView] = []
        last: list[AliasView] = []
        uses: set[Name] = set()
        for name in in_dependency_order(names, self._types):
            for class_name in self._with_inline(name):
                view, used = self._declaration(class_name, self._types[name])
                uses |= used
                if isinstance(view, ClassView):
                    classes.append(view)
                elif {shown.name for shown in classes} & {needed.name for needed in used}:
                    last.append(view)
                else:
                    aliases.append(view)
        return DeclarationsView(
            doc=f"{_title(module)}: what answers hold. Generated from {source}; do not edit.",
            imports=import_block(uses, f".models.{module}"),
            aliases=tuple(aliases),
            classes=tuple(classes),
            last=tuple(last),
        )

    def _with_inline(self, name: str) -> list[str]:
        own = self._class_names[name]
        inline = [found for found, origin in self._bundle.origins.items() if origin == name and found != own]
        return [*reversed(inline), own]

    def _declaration(self, class_name: str, meaning: Type) -> tuple[AliasView | ClassView, set[Name]]:
        if isinstance(meaning, Reference):
            target = self._located(self._class_names[meaning.name])
            return AliasView(name=class_name, value=target.name, doc=docstring(meaning.description, 0)), {target}
        declaration = self._declared[class_name]
        if declaration.value is not None:
            value = self._relocated(declaration.value)
            doc = docstring(self._bundle.meanings[class_name].description, 0)
            text = f'{_ALIAS}("{class_name}", {value})'
            return AliasView(name=class_name, value=text, doc=doc), {_ALIAS, *value.names}
        return self._class(declaration)

    def _class(self, declaration: Declaration) -> tuple[ClassView, set[Name]]:
        meaning = self._bundle.meanings[declaration.name]
        members = {m.name: m for m in meaning.properties} if isinstance(meaning, Object) else {}
        uses = {declaration.base} if declaration.base else set()
        fields = []
        for item in declaration.fields:
            written = self._relocated(item.annotation)
            uses |= written.names
            member = members.get(item.wire)
            doc = argument_doc(member.description, member.type, {}) if member and member.description else ""
            fields.append(_field(item, written, doc))
        view = ClassView(
            name=declaration.name,
            base=declaration.base.name if declaration.base else "",
            doc=docstring(meaning.description or f"The `{declaration.name}` of the description."),
            fields=tuple(fields),
        )
        return view, uses

    def _relocated(self, written: Code) -> Code:
        names = {self._located(name.name) if name.module == "." else name for name in written.names}
        return Code(written.text, frozenset(names))


def _field(item: DeclaredField, written: Code, doc: str) -> FieldView:
    return FieldView(
        name=item.name,
        annotation=written.text,
        default=f" = {item.default}" if item.default else "",
        doc=docstring(doc) if doc else "",
    )


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
            written = annotation(argument.type, naming.api.types, aliases)
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
    return module.replace("_", " ").capitalize()
