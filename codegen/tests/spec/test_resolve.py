"""What comes out of the stage for descriptions that hang together."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from dovetail.spec import Spec

Resolve = Callable[..., Spec]

WHOLE = Path(__file__).with_name("whole.yaml").read_text(encoding="utf-8")


@pytest.fixture
def whole(resolve: Resolve) -> Spec:
    return resolve(WHOLE)


def test_a_whole_description_is_without_findings(whole: Spec) -> None:
    assert whole.findings == ()
    assert (whole.title, whole.api_version, whole.version, whole.source) == ("T", "1", "3.1.1", "openapi.yaml")
    assert whole.extensions == {"x-top": 1}
    assert whole.tags == {"pets": "About pets"}
    assert whole.servers[0].variables == {"r": ("eu", ("eu", "us"))}
    assert [item.path for item in whole.paths] == ["/pets/{id}"]
    assert [(each.method, each.operation_id) for each in whole.operations] == [
        ("GET", "fetchPet"),
        ("DELETE", "deletePet"),
        ("POST", "updatePet"),
    ]
    assert [item.operations[0].operation_id for item in whole.webhooks] == ["onCreated"]
    scheme = whole.security_schemes["basic"]
    assert (scheme.type, scheme.scheme, scheme.extensions) == (
        "http",
        "basic",
        {"x-dovetail-environment": [{"username": "U"}]},
    )


def test_operations_inherit_and_override(whole: Spec) -> None:
    fetch, delete, update = whole.operations
    assert fetch.summary == "A pet"
    assert fetch.security == ({"basic": ()}, {})
    assert delete.security == ()
    assert delete.is_deprecated
    assert [server.url for server in delete.servers] == ["/other"]
    assert [response.status for response in delete.responses] == ["204", "4XX"]
    assert delete.extensions == {"x-note": {"any": "thing"}}
    places = {parameter.name: (parameter.place, parameter.is_required) for parameter in fetch.parameters}
    assert places["id"] == ("path", True)
    assert places["trace"] == ("header", True)
    assert {name: [item.operations[0].operation_id for item in items] for name, items in update.callbacks.items()} == {
        "done": ["onDone"]
    }


def test_styles_have_their_defaults(whole: Spec) -> None:
    parameters = {parameter.name: parameter for parameter in whole.operations[0].parameters}
    assert {name: (each.style, each.explode) for name, each in parameters.items()} == {
        "id": ("simple", False),
        "trace": ("simple", False),
        "tags": ("form", True),
        "where": ("deepObject", True),
        "filter": ("form", True),
    }
    content = parameters["filter"].content
    assert parameters["filter"].schema is None
    assert content is not None
    assert content.name == "application/json"
    assert [(each.name, each.value, each.summary) for each in parameters["tags"].examples] == [("a", ["a"], "An a")]
    body = whole.operations[2].request_body
    assert body is not None
    assert [(each.property, each.style, each.explode, each.content_type) for each in body.content[0].encoding] == [
        ("tags", "spaceDelimited", False, None),
        ("name", "form", True, "text/plain"),
    ]
    assert body.content[0].examples[0].value == {"name": "Rex", "$ref": "#/not/a/reference"}


def test_responses_are_followed_and_links_lead_to_operations(whole: Spec) -> None:
    pet, error = whole.operations[0].responses
    assert (pet.status, pet.description) == ("200", "This pet")
    assert [header.name for header in pet.headers] == ["ETag"]
    assert [(link.name, link.operation_id) for link in pet.links] == [("again", "fetchPet"), ("remove", "deletePet")]
    assert (error.status, error.description) == ("4XX", "Wrong")
    assert error.content[0].schema is not None
    assert error.content[0].schema.value is True
    assert whole.operations[1].responses[1] is error, "what is shared is made once"


def test_only_references_to_named_schemas_are_left(whole: Spec) -> None:
    pet = whole.schemas["Pet"].value
    assert isinstance(pet, dict)
    assert pet["properties"] == {
        "id": {"$ref": "#/components/schemas/PetId", "description": "Its own"},
        "parent": {"$ref": "#/components/schemas/Pet"},
        "$ref": {"type": "string"},
        "example": {"type": "object", "properties": {"$ref": {"type": "string"}}},
    }
    assert pet["default"] == {"$ref": "not followed"}
    assert whole.value["components"].keys() == {"schemas", "securitySchemes"}
    assert json.loads(json.dumps(whole.value)) == whole.value
    jsonschema_rs.Draft202012Validator({"$ref": "#/components/schemas/Pet", **whole.value})


def test_objects_know_their_places(whole: Spec) -> None:
    fetch = whole.operations[0]
    places = [
        fetch.location,
        fetch.parameters[0].location,
        fetch.parameters[1].location,
        fetch.responses[0].location,
        whole.schemas["PetId"].location,
    ]
    lines = WHOLE.splitlines()
    shown = [lines[each.line - 3][each.column - 1 :] for each in places]
    assert shown == [
        "operationId: fetchPet",
        "{name: id, in: path, required: true, schema: {$ref: '#/components/schemas/PetId'}}",
        "{name: trace, in: header, required: true, schema: {type: integer}}",
        "description: A pet",
        "{type: string, pattern: '^P$'}",
    ]
    assert fetch.location.pointer == "/paths/~1pets~1{id}/get"


def test_a_description_without_paths_or_servers(resolve: Resolve) -> None:
    empty = resolve("webhooks: {}\n")
    assert (empty.paths, empty.operations, [server.url for server in empty.servers]) == ((), (), ["/"])


def test_3_2_is_read_as_it_is(resolve: Resolve) -> None:
    text = """
