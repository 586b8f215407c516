"""`$id`, `$anchor`, `$dynamicRef` and `$self`: references that are more than a path and a pointer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from codegen.tests.spec.validity import compiled
from dovetail.spec import Spec

Resolve = Callable[..., Spec]


def rules(resolved: Spec) -> set[str]:
    return {finding.rule for finding in resolved.findings}


def is_valid(resolved: Spec, name: str, value: Any) -> bool:
    return compiled({"$ref": f"#/components/schemas/{name}"}, resolved).is_valid(value)


def test_references_are_relative_to_the_schema_with_the_identifier(resolve: Resolve) -> None:
    text = """
components:
  schemas:
    Pet:
      $id: https://example.com/schemas/pet
      properties:
        owner: {$ref: person}
        kind: {$ref: '#/$defs/Kind'}
        colour: {$ref: '#colour'}
        home: {$ref: 'place#/$defs/City'}
      $defs:
        Kind: {enum: [cat, dog]}
        Colour: {$anchor: colour, type: string}
    Person: {$id: 'https://example.com/schemas/person', type: object, properties: {pets: {items: {$ref: /schemas/pet}}}}
    Place: {$ref: places.json}
    Other:
      properties:
        colour: {$anchor: colour, type: integer}
        kind: {$ref: 'https://example.com/schemas/pet#/$defs/Kind'}
"""
    files = {
        "places.json": '{"$id": "https://example.com/schemas/place", "$defs": {"City": {"type": "string"}}}',
    }
    resolved = resolve(text, files)
    assert rules(resolved) == set()
    assert resolved.schemas["Pet"].value == {
        "properties": {
            "owner": {"$ref": "#/components/schemas/Person"},
            "kind": {"$ref": "#/components/schemas/Kind"},
            "colour": {"$ref": "#/components/schemas/Colour"},
            "home": {"$ref": "#/components/schemas/City"},
        }
    }
    assert resolved.schemas["Other"].value == {
        "properties": {"colour": {"type": "integer"}, "kind": {"$ref": "#/components/schemas/Kind"}}
    }
    assert is_valid(resolved, "Person", {"pets": [{"kind": "cat", "colour": "red", "home": "Rome"}]})
    assert not is_valid(resolved, "Person", {"pets": [{"colour": 5}]})


def test_a_generic_schema_is_made_once_for_each_binding(resolve: Resolve) -> None:
    text = """
paths:
  /pets:
    get:
      operationId: pets
      responses:
        '200':
          description: OK
          content:
            application/json:
              schema:
                $id: https://example.com/pets
                $defs: {item: {$dynamicAnchor: item, $ref: 'https://example.com/pet'}}
                $ref: https://example.com/page
components:
  schemas:
    Page:
      $id: https://example.com/page
      type: object
      properties:
        data: {type: array, items: {$dynamicRef: '#item'}}
        next: {$ref: '#'}
        meta: {$ref: meta}
      $defs: {item: {$dynamicAnchor: item, not: {}}}
    Meta: {$id: 'https://example.com/meta', type: object}
    Pet: {$id: 'https://example.com/pet', type: string}
    Numbers:
      $id: https://example.com/numbers
      $defs: {item: {$dynamicAnchor: item, type: integer}}
      allOf: [{$ref: page}]
    Again: {$ref: 'https://example.com/numbers'}
"""
    resolved = resolve(text)
    assert rules(resolved) == set()
    made = set(resolved.schemas) - {"Page", "Meta", "Pet", "Numbers", "Again"}
    assert made == {"Page_Pet", "Page_numbers", "Page_item", "Numbers_item"}
    schema = resolved.operations[0].responses[0].content[0].schema
    assert schema is not None
    assert schema.value == {"$ref": "#/components/schemas/Page_Pet"}
    assert resolved.value["components"]["schemas"]["Page_Pet"]["properties"] == {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
        "next": {"$ref": "#/components/schemas/Page_Pet"},
        "meta": {"$ref": "#/components/schemas/Meta"},
    }
    assert is_valid(resolved, "Again", {"data": [1], "next": {"data": [2]}})
    assert not is_valid(resolved, "Again", {"data": [], "next": {"data": ["x"]}})
    assert is_valid(resolved, "Page", {"data": []})
    assert not is_valid(resolved, "Page", {"data": [1]})


def test_a_tree_made_strict_is_strict_all_the_way_down(resolve: Resolve) -> None:
    """The example of JSON Schema 2020-12, appendix C."""
    text = """
