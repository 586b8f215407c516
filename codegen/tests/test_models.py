"""How types become annotations: the two ways agree, what was decided is kept, and large modules are split."""

from __future__ import annotations

import ast
import json
import keyword
import random
import sys
import warnings
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import GenericAlias
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from codegen.tests.generating import importable, make
from dovetail.api.types import (
    Anything,
    Array,
    Boolean,
    Enum,
    Integer,
    Map,
    Number,
    Object,
    Property,
    Reference,
    String,
    Type,
    Union,
)
from dovetail.python import models, placement
from dovetail.python.annotations import answer
from dovetail.python.bundle import Bundle
from dovetail.python.models import declare
from dovetail.python.names import Name
from dovetail.runtime.client.models import Model

TYPES: Mapping[str, Type] = {
    "Pet": Object(properties=(Property(name="kind", type=String()),), additional=None),
    "Gone": Object(properties=(), additional=None, is_nullable=True),
    "Alias": Reference(name="Pet"),
    "Colour": Enum(values=("red", "it's")),
    "Mixed": Enum(values=(1, 1.5, None, [])),
    "When": String(format="date-time", is_nullable=True),
}
NAMES = {name: Name(".models.shared", name) for name in TYPES}

FLAGS = st.booleans()
LEAVES = st.one_of(
    st.builds(String, format=st.sampled_from(["", "date", "uuid", "email", "byte"]), is_nullable=FLAGS),
    st.builds(Integer, is_nullable=FLAGS),
    st.builds(Number, is_nullable=FLAGS),
    st.builds(Boolean, is_nullable=FLAGS),
    st.builds(Anything),
    st.builds(Reference, name=st.sampled_from(sorted(TYPES)), is_nullable=FLAGS),
    st.builds(Object, properties=st.just(()), additional=st.none(), is_nullable=FLAGS),
    st.builds(
        Enum,
        values=st.lists(st.one_of(st.text(), st.integers(), st.booleans(), st.floats()), min_size=1).map(tuple),
        is_nullable=FLAGS,
    ),
    st.builds(
        Union,
        members=st.just((Reference(name="Pet"), Reference(name="Alias"))),
        discriminator=st.just("kind"),
        mapping=st.dictionaries(st.text(max_size=5), st.sampled_from(["Pet", "Alias"]), max_size=3),
        is_nullable=FLAGS,
    ),
)
ANY_TYPE: st.SearchStrategy[Type] = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(Array, items=inner, prefix=st.lists(inner, max_size=2).map(tuple), is_nullable=FLAGS),
        st.builds(Map, values=inner, is_nullable=FLAGS),
        st.builds(Union, members=st.lists(inner, min_size=1, max_size=3).map(tuple), is_nullable=FLAGS),
    ),
    max_leaves=6,
)


@settings(max_examples=25, deadline=None)
@given(st.lists(ANY_TYPE, min_size=1, max_size=12))
def test_both_ways_to_write_an_answer_agree(meanings: list[Type]) -> None:
    forms = [Bundle(TYPES, NAMES).form(meaning) for meaning in meanings]
    written = declare(forms)
    for meaning, form in zip(meanings, forms, strict=True):
        ours, theirs = answer(meaning, TYPES, NAMES), written[form.schema].fill(form)
        assert ast.dump(ast.parse(ours.text)) == ast.dump(ast.parse(theirs.text))
        assert ours.names == theirs.names
        optional = written[form.schema].fill(form, is_required=False)
        assert optional.text == "Any | None" if ours.text == "Any" else optional.text.endswith("| None")
        assert written[form.schema].default == "None"


def test_texts_of_a_description_are_in_no_form() -> None:
    hostile = '"]; import os #'
    meanings: list[Type] = [
        Enum(values=(hostile,)),
        String(format=hostile, pattern=hostile, description=hostile),
        Union(members=(Reference(name="Pet"),), discriminator=hostile, mapping={hostile: "Pet"}),
    ]
    for meaning in meanings:
        form = Bundle(TYPES, NAMES).form(meaning)
        assert "import" not in form.schema
        ast.parse(declare([form])[form.schema].fill(form).text, mode="eval")


def test_what_was_decided_is_decided_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forms = [Bundle(TYPES, NAMES).form(meaning) for meaning in (Array(items=String()), Map(values=Integer()))]
    asked: list[list[str]] = []

    def counted(schemas: list[str]) -> dict[str, models.Written]:
        asked.append(schemas)
        return decided(schemas)

    decided = models.decided
    monkeypatch.setattr(models, "decided", counted)
    first = declare(forms[:1], tmp_path / "cache")
    both = declare(forms, tmp_path / "cache")
    assert declare(forms, tmp_path / "cache") == both
    assert both[forms[0].schema] == first[forms[0].schema]
    assert asked == [[forms[0].schema], [forms[1].schema]]


