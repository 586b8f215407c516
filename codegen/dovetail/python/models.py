"""The one caller of datamodel-code-generator: from the bundle to declarations of classes and aliases.

What it decides is each annotation and default. Names are ours before it runs, docstrings and layout after it; its
output is read as a syntax tree, so no text of a description passes through it.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from .names import Code, Name

Flavour = Literal["model", "typed_dict"]
BASE = Name("._runtime.client.models", "Model")
_PLACEHOLDER = "dovetail_placeholder.Model"


@dataclass(frozen=True, slots=True)
class DeclaredField:
    """A member of a class: its name here and on the wire, its annotation, and its default (empty: required)."""

    name: str
    wire: str
    annotation: Code
    default: str


@dataclass(frozen=True, slots=True)
class Declaration:
    """A class with its fields, or an alias with its value."""

    name: str
    base: Name | None
    fields: tuple[DeclaredField, ...]
    value: Code | None


def declare(definitions: Mapping[str, Any], flavour: Flavour) -> dict[str, Declaration]:
    """Declare every definition, keyed by class name; names of other definitions have the empty module `.`."""
    if not definitions:
        return {}
    tree = ast.parse(_generated(definitions, flavour))
    imported = {
        alias.asname or alias.name: Name(node.module or "", alias.name)
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module != "__future__"
        for alias in node.names
    }
    known = imported | {name: Name(".", name) for name in definitions}
    return {declaration.name: declaration for declaration in _declarations(tree, known)}


def _generated(definitions: Mapping[str, Any], flavour: Flavour) -> str:
    import datamodel_code_generator as generator
    from datamodel_code_generator.enums import DataModelType
    from datamodel_code_generator.format import DatetimeClassType
    from datamodel_code_generator.parser import LiteralType

    is_model = flavour == "model"
    output = generator.generate(
        json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": definitions}),
        input_file_type=generator.InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel if is_model else DataModelType.TypingTypedDict,
        base_class=_PLACEHOLDER if is_model else "",
        target_python_version=generator.PythonVersion.PY_311,
        enum_field_as_literal=LiteralType.All,
        output_datetime_class=DatetimeClassType.Datetime,
        use_type_alias=True,
        use_annotated=True,
        field_constraints=True,
        skip_root_model=True,
        snake_case_field=is_model,
        use_typed_map_values_beside_other_types=True,
        use_union_operator=True,
        use_standard_collections=True,
        disable_timestamp=True,
        custom_file_header="#",
        formatters=[],
    )
    if not isinstance(output, str):
        message = "the models of this bundle do not fit one module"
        raise TypeError(message)
    return output


def _declarations(tree: ast.Module, known: Mapping[str, Name]) -> Iterator[Declaration]:
    for node in tree.body:
        match node:
            case ast.ClassDef(name=name, bases=[ast.Name(id=base)]):
                fields = tuple(_field(item, known) for item in node.body if isinstance(item, ast.AnnAssign))
                parent = BASE if base == "Model" else Name("typing_extensions", base)
                yield Declaration(name, parent, fields, None)
            case ast.Assign(
                targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id="TypedDict"), args=[_, mapping])
            ):
                yield Declaration(name, Name("typing_extensions", "TypedDict"), tuple(_items(mapping, known)), None)
            case ast.Assign(
                targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id="TypeAliasType"), args=[_, value])
            ):
                yield Declaration(name, None, (), _code(value, known))
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield Declaration(name, None, (), _code(value, known))
            case _:
                pass


def _field(item: ast.AnnAssign, known: Mapping[str, Name]) -> DeclaredField:
    name = item.target.id if isinstance(item.target, ast.Name) else ""
    default = ast.unparse(item.value) if item.value is not None else ""
    return DeclaredField(name, _alias(item.annotation) or name, _code(item.annotation, known), default)


def _items(mapping: ast.expr, known: Mapping[str, Name]) -> Iterator[DeclaredField]:
    if isinstance(mapping, ast.Dict):
        for key, value in zip(mapping.keys, mapping.values, strict=True):
            if isinstance(key, ast.Constant):
                yield DeclaredField(str(key.value), str(key.value), _code(value, known), "")


def _alias(annotation: ast.expr) -> str:
    for node in ast.walk(annotation):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Field":
            for argument in node.keywords:
                if argument.arg == "alias" and isinstance(argument.value, ast.Constant):
                    return str(argument.value.value)
    return ""


def _code(node: ast.expr, known: Mapping[str, Name]) -> Code:
    used = {known[item.id] for item in ast.walk(node) if isinstance(item, ast.Name) and item.id in known}
    names = {Name("typing_extensions", name.name) if name.name in _BACKPORTED else name for name in used}
    return Code(ast.unparse(node), frozenset(names))


_BACKPORTED = frozenset({"TypedDict", "NotRequired", "TypeAliasType"})
