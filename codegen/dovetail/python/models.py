"""The one caller of datamodel-code-generator: from the forms of types to annotations and defaults.

What it decides is how a form is written as a field that is required, and as one that is not. Its output is read as a
syntax tree; classes, names, docstrings and layout are ours. A form says nothing of the description that it comes from,
so what was decided for it is kept from run to run.
"""

from __future__ import annotations

import ast
import functools
import json
import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from .bundle import PART, Form
from .names import Code, Name

_PART = re.compile(rf"\b{PART}(\d+)\b")
_FORMAT = 1
"""To be raised whenever the options below or the reading of the output change."""


@dataclass(frozen=True, slots=True)
class Written:
    """How a form is written: as a required field, as an optional one, and the default of that one."""

    required: str
    optional: str
    default: str
    imports: Mapping[str, str]
    """The module of each name that is none of the parts."""

    def fill(self, form: Form, *, is_required: bool = True) -> Code:
        """The annotation, with the parts of a form in their places."""
        text = self.required if is_required else self.optional
        used = {Name(module, name) for name, module in self.imports.items() if name in text}
        if not form.parts:
            return Code(text, frozenset(used))
        filled = _PART.sub(lambda found: form.parts[int(found[1]) - 1].text, text)
        return Code(filled, frozenset(used).union(*(part.names for part in form.parts)))


def declare(forms: Iterable[Form], cache: Path | None = None) -> dict[str, Written]:
    """How each form is written, by its schema; `cache` is a folder for what was decided before."""
    wanted = dict.fromkeys(form.schema for form in forms)
    path = cache / f"models-{_key()}.json" if cache else None
    known = _kept(path) if path else {}
    missing = [schema for schema in wanted if schema not in known]
    if missing:
        known |= decided(missing)
        if path:
            _keep(path, known)
    return {schema: known[schema] for schema in wanted}


def _key() -> str:
    return sha256(f"{_FORMAT} {version('datamodel-code-generator')}".encode()).hexdigest()[:16]


def _kept(path: Path) -> dict[str, Written]:
    """What was decided before; nothing where the file is absent or damaged."""
    try:
        entries = json.loads(path.read_text("utf-8"))
        found = {schema: Written(**entry) for schema, entry in entries.items()}
        for entry in found.values():
            for text in (entry.required, entry.optional, entry.default):
                ast.parse(text, mode="eval")
            dict(entry.imports)
    except (OSError, ValueError, TypeError, AttributeError, SyntaxError, RecursionError):
        return {}
    return found


def _keep(path: Path, known: Mapping[str, Written]) -> None:
    """Write in one step; a folder that cannot be written to costs only time."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, partial = tempfile.mkstemp(prefix=path.name, dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({schema: asdict(written) for schema, written in sorted(known.items())}, file, indent=0)
        Path(partial).replace(path)
    except OSError:
        return


def decided(schemas: list[str]) -> dict[str, Written]:
    """How the generator writes each of these forms, asked in one go."""
    count = max((int(number) for schema in schemas for number in _PART.findall(schema)), default=0)
    stub = {"type": "object", "properties": {"stub": {"type": "string"}}}
    definitions: dict[str, Any] = {f"{PART}{number}": stub for number in range(1, count + 1)}
    for number, schema in enumerate(schemas, 1):
        meaning = json.loads(schema)
        properties = {"required": meaning, "optional": meaning}
        definitions[f"Form{number}"] = {"type": "object", "properties": properties, "required": ["required"]}
    tree = ast.parse(_generated(definitions))
    modules = {
        alias.asname or alias.name: node.module or ""
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    return {schema: _written(classes[f"Form{number}"], modules) for number, schema in enumerate(schemas, 1)}


def _written(node: ast.ClassDef, modules: Mapping[str, str]) -> Written:
    fields = {
        item.target.id: item
        for item in node.body
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)
    }
    required, optional = (_Unquoted().visit(fields[name].annotation) for name in ("required", "optional"))
    used = {item.id for tree in (required, optional) for item in ast.walk(tree) if isinstance(item, ast.Name)}
    default = fields["optional"].value
    return Written(
        required=ast.unparse(required),
        optional=ast.unparse(optional),
        default=ast.unparse(default) if default is not None else "",
        imports={name: modules[name] for name in sorted(used) if name in modules},
    )


def _generated(definitions: Mapping[str, Any]) -> str:
    import datamodel_code_generator as generator
    from datamodel_code_generator.enums import DataModelType
    from datamodel_code_generator.parser import LiteralType

    output = generator.generate(
        json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": definitions}),
        input_file_type=generator.InputFileType.JsonSchema,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=generator.PythonVersion.PY_311,
        enum_field_as_literal=LiteralType.All,
        use_annotated=True,
        field_constraints=True,
        skip_root_model=True,
        use_union_operator=True,
        use_standard_collections=True,
        disable_timestamp=True,
        custom_file_header="#",
        formatters=[],
    )
    if not isinstance(output, str):
        message = "the forms of this bundle do not fit one module"
        raise TypeError(message)
    return output


class _Unquoted(ast.NodeTransformer):
    """Replaces quoted annotations by what they say, and `Union` by `|`."""

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """Write a `Union` with `|`."""
        self.generic_visit(node)
        match node:
            case ast.Subscript(value=ast.Name(id="Union" | "Union_aliased"), slice=ast.Tuple(elts=[first, *rest])):
                return functools.reduce(lambda left, right: ast.BinOp(left, ast.BitOr(), right), rest, first)
            case _:
                return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        """Parse what is quoted."""
        return self.visit(ast.parse(node.value, mode="eval").body) if isinstance(node.value, str) else node
