"""The runtime that is copied into what is generated, read as text: it does not vary with the description."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from .views import File


def runtime_files(package: str, parts: Sequence[str]) -> list[File]:
    """The files of the runtime and of these parts of it (`wire`, `client`, `server`), as the package's `_runtime`."""
    root = files("dovetail.runtime")
    copied = []
    for folder, below in ((root, ""), *((root / part, f"{part}/") for part in parts)):
        modules = sorted((item for item in folder.iterdir() if item.name.endswith(".py")), key=lambda item: item.name)
        for module in modules:
            path = f"{package}/_runtime/{below}{module.name}"
            copied.append(File(path=path, text=module.read_text("utf-8")))
    return copied
