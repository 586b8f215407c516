"""The runtime that is copied into what is generated, read as text: it does not vary with the description."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from .views import File


def runtime_files(package: str, parts: Sequence[str]) -> list[File]:
    """The files of these parts of the runtime (`wire`, `client`, `server`), placed in the package's `_runtime`."""
    root = files("dovetail.runtime")
    copied = [File(path=f"{package}/_runtime/__init__.py", text=(root / "__init__.py").read_text("utf-8"))]
    for part in parts:
        modules = sorted((item for item in (root / part).iterdir() if item.name.endswith(".py")), key=lambda i: i.name)
        for module in modules:
            path = f"{package}/_runtime/{part}/{module.name}"
            copied.append(File(path=path, text=module.read_text("utf-8")))
    return copied
