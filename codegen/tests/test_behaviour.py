"""What is generated works: each test describes an API in a few lines, imports what came out, and talks to a socket."""

from __future__ import annotations

import base64
import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest

from codegen.tests.generating import Made
from codegen.tests.runtime.scripted import respond
from codegen.tests.talking import Make, Talk, Use

OK = "responses: {'200': {description: Fine., content: {application/json: {schema: SCHEMA}}}}"


def test_arguments_go_where_the_description_says(talk: Talk, case: Callable[[str], Made]) -> None:
    made = case("form_arrays")

    def use(client: Any) -> Any:
        return client.lists.update(
            [1, 2],
            tag=["a b", "ü&="],
            comma=["x", "y"],
            pipe=["p", "q"],
            filter={"a": "1", "b": 2},
            where={"deep": [True]},
            x_ids=[7, 8],
            next="/a?b=c",
            event=["start", "end"],
            skill=["one"],
        )

    assert talk(made, use, respond(204)) is None
    path, _, query = talk.last.target.partition("?")
    assert path == "/lists/1,2"
    assert query.split("&") == [
        "tag=a%20b",
        "tag=%C3%BC%26%3D",
        "comma=x,y",
        "pipe=p%7Cq",
        "filter[a]=1".replace("[", "%5B").replace("]", "%5D"),
        "filter[b]=2".replace("[", "%5B").replace("]", "%5D"),
        "where=%7B%22deep%22%3A%5Btrue%5D%7D",
        "next=/a?b=c",
    ]
    assert talk.last.headers["x-ids"] == "7,8"
    assert talk.last.headers["content-type"] == "application/x-www-form-urlencoded"
    assert talk.last.body == b"Event=start&Event=end&Skill=one"


def test_values_are_written_as_their_formats_ask(talk: Talk, case: Callable[[str], Made]) -> None:
    made = case("formats")
    moment = dt.datetime(2026, 11, 20, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))

    def use(client: Any) -> Any:
        return client.records.create(at=moment, day=dt.date(2026, 1, 2), extra={"a": [1]}, share=0.5, count=5)

    answer = respond(200, {"at": "2026-11-20T06:30:00Z", "day": None, "id": "not a uuid", "share": 1})
    record = talk(made, use, answer)
    assert talk.last.body == (
        b"At=2026-11-20T06%3A30%3A00Z&Day=2026-01-02&Extra=%7B%22a%22%3A%5B1%5D%7D&Share=0.5&Count=5"
    )
    assert (record.at, record.day, str(record.id)) == (moment, None, "not a uuid")


def test_json_goes_nested_and_null_is_null(talk: Talk, case: Callable[[str], Made]) -> None:
    made = case("json_body")

    def use(client: Any) -> Any:
        return client.orders.create({"name": "Ann"}, [{"good": "tea", "count": 2}], paid=None, labels={"a": 1})

    order = talk(made, use, respond(201, {"id": "1", "customer": {"name": "Ann", "born": "1980-05-06"}, "lines": []}))
    assert json.loads(talk.last.body) == {
        "customer": {"name": "Ann"},
        "lines": [{"good": "tea", "count": 2}],
        "paid": None,
        "labels": {"a": 1},
    }
    assert order.customer.born == dt.date(1980, 5, 6)


def test_what_the_description_forbids_is_not_sent(talk: Talk, case: Callable[[str], Made]) -> None:
    made = case("json_body")
    errors = made.module("errors")
    wrong: list[tuple[Use, str]] = [
        (lambda c: c.orders.create({"name": 1}, [{"good": "tea"}]), r"customer\.name must be a string"),
        (lambda c: c.orders.create({"name": "A"}, []), "at least 1"),
        (
            lambda c: c.orders.create({"name": "A"}, [{"good": "tea", "count": 0}]),
            r"lines\[0\]\.count must be at least 1",
        ),
        (lambda c: c.orders.create({"name": "A"}, [{}]), r"lines\[0\] lacks 'good'"),
        (lambda c: c.orders.create({"name": "A"}, [{"good": "tea"}], note=["x"]), r"did you mean 'notes'\?"),
    ]
    for use, reason in wrong:
        with pytest.raises(errors.ArgumentError, match=reason):
            talk(made, use)
    assert talk.server.seen == []
    talk(made, wrong[1][0], respond(201, {"id": "1", "customer": {"name": "A"}, "lines": []}), validate=False)
    assert json.loads(talk.last.body) == {"customer": {"name": "A"}, "lines": []}


