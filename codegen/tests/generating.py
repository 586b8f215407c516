"""Small descriptions for tests: generated into a folder, imported under names of their own, and called."""

from __future__ import annotations

import importlib
import itertools
import re
import sys
import textwrap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from dovetail.config import Generation
from dovetail.generate import generate
from dovetail.recall import Generated

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
HEAD = """\
openapi: 3.1.0
info: {title: Test, version: 1.0.0}
servers: [{url: 'https://api.example'}]
"""
_numbers = itertools.count(1)


@dataclass(slots=True)
class Made:
    """What was generated, and how to import it."""

    generated: Generated
    package: str
    output: Path
    _imported: list[str] = field(default_factory=list)

    def module(self, name: str = "") -> ModuleType:
        """Import the package, or one of its modules."""
        return importlib.import_module(f"{self.package}.{name}" if name else self.package)

    def text(self, path: str) -> str:
        """The text of a file of the package."""
        return (self.output / self.package / path).read_text(encoding="utf-8")


def write_documents(folder: Path, spec: str, overlay: str = "") -> tuple[Path, tuple[Path, ...]]:
    """Write a description, with a head if it has none, and the actions of an overlay; gives both paths."""
    text = textwrap.dedent(spec)
    path = folder / "spec.yaml"
    path.write_text(text if re.search("^openapi:", text, re.MULTILINE) else HEAD + text, encoding="utf-8")
    if not overlay:
        return path, ()
    extra = folder / "overlay.yaml"
    head = "overlay: 1.0.0\ninfo: {title: Test, version: 1.0.0}\nactions:\n"
    extra.write_text(head + textwrap.indent(textwrap.dedent(overlay).strip(), "  ") + "\n", encoding="utf-8")
    return path, (extra,)


def make(folder: Path, spec: str, overlay: str = "", *, is_server: bool = False) -> Made:
    """Generate from a description without head, into a package whose name no other test uses."""
    path, overlays = write_documents(folder, spec, overlay)
    package = f"made_{next(_numbers)}"
    output = folder / package
    generation = Generation(spec=path, overlays=overlays, output=output, package=package, is_server=is_server)
    return Made(generate(generation), package, output)


@contextmanager
def importable(*folders: Path) -> Iterator[None]:
    """Put folders on the import path; what was imported from them is forgotten afterwards."""
    before = set(sys.modules)
    sys.path[:0] = [str(folder) for folder in folders]
    importlib.invalidate_caches()
    try:
        yield
    finally:
        for folder in folders:
            sys.path.remove(str(folder))
        for name in set(sys.modules) - before:
            if any(str(getattr(sys.modules[name], "__file__", "") or "").startswith(str(folder)) for folder in folders):
                del sys.modules[name]


def case_names() -> list[str]:
    """The golden cases."""
    return sorted(path.name for path in CASES.iterdir() if any(path.glob("spec.*")))


def case_generation(name: str, output: Path, *, is_server: bool = False) -> Generation:
    """How a golden case is generated: its package is named like the case."""
    case = CASES / name
    overlay = case / "overlay.yaml"
    return Generation(
        spec=next(case.glob("spec.*")),
        overlays=(overlay,) if overlay.exists() else (),
        output=output,
        package=f"{name}_server" if is_server else name,
        is_server=is_server,
    )


def files_of(folder: Path) -> Mapping[str, bytes]:
    """The bytes of every file below a folder, by relative path; what Python caches is left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
