"""What it costs to begin: a new process that imports the package and makes a client."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.generation import DESCRIPTIONS
from bench.measure import table
from bench.processes import cost
from dovetail.config import Generation
from dovetail.generate import generate

FEW = 10
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_ALONE = "import requests, pydantic"


@contextmanager
def packages(folder: Path) -> Iterator[dict[str, tuple[int, Path]]]:
    """The same description whole and cut down to a few operations: by package, how many it has, and where it is."""
    document: Any = json.loads(DESCRIPTIONS["github"].read_text(encoding="utf-8"))
    made = {}
    for package, paths in (("few", _first(document["paths"])), ("whole", document["paths"])):
        spec = folder / f"{package}.json"
        spec.write_text(json.dumps({**document, "paths": paths}), encoding="utf-8")
        done = generate(Generation(spec=spec, output=folder / package, package=package))
        made[package] = (done.operations, folder / package)
    yield made


def _first(paths: dict[str, Any]) -> dict[str, Any]:
    """The first paths with so many operations together."""
    chosen: dict[str, Any] = {}
    for path, item in paths.items():
        if sum(method in known for known in chosen.values() for method in _METHODS) >= FEW:
            break
        chosen[path] = item
    return chosen


def report(runs: int) -> str:
    """Milliseconds of CPU of the process, the least, and how many times `import requests, pydantic`."""
    if not DESCRIPTIONS["github"].exists():
        return "Importing: not measured, the corpus is not there; set DOVETAIL_CORPUS\n"
    with TemporaryDirectory(prefix="bench-") as name, packages(Path(name)) as made:
        codes = {_ALONE: (_ALONE, Path(name))}
        for package, (count, folder) in made.items():
            codes[f"from {package} import Client; Client() ({count:,} operations)"] = (
                f"from {package} import Client; Client()",
                folder,
            )
        taken: dict[str, list[float]] = {title: [] for title in codes}
        for _ in range(runs + 1):
            for title, (code, folder) in codes.items():
                used = cost([sys.executable, "-c", code], folder)
                if used.failure:
                    raise subprocess.SubprocessError(used.failure)
                taken[title].append(used.cpu)
    costs = {title: min(each[1:]) for title, each in taken.items()}  # the first run of each compiles
    rows = [(title, f"{used * 1e3:.0f} ms", f"{used / costs[_ALONE]:.2f} x") for title, used in costs.items()]
    return table(f"Beginning, CPU of a new process, the least of {runs} runs", ("code", "CPU", "libraries = 1"), rows)
