"""What has no name gets one that a person would choose, and keeps it; unions are told apart where a reader can."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from codegen.tests.api.meanings import written
from dovetail import document, spec
from dovetail.api import describe
from dovetail.api.model import Api
from dovetail.api.types import Object, Union

SCHEMAS = """
Order:
  type: object
  required: [customer, lines]
  properties:
    customer: {type: object, properties: {address: {type: object, properties: {street: {type: string}}}}}
    lines: {type: array, items: {type: object, properties: {count: {type: integer}}}}
    line: {type: object, properties: {thick: {type: boolean}}}
    order_total: {type: object, title: Money, properties: {amount: {type: integer}}}
    shipping: {type: object, title: Money, properties: {amount: {type: integer}}}
    notes: {type: object, additionalProperties: {type: object, properties: {text: {type: string}}}}
    vat: {type: object, title: Vat, properties: {rate: {type: number}}}
    payment:
      oneOf:
        - {type: object, required: [kind, number], properties: {kind: {const: card}, number: {type: string}}}
        - {type: object, required: [kind, iban], properties: {kind: {const: bank}, iban: {type: string}}}
    target: {oneOf: [{type: string}, {type: object, properties: {url: {type: string}}}]}
    source:
      anyOf:
        - {type: object, properties: {file: {type: string}}, required: [file]}
        - {type: object, properties: {url: {type: string}, kind: {type: string}}}
        - {type: object, properties: {kind: {type: string}}}
