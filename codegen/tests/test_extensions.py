"""Extensions of any shape: a finding with its place, or code that parses; never anything else."""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codegen.tests.generating import CASES, write_documents
from dovetail import document
from dovetail.api import describe
from dovetail.api.shapes import OPERATION, PATH_ITEM, SCHEMA, SECURITY_SCHEME
from dovetail.errors import SpecError
from dovetail.findings import Finding
from dovetail.python.sdk import plan_sdk
from dovetail.python.server import plan_server
from dovetail.render.render import render
from dovetail.spec import resolve

SPEC = """
paths:
  /doors/{id}:
    x-path: here
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    post:
      operationId: updateDoor
      x-operation: here
      parameters: [{name: Page, in: query, schema: {type: integer}}]
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: {type: object, properties: {Action: {type: string}, Colour: {type: string}}}
      responses: {'200': {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Door'}}}}}
components:
  schemas: {Door: {type: object, properties: {state: {type: string}, doors: {type: array, items: {type: string}}}}}
  securitySchemes: {who: {type: http, scheme: basic}}
"""
WORDS = st.one_of(
    st.sampled_from(
        [
            "id",
            "Page",
            "Action",
            "Colour",
            "state",
            "class",
            "path",
            "from",
            "to",
            "/doors",
            "2",
            "a.b",
            "",
            '"""',
            "\n",
        ]
    ),
    st.text(max_size=6),
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS,
    lambda values: st.lists(values, max_size=3) | st.dictionaries(WORDS, values, max_size=3),
    max_leaves=8,
)
NAMES = st.lists(st.sampled_from(["Action", "Colour"]), unique=True)


def description(place: Mapping[str, Any], folder: Path) -> Any:
    """The description with extensions at each of the places that may have some."""
    root = document.read(write_documents(folder, SPEC)[0]).root
    item = root["paths"]["/doors/{id}"]
    item.update(place.get("path item", {}))
    item["post"].update(place.get("operation", {}))
    root["components"]["schemas"]["Door"].update(place.get("schema", {}))
    root["components"]["securitySchemes"]["who"].update(place.get("security scheme", {}))
    path = folder / "spec.json"
    path.write_text(json.dumps(root), encoding="utf-8")
    return resolve(document.load(path))


def planned(spec: Any) -> list[Any]:
    api = describe(spec)
    return [plan_sdk(api, "doors"), plan_server(api, spec.value, "doors_server")]


PLACES = {"path item": PATH_ITEM, "operation": OPERATION, "schema": SCHEMA, "security scheme": SECURITY_SCHEME}
ANYWHERE = [(place, name) for place, shapes in PLACES.items() for name in shapes]


@pytest.mark.parametrize(("place", "name"), ANYWHERE)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(value=ANYTHING)
def test_any_value_is_read_or_told(place: str, name: str, value: Any, tmp_path: Path) -> None:
    spec = description({place: {name: value}}, tmp_path)
    findings: tuple[Finding, ...] = ()
    try:
        planned(spec)
    except SpecError as error:
        findings = error.findings
    assert {finding.rule for finding in findings} <= {"invalid-extension"}
    assert all(finding.location.line >= 1 and finding.message for finding in findings)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.fixed_dictionaries(
        {
            "class": WORDS.filter(len),
            "path": st.lists(
                st.text(min_size=1, max_size=5).filter(lambda part: "." not in part), min_size=1, max_size=3
            ),
            "method": WORDS.filter(len),
            "verbs": st.dictionaries(
                WORDS.filter(len),
                st.fixed_dictionaries(
                    {},
                    optional={
                        "description": WORDS,
                        "fixed": st.dictionaries(st.sampled_from(["Action", "Colour"]), ANYTHING),
                        "properties": NAMES,
                        "prefix": WORDS,
                    },
                ),
                max_size=3,
            ),
        }
    )
)
def test_whatever_things_are_called_the_code_parses(tmp_path: Path, told: dict[str, Any]) -> None:
    places = {
        "path item": {"x-dovetail-resource": {"path": ".".join(told["path"]), "class": told["class"]}},
        "operation": {"x-dovetail-method": told["method"], "x-dovetail-verbs": told["verbs"]},
    }
    for plan in planned(description(places, tmp_path)):
        for path, text in render(plan).items():
            if path.endswith(".py"):
                ast.parse(text)


def test_the_place_of_a_fault_is_that_of_the_value() -> None:
    """Without a finder of places it is at least that of what has the extension."""
    loaded = document.load(CASES / "verbs" / "spec.yaml", [CASES / "verbs" / "overlay.yaml"])
    loaded.root["paths"]["/doors/{id}"]["post"]["x-dovetail-method"] = 7
    spec = resolve(loaded)
    with pytest.raises(SpecError) as caught:
        describe(spec)
    assert [finding.location for finding in caught.value.findings] == [spec.operations[0].location]