components:
  schemas:
    Tree:
      $id: https://example.com/tree
      $dynamicAnchor: node
      type: object
      properties: {data: true, children: {type: array, items: {$dynamicRef: '#node'}}}
    Strict:
      $id: https://example.com/strict-tree
      $dynamicAnchor: node
      $ref: tree
      unevaluatedProperties: false
"""
    resolved = resolve(text)
    assert rules(resolved) == set()
    typo = {"children": [{"daat": 1}]}
    assert is_valid(resolved, "Tree", typo)
    assert not is_valid(resolved, "Strict", typo)
    assert is_valid(resolved, "Strict", {"children": [{"data": 1}]})


def test_bindings_that_multiply_are_bounded(resolve: Resolve) -> None:
    steps = "".join(
        f"""
    S{i}: {{$id: 'https://x/S{i}', properties: {{l: {{$ref: L{i}}}, r: {{$ref: R{i}}}, v: {{$dynamicRef: '#a{i}'}}}}}}
    L{i}: {{$id: 'https://x/L{i}', $ref: S{i + 1}, $defs: {{a: {{$dynamicAnchor: a{i}, type: string}}}}}}
    R{i}: {{$id: 'https://x/R{i}', $ref: S{i + 1}, $defs: {{a: {{$dynamicAnchor: a{i}, type: integer}}}}}}"""
        for i in range(20)
    )
    uses = ", ".join(f"v{i}: {{$dynamicRef: '#a{i}'}}" for i in range(20))
    resolved = resolve(f"components:\n  schemas:{steps}\n    S20: {{$id: 'https://x/S20', properties: {{{uses}}}}}\n")
    assert "too-many-bindings" in rules(resolved)
    assert 1000 < len(resolved.schemas) < 1500


def test_a_document_names_itself(resolve: Resolve) -> None:
    text = """
$self: https://example.com/api/openapi.yaml
components:
  schemas:
    A: {$ref: 'https://example.com/api/openapi.yaml#/components/schemas/B'}
    B: {type: string}
    C: {$ref: 'parts.yaml#/D'}
"""
    files = {"parts.yaml": "D: {items: {$ref: 'https://example.com/api/openapi.yaml#/components/schemas/B'}}\n"}
    resolved = resolve(text, files, version="3.2.0")
    assert rules(resolved) == set()
    assert resolved.schemas["A"].value == {"$ref": "#/components/schemas/B"}
    assert resolved.schemas["C"].value == {"items": {"$ref": "#/components/schemas/B"}}


def test_a_pointer_that_means_the_root_although_an_identifier_stands_around_it(resolve: Resolve) -> None:
    text = """
components:
  schemas:
    A:
      $id: https://example.com/a
      properties: {b: {$ref: '#/components/schemas/B'}, c: {$ref: '#/components/schemas/C'}}
    B: {type: string}
"""
    resolved = resolve(text)
    assert [(finding.rule, finding.severity) for finding in resolved.findings] == [
        ("reference-base", "warning"),
        ("unresolved-reference", "error"),
    ]
    assert resolved.schemas["A"].value == {"properties": {"b": {"$ref": "#/components/schemas/B"}, "c": {}}}


def test_names_in_data_are_data(resolve: Resolve) -> None:
    text = """
components:
  schemas:
    A:
      properties:
        $id: {type: string}
        $ref: {type: integer}
        $anchor: {type: string}
        default: {$ref: '#/components/schemas/B'}
      example: {$id: 'https://example.com/x', $anchor: y, $ref: nowhere.yaml}
      default: {$ref: '#/nowhere'}
      enum: [{$ref: '#/nowhere'}]
    B: {type: string}
"""
    resolved = resolve(text)
    assert rules(resolved) == set()
    assert set(resolved.schemas) == {"A", "B"}


def test_a_security_scheme_may_be_named_by_its_address(resolve: Resolve) -> None:
    text = """
security: [{'security.yaml#/Key': []}, {'#/components/securitySchemes/Basic': []}, {Basic: []}]
paths: {/a: {get: {operationId: a, responses: {default: {description: OK}}}}}
components: {securitySchemes: {Basic: {type: http, scheme: basic}}}
"""
    files = {"security.yaml": "Key: {type: apiKey, in: header, name: X-Key}\n"}
    resolved = resolve(text, files, version="3.2.0")
    assert rules(resolved) == set()
    assert resolved.operations[0].security == ({"Key": ()}, {"Basic": ()}, {"Basic": ()})
    assert resolved.security_schemes["Key"].value["name"] == "X-Key"
