"""Arguments that the description forbids are refused, all at once, before anything is sent."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pydantic import BaseModel, Field

from codegen.tests.runtime.scripted import SECRET, settings
from dovetail.runtime.client import kinds
from dovetail.runtime.client.arguments import Request, build_request
from dovetail.runtime.client.errors import ArgumentError
from dovetail.runtime.client.files import File
from dovetail.runtime.client.operation import (
    AnyOf,
    Excludes,
    OneOf,
    Operation,
    Requires,
    content,
    field,
    header,
    path,
    query,
)
from dovetail.runtime.wire.media import FORM, JSON

UPDATE: Operation[Any] = Operation(
    "UpdateThing",
    "POST",
    "/v1/{Kind}/Things/{Id}",
    (
        path("kind", "Kind"),
        path("sid", "Id", kinds.String(pattern="^TH[0-9a-f]{4}$")),
        header("if_match", "If-Match"),
        query("page_size", "PageSize", kinds.Integer(minimum=1, maximum=1000)),
        field("status", "Status", kinds.Enum("accepted", "rejected")),
        field("instruction", "Instruction", kinds.Enum("call", "redirect")),
        field("call_from", "CallFrom"),
        field("call_url", "CallUrl"),
        field("beep", "Beep", kinds.Enum("true", "false", "onEnter")),
        field("events", "Events", kinds.Array(kinds.Enum("start", "end"), max_items=2)),
        field("pin", "Pin", kinds.String(pattern="^[0-9]{4}$"), is_secret=True),
        field("note", "Note", kinds.String(max_length=5)),
    ),
    returns=dict,
    body=FORM,
    body_required=True,
    rules=(
        OneOf((("Status",), ("Instruction",))),
        Requires({"Instruction": ("call",)}, ("CallFrom", "CallUrl")),
        Excludes(("Pin", "Note")),
    ),
)
HERE = settings("http://127.0.0.1:1/base")
GOOD: dict[str, object] = {"kind": "k", "sid": "TH00ff", "status": "accepted"}


def _build(arguments: Mapping[str, object], operation: Operation[Any] = UPDATE, **changes: Any) -> Request:
    return build_request(operation, arguments, settings("http://127.0.0.1:1/base", **changes))


def _problems(arguments: Mapping[str, object], operation: Operation[Any] = UPDATE, **changes: Any) -> tuple[str, ...]:
    with pytest.raises(ArgumentError) as caught:
        _build(arguments, operation, **changes)
    return caught.value.problems


def test_every_problem_is_told_at_once() -> None:
    wrong = {
        "sid": "WR1",
        "page_size": 0,
        "statsu": "accepted",
        "instruction": "call",
        "call_from": "+1",
        "events": ["start", "begin", "end"],
        "note": "too long",
        "if_match": "a\r\nX-Evil: 1",
    }
    assert set(_problems(wrong)) == {
        "kind is missing",
        "sid must match ^TH[0-9a-f]{4}$; got 'WR1'",
        "page_size must be at least 1; got 0",
        "unexpected argument 'statsu'; did you mean 'status'?",
        "instruction='call' needs call_url",
        "events[1] must be one of 'start', 'end'; got ['start', 'begin', 'end']",
        "events must have at most 2 items, and has 3; got ['start', 'begin', 'end']",
        "note must have at most 5 characters, and has 8; got 'too long'",
        "if_match: a header holds visible ASCII, no line breaks and no spaces around it; got 'a\\r\\nX-Evil: 1'",
    }


def test_one_problem_reads_as_one_line_and_is_a_value_error_and_a_type_error() -> None:
    for kind in (ValueError, TypeError):
        with pytest.raises(kind) as caught:
            _build({**GOOD, "dequeue": 1})
        assert str(caught.value) == "UpdateThing: unexpected argument 'dequeue'"


def test_secrets_are_not_quoted() -> None:
    (problem,) = _problems({**GOOD, "pin": SECRET})
    assert problem == "pin must match ^[0-9]{4}$"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, "give exactly one of status; instruction"),
        ({"status": "accepted", "instruction": "redirect"}, "give exactly one of status; instruction"),
        ({"instruction": "call"}, "instruction='call' needs call_from and call_url"),
        ({"status": "accepted", "pin": "1234", "note": "x"}, "pin and note exclude each other"),
    ],
)
def test_rules_between_arguments(arguments: dict[str, object], expected: str) -> None:
    assert _problems({"kind": "k", "sid": "TH00ff", **arguments}) == (expected,)


def test_rules_hold_where_they_do() -> None:
    call = {"instruction": "call", "call_from": "+1", "call_url": "http://x"}
    assert (
        _build({"kind": "k", "sid": "TH00ff", **call}).body == b"Instruction=call&CallFrom=%2B1&CallUrl=http%3A%2F%2Fx"
    )
    either = Operation[Any]("e", "GET", "/", (query("a", "A"), query("b", "B")), rules=(AnyOf((("A",), ("B",))),))
    assert _build({"a": "1", "b": "2"}, either).url.endswith("?A=1&B=2")
    assert _problems({}, either) == ("give at least one of a; b",)
    present = Operation[Any]("p", "GET", "/", either.parameters, rules=(Requires({"A": None}, ("B",)),))
    assert _problems({"a": "1"}, present) == ("a needs b",)


def test_rules_of_a_body_hold_where_there_is_one() -> None:
    fields = (query("page", "Page"), field("a", "A"), field("b", "B"))
    optional = Operation[Any]("o", "POST", "/", fields, body=FORM, rules=(OneOf((("A",), ("B",))),))
    assert _build({"page": "1"}, optional).url.endswith("?Page=1")
    assert _problems({"a": "1", "b": "2"}, optional) == ("give exactly one of a; b",)


def test_a_query_within_the_path_is_kept() -> None:
    told = Operation[Any]("o", "GET", "/things?beta=true", (query("page", "Page"),))
    assert _build({"page": "1"}, told).url.endswith("/things?beta=true&Page=1")


@pytest.mark.parametrize("value", ["", ".", ".."])
@pytest.mark.parametrize("validate", [True, False])
def test_a_path_that_would_mean_another_resource_is_refused_always(value: str, validate: bool) -> None:
    assert _problems({**GOOD, "kind": value}, validate=validate)


def test_a_segment_of_several_parameters_is_looked_at_as_a_whole() -> None:
    pair: Operation[Any] = Operation("p", "GET", "/a/{X}{Y}/b", (path("x", "X"), path("y", "Y")))
    assert _problems({"x": ".", "y": "."}, pair) == ("a segment of the path must not be '.' or '..'",)
    assert _build({"x": ".", "y": "a"}, pair).url == "http://127.0.0.1:1/base/a/.a/b"


def test_without_validation_values_go_as_they_are_and_encoding_still_holds() -> None:
    request = _build({**GOOD, "sid": "nonsense/", "page_size": -1, "note": "much too long", "pin": "x"}, validate=False)
    assert request.url == "http://127.0.0.1:1/base/v1/k/Things/nonsense%2F?PageSize=-1"
    assert request.body == b"Status=accepted&Note=much+too+long&Pin=x"
    assert _problems({**GOOD, "staus": "x"}, validate=False) == ("unexpected argument 'staus'; did you mean 'status'?",)
    assert _problems({"kind": "k"}, validate=False) == ("sid is missing",)
    assert len(_problems({**GOOD, "note": object(), "if_match": "a\0b"}, validate=False)) == 2
    assert "leave the argument out" in _problems({**GOOD, "note": None}, validate=False)[0]


@pytest.mark.parametrize("value", ["a\nb", "a\rb", "a\0b", " a", "a ", "é", "\x7f"])
def test_header_values_that_would_be_another_header_are_refused(value: str) -> None:
    assert _problems({**GOOD, "if_match": value}, validate=False)


@pytest.mark.parametrize("timeout", [0, -1, "soon", math.nan])
def test_timeouts_are_positive(timeout: object) -> None:
    (problem,) = _problems({**GOOD, "request_timeout": timeout})
    assert problem.startswith("request_timeout: ")


def test_the_timeout_of_one_call() -> None:
    assert _build(GOOD).timeout == 5.0
    assert _build({**GOOD, "request_timeout": 0.5}).timeout == 0.5
    assert build_request(UPDATE, GOOD, HERE, 7.0).timeout == 7.0


def test_open_bodies_take_further_names_and_fixed_arguments_are_always_sent() -> None:
    opened: Operation[Any] = Operation(
        "o", "POST", "/", (field("kind", "Kind"),), body=FORM, is_open=True, fixed={"kind": "x"}
    )
    assert _build({"Extra": ["a", "b"]}, opened).body == b"Extra=a&Extra=b&Kind=x"
    assert _problems({"kind": "y"}, opened) == ("unexpected argument 'kind'",)
    in_json: Operation[Any] = Operation("o", "POST", "/", (), body=JSON, is_open=True)
    assert _build({"Extra": {"a": [1, None]}}, in_json).body == b'{"Extra":{"a":[1,null]}}'


def test_models_and_whole_bodies_in_json() -> None:
    class Thing(BaseModel):
        made_at: datetime = Field(alias="MadeAt")
        note: str | None = None

    whole: Operation[Any] = Operation(
        "w", "PUT", "/", (content("things", kinds.Array(kinds.Object({"MadeAt": kinds.Anything()}))),), body=JSON
    )
    things = [Thing(MadeAt=datetime(2026, 11, 20, tzinfo=UTC)), {"MadeAt": Decimal("1.5")}]
    assert _build({"things": things}, whole).body == b'[{"MadeAt":"2026-11-20T00:00:00Z"},{"MadeAt":1.5}]'
    assert "not JSON compliant" in _problems({"things": [{"MadeAt": Decimal("NaN")}]}, whole)[0]


NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
SID = kinds.String(pattern="^TH[0-9]$")
TREE: kinds.Kind = kinds.Object(
    {"name": kinds.String(), "children": kinds.Array(kinds.Later(lambda: TREE))}, required=("name",)
)
CIRCLE = kinds.Object({"r": kinds.Integer()}, required=("r",))
SQUARE = kinds.Object({"side": kinds.Integer()}, required=("side",))
SHAPE = kinds.Either(CIRCLE, SQUARE, tag="kind", by_tag={"circle": CIRCLE, "square": SQUARE})
CHECKS: list[tuple[kinds.Kind, list[object], list[object]]] = [
    (kinds.String(), ["", "x"], [1, None, b"x", ["x"], True]),
    (SID, ["TH1"], ["TH1\n", "TH\u0661", " TH1", "th1"]),
    (kinds.String(pattern=r"^[$]\w+$"), ["$a"], ["$é", "a"]),
    (kinds.String(pattern=r"(?<year>\d{4})"), ["in 2026"], ["in 26"]),
    (kinds.String(pattern=r"^\p{L}$"), ["a", "\u00e9"], ["1"]),
    (kinds.String(min_length=1, max_length=2), ["a", "😀😀"], ["", "abc"]),
    (
        kinds.String(format="date-time"),
        [
            datetime(2026, 1, 1, tzinfo=UTC),
            "2026-01-01T00:00:00Z",
            "2026-01-01t00:00:00.5+01:00",
            "2016-12-31T23:59:60Z",
        ],
        [
            datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None),
            date(2026, 1, 1),
            "2026-01-01",
            "2026-13-01T00:00:00Z",
            "x",
        ],
    ),
    (
        kinds.String(format="date"),
        [date(2026, 1, 1), "2026-01-01"],
        [NOON, "20260101", "2026-02-30"],
    ),
    (kinds.String(content=JSON), ["{}", {}, [1], 1], [None]),
    (kinds.Integer(minimum=1, maximum=3), [1, 3], [0, 4, 1.0, True, "1", None]),
    (kinds.Integer(exclusive_minimum=1, exclusive_maximum=3), [2], [1, 3]),
    (kinds.Number(multiple_of=0.1), [0.3, Decimal("0.7"), 1], [0.35, math.nan, math.inf, "1", True]),
    (kinds.Boolean(), [True, False], [1, 0, "true", None]),
    (kinds.Enum("true", "false", "onEnter"), [True, False, "onEnter"], ["True", "onenter", 1, None]),
    (kinds.Enum("a"), ["a"], [True, "b", ["a"]]),
    (kinds.Enum(1, None), [1, None], [True, 2, "1"]),
    (kinds.Array(kinds.Integer(), min_items=1, unique=True), [[1], (1, 2)], [[], [1, 1], "12", {1}, None, ["1"]]),
    (kinds.Map(kinds.Integer()), [{}, {"a": 1}], [{"a": "1"}, [], None]),
    (kinds.Object({"a": SID}, ("a",)), [{"a": "TH1", "b": 2}], [{}, {"a": "x"}, [], None]),
    (kinds.Nullable(SID), [None, "TH1"], ["x"]),
    (kinds.Either(kinds.Integer(), SID), [1, "TH1"], ["x", None, 1.5]),
    (kinds.Anything(), [None, object()], []),
    (
        kinds.String(format="time"),
        [time(12, tzinfo=UTC), "12:00:00Z", "23:59:60+01:00"],
        ["12:00:00", "24:00:00Z", NOON],
    ),
    (kinds.String(format="duration"), [timedelta(1), "P1DT2H", "PT0.5S", "P2W"], ["P", "PT", "1D", "P1H", 5]),
    (kinds.String(format="uuid"), [UUID(int=1), str(UUID(int=1))], ["x", UUID(int=1).hex, 1]),
    (kinds.String(format="byte"), [b"x", "eA==", "", "eA==\n"], ["x", "eA=", "e_A=", 1]),
    (kinds.String(format="decimal"), [Decimal("1.5"), 1, 2.5, "-1.5e3", ".5"], ["x", "1,5", True, "0x1"]),
    (kinds.String(format="uri"), ["https://h/a?b=%20#c", "urn:x:y"], ["/a", "h", "http://h/ü", "http://h/ x", "a:%zz"]),
    (kinds.String(format="ipv4"), ["127.0.0.1", IPv4Address(1)], ["::1", "1.2.3", "01.2.3.4"]),
    (kinds.String(format="ipv6"), ["::1", IPv6Address(1)], ["127.0.0.1", "::1%eth0"]),
    (kinds.String(format="made-up"), ["anything"], [1, NOON]),
    (kinds.String(format="binary"), ["text", b"x", Path("x"), File(b"x")], [1, None]),
    (kinds.Binary(), ["text", b"x", Path("x"), File(b"x"), [b"x"], BytesIO()], [1, None, {"a": 1}]),
    (kinds.Integer(format="int32"), [2**31 - 1, -(2**31)], [2**31, -(2**31) - 1]),
    (kinds.Integer(format="int64"), [2**63 - 1], [2**63]),
    (
        kinds.Array(kinds.Integer(), prefix=(SID, kinds.Boolean())),
        [[], ["TH1", True, 1]],
        [["TH1", 1], ["TH1", True, "x"]],
    ),
    (kinds.Array(kinds.Anything(), unique=True), [[1, True, "1"], [{}, {"a": 1}]], [[{"a": 1}, {"a": 1}], [1, 1]]),
    (kinds.Map(kinds.Integer(), patterns=(("^x-", SID),)), [{"a": 1, "x-a": "TH1"}], [{"x-a": 1}, {"a": "TH1"}]),
    (kinds.Object({"a": SID}, is_closed=True, patterns=(("^x-", SID),)), [{"x-a": "TH1"}], [{"b": 1}, {"x-a": 1}]),
    (kinds.Object({}, additional=kinds.Integer()), [{"b": 1}], [{"b": "x"}]),
    (TREE, [{"name": "a", "children": [{"name": "b", "children": []}]}], [{"name": "a", "children": [{"name": 1}]}]),
    (
        SHAPE,
        [{"kind": "circle", "r": 1}, {"kind": "square", "side": 2}, {"kind": "new", "r": 1}],
        [{"kind": "circle", "side": 1}, {"kind": "square"}, {"kind": "new"}],
    ),
]


@pytest.mark.parametrize(("kind", "good", "bad"), CHECKS, ids=[repr(kind)[:60] for kind, _, _ in CHECKS])
def test_kinds(kind: kinds.Kind, good: list[object], bad: list[object]) -> None:
    for value in good:
        assert list(kind.check(value, "it")) == [], value
    for value in bad:
        faults = kind.check(value, "it")
        assert faults, value
        assert all(fault.startswith("it") for fault in faults)
        assert SECRET not in str(kind.check(SECRET, "it"))


def test_alternatives_that_hold_themselves_are_looked_at_once() -> None:
    """Each level of nesting has two alternatives that look alike from above: trying both all the way takes for ever."""
    inner = kinds.Later(lambda: either)
    first = kinds.Object({"op": kinds.Enum("and"), "of": inner}, required=("op", "of"))
    other = kinds.Object({"op": kinds.Enum("or"), "of": inner}, required=("op", "of"))
    leaf = kinds.Object({"leaf": kinds.Boolean()}, required=("leaf",))
    either: kinds.Kind = kinds.Either(first, other, leaf)
    value: dict[str, object] = {"leaf": "no"}
    for at in range(60):
        value = {"op": ("and", "or")[at % 2], "of": value}
    (fault,) = either.check(value, "it")
    assert fault.endswith(".leaf must be True or False, and is of type str")


def test_values_nested_without_end_are_told() -> None:
    tree: Operation[Any] = Operation("t", "POST", "/", (content("tree", TREE),), body=JSON)
    value: dict[str, object] = {"name": "x"}
    value["children"] = [value]
    assert _problems({"tree": value}, tree) == ("tree is nested too deeply, or holds itself",)
