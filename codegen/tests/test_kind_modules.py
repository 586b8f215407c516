"""What values must be stands in modules of a bounded size, which may need each other."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from codegen.tests.generating import Made
from dovetail.python import kind_modules, placement

SPEC = """\
paths:
  /apples: {post: &plant {operationId: plantApple, requestBody: {content: {application/json: {schema:
    {type: object, properties: {leaf: {$ref: '#/components/schemas/Leaf'}}}}}}, responses: {'204': {description: Ok.}}}}
  /pears: {post: {<<: *plant, operationId: plantPear}}
  /figs: {post: {operationId: plantFig, requestBody: {content: {application/json: {schema:
    {type: object, properties: {fig: {$ref: '#/components/schemas/Fig'}}}}}}, responses: {'204': {description: Ok.}}}}
components:
  schemas:
    Leaf: {type: object, properties: {twig: {$ref: '#/components/schemas/Twig'}, name: {type: string, maxLength: 3}}}
    Twig: {type: object, properties: {leaf: {$ref: '#/components/schemas/Leaf'}, size: {type: integer}}}
    Fig: {type: object, properties: {leaf: {$ref: '#/components/schemas/Leaf'}}}
"""
USE = """\
from PKG import ArgumentError, Client
for leaf in ({"name": "long"}, {"twig": {"leaf": {"twig": {"size": "x"}}}}):
    for plant, given in ((Client().apples, {"leaf": leaf}), (Client().figs, {"fig": {"leaf": leaf}})):
        try:
            plant.create(**given)
        except ArgumentError as error:
            print(error)
"""


@pytest.mark.parametrize("first", ["kinds", "kinds_leaf", "kinds_figs"])
def test_modules_of_kinds_may_need_each_other(
    generated: Callable[..., Made], monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    monkeypatch.setattr(placement, "FULL", 5)
    monkeypatch.setattr(kind_modules, "FULL", 1)
    made = generated(SPEC)
    assert "Later(lambda: operations.kinds" in made.text("operations/kinds.py") + made.text("operations/kinds_leaf.py")
    program = f"from PKG.operations import {first}\n{USE}".replace("PKG", made.package)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=made.output, capture_output=True, text=True, check=True, timeout=60
    )
    assert "leaf.name" in done.stdout
    assert "leaf.twig.leaf.twig.size" in done.stdout
    assert "fig.leaf.twig.leaf.twig.size" in done.stdout


def test_kinds_that_fit_stand_in_one_module(generated: Callable[..., Made]) -> None:
    folder = generated(SPEC).output.glob("*/operations/kinds*")
    assert [path.name for path in folder] == ["kinds.py"]