paths:
  /a:
    query: {operationId: search, responses: {default: {description: OK}}}
    additionalOperations:
      LINK: {operationId: link, responses: {default: {description: OK}}}
    get:
      operationId: stream
      parameters: [{name: q, in: querystring, content: {application/json: {schema: {type: object}}}}]
      responses:
        '200': {description: OK, content: {application/jsonl: {itemSchema: {$ref: '#/components/schemas/E'}}}}
components: {schemas: {E: {type: object}}}
"""
    resolved = resolve(text, version="3.2.0")
    assert resolved.findings == ()
    assert resolved.value["openapi"] == "3.2.0"
    assert [(each.method, each.operation_id) for each in resolved.operations] == [
        ("QUERY", "search"),
        ("LINK", "link"),
        ("GET", "stream"),
    ]
    media = resolved.operations[2].responses[0].content[0]
    assert media.item_schema is not None
    assert media.item_schema.value == {"$ref": "#/components/schemas/E"}


def test_a_path_item_used_twice_gives_two_sets_of_operations(resolve: Resolve) -> None:
    text = """
paths:
  /a/{x}: {$ref: '#/components/pathItems/P'}
  /b/{x}: {$ref: '#/components/pathItems/P', summary: Second}
components:
  pathItems:
    P:
      parameters: [{name: x, in: path, required: true, schema: {type: string}}]
      get: {responses: {default: {description: OK}}}
"""
    resolved = resolve(text)
    assert {each.path: (each.operation_id, each.summary) for each in resolved.operations} == {
        "/a/{x}": ("getAByX", ""),
        "/b/{x}": ("getBByX", "Second"),
    }


def test_what_is_missing_leaves_out_no_more_than_it_must(resolve: Resolve) -> None:
    text = """
paths:
  /a:
    get:
      operationId: a
      responses:
        '200':
          description: OK
          headers: {X-A: {$ref: '#/nowhere'}, X-B: {schema: {type: string}}}
          content: {application/json: {schema: {$ref: '#/nowhere'}}, text/plain: 5}
        '404': {$ref: '#/components/responses/No'}
        abc: {description: No status}
        5xx: {description: Range}
    post:
      operationId: b
      parameters: [{$ref: '#/nowhere'}, {name: q, in: query, schema: {type: string}}]
      responses: {default: {description: OK}}
    put:
      operationId: c
      requestBody: {$ref: '#/nowhere'}
      responses: {default: {description: OK}}
    delete: 7
  /b:
    parameters: [{name: q, in: body}]
    get: {operationId: d, responses: {default: {description: OK}}}