@pytest.mark.parametrize("damage", ["", "[1]", '{"{}": {"required": 1}}', '{"{}": {}}', "\udcff", "[" * 100_000])
def test_a_damaged_cache_is_made_anew(damage: str, tmp_path: Path) -> None:
    form = Bundle(TYPES, NAMES).form(Array(items=String()))
    expected = declare([form], tmp_path)
    [path] = tmp_path.iterdir()
    path.write_bytes(damage.encode("utf-8", "surrogateescape"))
    assert declare([form], tmp_path) == expected
    assert json.loads(path.read_text("utf-8"))


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    form = Bundle(TYPES, NAMES).form(Array(items=String()))
    assert declare([form], tmp_path / "file") == declare([form])


CIRCLES = """
paths:
  /orders: {get: {operationId: listOrders, responses: {'200': &orders {description: Some., content: {application/json:
    {schema: {type: array, items: {$ref: '#/components/schemas/Order'}}}}}}}}
  /customers:
    get: {operationId: listCustomers, responses: {'200': {description: Some., content: {application/json:
      {schema: {$ref: '#/components/schemas/CustomerOrError'}}}}}}
    post:
      operationId: createCustomer
      requestBody: {content: {application/json: {schema: {type: object, properties: {
        first: {$ref: '#/components/schemas/Customer'}, order: {$ref: '#/components/schemas/Order'}}}}}}
      responses: {'201': *orders}
components:
  schemas:
    Order:
      type: object
      properties:
        customer: {$ref: '#/components/schemas/Customer'}
        owner: {$ref: '#/components/schemas/CustomerOrError'}
        lines: {type: array, items: {$ref: '#/components/schemas/OrderLine'}}
    OrderLine: {type: object, properties: {order: {$ref: '#/components/schemas/Order'}, 'a-b': {type: string}}}
    Customer: {type: object, properties: {name: {type: string}, orders: {$ref: '#/components/schemas/Orders'}}}
    CustomerError: {type: object, required: [code], properties: {code: {type: integer}}}
    CustomerOrError: {oneOf: [{$ref: '#/components/schemas/Customer'}, {$ref: '#/components/schemas/CustomerError'}]}
    Orders: {type: array, items: {$ref: '#/components/schemas/Order'}}
"""
VALUE = {"lines": [{"order": {"customer": {"name": "A", "orders": [{"owner": {"code": 4}}]}}, "a-b": "c"}]}


def test_modules_that_need_each_other_are_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placement, "FULL", 10)
    made = make(tmp_path, CIRCLES)
    assert {"order.py", "customer.py"} <= {path.name for path in (made.output / made.package / "models").iterdir()}
    for entry in ("models.order", "models.customer", "models"):
        with importable(made.output):
            order = made.module(entry).Customer if entry == "models.customer" else made.module(entry).Order
            value = {"orders": [VALUE]} if entry == "models.customer" else VALUE
            orders: Any = GenericAlias(list, (order,))
            adapter = TypeAdapter[Any](orders)
            read = adapter.validate_json(json.dumps([value]))
            assert adapter.dump_python(read, mode="json", by_alias=True, exclude_unset=True) == [value]
            assert type(adapter.validate_python([value])[0]).model_validate(value)
    with importable(made.output):
        alias: Any = made.module("models").CustomerOrError
        assert type(TypeAdapter[Any](alias).validate_python({"code": 1})).__name__ == "CustomerError"
    assert "if TYPE_CHECKING:" in made.text("inputs/order.py")


def test_members_are_imported_when_they_are_asked_for(tmp_path: Path) -> None:
    made = make(tmp_path, CIRCLES)
    with importable(made.output):
        package = made.module("models")
        assert set(dir(package)) >= set(package.__all__) >= {"Customer", "Order", "OrderLine"}
        assert not [name for name in sys.modules if name.startswith(f"{made.package}.models.")]
        assert package.Order is made.module("models").Order
        with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
            package.Nothing  # noqa: B018


