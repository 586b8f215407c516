"""The `params` package of the SDK, planned: the TypedDicts of what methods take besides what they need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .docstrings import docstring
from .facts import argument_doc
from .imports import import_block
from .names import Name, title
from .naming import MODULES, Naming
from .placement import Placement, by_module
from .sent import annotation_of
from .signatures import Options
from .views import ClassView, DeclarationsView, FieldView

_WIDTH = 110


def params_views(
    options: Iterable[Options], naming: Naming, aliases: Mapping[str, Name], call_options: Name
) -> dict[str, DeclarationsView]:
    """The view of each module of `params`, by its name; those that are too long are split."""
    shown: dict[str, Options] = {}
    for option in options:
        shown |= {it.name: it for it in (option.base, option) if it is not None}
    uses: dict[str, set[Name]] = {name: set() for name in shown}
    classes = {name: _class(option, naming, aliases, call_options, uses[name]) for name, option in shown.items()}
    homes = {name: shown[name].module for name in sorted(shown)}
    modules = Placement(
        homes=homes,
        sizes={name: _lines(classes[name]) for name in homes},
        class_names={name: name for name in homes},
        taken=(*MODULES, *naming.modules.values()),
    ).modules()
    for name, option in shown.items():
        base = option.base
        uses[name].add(Name(f".params.{modules[base.name]}", base.name) if base else call_options)
    placed = by_module({name: modules[name] for name in shown})
    return {
        module: DeclarationsView(
            doc=f"{title(module)}: what methods take. Generated from {naming.api.source}; do not edit.",
            imports=import_block(set().union(*(uses[name] for name in names)), f".params.{module}"),
            aliases=(),
            classes=tuple(classes[name] for name in names),
        )
        for module, names in placed.items()
    }


def _class(
    option: Options, naming: Naming, aliases: Mapping[str, Name], call_options: Name, uses: set[Name]
) -> ClassView:
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
    base = option.base.name if option.base else call_options.name
    return ClassView(name=option.name, base=f"{base}, total=False", doc=docstring(option.doc), fields=tuple(fields))


def _lines(view: ClassView) -> int:
    """About how many lines a class takes."""
    rows = 0
    for field in view.fields:
        is_long = len(field.name) + len(field.annotation) > _WIDTH
        rows += 1 + (field.annotation.count(",") + field.annotation.count(" | ") + 2 if is_long else 0)
        rows += len(field.doc.splitlines())
    return 5 + rows
