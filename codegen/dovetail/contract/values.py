"""Values that a schema allows, made by Hypothesis through schemathesis, which reads every keyword of JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis.errors import Flaky, Unsatisfiable
from hypothesis.strategies import SearchStrategy

JSON = "application/json"


def values(schema: Mapping[str, Any] | bool, components: Mapping[str, Any]) -> SearchStrategy[Any]:
    """Values of a schema, whose references lead into these component schemas."""
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
    return strategy.map(lambda case: case.body)


def each(strategy: SearchStrategy[Any], visit: Callable[[Any], None], *, count: int, number: int) -> bool:
    """Visit up to `count` values, the same for the same seed `number`; False when there are none."""

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
        report_multiple_bugs=False,
    )
    @given(strategy)
    def run(value: Any) -> None:
        visit(value)

    try:
        run()
    except (Unsatisfiable, Flaky):
        return False
    return True


def one(schema: Mapping[str, Any] | bool, components: Mapping[str, Any]) -> Any:
    """One simple value of a schema; raises `LookupError` when there is none."""
    found: list[Any] = []
    if not each(values(schema, components), found.append, count=1, number=0) or not found:
        raise LookupError("no value satisfies this schema")
    return found[0]
