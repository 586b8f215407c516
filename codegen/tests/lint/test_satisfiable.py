"""Schemas that are called impossible have no instance, as a validator of its own has it."""

from __future__ import annotations

import random
from types import SimpleNamespace
from typing import Any, cast

import jsonschema_rs
import pytest

from dovetail.lint.satisfiable import contradiction
from dovetail.lint.subject import Subject

TYPES = ["null", "boolean", "integer", "number", "string", "array", "object"]
NAMES = ["a", "b"]
SCALARS: list[Any] = [None, True, False, 0, 1, 2, 3, 4, 5, 6, 1.0, 1.5, 2.5, -1, "", "a", "ab", "abc"]
VALUES: list[Any] = [
    *SCALARS,
    *([[]], [[1]], [[1.0]], [["a", 1]], [[1, 2, 3]]),
    *({"a": first} for first in SCALARS),
    *({"a": first, "b": second} for first in SCALARS[:8] for second in SCALARS[-4:]),
    {},
    {"b": 1},
    {"a": {"a": 1}, "b": "x", "c": 0},
]
ANY = cast("Subject", SimpleNamespace(schema=lambda name: True))


def schema(dice: random.Random, depth: int = 2) -> Any:
    """A small schema at random, many of them at odds with themselves."""
    made: dict[str, Any] = {}
    numbers = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
    sizes = [f"{end}{what}" for end in ("min", "max") for what in ("Length", "Items", "Properties")]
    choices: dict[str, Any] = {
        "type": lambda: dice.choice([dice.choice(TYPES), dice.sample(TYPES, 2)]),
        "enum": lambda: dice.sample([*SCALARS, [1], {"a": 1}], dice.randint(1, 3)),
        "const": lambda: dice.choice(SCALARS),
        **{name: lambda: dice.choice([0, 1, 1.5, 2, 3, 5]) for name in numbers},
        **{name: lambda: dice.randint(0, 3) for name in sizes},
        "multipleOf": lambda: dice.choice([1, 2, 0.5, 3]),
        "required": lambda: dice.sample(NAMES, dice.randint(1, 2)),
        "additionalProperties": lambda: dice.choice([True, False]),
        "items": lambda: dice.choice([False, True]),
    }
    if depth:
        choices |= {
            "properties": lambda: {name: schema(dice, depth - 1) for name in dice.sample(NAMES, dice.randint(1, 2))},
            **{
                name: lambda: [schema(dice, depth - 1) for _ in range(dice.randint(1, 3))]
                for name in ("allOf", "anyOf", "oneOf")
            },
        }
    for name in dice.sample(sorted(choices), dice.randint(1, 4)):
        made[name] = choices[name]()
    return dice.choice([made] * 15 + [True])


@pytest.mark.parametrize("seed", range(3))
def test_what_is_called_impossible_has_no_instance(seed: int) -> None:
    dice = random.Random(seed)
    count = 0
    for _ in range(4000):
        made = schema(dice)
        reason = contradiction(ANY, [made])
        if reason is not None:
            count += 1
            validator = jsonschema_rs.Draft202012Validator(made)
            assert [value for value in VALUES if validator.is_valid(value)] == [], (made, reason)
    assert count > 200