def creating(arguments: dict[str, Any]) -> Use:
    return lambda client: client.calls.create(**arguments)


def test_rules_between_fields_are_kept(talk: Talk, case: Callable[[str], Made]) -> None:
    made = case("form_rules")
    errors = made.module("errors")
    legal: list[dict[str, Any]] = [
        {"kind": "phone", "from_": "a", "to": "b", "text": "hi"},
        {"kind": "letter", "to": "b", "file": "f", "colour": "red"},
    ]
    illegal: list[dict[str, Any]] = [
        {"kind": "phone", "to": "b", "text": "hi", "colour": "red"},
        {"kind": "letter", "to": "b", "colour": "red"},
        {"kind": "letter", "to": "b", "text": "hi", "file": "f", "colour": "red"},
        {"kind": "letter", "to": "b", "text": "hi", "colour": "red", "black": True},
        {"kind": "letter", "to": "b", "text": "hi"},
        {"kind": "fax", "to": "b", "text": "hi", "colour": "red"},
    ]
    for arguments in illegal:
        with pytest.raises(errors.ArgumentError):
            talk(made, creating(arguments))
    assert talk.server.seen == []
    for arguments in legal:
        talk(made, creating(arguments), respond(202))
    assert len(talk.server.seen) == len(legal)


def test_verbs_fix_some_arguments_and_shorten_others(talk: Talk, case: Callable[[str], Made]) -> None:
    made = case("verbs")
    talk(made, lambda client: client.doors.paint("d/1", "red", coats=2, from_="left", if_match='"7"'), respond(200, {}))
    assert talk.last.line == "POST /doors/d%2F1 HTTP/1.1"
    assert talk.last.headers["if-match"] == '"7"'
    pairs = sorted(talk.last.body.split(b"&"))
    assert pairs == [b"Action=paint", b"PaintCoats=2", b"PaintColour=red", b"PaintFrom=left"]
    with pytest.raises(made.module("errors").ArgumentError, match="reason"):
        talk(made, lambda client: client.doors.paint("d", "red", reason="because"))
    talk(made, lambda client: client.doors.lock("d", "1", reason="night"), respond(200, {}))
    assert sorted(talk.last.body.split(b"&")) == [b"Action=lock", b"LockCode=1", b"Reason=night"]


def test_what_is_new_in_answers_survives(talk: Talk, case: Callable[[str], Made]) -> None:
    made = case("enums")
    answer = respond(200, {"colour": "ultraviolet", "kind": "torch", "level": 9, "was": None, "beam": {"wide": True}})
    lamp = talk(made, lambda client: client.lamps.replace("1", power=True, colours=["red", ""]), answer)
    assert (lamp.colour, lamp.kind, lamp.level, lamp.was, lamp.beam) == (
        "ultraviolet",
        "torch",
        9,
        None,
        {"wide": True},
    )
    assert talk.last.target == "/lamps/1?power=true&colours=red&colours="
    with pytest.raises(made.module("errors").ArgumentError, match="'red', 'green'"):
        talk(made, lambda client: client.lamps.replace("1", colour="ultraviolet"))
    with pytest.raises(made.module("errors").DecodeError, match="colour"):
        talk(made, lambda client: client.lamps.replace("1"), respond(200, {"kind": "lamp"}))


def test_presence_and_null_are_told_apart(talk: Talk, case: Callable[[str], Made]) -> None:
    made = case("presence")
    answer = {"always": "a", "always_or_null": None, "reference_or_null": {"town": "X"}, "list_of_nulls": [1, None]}
    note = talk(made, lambda client: client.notes.create("x", None, free_or_null=None), respond(201, answer))
    assert json.loads(talk.last.body) == {"needed": "x", "needed_or_null": None, "free_or_null": None}
    assert (note.reference_or_null.town, note.list_of_nulls) == ("X", [1.0, None])
    assert "sometimes" not in note.model_fields_set
    with pytest.raises(made.module("errors").ArgumentError, match="needed"):
        talk(made, lambda client: client.notes.create(None, None))


