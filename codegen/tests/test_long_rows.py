"""Types that refer to one another in longer rows than Python imports, and pydantic builds, at once."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from codegen.tests.generating import Made

LONG = 300
LEVELS = 100

PROGRAM = """
import importlib, json
from pathlib import Path
from PKG import models
for part in ("models", "inputs", "operations"):
    for path in sorted(Path("PKG", part).glob("*.py")):
        importlib.import_module(f"PKG.{part}.{path.stem}")
nested = {"x": 1}
for _ in range(LEVELS):
    nested = {"next": nested}
value = models.S0.model_validate_json(json.dumps(nested))
assert value.model_dump(exclude_unset=True) == nested
assert json.loads(value.model_dump_json(exclude_unset=True)) == nested
assert type(value.next.next).__name__ == "S2"
from PKG.operations import schemas
[operation] = [it for it in vars(schemas).values() if type(it).__name__ == "Operation"]
[kind] = [parameter.kind for parameter in operation.parameters]
wrong = {"next": 7}
for _ in range(LEVELS):
    wrong = {"next": wrong}
print(len([*kind.check(nested, "it")]), [*kind.check(wrong, "it")])
try:
    models.S0.model_validate(wrong)
except ValueError as error:
    print(*(len(fault["loc"]) for fault in error.errors()))
"""


def rows(*, is_ring: bool) -> str:
    """A description of schemas of which each holds the next, the last one the first in a ring."""
    schemas: dict[str, Any] = {
        f"S{number}": {"type": "object", "properties": {"next": {"$ref": f"#/components/schemas/S{number + 1}"}}}
        for number in range(LONG)
    }
    schemas[f"S{LONG}"] = {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/S0"}}}
    if not is_ring:
        schemas[f"S{LONG}"] = {"type": "object"}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/S0"}}}
    put = {
        "operationId": "updateSchema",
        "requestBody": {"required": True, "content": content},
        "responses": {"200": {"description": "Done.", "content": content}},
    }
    return f"paths: {json.dumps({'/schemas': {'put': put}})}\ncomponents: {json.dumps({'schemas': schemas})}\n"


@pytest.mark.parametrize("is_ring", [True, False])
def test_rows_may_be_longer_than_what_python_recurses(generated: Callable[..., Made], *, is_ring: bool) -> None:
    made = generated(rows(is_ring=is_ring))
    program = PROGRAM.replace("PKG", made.package).replace("LEVELS", str(LEVELS))
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=made.output, capture_output=True, text=True, check=False, timeout=300
    )
    assert not done.stderr, done.stderr[-3000:]
    assert done.stdout.split("\n")[:2] == [
        f"0 ['it{'.next' * LEVELS}.next must be a mapping, and is of type int']",
        f"{LEVELS + 1}",
    ]