Orders: {type: array, items: {type: object, properties: {page: {type: integer}}}}
OrderCustomer: {type: object, properties: {taken: {type: boolean}}}
"""

NAMES = {
    "Order customer 2": "{address?: Order customer 2 address}",
    "Order customer 2 address": "{street?: string}",
    "Order lines item": "{count?: integer}",
    "Order line": "{thick?: boolean}",
    "Money": "{amount?: integer}",
    "Order note": "{text?: string}",
    "Order vat": "{rate?: number}",
    "Order payment card": "{kind: 'card', number: string}",
    "Order payment bank": "{kind: 'bank', iban: string}",
    "Order target": "{url?: string}",
    "Order source file": "{file: string}",
    "Order source url": "{kind?: string, url?: string}",
    "Order source variant 3": "{kind?: string}",
    "Orders item": "{page?: integer}",
}


def described(tmp_path: Path, schemas: str, paths: dict[str, Any] | None = None, **components: Any) -> Api:
    value = {
        "openapi": "3.1.1",
        "info": {"title": "t", "version": "1"},
        "paths": paths or {"/": {"get": {"operationId": "getRoot", "responses": {"200": {"description": "ok"}}}}},
        "components": {"schemas": yaml.safe_load(schemas), **components},
    }
    path = tmp_path / "spec.yaml"
    path.write_text(yaml.safe_dump(value), encoding="utf-8")
    return describe(spec.resolve(document.load(path)))


def test_names_say_where_objects_stand(tmp_path: Path) -> None:
    types = described(tmp_path, SCHEMAS).types
    assert {name: written(types[name]) for name in types if name not in yaml.safe_load(SCHEMAS)} == NAMES
    payment = next(it.type for it in _object(types["Order"]).properties if it.name == "payment")
    assert written(payment) == "<kind: Order payment card | Order payment bank>"
    assert isinstance(payment, Union)
    assert payment.mapping == {"bank": "Order payment bank", "card": "Order payment card"}


def test_names_stay_when_neighbours_come(tmp_path: Path) -> None:
    before = described(tmp_path, SCHEMAS).types
    grown = SCHEMAS.replace("    line:", "    buyer: {type: object, properties: {name: {type: string}}}\n    line:")
    after = described(tmp_path, grown + "Shop: {properties: {customer: {properties: {a: true}}}}\n").types
    assert {name: after[name] for name in NAMES} == {name: before[name] for name in NAMES}
    assert after.keys() - before.keys() == {"Order buyer", "Shop", "Shop customer"}


def test_names_in_operations(tmp_path: Path) -> None:
    refusal = {"type": "object", "properties": {"reason": {"type": "string"}}}
    other = {"type": "object", "properties": {"wait": {"type": "integer"}}}
    listed = {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "integer"}}}}
    body = {"type": "object", "properties": {"owner": {"type": "object", "properties": {"name": {"type": "string"}}}}}
    shared = {"$ref": "#/components/responses/Busy"}
    paths = {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "responses": {"200": _json(listed), "404": _json(refusal), "409": _json(other), "503": shared},
            },
            "post": {
                "operationId": "createPet",
                "requestBody": {"content": {"application/json": {"schema": body}}},
                "responses": {"201": _json(body), "404": _json(refusal), "503": shared},
            },
        }
    }
    api = described(tmp_path, "Pet: {type: string}", paths, responses={"Busy": _json(other)})
    assert {name: written(meaning) for name, meaning in api.types.items() if name != "Pet"} == {
        "Busy": "{wait?: integer}",
        "not found error": "{reason?: string}",
        "listPets response item": "{id?: integer}",
        "listPets conflict": "{wait?: integer}",
        "createPet owner": "{name?: string}",
        "createPet response": "{owner?: createPet response owner}",
        "createPet response owner": "{name?: string}",
    }
    create = next(it for it in api.operations if it.id == "createPet")
    assert create.body is not None
    assert written(create.body.content.type) == "{owner?: createPet owner}"
    assert [written(answer.type) for answer in create.answers if answer.type] == [
        "createPet response",
        "not found error",
        "Busy",
    ]


TAGGED = """
Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}
Dog: {type: object, required: [kind], properties: {kind: {enum: [dog, puppy]}}}
Cow: {type: object, required: [sort], properties: {sort: {const: cow}}}
Fish: {type: object, properties: {kind: {type: integer}}}
"""


def test_discriminators_that_a_reader_can_go_by(tmp_path: Path) -> None:
    def union(branches: str, discriminator: str = "") -> tuple[str, dict[str, str], str]:
        written_ = f"A: {{oneOf: [{branches}]{discriminator and f', discriminator: {{{discriminator}}}'}}}\n"
        text = TAGGED + written_.replace("@", "$ref: '#/components/schemas/").replace("~", "'")
        found = described(tmp_path, text).types["A"]
        assert isinstance(found, Union)
        return found.discriminator, dict(found.mapping), found.default

    cats_and_dogs = "{@Cat~}, {@Dog~}"
    assert union(cats_and_dogs, "propertyName: kind") == ("kind", {"Cat": "Cat", "dog": "Dog", "puppy": "Dog"}, "")
    mapped = "propertyName: kind, mapping: {cat: Cat, tom: '#/components/schemas/Cat', dog: Dog}"
    expected = {"cat": "Cat", "tom": "Cat", "dog": "Dog", "puppy": "Dog"}
    assert union(cats_and_dogs, mapped) == ("kind", expected, "")
    assert union(cats_and_dogs) == ("", {}, ""), "any text may be the kind of a cat"
    assert union("{@Cat~}, {@Cow~}", "propertyName: kind") == ("", {}, ""), "a cow has no kind"
    assert union("{@Dog~}, {@Fish~}", "propertyName: kind") == ("", {}, ""), "the kind of a fish is no text"
    assert union("{@Cat~}, {type: string}", "propertyName: kind") == ("", {}, ""), "a text has no properties"


def test_children_are_told_apart_by_their_parents_discriminator(tmp_path: Path) -> None:
    text = """
Animal:
  type: object
  required: [kind]
  properties: {kind: {type: string}}
  discriminator: {propertyName: kind, mapping: {bird: '#/components/schemas/Bird'}}
Bird: {allOf: [{$ref: '#/components/schemas/Animal'}, {properties: {wings: {type: integer}}}]}
Mammal:
  allOf: [{$ref: '#/components/schemas/Animal'}, {properties: {legs: {type: integer}}}]
  discriminator: {propertyName: kind}
Cat: {allOf: [{$ref: '#/components/schemas/Mammal'}]}
"""
    types = described(tmp_path, text).types
    assert {name: written(meaning) for name, meaning in types.items()} == {
        "Animal": "<kind: Bird | Mammal | Animal base>",
        "Animal base": "{kind: string}",
        "Bird": "{kind: string, wings?: integer}",
        "Cat": "{kind: string, legs?: integer}",
        "Mammal": "<kind: Cat | Mammal base>",
        "Mammal base": "{kind: string, legs?: integer}",
    }
    animal = types["Animal"]
    assert isinstance(animal, Union)
    assert animal.default == "Animal base"
    assert animal.mapping == {"Animal": "Animal base", "Cat": "Mammal", "Mammal": "Mammal", "bird": "Bird"}


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": "text", "content": {"application/json": {"schema": schema}}}


def _object(meaning: object) -> Object:
    assert isinstance(meaning, Object)
    return meaning