def test_errors_are_told_by_status(talk: Talk, case: Callable[[str], Made]) -> None:
    made = case("one_get")
    errors = made.module("errors")
    body = {"code": 20404, "message": "No such time.", "more_info": "https://help", "status": 404}
    with pytest.raises(errors.NotFound) as caught:
        talk(made, lambda client: client.time.fetch(), respond(404, body, {"X-Request-Id": "RQ1"}))
    error = caught.value
    assert (error.status, error.code, error.message, error.more_info) == (404, 20404, "No such time.", "https://help")
    assert error.request_id == "RQ1"
    assert isinstance(error, made.module().StatusError)
    with pytest.raises(errors.PreconditionFailed):
        talk(made, lambda client: client.time.fetch(), respond(412))


def test_headers_are_sent_and_can_be_seen(talk: Talk, case: Callable[[str], Made]) -> None:
    made = case("etags")
    operations = made.module("operations")
    answer = respond(200, {"text": "x"}, {"ETag": '"3"'})
    got = talk(
        made,
        lambda client: client.send(operations.files.FETCH, {"name": "a", "x_tenant": "t", "session": "s"}),
        answer,
    )
    assert (got.value.text, got.status, got.headers["etag"]) == ("x", 200, '"3"')
    assert (talk.last.headers["x-tenant"], talk.last.headers["cookie"]) == ("t", "session=s")
    talk(made, lambda client: client.files.replace("a", "t", if_match='"3"', text="y"), respond(200, {"text": "y"}))
    assert (talk.last.headers["if-match"], talk.last.body) == ('"3"', b'{"text":"y"}')
    with pytest.raises(made.module("errors").ArgumentError, match="if_match"):
        talk(made, lambda client: client.files.replace("a", "t", if_match="three"))