"""
    resolved = resolve(text)
    (operation,) = resolved.operations
    ok, missing, of_range = operation.responses
    assert operation.operation_id == "a"
    assert [header.name for header in ok.headers] == ["X-B"]
    assert [(each.name, each.schema and each.schema.value) for each in ok.content] == [
        ("application/json", {}),
        ("text/plain", None),
    ]
    assert (missing.status, [each.name for each in missing.content]) == ("404", ["*/*"])
    assert of_range.status == "5XX"
    told = [finding for finding in resolved.findings if finding.rule == "operation-left-out"]
    assert [finding.message.partition(" is")[0] for finding in told] == ["POST /a", "PUT /a", "GET /b"]
    for name, location in {finding.rule: finding.location for finding in resolved.findings}.items():
        assert location.line > 2, name


def test_lenient_rules_are_warnings(resolve: Resolve) -> None:
    text = "components: {schemas: {A: {$ref: '#/nowhere'}}}\n"
    assert [finding.severity for finding in resolve(text).findings] == ["error"]
    assert [finding.severity for finding in resolve(text, lenient={"unresolved-reference"}).findings] == ["warning"]


def test_deep_schemas_and_long_chains_of_references_stay_within_the_stack(resolve: Resolve) -> None:
    deep = "{items: " * 90 + "{}" + "}" * 90
    chain = "".join(f"    S{i}: {{$ref: '#/components/schemas/S{i + 1}'}}\n" for i in range(1500))
    parameters = "".join(f"    P{i}: {{$ref: '#/components/parameters/P{i + 1}'}}\n" for i in range(90))
    resolved = resolve(
        f"components:\n  schemas:\n    Deep: {deep}\n{chain}    S1500: {{type: string}}\n"
        f"  parameters:\n{parameters}    P90: {{name: p, in: query, schema: {{type: string}}}}\n"
    )
    assert len(resolved.schemas) == 1502


def test_callbacks_that_nest_without_end_are_a_finding(resolve: Resolve) -> None:
    nested = "".join(
        f"    C{i}: {{x: {{post: {{operationId: o{i}, responses: {{default: {{description: OK}}}}, "
        f"callbacks: {{c: {{$ref: '#/components/callbacks/C{i + 1}'}}}}}}}}}}\n"
        for i in range(60)
    )
    resolved = resolve(f"components:\n  callbacks:\n{nested}    C60: {{}}\n")
    assert {finding.rule for finding in resolved.findings} == {"nesting-too-deep"}


def values(schema: Any, name: str) -> list[Any]:
    """Every value of a member, at any depth."""
    if isinstance(schema, list):
        return [each for item in schema for each in values(item, name)]
    if not isinstance(schema, dict):
        return []
    here = [schema[name]] if name in schema else []
    return here + [each for member in schema.values() for each in values(member, name)]


def test_anchors_identifiers_and_definitions_become_names(resolve: Resolve) -> None:
    text = """
components:
  schemas:
    A:
      $id: https://example.com/a
      $defs: {Inner: {type: integer, $anchor: inner}}
      properties:
        one: {$ref: '#/components/schemas/A/$defs/Inner'}
        two: {$ref: '#inner'}
        three: {$ref: 'https://example.com/a'}
        four: {$dynamicRef: '#node'}
      $dynamicAnchor: node
    B: {properties: {again: {$ref: '#/components/schemas/A/properties/five/items'}}}
"""
    text = text.replace(
        "        four:", "        five: {type: array, items: {type: string, title: Item}}\n        four:"
    )
    resolved = resolve(text)
    # By the letter '#' begins at the schema with the `$id`.
    assert {(finding.rule, finding.severity) for finding in resolved.findings} == {("reference-base", "warning")}
    assert resolved.value["components"]["schemas"] == {
        "A": {
            "properties": {
                "one": {"$ref": "#/components/schemas/Inner"},
                "two": {"$ref": "#/components/schemas/Inner"},
                "three": {"$ref": "#/components/schemas/A"},
                "five": {"type": "array", "items": {"$ref": "#/components/schemas/A_five_items"}},
                "four": {"$ref": "#/components/schemas/A"},
            }
        },
        "B": {"properties": {"again": {"$ref": "#/components/schemas/A_five_items"}}},
        "Inner": {"type": "integer"},
        "A_five_items": {"type": "string", "title": "Item"},
    }
    assert set(values(resolved.value, "$ref")) <= {f"#/components/schemas/{name}" for name in resolved.schemas}
