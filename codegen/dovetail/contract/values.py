"""Values that a schema allows, made by Hypothesis through schemathesis, which reads every keyword of JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import HealthCheck, Phase, Verbosity, given, settings
from hypothesis import seed as seeded
from hypothesis.errors import Flaky, InvalidArgument, Unsatisfiable
from hypothesis.strategies import SearchStrategy

JSON = "application/json"
UNCHECKED = (
    HealthCheck.data_too_large,
    HealthCheck.filter_too_much,
    HealthCheck.too_slow,
    HealthCheck.large_base_example,
)


def values(schema: Any, components: Mapping[str, Any]) -> SearchStrategy[Any]:
    """Values of a schema, whose references lead into these component schemas; integers are of type int."""
    import schemathesis
    from schemathesis.config import SchemathesisConfig

    body = {"required": True, "content": {JSON: {"schema": schema}}}
    operation = {"requestBody": body, "responses": {"200": {"description": "Never asked."}}}
    description = {
        "openapi": "3.1.0",
        "info": {"title": "Values", "version": "1"},
        "paths": {"/": {"post": operation}},
        "components": {"schemas": dict(components)},
    }
    config = SchemathesisConfig.from_dict({"generation": {"allow-x00": False, "database": "none"}})
    loaded = schemathesis.openapi.from_dict(description, config=config)
    strategy = loaded["/"]["POST"].as_strategy(generation_mode=schemathesis.GenerationMode.POSITIVE)
    return strategy.map(lambda case: _whole(case.body))


def drawn(schema: Any, components: Mapping[str, Any], *, count: int, seed: int) -> list[Any]:
    """Up to `count` values of a schema, the same for the same seed; none when nothing satisfies it."""
    from schemathesis.errors import InvalidSchema

    found: list[Any] = []

    def keep(value: Any) -> None:
        found.append(value)

    chosen = settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=UNCHECKED,
        verbosity=Verbosity.quiet,
    )
    try:
        seeded(seed)(chosen(given(values(schema, components))(keep)))()
    except (Unsatisfiable, Flaky, InvalidSchema, InvalidArgument):
        return []
    return found


def one(schema: Any, components: Mapping[str, Any]) -> Any:
    """One simple value of a schema; raises `LookupError` when there is none."""
    for value in drawn(schema, components, count=1, seed=0):
        return value
    raise LookupError("no value satisfies this schema")


def _whole(value: Any) -> Any:
    """The same JSON value with `3.0` written as `3`: JSON Schema takes both for an integer, and Python does not."""
    match value:
        case float() if value.is_integer():
            return int(value)
        case list():
            return [_whole(item) for item in value]
        case dict():
            return {name: _whole(member) for name, member in value.items()}
    return value