def test_credentials_go_only_where_they_are_asked_for(
    talk: Talk, case: Callable[[str], Made], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = case("security")
    with pytest.raises(made.module("errors").CredentialsError, match=r"SAFE_NAME and SAFE_KEY.*SAFE_ROBOT"):
        talk(made, lambda client: client.gold.fetch())
    monkeypatch.setenv("SAFE_ROBOT", "robot")
    monkeypatch.setenv("SAFE_TOKEN", "token")
    talk(made, lambda client: client.gold.fetch(), respond(204))
    assert talk.last.headers["authorization"] == "Basic " + base64.b64encode(b"robot:token").decode()
    talk(made, lambda client: client.door.fetch(), respond(204))
    assert "authorization" not in talk.last.headers
    talk(made, lambda client: client.gold.fetch(), respond(204), username="me", password="pass")
    assert talk.last.headers["authorization"] == "Basic " + base64.b64encode(b"me:pass").decode()


def test_names_that_python_keeps_for_itself_are_still_sent(talk: Talk, case: Callable[[str], Made]) -> None:
    made = case("names")
    answer = respond(200, {"class": "c", "model_config": "m", "$type": "t", "_private": "p", "a b": "1", "a-b": "2"})

    def use(client: Any) -> Any:
        return client.class_.update("1", "l", "s", from_="f", self_="me", value_2fa=True, limit_=3, id_2="b")

    it = talk(made, use, answer)
    assert talk.last.target == "/class/1?list=l&str=s&from=f&self=me&2fa=true&limit=3"
    assert json.loads(talk.last.body) == {"id": "b"}
    assert (it.class_, it.model_config_, it.type, it.private, it.a_b, it.a_b_2) == ("c", "m", "t", "p", "1", "2")


def test_paths_bind_ids_of_every_type(talk: Talk, case: Callable[[str], Made]) -> None:
    made = case("nested")
    uses: list[tuple[Use, str]] = [
        (lambda c: c.shops.list(), "GET /api/v1/shops"),
        (lambda c: c.shops.update("a b"), "PATCH /api/v1/shops/a%20b"),
        (lambda c: c.shops("x").shelves.list(), "GET /api/v1/shops/x/shelves"),
        (lambda c: c.shops("x").shelves(3).goods.fetch("g"), "GET /api/v1/shops/x/shelves/3/goods/g"),
        (lambda c: c.shops("x").shelves(3).goods("g").owners.list(), "GET /api/v1/shops/x/shelves/3/goods/g/owners"),
        (lambda c: c.shops.close("x"), "POST /api/v1/shops/x/close"),
        (
            lambda c: c.shops("x").shelves(3).goods("g").labels("l").prints.list(),
            "GET /api/v1/shops/x/shelves/3/goods/g/labels/l/prints",
        ),
        (lambda c: c.health.fetch(), "GET /health"),
        (lambda c: c.root.fetch(), "GET /"),
    ]
    for use, line in uses:
        talk(made, use, respond(204))
        assert talk.last.line == f"{line} HTTP/1.1"


def test_types_that_hold_themselves_are_read(talk: Talk, case: Callable[[str], Made]) -> None:
    made = case("recursion")
    tree = {"name": "a", "children": [{"name": "b", "edge": {"to": {"name": "c", "value": [1, {"x": ["y"]}]}}}]}
    node = talk(made, lambda client: client.nodes.list(), respond(200, tree))
    assert node.children[0].edge.to.value == [1, {"x": ["y"]}]
    value = talk(
        made, lambda client: client.nodes.create("a", by_name={"b": {"name": "b"}}), respond(200, ["z", [2.5]])
    )
    assert value == ["z", [2.5]]
    assert json.loads(talk.last.body) == {"name": "a", "byName": {"b": {"name": "b"}}}


def test_a_client_asks_only_for_states_that_it_may_ask_for(talk: Talk, case: Callable[[str], Made]) -> None:
    made = case("life_cycle")
    lift = talk(made, lambda client: client.lifts.update("1", state="called"), respond(200, {"state": "moving"}))
    assert lift.state == "moving"
    with pytest.raises(made.module("errors").ArgumentError, match="'called'"):
        talk(made, lambda client: client.lifts.update("1", state="broken"))


def calling(name: str) -> Use:
    return lambda client: getattr(client.things, name)("1")


def test_every_method_of_http_is_spoken(talk: Talk, case: Callable[[str], Made]) -> None:
    made = case("no_content")
    names = {
        "fetch": "GET",
        "update": "POST",
        "replace": "PUT",
        "delete": "DELETE",
        "head": "HEAD",
        "options": "OPTIONS",
    }
    for name, method in names.items():
        assert talk(made, calling(name), respond(204)) is None
        assert talk.last.line == f"{method} /things/1 HTTP/1.1"


def test_an_operation_that_cannot_be_called_is_left_out_and_told(generated: Make) -> None:
    made = generated(
        """
        paths:
          /photos:
            get: {operationId: listPhotos, responses: {'204': {description: None.}}}
            post:
              operationId: createPhoto
              parameters: [{name: shade, in: the cellar, schema: {type: string}}]
              responses: {'204': {description: Done.}}
        """
    )
    findings = [finding for finding in made.generated.findings if finding.rule == "operation-left-out"]
    assert len(findings) == 1
    assert "POST /photos" in findings[0].message
    assert findings[0].location.line > 1
    assert not hasattr(made.module("resources.photos").Photos, "create")


def test_a_client_needs_no_server_half(generated: Make) -> None:
    made = generated("paths: {}")
    assert not (made.output / made.package / "_runtime" / "server").exists()
    assert "starlette" not in made.text("../pyproject.toml")


@pytest.mark.parametrize(
    ("spec", "line"), [("paths: {}", 4), ("tags: []\npaths:\n  /a: {parameters: []}", 6), ("webhooks: {}", 1)]
)
def test_a_description_without_operations_is_told(generated: Make, spec: str, line: int) -> None:
    (finding,) = generated(spec).generated.findings
    assert (finding.severity, finding.rule, finding.location.line) == ("warning", "no-operation", line)
