"""Run in a process of its own: import every module of a generated package, and print which operations it has.

`python -m corpus.generated PACKAGE SPEC` prints one JSON object: `modules` imported, the `generated` operation ids,
and the `documented` operations by id, each with its place in the document and its method and path.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections.abc import Iterator
from types import ModuleType

from dovetail import document
from dovetail.spec import resolve


def modules(package: str) -> list[ModuleType]:
    """Import a package and everything below it."""
    root = importlib.import_module(package)
    found = pkgutil.walk_packages(root.__path__, package + ".", onerror=_raise)
    return [root, *(importlib.import_module(module.name) for module in found)]


def _raise(name: str) -> None:
    importlib.import_module(name)


def operation_ids(package: str) -> Iterator[str]:
    """The ids of the operations that the modules of an imported package hold as constants."""
    kind = sys.modules[f"{package}._runtime.client.operation"].Operation
    for name, module in list(sys.modules.items()):
        if name.startswith(f"{package}.operations"):
            yield from (value.id for value in vars(module).values() if isinstance(value, kind))


def main(package: str, path: str) -> None:
    """Import, count and print."""
    imported = modules(package)
    documented = {
        operation.operation_id: [str(operation.location), f"{operation.method} {operation.path}"]
        for operation in resolve(document.load(path)).operations
    }
    ids = sorted(set(operation_ids(package)))
    sys.stdout.write(json.dumps({"modules": len(imported), "generated": ids, "documented": documented}))


if __name__ == "__main__":
    main(*sys.argv[1:])