def test_large_modules_are_split_by_words_whatever_the_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placement, "FULL", 60)
    words = ["Invoice", "InvoiceLine", "InvoiceLineTax", "Card", "CardHolder", "Fee"]
    names = [word + suffix for word in words for suffix in ("", "List", "Event")]
    found = []
    for seed in range(2):
        random.Random(seed).shuffle(names)
        schemas = "\n".join(
            f"    {name}: {{type: object, properties: {{{', '.join(f'p{n}: {{type: string}}' for n in range(9))}}}}}"
            for name in names
        )
        members = ", ".join(f"{name}: {{$ref: '#/components/schemas/{name}'}}" for name in names)
        content = f"{{application/json: {{schema: {{type: object, properties: {{{members}}}}}}}}}"
        answers = f"{{'200': {{description: All., content: {content}}}}}"
        paths = f"paths:\n  /all: {{get: {{operationId: listAll, responses: {answers}}}}}\n"
        made = make(tmp_path, f"{paths}components:\n  schemas:\n{schemas}\n")
        folder = made.output / made.package / "models"
        found.append({path.name: path.read_text() for path in sorted(folder.iterdir()) if path.name != "__init__.py"})
    assert found[0] == found[1]
    assert {"invoice.py", "invoice_line.py", "card.py"} <= found[0].keys()
    assert all(text.count("\n") < 120 for text in found[0].values())
    assert sum(text.count("(Model):") for text in found[0].values()) == len(names) + 1


HARD = list(
    dict.fromkeys(
        [
            *(name for name in dir(Model) if not name.startswith("__")),
            *keyword.kwlist,
            *("", " ", "2fa", "a b", "a-b", "a_b", "Ünïcode", "名前", "😀", "date", "datetime", "formats", "list"),
            *(
                "Annotated",
                "Any",
                "Field",
                "Literal",
                "Model",
                "Tagged",
                "Item",
                "__class__",
                "__dict__",
                "_private",
                "self",
            ),
            *(f"field{number}" for number in range(250)),
        ]
    )
)


def test_any_name_of_a_property_is_read_and_written(tmp_path: Path) -> None:
    kinds = ({"type": "string"}, {"type": "string", "format": "date"}, {"type": "array", "items": {"type": "integer"}})
    properties = {name: kinds[number % 3] for number, name in enumerate(HARD)}
    item = {"type": "object", "required": HARD[::2], "properties": properties}
    schema = {"type": "array", "items": {"$ref": "#/components/schemas/Item"}}
    answers = {"200": {"description": "All.", "content": {"application/json": {"schema": schema}}}}
    body = {"content": {"application/json": {"schema": schema}}}
    paths = {"/items": {"put": {"operationId": "putItems", "requestBody": body, "responses": answers}}}
    parts = {"paths": paths, "components": {"schemas": {"Item": item}}}
    made = make(tmp_path, "\n".join(f"{key}: {json.dumps(part, indent=1)}" for key, part in parts.items()))
    values = ("text", "2024-02-29", [1, 2])
    value = {name: values[number % 3] for number, name in enumerate(HARD)}
    with importable(made.output), warnings.catch_warnings():
        warnings.simplefilter("error")  # pydantic only warns of fields that hide what models can do
        model = made.module("models").Item
        read = model.model_validate_json(json.dumps(value))
        assert json.loads(read.model_dump_json(by_alias=True)) == value
        assert read.model_extra == {}
        assert len(type(read).model_fields) == len(HARD)
        assert read.date in ("text", date(2024, 2, 29), [1, 2])
        keys = made.module("inputs").Item
        assert keys.__required_keys__ | keys.__optional_keys__ == set(HARD)


def test_types_of_all_other_properties_are_told_and_read(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        """
        paths:
          /scores:
            get:
              operationId: listScores
              responses:
                '200': {description: All., content: {application/json: {schema: {$ref: '#/components/schemas/Scores'}}}}
            post:
              operationId: createScore
              requestBody:
                content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Scores'}}}}
              responses: {'204': {description: Done.}}
        components:
          schemas:
            Scores:
              type: object
              required: [id, secret, name]
              properties:
                id: {type: string, readOnly: true}
                name: {type: string}
                days: {type: array, prefixItems: [{type: string}, {type: integer}], items: {type: boolean}}
              patternProperties: {'^x-': {type: string, format: date}}
              additionalProperties: {type: integer}
        """,
    )
    value = {"id": "a", "name": "b", "days": ["mon", 1, True, False], "x-from": "2024-02-29", "chess": 3, "secret": 4}
    with importable(made.output):
        scores = made.module("models").Scores
        read = scores.model_validate(value)
        assert read.model_extra == {"x-from": date(2024, 2, 29), "chess": 3}
        assert json.loads(read.model_dump_json(exclude_unset=True)) == value
        with pytest.raises(ValueError, match="validation error"):
            scores.model_validate({**value, "chess": []})
        keys = made.module("inputs").Scores
        assert "id" not in keys.__required_keys__ | keys.__optional_keys__
        assert "name" in keys.__required_keys__
    assert "-> dict[str, int | formats.Date]: ..." in made.text("models/scores.py")
