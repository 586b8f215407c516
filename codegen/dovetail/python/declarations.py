"""The packages of named types: `models` and `inputs`, planned as modules a resource, and as packages that are lazy."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from textwrap import indent, wrap
from typing import Literal

from ..api.types import Type
from .declared import Declaration, DeclaredField, models_of, typed_dicts_of
from .dialects import GIVEN, SERVED
from .docstrings import docstring, literal
from .facts import argument_doc
from .imports import import_block, imported
from .names import Code, Name, code, title
from .placement import by_module, is_in_answers, is_in_requests
from .references import References
from .views import AliasView, ClassView, DeclarationsView, FieldView, MembersView

Flavour = Literal["model", "input", "served"]
"""What answers are read as (pydantic models), what requests take, and what a server deals in (both TypedDicts)."""

_PACKAGES: Mapping[Flavour, str] = {"model": "models", "input": "inputs", "served": "models"}
_HOLD: Mapping[Flavour, str] = {
    "model": "what answers hold",
    "input": "what requests hold",
    "served": "what requests and answers hold",
}
_COUNTED = {"model": is_in_answers, "input": is_in_requests, "served": lambda _: True}
_BASE = Name("._runtime.client.models", "Model")
_TYPED_DICT = Name("typing_extensions", "TypedDict")
_LAZY_ALIAS, _PLAIN_ALIAS = Name("typing_extensions", "TypeAliasType"), Name("typing", "TypeAlias")
_TYPE_CHECKING = Name("typing", "TYPE_CHECKING")


class Models:
    """The declarations of the types that are placed: which module each stands in, and the view of each module."""

    def __init__(
        self,
        types: Mapping[str, Type],
        class_names: Mapping[str, str],
        placed: Mapping[str, str],
        flavour: Flavour,
        *,
        cache: Path | None = None,
        only: Collection[str] | None = None,
    ) -> None:
        """Declare every placed type, or those of the modules `only`; `cache` is a folder for what was decided."""
        self._class_names = class_names
        self._placed = placed
        self._modules = {module: names for module, names in by_module(placed).items() if only is None or module in only}
        self._flavour: Flavour = flavour
        self._package = _PACKAGES[flavour]
        self._references = References(types, _COUNTED[flavour])
        chosen = [name for names in self._modules.values() for name in names]
        if flavour == "model":
            self._declared = models_of(types, self.direct_names, chosen, cache)
        else:
            dialect = GIVEN if flavour == "input" else SERVED
            self._declared = typed_dicts_of(types, self.direct_names, chosen, dialect)

    @cached_property
    def names(self) -> dict[str, Name]:
        """The Python name of each placed type as other packages say it, by the type's name: `models.Task`."""
        return {name: Name(".", self._package, self._class_names[name]) for name in self._placed}

    @cached_property
    def direct_names(self) -> dict[str, Name]:
        """The same, imported one by one: shorter where a module says few of them often."""
        return {name: Name(self._path(module), self._class_names[name]) for name, module in self._placed.items()}

    def views(self, source: str) -> dict[str, DeclarationsView]:
        """The view of each module, by its name."""
        return {module: self._view(module, names, source) for module, names in self._modules.items()}

    def members(self, source: str) -> MembersView:
        """The view of the package itself, which imports each member when it is first asked for."""
        modules = {module: sorted(self._class_names[name] for name in names) for module, names in self._modules.items()}
        hold = _HOLD[self._flavour]
        return MembersView(
            doc=f"{hold[:1].upper()}{hold[1:]}. Generated from {source}; do not edit.",
            imports=tuple(
                f"from .{module} import {', '.join(f'{name} as {name}' for name in names)}"
                for module, names in modules.items()
            ),
            rows=tuple(f"{literal(module)}: {_listed(names)}" for module, names in modules.items()),
        )

    def _path(self, module: str) -> str:
        return f".{self._package}.{module}"

    @cached_property
    def circles(self) -> Mapping[str, int]:
        """A number for each module, by its path; modules of one number need each other."""
        needs: dict[str, dict[str, None]] = {module: {} for module in self._placed.values()}
        for name, module in self._placed.items():
            needs[module] |= dict.fromkeys(self._placed[used] for used in self._references.direct(name))
        return {self._path(module): circle for module, circle in imported(needs, lambda module: needs[module]).items()}

    def _view(self, module: str, names: Sequence[str], source: str) -> DeclarationsView:
        here = self._path(module)
        declared = [self._declared[name] for name in self._references.in_order(names)]
        late = {
            name
            for declaration in declared
            for name in declaration.uses
            if name.module != here and self.circles.get(name.module) == self.circles[here]
        }
        classes = [it for it in declared if it.value is None and (self._flavour == "model" or it.is_statement)]
        aliases = [it for it in declared if it not in classes]
        first, last = _split({it.name for it in classes}, aliases, here)
        writer = _Writer(self._flavour, here, late, {it.name for it in aliases})
        view = DeclarationsView(
            doc=f"{title(module)}: {_HOLD[self._flavour]}. Generated from {source}; do not edit.",
            imports="",
            aliases=tuple(writer.alias(it) for it in first),
            classes=tuple(writer.class_(it) for it in classes),
            last=tuple(writer.alias(it) for it in last),
        )
        uses = writer.uses - late | ({_TYPE_CHECKING} if late else set())
        return replace(view, imports=import_block(uses, here), lazy_imports=indent(import_block(late, here), "    "))


