"""A server reads each parameter as the value its schema describes, whatever its place and style, and writes it back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from dovetail.runtime.server.faults import Faulty
from dovetail.runtime.server.judge import Contract, Decoded, JudgedOperation, Match, NoMatch
from dovetail.runtime.wire.styles import StyleError

INTEGER = {"type": "integer"}
STRING = {"type": "string"}
INTEGERS = {"type": "array", "items": INTEGER}
POINT = {
    "type": "object",
    "properties": {"x": INTEGER, "y": INTEGER, "is_far": {"type": "boolean"}},
    "additionalProperties": False,
}
RANGE = {"type": "object", "properties": {"gte": INTEGER, "lt": INTEGER}, "additionalProperties": False}
CREATED = {"anyOf": [RANGE, INTEGER]}
SHAPE = {
    "oneOf": [
        {"type": "object", "properties": {"kind": {"const": "round"}, "size": INTEGER}, "required": ["kind", "size"]},
        {"type": "object", "properties": {"kind": {"const": "named"}, "size": STRING}, "required": ["kind", "size"]},
    ]
}
FILTER = {
    "type": "object",
    "properties": {
        "tags": {"type": "array", "items": STRING},
        "by": {"type": "object", "additionalProperties": INTEGER},
        "lines": {"type": "array", "items": {"type": "object", "properties": {"price": STRING, "count": INTEGER}}},
        "matrix": {"type": "array", "items": INTEGERS},
    },
}


def operation(*parameters: Mapping[str, Any], path: str = "/things") -> JudgedOperation:
    """The one operation of a description."""
    item = {"get": {"operationId": "get", "parameters": list(parameters), "responses": {"200": {"description": ""}}}}
    return Contract({"openapi": "3.2.0", "paths": {path: item}}, base_path="").operations["get"]


def decode(*parameters: Mapping[str, Any], query: str = "", header: str = "") -> Decoded:
    name, _, value = header.partition(": ")
    return operation(*parameters).decode({}, query, [(name, value)] if header else [], b"")


def described(place: str, schema: Any = None, name: str = "p", **more: Any) -> dict[str, Any]:
    held = {} if schema is None else {"schema": schema}
    return {"name": name, "in": place, "required": place == "path"} | held | more


def back(parameter: dict[str, Any], value: Any) -> tuple[str, Any]:
    """What is written of a value, and what that is read as."""
    judged = operation(parameter)
    [(place, _)] = judged.parameters
    text = judged.parameters[place, parameter["name"].lower() if place == "header" else parameter["name"]].write(value)
    query = text if place in {"query", "querystring"} else ""
    headers = {"header": [(parameter["name"], text)], "cookie": [("Cookie", text)]}.get(place, [])
    decoded = judged.decode({parameter["name"]: text} if place == "path" else {}, query, headers, b"")
    return text, decoded.parameters.get((place, parameter["name"]))


STYLES = [
    ("path", "simple"),
    ("path", "label"),
    ("path", "matrix"),
    ("query", "form"),
    ("query", "spaceDelimited"),
    ("query", "pipeDelimited"),
    ("query", "deepObject"),
    ("header", "simple"),
    ("cookie", "form"),
    ("cookie", "cookie"),
]
VALUES = [
    (STRING, "blue"),
    (INTEGER, -5),
    ({"type": "number"}, 1.5),
    ({"type": "boolean"}, True),
    ({"type": ["integer", "null"]}, 7),
    ({"enum": [1, 2.5, True, "x"]}, 2.5),
    ({"enum": [1, 2.5, True, "x"]}, True),
    ({"allOf": [{"minimum": 1}, INTEGER]}, 3),
    ({"anyOf": [INTEGER, {"enum": ["auto"]}]}, "auto"),
    ({"anyOf": [INTEGER, {"enum": ["auto"]}]}, 3),
    (INTEGERS, [3, 1, 2]),
    (INTEGERS, [4]),
    ({"type": "array", "items": {"type": ["boolean", "integer"]}}, [True, 0]),
    ({"type": "array", "prefixItems": [STRING, INTEGER], "items": {"type": "boolean"}}, ["1", 2, True, False]),
    ({"anyOf": [INTEGERS, {"enum": ["all"]}]}, [1, 2]),
    ({"anyOf": [INTEGERS, {"enum": ["all"]}]}, "all"),
    (POINT, {"x": 1, "y": -2, "is_far": False}),
    ({"type": "object", "additionalProperties": INTEGER}, {"a": 1, "b": 2}),
    ({"type": "object", "patternProperties": {"^n_": INTEGER}, "additionalProperties": STRING}, {"n_a": 1, "b": "2"}),
    ({"allOf": [{"properties": {"x": {"minimum": 0}}}, POINT]}, {"x": 1}),
    (SHAPE, {"kind": "round", "size": 4}),
    (SHAPE, {"kind": "named", "size": "4"}),
    (CREATED, {"gte": 1, "lt": 9}),
    (CREATED, 1),
]


@pytest.mark.parametrize("explode", [True, False])
@pytest.mark.parametrize(("place", "style"), STYLES)
@pytest.mark.parametrize(("schema", "value"), VALUES)
def test_a_value_is_read_back_as_it_was_written(schema: Any, value: Any, place: str, style: str, explode: bool) -> None:
    _, found = back(described(place, schema, style=style, explode=explode), value)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("schema", "value", "written"),
    [
        (FILTER, {"tags": ["a"], "by": {"x": 1}}, "p%5Btags%5D%5B0%5D=a&p%5Bby%5D%5Bx%5D=1"),
        (FILTER, {"lines": [{"price": "5", "count": 1}, {"price": "6"}]}, None),
        (FILTER, {"matrix": [[1, 2], [3]]}, None),
        (INTEGERS, [5, 6], "p%5B0%5D=5&p%5B1%5D=6"),
    ],
)
def test_deep_objects_hold_lists_and_objects(schema: Any, value: Any, written: str | None) -> None:
    text, found = back(described("query", schema, style="deepObject", explode=True), value)
    assert found == value
    assert written in {None, text}


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("p[tags][]=a&p[tags][]=b", {"tags": ["a", "b"]}),
        ("p[tags][]=a", {"tags": ["a"]}),
        ("p[tags]=a&p[tags]=b", {"tags": ["a", "b"]}),
        ("p[tags]=a", {"tags": ["a"]}),
        ("p[tags][1]=b&p[tags][0]=a", {"tags": ["a", "b"]}),
        ("p[tags][10]=b&p[tags][9]=a", {"tags": ["a", "b"]}),
        ("p[by][0]=7", {"by": {"0": 7}}),
        ("p%5Bby%5D[x+y]=7", {"by": {"x y": 7}}),
    ],
)
def test_deep_objects_are_read_as_servers_read_them(query: str, value: Any) -> None:
    assert decode(described("query", FILTER, style="deepObject"), query=query).parameters == {("query", "p"): value}


def test_what_nests_where_openapi_leaves_it_undefined_is_json_or_repeated() -> None:
    lines = described("query", {"type": "array", "items": POINT}, explode=False)
    assert back(lines, [{"x": 1}, {"x": 2, "y": 3}])[1] == [{"x": 1}, {"x": 2, "y": 3}]
    points = decode(described("query", {"type": "array", "items": POINT}), query='p=[{"x":1},{"x":2}]')
    assert points.parameters == {("query", "p"): [{"x": 1}, {"x": 2}]}
    object_of = {"type": "object", "properties": {"who": STRING, "tags": INTEGERS, "at": POINT}}
    value = {"who": "me", "tags": [1, 2], "at": {"x": 1}}
    assert back(described("query", object_of), value) == ("who=me&tags=1&tags=2&at=%7B%22x%22%3A1%7D", value)
    assert back(described("query", object_of), {"tags": [1]})[1] == {"tags": [1]}


def test_an_object_of_any_properties_takes_what_no_other_parameter_does() -> None:
    free = described("query", {"type": "object", "additionalProperties": INTEGER}, "free")
    page = described("query", INTEGER, "page")
    deep = described("query", POINT, "deep", style="deepObject")
    decoded = decode(free, page, deep, query="a=1&page=2&deep[x]=3&b=4")
    assert decoded.parameters == {
        ("query", "free"): {"a": 1, "b": 4},
        ("query", "page"): 2,
        ("query", "deep"): {"x": 3},
    }
    assert decoded.undocumented == ()
    closed = decode(described("query", POINT, "point"), page, query="x=1&page=2&z=4")
    assert closed.parameters == {("query", "point"): {"x": 1}, ("query", "page"): 2}
    assert closed.undocumented == (("query", "z"),)


@pytest.mark.parametrize(
    ("parameter", "query", "expected"),
    [
        (described("query", INTEGER, allowEmptyValue=True), "p=", {}),
        (described("query", INTEGER, allowEmptyValue=True), "p", {}),
        (described("query", STRING, allowEmptyValue=True), "p=", {("query", "p"): ""}),
        (described("query", {"type": ["integer", "null"]}), "p=", {("query", "p"): None}),
        (described("query", {"type": ["string", "null"]}), "p=", {("query", "p"): ""}),
        (described("query", {"type": ["string", "null"], "minLength": 1}), "p=", {("query", "p"): None}),
        (described("query", INTEGERS, explode=False), "p=", {("query", "p"): []}),
        (described("query", {"type": "array", "items": STRING}, explode=False), "p=", {("query", "p"): [""]}),
        (described("query", POINT, explode=False), "p=", {("query", "p"): {}}),
        (described("query", INTEGERS, explode=False), "p=1,2", {("query", "p"): [1, 2]}),
        (described("query", INTEGER, style="simple"), "p=1", {("query", "p"): 1}),
    ],
)
def test_an_empty_text_is_what_the_schema_lets_it_be(parameter: Any, query: str, expected: Any) -> None:
    assert decode(parameter, query=query).parameters == expected


@pytest.mark.parametrize(
    ("parameter", "query", "rule"),
    [
        (described("query", INTEGER), "p=", "type"),
        (described("query", {"type": "array", "items": {"type": "string", "minLength": 1}}), "p=", "minLength"),
        (described("query", INTEGER), "p=1&p=2", "style"),
        (described("query", INTEGER), "p=1.0", "type"),
        (described("query", INTEGER), "p=%zz", "style"),
        (described("query", POINT, style="deepObject"), "p[x]=1&p=2", "style"),
        (described("query", POINT, style="deepObject"), "p[x]=1&p[x][y]=2", "style"),
        (described("query", POINT, style="deepObject"), "p[x=1", "style"),
        (described("query", FILTER, style="deepObject"), "p[tags][][a]=1", "style"),
        (described("query", FILTER, style="deepObject"), "p" + "[a]" * 17 + "=1", "style"),
        (described("query", POINT, style="deepObject"), "p[z]=1", "additionalProperties"),
        (described("query", INTEGER, allowEmptyValue=True) | {"required": True}, "p=", "required"),
        (described("query", content={"application/json": {"schema": INTEGER}}), "p=%7B", "encoding"),
        (described("query", content={"application/json": {"schema": INTEGER}}), "p=%22x%22", "type"),
    ],
)
def test_what_is_not_so_described_is_a_fault_with_its_name(parameter: Any, query: str, rule: str) -> None:
    with pytest.raises(Faulty) as caught:
        decode(parameter, query=query)
    assert [(fault.where, fault.name, fault.rule) for fault in caught.value.faults] == [("query", "p", rule)]


JSON_POINT = {"application/json": {"schema": POINT}}
FORM_POINT = {
    "application/x-www-form-urlencoded": {
        "schema": {"type": "object", "properties": {"who": STRING, "ids": INTEGERS, "at": POINT}},
        "encoding": {"ids": {"explode": False}},
    }
}


@pytest.mark.parametrize(
    ("parameter", "value", "written"),
    [
        (described("query", content=JSON_POINT), {"x": 1}, "p=%7B%22x%22%3A1%7D"),
        (described("query", content={"application/geo+json": {"schema": POINT}}), {"x": 1}, "p=%7B%22x%22%3A1%7D"),
        (described("query", content={"application/json": {"schema": STRING}}), "é", "p=%22%C3%A9%22"),
        (described("path", content=JSON_POINT), {"x": 1}, "%7B%22x%22%3A1%7D"),
        (described("cookie", content=JSON_POINT), {"x": 1, "y": 2}, "p=%7B%22x%22%3A1%2C%22y%22%3A2%7D"),
        (described("header", content=JSON_POINT), {"x": 1, "y": 2}, '{"x":1,"y":2}'),
        (described("header", content={"application/json": {}}), {"é": "😀"}, '{"\\u00e9":"\\ud83d\\ude00"}'),
        (described("querystring", content=JSON_POINT), {"x": 1}, "%7B%22x%22%3A1%7D"),
        (described("querystring", content={"text/plain": {"schema": STRING}}), "$.a[1:1]", "%24.a%5B1%3A1%5D"),
        (
            described("querystring", content=FORM_POINT),
            {"who": "a + b", "ids": [1, 2], "at": {"x": 1}},
            "who=a+%2B+b&ids=1,2&at=%7B%22x%22%3A1%7D",
        ),
        (described("query", content=FORM_POINT), {"who": "é", "ids": [1]}, "p=who%3D%25C3%25A9%26ids%3D1"),
    ],
)
def test_content_is_written_in_its_media_type(parameter: Any, value: Any, written: str) -> None:
    assert back(parameter, value) == (written, value)


def test_alternatives_within_alternatives_are_read_once() -> None:
    names = [f"b{index}" for index in range(8)]
    branch = {"type": "object", "properties": {"inner": {"$ref": "#/components/schemas/Tree"}}}
    tree = {"anyOf": [branch | {"required": [name]} for name in names] + [branch | {"required": ["inner"]}, INTEGER]}
    assert of_component(tree, "p" + "[inner]" * 4 + "=5") == {"inner": {"inner": {"inner": {"inner": 5}}}}


def test_an_array_of_itself_is_read() -> None:
    tree = {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}
    assert of_component(tree, "p[0][0][]=[]") == [[[[]]]]
    with pytest.raises(Faulty):
        of_component(tree, "p[0][0][]=x")


def of_component(schema: Any, query: str) -> Any:
    """What a deep object is, whose schema is the component `Tree`."""
    parameter = described("query", {"$ref": "#/components/schemas/Tree"}, style="deepObject")
    item = {"get": {"operationId": "get", "responses": {}, "parameters": [parameter]}}
    contract = Contract({"components": {"schemas": {"Tree": schema}}, "paths": {"/": item}}, base_path="")
    return contract.operations["get"].decode({}, query, [], b"").parameters["query", "p"]


def test_a_query_that_is_one_parameter_has_no_others() -> None:
    whole = described("querystring", content=FORM_POINT)
    assert decode(whole, query="who=me&ids=1,2").undocumented == ()
    assert decode(whole).parameters == {}
    with pytest.raises(Faulty) as caught:
        decode(whole, query="ids=1,x")
    assert [(fault.where, fault.name, fault.rule) for fault in caught.value.faults] == [("querystring", "p", "type")]


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("P: a, b,c", ["a", "b", "c"]),
        ("P: a,, b,", ["a", "b"]),
        ('P: "a, b", W/"c,\\"d"', ['"a, b"', 'W/"c,\\"d"']),
        ("P: a%2Cb", ["a%2Cb"]),
    ],
)
def test_a_header_is_a_list_as_http_has_it(header: str, value: Any) -> None:
    parameter = described("header", {"type": "array", "items": STRING}, "P")
    assert decode(parameter, header=header).parameters == {("header", "P"): value}
    assert back(parameter, value)[1] == value


def test_a_header_that_would_be_another_list_is_refused() -> None:
    parameter = described("header", {"type": "array", "items": STRING}, "P")
    for value in (["a,b"], ["a", ""], ['5" disk', "b"], ["é"], ["a\r\nX: y"]):
        with pytest.raises(StyleError):
            back(parameter, value)


@pytest.mark.parametrize(
    ("request_path", "found"),
    [
        ("/files/archive.tar.gz", ("/files/{name}.{extension}", {"name": "archive.tar", "extension": "gz"})),
        ("/files/plain", ("/files/{name}", {"name": "plain"})),
        ("/files/.gz", ("/files/{name}", {"name": ".gz"})),
        ("/files/index.json", ("/files/index.json", {})),
        ("/files/report-7.json", ("/files/report-{id}.json", {"id": "7"})),
        ("/files/report-.json", ("/files/{name}.{extension}", {"name": "report-", "extension": "json"})),
        ("/caf%C3%A9/1", ("/café/{id}", {"id": "1"})),
        ("/caf%c3%a9/1", ("/café/{id}", {"id": "1"})),
        ("/compare/a...b", ("/compare/{base}...{head}", {"base": "a", "head": "b"})),
        ("/compare/a%2E%2E%2Eb", None),
        ("/at/1:2,3", ("/at/{x}:{y},{z}", {"x": "1", "y": "2", "z": "3"})),
        ("/odd/{id", ("/odd/{id", {})),
    ],
)
def test_a_segment_may_hold_text_and_several_variables(request_path: str, found: Any) -> None:
    paths = (
        "/files/{name} /files/{name}.{extension} /files/report-{id}.json /files/index.json /café/{id} "
        "/compare/{base}...{head} /at/{x}:{y},{z} /odd/{id"
    ).split()
    get: dict[str, Any] = {"get": {"responses": {}}}
    match = Contract({"paths": dict.fromkeys(paths, get)}, base_path="").match("GET", request_path)
    if found is None:
        assert isinstance(match, NoMatch)
    else:
        assert isinstance(match, Match)
        assert (match.operation.path, match.path_values) == found


def test_paths_that_differ_in_names_alone_share_their_methods() -> None:
    items: dict[str, Any] = {"/u/{id}": {"get": {"responses": {}}}, "/u/{name}": {"post": {"responses": {}}}}
    contract = Contract({"paths": items}, base_path="")
    for method, name in (("GET", "id"), ("POST", "name")):
        match = contract.match(method, "/u/7")
        assert isinstance(match, Match)
        assert match.path_values == {name: "7"}
    assert contract.match("PUT", "/u/7") == NoMatch(("GET", "POST"))


def test_a_long_segment_of_many_variables_is_matched_at_once() -> None:
    path = "/" + "-".join(f"{{v{index}}}" for index in range(20)) + "!"
    contract = Contract({"paths": {path: {"get": {"responses": {}}}}}, base_path="")
    assert contract.match("GET", "/" + "-" * 100_000) == NoMatch()
