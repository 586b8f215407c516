"""The `params` package of the SDK, planned: the TypedDicts of what methods take besides what they need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .docstrings import docstring
from .facts import argument_doc
from .imports import import_block
from .names import Name, title
from .naming import Naming
from .placement import SHARED
from .sent import annotation_of
from .signatures import Options
from .views import ClassView, DeclarationsView, FieldView


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
        doc=f"{title(module)}: what methods take. Generated from {naming.api.source}; do not edit.",
        imports=import_block(uses, f".params.{module}"),
        aliases=(),
        classes=tuple(classes),
    )
