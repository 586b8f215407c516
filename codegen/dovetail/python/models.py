"""The one caller of datamodel-code-generator: from the bundle to declarations of classes and aliases.

What it decides is each annotation and default. Names are ours before it runs, docstrings and layout after it; its
output is read as a syntax tree, so no text of a description passes through it.
"""

from __future__ import annotations

import ast
import copy
import functools
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from .docstrings import literal
from .names import Code, Name, code

Flavour = Literal["model", "typed_dict"]
BASE = Name("._runtime.client.models", "Model")
_PLACEHOLDER = "dovetail_placeholder.Model"
_DEFINITIONS = "#/$defs/"
_FIELD, _ANNOTATED = Name("pydantic", "Field"), Name("typing", "Annotated")


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


def declare(
    definitions: Mapping[str, Any], wire_names: Mapping[str, Mapping[str, str]], flavour: Flavour
) -> dict[str, Declaration]:
    """Declare every definition, keyed by class name; names of other definitions have the empty module `.`.

    `wire_names` tells for each class how its fields are called on the wire.
    """
    if not definitions:
        return {}
    # Under names that nothing can take offence at: it has its own mind about class names.
    numbered = {name: f"Definition{number}" for number, name in enumerate(definitions, 1)}
    tree = ast.parse(
        _generated({numbered[name]: _renamed(schema, numbered) for name, schema in definitions.items()}, flavour)
    )
    known = {
        alias.asname or alias.name: Name(node.module or "", alias.name)
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module != "__future__"
        for alias in node.names
    }
    known |= {number: Name(".", name) for name, number in numbered.items()}
    reader = _Reader(known, wire_names)
    return {declaration.name: declaration for declaration in reader.declarations(tree)}


def _renamed(schema: Any, names: Mapping[str, str]) -> Any:
    """The schema, with the names of definitions replaced in its references."""
    if isinstance(schema, list):
        return [_renamed(item, names) for item in schema]
    if not isinstance(schema, dict):
        return schema
    reference = schema.get("$ref")
    if isinstance(reference, str):
        return {**schema, "$ref": f"{_DEFINITIONS}{names[reference.removeprefix(_DEFINITIONS)]}"}
    return {key: value if key in ("enum", "required") else _renamed(value, names) for key, value in schema.items()}


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


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads declarations from what was generated; `known` gives what each name in it stands for."""

    known: Mapping[str, Name]
    wire_names: Mapping[str, Mapping[str, str]]

    def declarations(self, tree: ast.Module) -> Iterator[Declaration]:
        """Every class and alias."""
        for node in tree.body:
            match node:
                case ast.ClassDef(name=name, bases=[ast.Name(id=base)]):
                    members = [
                        (item.target.id, item.annotation, item.value)
                        for item in node.body
                        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)
                    ]
                    yield self._class(name, BASE if base == "Model" else _TYPED_DICT, members)
                case ast.Assign(
                    targets=[ast.Name(id=name)],
                    value=ast.Call(func=ast.Name(id="TypedDict"), args=[_, ast.Dict() as d]),
                ):
                    pairs = zip(d.keys, d.values, strict=True)
                    members = [(str(key.value), value, None) for key, value in pairs if isinstance(key, ast.Constant)]
                    yield self._class(name, _TYPED_DICT, members)
                case ast.Assign(
                    targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id="TypeAliasType"), args=[_, value])
                ):
                    yield Declaration(self.known[name].name, None, (), self._code(value))
                case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                    yield Declaration(self.known[name].name, None, (), self._code(value))
                case _:
                    pass

    def _class(self, name: str, base: Name, members: Iterable[tuple[str, ast.expr, ast.expr | None]]) -> Declaration:
        own = self.known[name].name
        fields = []
        for field, annotation, default in members:
            wire, written = self.wire_names[own][field], self._code(annotation)
            if base == BASE and wire != field:
                written = code("{}[{}, {}(alias={})]", _ANNOTATED, written, _FIELD, literal(wire))
            fields.append(DeclaredField(field, wire, written, ast.unparse(default) if default is not None else ""))
        return Declaration(own, base, tuple(fields), None)

    def _code(self, node: ast.expr) -> Code:
        """The expression, every name in it as it is called in truth; what it quotes to name it early is unquoted."""
        unquoted = _Unquoted().visit(copy.deepcopy(node))
        used: set[Name] = set()
        for item in ast.walk(unquoted):
            if isinstance(item, ast.Name) and item.id in self.known:
                name = self.known[item.id]
                used.add(Name("typing_extensions", name.name) if name.name in _BACKPORTED else name)
                item.id = name.name
        return Code(ast.unparse(unquoted), frozenset(used))


class _Unquoted(ast.NodeTransformer):
    """Replaces quoted annotations by what they say, and `Union` by `|`; a `Literal` holds no annotations."""

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """Stop at a `Literal`."""
        if isinstance(node.value, ast.Name) and node.value.id.startswith("Literal"):
            return node
        self.generic_visit(node)
        match node:
            case ast.Subscript(value=ast.Name(id="Union" | "Union_aliased"), slice=ast.Tuple(elts=[first, *rest])):
                return functools.reduce(lambda left, right: ast.BinOp(left, ast.BitOr(), right), rest, first)
            case _:
                return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        """Parse what is quoted."""
        return self.visit(ast.parse(node.value, mode="eval").body) if isinstance(node.value, str) else node


_TYPED_DICT = Name("typing_extensions", "TypedDict")
_BACKPORTED = frozenset({"TypedDict", "NotRequired", "TypeAliasType"})
