"""What schemas mean: each case is the schemas of a description, and the types that they give, a line each."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from codegen.tests.api.meanings import types_of, written
from dovetail.api.types import Array, Integer, Object, OneGroup, Requires, String, Union

NAMED = "#/components/schemas/"


def schemas_of(text: str) -> dict[str, Any]:
    """The schemas, with references written short as `meanings.yaml` says."""
    text = re.sub(r"@(\w+)", rf'{{$ref: "{NAMED}\1"}}', text)
    text = re.sub(r"<(\w+)", rf'$ref: "{NAMED}\1"', text)
    loaded = yaml.safe_load(re.sub(r"(?<= )#(\w+)", rf"'{NAMED}\1'", text))
    assert isinstance(loaded, dict)
    return loaded


CASES = yaml.safe_load((Path(__file__).parent / "meanings.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_types(case: dict[str, Any]) -> None:
    types = types_of(schemas_of(case["schemas"]))
    assert {name: written(types[name]) for name in case["types"]} == case["types"]


def test_bounds_are_the_narrowest_and_whole() -> None:
    types = types_of(
        schemas_of(
            "A: {allOf: [{type: integer, minimum: 0.5, maximum: 9}, {exclusiveMaximum: 7.5, multipleOf: 2.0}]}\n"
            "B: {allOf: [{type: string, minLength: 1, pattern: a}, {minLength: 3, maxLength: 9, pattern: b}]}\n"
            "C: {type: array, prefixItems: [true, true], items: false, maxItems: 5}"
        )
    )
    assert types["A"] == Integer(minimum=1, maximum=7, multiple_of=2)
    assert types["B"] == String(min_length=3, max_length=9, pattern="b")
    assert isinstance(types["C"], Array)
    assert types["C"].max_items == 2


def test_what_is_said_of_a_property_is_found_by_way_of_references() -> None:
    types = types_of(
        schemas_of(
            "Id: {type: string, readOnly: true, description: Of all., default: x}\n"
            "Secret: {type: string, writeOnly: true}\n"
            "A: {properties: {id: @Id, own: {<Id, readOnly: false, description: Mine., default: y},"
            " secret: {allOf: [@Secret], deprecated: true}}}"
        )
    )
    assert isinstance(types["A"], Object)
    by_name = {member.name: member for member in types["A"].properties}
    assert (by_name["id"].is_read_only, by_name["id"].default, by_name["id"].description) == (True, "x", "")
    assert (by_name["own"].is_read_only, by_name["own"].default, by_name["own"].description) == (False, "y", "Mine.")
    assert (by_name["secret"].is_write_only, by_name["secret"].is_deprecated) == (True, True)


def test_rules_of_all_parts_hold_and_the_properties_they_name_are_known() -> None:
    types = types_of(
        schemas_of(
            "Base: {type: object, dependencies: {a: [b]}, properties: {a: true}}\n"
            "A: {allOf: [@Base, {oneOf: [{required: [c]}, {type: object, required: [a, d], title: text}]}]}"
        )
    )
    assert isinstance(types["A"], Object)
    assert types["A"].rules == (Requires(when={"a": None}, names=("b",)), OneGroup(groups=(("c",), ("a", "d"))))
    assert [member.name for member in types["A"].properties] == ["a", "b", "c", "d"]


def test_a_choice_of_very_many_is_taken_apart_in_bounds() -> None:
    one = "{oneOf: [" + ", ".join(f"{{properties: {{p{n}: true}}}}" for n in range(20)) + "]}"
    other = one.replace("p", "q").replace("qroqerties", "properties")
    types = types_of(schemas_of(f"A: {{type: object, allOf: [{one}, {other}]}}"))
    assert isinstance(types["A"], Union)
    assert len(types["A"].members) == 20
    assert all({"p1", "q1"} & {it.name for it in m.properties} for m in types["A"].members if isinstance(m, Object))


def test_depth_and_length_have_no_end() -> None:
    deep: Any = {"type": "string"}
    for _ in range(5_000):
        deep = {"type": "object", "properties": {"a": deep}}
    chain = {f"N{n}": {"allOf": [{"$ref": f"{NAMED}N{n + 1}"}, {"properties": {"a": True}}]} for n in range(300)}
    choice = {f"C{n}": {"properties": {"a": True}, "oneOf": [{"$ref": f"{NAMED}C{n + 1}"}, {}]} for n in range(300)}
    types = types_of({"Deep": deep, **chain, "N300": {"properties": {"z": True}}, **choice, "C300": {}})
    assert isinstance(types["Deep"], Object)
    assert written(types["N250"]) == "{a?: any, z?: any}"
    assert isinstance(types["C0"], Union)