def _listed(names: Sequence[str]) -> str:
    """The names as one text of several lines."""
    lines = wrap(" ".join(names), 96, break_long_words=False, break_on_hyphens=False)
    return "(" + " ".join(literal(f"{line} ") for line in lines[:-1]) + f" {literal(lines[-1])})"


def _split(classes: set[str], aliases: Sequence[Declaration], here: str) -> tuple[list[Declaration], list[Declaration]]:
    """The aliases that stand before the classes, and those that need one of them and so stand after."""
    late = set(classes)
    needs = {alias.name: {name.name for name in alias.uses if name.module == here} for alias in aliases}
    waiting = [alias.name for alias in aliases]
    while found := [name for name in waiting if late & needs[name]]:
        late.update(found)
        waiting = [name for name in waiting if name not in late]
    return [alias for alias in aliases if alias.name not in late], [alias for alias in aliases if alias.name in late]


class _Writer:
    """Writes the declarations of one module, and remembers the names that they use."""

    def __init__(self, flavour: Flavour, here: str, late: set[Name], aliases: set[str]) -> None:
        self.uses: set[Name] = set()
        self._flavour: Flavour = flavour
        self._here = here
        self._late = late
        self._to_come = aliases
        """The aliases of this module that are not written yet; what names one of them is quoted."""

    def class_(self, declaration: Declaration) -> ClassView:
        """A class statement."""
        base = _BASE if self._flavour == "model" else _TYPED_DICT
        self.uses |= declaration.uses | {base}
        if declaration.extra is not None:
            self.uses.add(_TYPE_CHECKING)
        return ClassView(
            name=declaration.name,
            base=base.name,
            doc=docstring(_class_doc(declaration)),
            fields=tuple(_field_view(item) for item in declaration.fields),
            extra=declaration.extra.text if declaration.extra is not None else "",
        )

    def alias(self, declaration: Declaration) -> AliasView:
        """An assignment."""
        value = declaration.value
        self.uses |= declaration.uses
        name = declaration.name
        if value is None:
            members = ", ".join(f"{literal(it.name)}: {self._quoted(it.annotation)}" for it in declaration.fields)
            written = code("{}({}, {{{}}})", _TYPED_DICT, literal(name), members)
            doc = docstring(_class_doc(declaration), 0)
        else:
            quoted = self._quoted(value)
            name, written = self._assigned(declaration, quoted, is_quoted=quoted != value.text)
            doc = docstring(declaration.meaning.description, 0)
        self._to_come.discard(declaration.name)
        self.uses |= written.names
        return AliasView(name=name, value=written.text, doc=doc)

    def _assigned(self, declaration: Declaration, value: str, *, is_quoted: bool) -> tuple[str, Code]:
        """What stands on both sides of the assignment."""
        if self._flavour != "model" and is_quoted:
            # Nothing reads it at run time, and pyright does not find every `TypeAliasType` that holds itself.
            self.uses.add(_PLAIN_ALIAS)
            return f"{declaration.name}: {_PLAIN_ALIAS}", Code(value)
        if declaration.is_plain and not is_quoted:
            return declaration.name, Code(value)
        return declaration.name, code("{}({}, {})", _LAZY_ALIAS, literal(declaration.name), value)

    def _quoted(self, written: Code) -> str:
        is_early = any(
            name in self._late or (name.module == self._here and name.name in self._to_come) for name in written.names
        )
        return literal(written.text) if is_early else written.text


def _field_view(item: DeclaredField) -> FieldView:
    doc = argument_doc(item.member.description, item.member.type, {}) if item.member.description else ""
    return FieldView(
        name=item.name,
        annotation=item.annotation.text,
        default=f" = {item.default}" if item.default else "",
        doc=docstring(doc) if doc else "",
    )


def _class_doc(declaration: Declaration) -> str:
    return declaration.meaning.description or f"The `{declaration.name}` of the description."
