"""Whatever is wrong with a description, the answer is findings, never a traceback."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from codegen.tests.spec.validity import compiled, violations
from dovetail import document, spec
from dovetail.errors import SpecError

FATAL = {"unsupported-version", "not-an-openapi-document"}

JUNK: list[Any] = [
    None,
    True,
    0,
    -1.5,
    "",
    "x",
    "{",
    [],
    [None],
    ["x", "x"],
    {},
    {"": None},
    {"$ref": None},
    {"$ref": "#"},
    {"$ref": "#/"},
    {"$ref": "#/components/schemas/Pet"},
    {"$ref": "#/components/responses/Pet"},
    {"$ref": "#/paths/~1pets~1{id}/get"},
    {"$ref": "%"},
    {"$ref": "http://["},
    {"$ref": "openapi.json"},
    {"$dynamicRef": 5},
    {"$recursiveRef": "#"},
    {"nullable": True, "allOf": 3},
    {"type": {}},
    {"discriminator": {"mapping": {"a": 1}}},
    {"name": "x", "in": "path"},
    {"x-a": 1},
]
WORDS = [
    "$ref",
    "",
    "x-y",
    "parameters",
    "schema",
    "type",
    "items",
    "allOf",
    "discriminator",
    "content",
    "200",
    "/",
    "{a}",
]


WHOLE = Path(__file__).with_name("whole.yaml").read_text(encoding="utf-8")


def mutate(value: dict[str, Any], dice: random.Random) -> None:
    """Replaces, removes, or adds something somewhere."""
    at: Any = value
    while True:
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        if not keys:
            break
        key = dice.choice(keys)
        if isinstance(at[key], dict | list) and at[key] and dice.random() < 0.85:
            at = at[key]
            continue
        action = dice.random()
        if action < 0.7:
            at[key] = copy.deepcopy(dice.choice(JUNK))
        elif action < 0.85:
            del at[key]
        elif isinstance(at, dict):
            at[dice.choice(WORDS)] = copy.deepcopy(dice.choice(JUNK))
        break


def outcome() -> spec.Spec | None:
    """The description of the folder, or None where nothing says which version it is."""
    loaded = document.load("openapi.json")
    if isinstance(loaded.root, dict) and str(loaded.root.get("openapi")).startswith("3."):
        return spec.resolve(loaded)
    with pytest.raises(SpecError) as caught:
        spec.resolve(loaded)
    assert {finding.rule for finding in caught.value.findings} <= FATAL
    return None


@pytest.mark.parametrize("version", ["3.0.4", "3.1.1", "3.2.0"])
def test_mutants(version: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    whole = {"openapi": version, "info": {"title": "T", "version": "1"}, **yaml.safe_load(WHOLE)}
    dice = random.Random(version)
    left = 0
    for _ in range(200):
        mutant = copy.deepcopy(whole)
        for _ in range(dice.randint(1, 4)):
            mutate(mutant, dice)
        Path("openapi.json").write_text(json.dumps(mutant), encoding="utf-8")
        resolved = outcome()
        if resolved is None:
            continue
        assert violations(resolved) == [], json.dumps(mutant)
        for schema in resolved.schemas.values():
            compiled(schema.value, resolved)
        left += len(resolved.operations)
    assert left > 300, "most of a description survives a few faults"
