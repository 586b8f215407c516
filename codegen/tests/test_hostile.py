"""A description is untrusted: no text of it is ever run."""

from __future__ import annotations

import importlib
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from codegen.tests.generating import CASES, importable
from dovetail import document
from dovetail.config import Generation
from dovetail.generate import generate


@pytest.mark.parametrize("is_server", [False, True])
def test_no_text_of_a_description_is_run(is_server: bool, tmp_path: Path) -> None:
    """Every string of a description, and the name of its file, tries to end the string that it is put into."""
    trap = tmp_path / "trap"
    attacks = [
        f'"""\nopen({str(trap)!r}, "w")\n"""',
        f'"); open({str(trap)!r}, "w"); ("',
        f'\\"""\nopen({str(trap)!r}, "w")\n"""',
        f"'''\nopen({str(trap)!r}, 'w')\n'''",
        f"}}}}\nopen({str(trap)!r}, 'w')\n{{{{",
        '"""',
        "\\",
        "x\n    import os\n",
    ]
    root = document.read(CASES / "hostile_text" / "spec.json").root
    for number, attack in enumerate(attacks):
        folder = tmp_path / str(number)
        folder.mkdir()
        name = re.sub("[/\0]", "-", attack)[:80]
        spec = folder / f"{name}.json"
        spec.write_text(json.dumps(attacked(root, attack)), encoding="utf-8")
        package = f"attacked_{number}_{is_server}"
        generate(Generation(spec=spec, output=folder / "out", package=package, is_server=is_server))
        with importable(folder / "out"):
            for path in (folder / "out" / package).rglob("*.py"):
                if "_runtime" not in path.parts:
                    relative = path.relative_to(folder / "out").with_suffix("")
                    importlib.import_module(".".join(relative.parts).removesuffix(".__init__"))
        tomllib.loads((folder / "out" / "pyproject.toml").read_text(encoding="utf-8"))
    assert not trap.exists()


KEPT = {"openapi", "$ref", "in", "type", "style", "name", "url", "pattern", "operationId"}


def attacked(value: Any, attack: str, key: str = "") -> Any:
    """The description with the attack in every text that may be any, and in the names of properties."""
    if isinstance(value, dict):
        prefix = attack if key == "properties" else ""
        return {prefix + name: attacked(item, attack, name) for name, item in value.items()}
    if isinstance(value, list):
        return [attacked(item, attack, key) for item in value]
    return value if not isinstance(value, str) or key in KEPT else attack
