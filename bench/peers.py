"""The peers, each made to do what our SDK does, in the way its own documentation shows."""

from __future__ import annotations

import base64
import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any, get_args

import httpx
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
SPEC = ROOT / "spec" / "openapi.yaml"
_PACKAGE = "openapi_python_client_output"
_RULES = {"allOf", "anyOf", "oneOf", "not", "dependentRequired", "if", "then", "else"}


def without_rules_between_fields(spec: Path) -> dict[str, Any]:
    """The document as openapi-python-client can use it: it types a body as Any that has rules beside its properties."""
    document: dict[str, Any] = YAML(typ="safe").load(spec)
    schemas = document["components"]["schemas"]
    for name, schema in schemas.items():
        if "properties" in schema:
            schemas[name] = {keyword: value for keyword, value in schema.items() if keyword not in _RULES}
    return document


@dataclass(frozen=True)
class OpenapiPythonClient:
    """The client that openapi-python-client writes from the same document."""

    folder: Path

    def operation(self, name: str) -> ModuleType:
        """The module of an operation, whatever tag it was filed under."""
        (found,) = self.folder.glob(f"api/*/{name}.py")
        return importlib.import_module(f"{_PACKAGE}.api.{found.parent.name}.{name}")

    def client(self, url: str, user: str, password: str, transport: httpx.BaseTransport | None = None) -> Any:
        """A client with HTTP Basic, loud about undocumented statuses."""
        package = importlib.import_module(_PACKAGE)
        token = base64.b64encode(f"{user}:{password}".encode()).decode()
        return package.AuthenticatedClient(
            url,
            token,
            prefix="Basic",
            raise_on_unexpected_status=True,
            httpx_args={"transport": transport} if transport else {},
        )

    @staticmethod
    def body(operation: ModuleType, fields: dict[str, object]) -> Any:
        """The body model of an operation, filled."""
        annotation = operation.sync_detailed.__annotations__["body"]
        models = [kind for kind in get_args(annotation) or (annotation,) if hasattr(kind, "from_dict")]
        return models[0].from_dict(fields)


@contextmanager
def openapi_python_client() -> Iterator[OpenapiPythonClient]:
    """Its output, generated now into a temporary directory and importable as long as the block lasts.

    Raises:
        subprocess.CalledProcessError: if it fails on our document.
    """
    tools = Path(sys.executable).parent
    with TemporaryDirectory(prefix="bench-") as name:
        folder, document = Path(name) / _PACKAGE, Path(name) / "openapi.json"
        document.write_text(json.dumps(without_rules_between_fields(SPEC), default=str), encoding="utf-8")
        subprocess.run(
            [
                tools / "openapi-python-client",
                "generate",
                "--path",
                document,
                "--meta",
                "none",
                "--output-path",
                folder,
            ],
            env={**os.environ, "PATH": f"{tools}{os.pathsep}{os.environ.get('PATH', '')}"},
            check=True,
            stdout=subprocess.DEVNULL,
        )
        sys.path.insert(0, name)
        try:
            yield OpenapiPythonClient(folder)
        finally:
            sys.path.remove(name)
            for module in [module for module in sys.modules if module.split(".")[0] == _PACKAGE]:
                del sys.modules[module]
