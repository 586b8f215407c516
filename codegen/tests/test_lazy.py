"""What is imported, and when: a client for a thousand operations starts as fast as one for ten."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from codegen.tests.generating import Made

SPEC = """\
security: [{key: []}]
paths:
  /apples: {get: {operationId: listApples, tags: [apples], responses: &answer {'200': {description: All.,
    content: {application/json: {schema: {$ref: '#/components/schemas/Fruit'}}}}}}}
  /pears: {get: {operationId: listPears, tags: [pears], responses: *answer}}
components:
  securitySchemes: {key: {type: http, scheme: bearer}}
  schemas: {Fruit: {type: object, properties: {name: {type: string}}}}
"""


@pytest.mark.parametrize(
    ("code", "imported", "not_imported"),
    [
        ("", {"PKG", "PKG.errors"}, {"requests", "httpx2", "pydantic", "PKG.client"}),
        (
            "from PKG import Client; client = Client('t')",
            {"requests", "PKG.client"},
            {"httpx2", "asyncio", "PKG.resources", "PKG.models", "PKG.operations"},
        ),
        ("from PKG import AsyncClient; AsyncClient('t')", {"httpx2"}, {"requests", "PKG.resources", "PKG.models"}),
        (
            "PKG.Client('t').apples.fetch",
            {"PKG.resources.apples", "PKG.operations.apples"},
            {"httpx2", "PKG.resources.pears", "PKG.operations.pears"},
        ),
        ("PKG.operations.pears.FETCH", {"PKG.operations.pears"}, {"PKG.operations.apples", "requests", "httpx2"}),
        ("from PKG import *; Client, AsyncClient, models, operations, NotFound", {"PKG.client"}, set()),
        ("from PKG.errors import *; NotFound", {"PKG.errors"}, {"pydantic"}),
    ],
)
def test_nothing_is_imported_before_it_is_used(
    generated: Callable[..., Made], code: str, imported: set[str], not_imported: set[str]
) -> None:
    made = generated(SPEC)
    program = f"import sys, PKG\n{code}\nprint(*sys.modules)".replace("PKG", made.package)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=made.output, capture_output=True, text=True, check=True, timeout=60
    )
    found = set(done.stdout.split())
    assert {name.replace("PKG", made.package) for name in imported} <= found
    assert not {name.replace("PKG", made.package) for name in not_imported} & found


def test_a_package_lists_what_it_has_and_lacks_what_it_has_not(generated: Callable[..., Made]) -> None:
    package = generated(SPEC).module()
    names = {"AsyncClient", "Client", "errors", "models", "operations", "NotFound"}
    assert names <= {*dir(package)}
    assert names <= {*package.__all__}
    assert all(getattr(package, name) is not None for name in package.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'Clint'"):
        _ = package.Clint


def test_modules_of_a_package_are_listed_and_what_fails_in_one_is_told(generated: Callable[..., Made]) -> None:
    made = generated(SPEC)
    operations = made.module("operations")
    assert {"apples", "pears"} <= {*dir(operations)}
    found: dict[str, object] = {}
    exec(f"from {operations.__name__} import *", found)
    assert found["apples"] is operations.apples
    for name in ("apple", "not a name", "apples.x", "__wrapped__"):
        with pytest.raises(AttributeError, match="has no attribute"):
            getattr(operations, name)
    (made.output / made.package / "operations" / "figs.py").write_text("import nowhere\n", encoding="utf-8")
    with pytest.raises(ModuleNotFoundError, match="nowhere"):
        _ = operations.figs
