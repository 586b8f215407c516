"""What to generate: `[[tool.dovetail.generate]]` tables of a pyproject.toml, or one given on the command line.

Paths in a pyproject.toml are relative to its folder, so the working directory changes nothing.
"""

from __future__ import annotations

import os.path
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import UsageError
from .python.package import fault_of_package

_KEYS = {
    "spec": str,
    "overlays": list,
    "output": str,
    "package": str,
    "server": bool,
    "tests": bool,
    "templates": str,
    "allow_remote_refs": bool,
    "strict": bool,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """One package to generate: from which documents, where to, under which name, and which half.

    An empty `package` is named by the title of the description. With `is_strict`, an error of the description stops.
    """

    spec: Path
    overlays: tuple[Path, ...] = ()
    output: Path
    package: str = ""
    is_server: bool = False
    has_tests: bool = False
    templates: Path | None = None
    allow_remote_refs: bool = False
    is_strict: bool = False

    def __post_init__(self) -> None:
        """Refuse a package name that Python cannot import, or that hides what the package needs."""
        if self.package and (fault := fault_of_package(self.package)):
            raise UsageError(f"package {self.package!r} {fault}")
        if self.is_server and self.has_tests:
            raise UsageError("tests are those of an SDK; what a server does is for its implementation to say")


def configured(start: Path) -> tuple[Generation, ...]:
    """The generations of the nearest pyproject.toml that has some, from `start` upwards.

    Raises `UsageError` if there is none, or if a table is wrong.
    """
    for folder in (start, *start.parents):
        path = folder / "pyproject.toml"
        if path.is_file() and (tables := _tables(path)):
            return tuple(_generation(table, path) for table in tables)
    raise UsageError("no [[tool.dovetail.generate]] in a pyproject.toml here or above; give SPEC and --output")


def _tables(path: Path) -> list[Any]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: cannot be read: {error}") from error
    tables = content.get("tool", {}).get("dovetail", {}).get("generate", [])
    if not isinstance(tables, list):
        raise UsageError(f"{path}: tool.dovetail.generate must be an array of tables: [[tool.dovetail.generate]]")
    return tables


def _generation(table: Any, path: Path) -> Generation:
    if not isinstance(table, Mapping):
        raise UsageError(f"{path}: each of tool.dovetail.generate must be a table")
    for key, value in table.items():
        if key not in _KEYS:
            raise UsageError(f"{path}: unknown key {key!r} in tool.dovetail.generate; there are {', '.join(_KEYS)}")
        if not isinstance(value, _KEYS[key]):
            raise UsageError(f"{path}: {key} in tool.dovetail.generate must be a {_KEYS[key].__name__}")
        if isinstance(value, list) and not all(isinstance(item, str) for item in value):
            raise UsageError(f"{path}: {key} in tool.dovetail.generate must be a list of strings")
    if missing := [key for key in ("spec", "output", "package") if key not in table]:
        raise UsageError(f"{path}: tool.dovetail.generate needs {', '.join(missing)}")
    folder = Path(os.path.relpath(path.parent))  # as a person there would write it
    return Generation(
        spec=folder / table["spec"],
        overlays=tuple(folder / overlay for overlay in table.get("overlays", ())),
        output=folder / table["output"],
        package=table["package"],
        is_server=table.get("server", False),
        has_tests=table.get("tests", False),
        templates=folder / table["templates"] if "templates" in table else None,
        allow_remote_refs=table.get("allow_remote_refs", False),
        is_strict=table.get("strict", False),
    )
