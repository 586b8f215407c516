"""What a hostile document is, and the list of them all."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import quote

Json = dict[str, Any]
Outcome = Literal["package", "refused", "either"]
"""What must come of it: a package that imports, findings and no package, or one of the two."""

Made = Json | bytes | Mapping[str, bytes | str]
"""A description, the bytes of `spec.yaml`, or files by path: their bytes, or the target of a symbolic link."""

OUTSIDE = "what stands outside of the description is nobody's business"
"""The text of a file beside the folder of the description; no output may show it."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """A document that tries to do harm; the first of its files is the one to generate from."""

    name: str
    outcome: Outcome
    make: Callable[[], Made]
    is_large: bool = False

    def files(self) -> Mapping[str, bytes | str]:
        """Its files by path; a text is the target of a symbolic link."""
        made = self.make()
        if isinstance(made, bytes):
            return {"spec.yaml": made}
        if "openapi" in made or not all(isinstance(value, bytes | str) for value in made.values()):
            return {"spec.json": json.dumps(made).encode()}
        return {name: value for name, value in made.items() if isinstance(value, bytes | str)}


HOSTILE: dict[str, Hostile] = {}


def hostile(outcome: Outcome, *, is_large: bool = False) -> Callable[[Callable[[], Made]], Callable[[], Made]]:
    """Puts what a function makes on the list, under the name of the function."""

    def add(make: Callable[[], Made]) -> Callable[[], Made]:
        name = make.__name__
        assert name not in HOSTILE, f"{name} is on the list twice"
        HOSTILE[name] = Hostile(name, outcome, make, is_large)
        return make

    return add


def description(paths: Json | None = None, schemas: Json | None = None, **more: Any) -> Json:
    """A description with these paths and schemas, used by an operation of their own so that they matter."""
    used = {
        f"/schemas/{number}": {"post": operation(f"use{number}", {"$ref": f"#/components/schemas/{_escaped(name)}"})}
        for number, name in enumerate(schemas or {})
    }
    components = {**more.pop("components", {}), **({"schemas": schemas} if schemas else {})}
    head = {"openapi": "3.1.0", "info": {"title": "Hostile", "version": "1"}}
    return {**head, "paths": {**(paths or {}), **used}, "components": components, **more}


def operation(name: str, schema: Any = None, **more: Any) -> Json:
    """An operation that takes and gives JSON of a schema."""
    content = {"application/json": {"schema": {} if schema is None else schema}}
    body = {"requestBody": {"content": content}} if schema is not None else {}
    return {"operationId": name, **body, "responses": {"200": {"description": "OK", "content": content}}, **more}


def query(name: str, schema: Any, **more: Any) -> Json:
    """A query parameter."""
    return {"name": name, "in": "query", "schema": schema, **more}


def _escaped(name: str) -> str:
    readable = name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return quote(readable.replace("~", "~0").replace("/", "~1"))
