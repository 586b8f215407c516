"""Names of a whole description: usable, told apart, the same in any order, and kept when neighbours come."""

from __future__ import annotations

import json
import keyword
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dovetail.api import Api, describe
from dovetail.api.model import Resource
from dovetail.document import load
from dovetail.errors import SpecError
from dovetail.python.name_lock import NameLock
from dovetail.python.naming import Naming, name_everything
from dovetail.python.tree_names import MODULES
from dovetail.spec import resolve

WORDS = st.one_of(
    st.sampled_from(
        "con aux user_id userId User-Id list List class str object cached_property params models shared Client self "
        "__init__ _ 2fa größe 名前 όνομα 😀 e\u0301tat None import match items Items".split()
    ),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="{}/?#~%"), min_size=1, max_size=12),
    st.text("ab", min_size=200, max_size=300),
)
PATHS = st.lists(WORDS, min_size=1, max_size=3).flatmap(
    lambda names: st.tuples(st.just(names), st.lists(st.integers(0, 2), min_size=len(names), max_size=len(names)))
)


def path_of(names: Sequence[str], ids: Sequence[int]) -> str:
    """A path of these names, each with so many ids after it."""
    numbers = iter(range(100))
    return "".join(
        f"/{name}" + "".join(f"/{{id{next(numbers)}}}" for _ in range(n)) for name, n in zip(names, ids, strict=True)
    )


def description(paths: Sequence[str], schemas: Sequence[str], queries: Sequence[str]) -> dict[str, Any]:
    """A description in which every path can be read, with all the queries, and gives one of the schemas."""
    parameters = [{"name": name, "in": "query", "schema": {"type": "string"}} for name in queries]
    items: dict[str, Any] = {}
    for at, path in enumerate(paths):
        ids = [part[1:-1] for part in path.split("/") if part.startswith("{")]
        own = [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in ids]
        ref = {"$ref": f"#/components/schemas/{schemas[at % len(schemas)]}"}
        answer = {"200": {"description": "It.", "content": {"application/json": {"schema": ref}}}}
        # The id goes by the path, as one that a person gives: it is the same wherever the path stands.
        items[path] = {"get": {"operationId": f"get {path}", "parameters": [*own, *parameters], "responses": answer}}
    info = {"title": "Any", "version": "1"}
    known = {name: {"type": "object", "properties": {"a": {"type": "string"}}} for name in schemas}
    return {"openapi": "3.1.0", "info": info, "paths": items, "components": {"schemas": known}}


def api_of(value: Mapping[str, Any]) -> Api:
    """What the description means."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "spec.json"
        place.write_text(json.dumps(value), encoding="utf-8")
        return describe(resolve(load(place, ())))


def scopes(naming: Naming) -> Iterator[list[str]]:
    """Names that stand beside each other."""
    yield list(naming.class_names.values())
    yield list(naming.modules.values())
    yield [*naming.class_names.values(), *naming.modules]
    yield [resource.name for resource in naming.roots]
    for resource in naming.resources:
        yield [*(method.name for method in resource.methods), *(child.name for child in resource.direct)]
        yield [child.name for child in resource.bound]
        yield list(resource.parents)
        for method in resource.methods:
            yield [argument.name for argument in naming.arguments[method.operation.key]]


SCHEMAS = st.lists(st.from_regex(r"[A-Za-z0-9_.\-]{1,12}", fullmatch=True), min_size=1, max_size=6, unique=True)
QUERIES = st.lists(WORDS, max_size=5, unique=True)
LISTS = st.lists(PATHS.map(lambda path: path_of(*path)), min_size=1, max_size=8, unique=True)
EXAMPLES = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@EXAMPLES
@given(LISTS, SCHEMAS, QUERIES)
def test_names_are_usable_and_told_apart(paths: list[str], schemas: list[str], queries: list[str]) -> None:
    naming = name_everything(api_of(description(paths, schemas, queries)))
    for scope in scopes(naming):
        assert len({name.casefold() for name in scope}) == len(scope), scope
        for name in scope:
            assert name.isidentifier(), name
            assert name.isascii(), name
            assert not keyword.iskeyword(name)
            assert not name.startswith("_")
            assert len(name) < 200
    assert not set(naming.modules.values()) & set(MODULES)


@EXAMPLES
@given(st.data(), LISTS, SCHEMAS)
def test_names_are_the_same_in_any_order(data: st.DataObject, paths: list[str], schemas: list[str]) -> None:
    value = description(paths, schemas, [])
    other = {**value, "paths": dict(data.draw(st.permutations(list(value["paths"].items()))))}
    assert name_everything(api_of(other)).lock == name_everything(api_of(value)).lock


@EXAMPLES
@given(LISTS, SCHEMAS, SCHEMAS, QUERIES, QUERIES)
def test_a_neighbour_renames_nothing_that_is_locked(
    paths: list[str], schemas: list[str], more: list[str], queries: list[str], others: list[str]
) -> None:
    before = description(paths, schemas, queries)
    first = name_everything(api_of(before))
    lock = NameLock.read(first.lock.text(), "names.lock.json")
    assert name_everything(api_of(before), lock).lock == first.lock, "what it decides is what it keeps"
    both = list(dict.fromkeys([*others, *queries]))
    after = name_everything(api_of(description(paths, sorted({*schemas, *more}), both)), lock)
    for group, names in first.lock.names.items():
        for key, name in names.items():
            assert after.lock.names[group][key] == name, (group, key)


def test_a_declared_name_wins_over_the_lock_and_the_lock_over_what_would_be_chosen() -> None:
    value = description(["/books", "/films"], ["Book"], [])
    lock = NameLock(
        {"methods of Books": {"get /books": "shelf"}, "resources": {"/books": "Books", "/films": "no name"}}
    )
    free = name_everything(api_of(value), lock)
    assert [method.name for method in free.resources[0].methods] == ["shelf"]
    assert list(free.modules) == ["Books", "Films"], "what is no name is not kept"
    value["paths"]["/books"]["get"]["x-dovetail-method"] = "browse"
    declared = name_everything(api_of(value), lock)
    assert [method.name for method in declared.resources[0].methods] == ["browse"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"version": 2, "names": {}}', '{"version": 1, "names": {"a": {"b": 1}}}']
)
def test_what_is_no_lock_is_told(text: str) -> None:
    with pytest.raises(SpecError) as caught:
        NameLock.read(text, "names.lock.json")
    assert caught.value.findings[0].rule == "invalid-name-lock"


TREES = {
    "/repos/{owner}/{repo}/issues/{number}/comments": "repos(owner, repo).issues(number).comments.fetch",
    "/gists/public": "gists.public.fetch",
    "/v1/charges/{id}/capture": "charges.capture",
    "/chat.postMessage": "chat.post_message",
    "/messages/{id}:cancel": "messages.cancel",
    "/messages:batchGet": "messages.batch_get",
    "/user": "user.fetch",
    "/compare/{base}...{head}": "compare.fetch",
    "/Accounts/{Sid}/Calls.json": "accounts(sid).calls.fetch",
    "/": "root.fetch",
    "/trailing/": "trailing.fetch",
    "/orders?kind=old": "orders.fetch",
    "/2.0/repositories/{username}": "repositories.fetch",
    "/rest/api/3/issue/{key}": "issue.fetch",
    "/apis/batch.io/v1beta1/jobs": "batch_io.jobs.fetch",
    "/v1p1beta1/{parent}/2/files": "value_2.files.fetch",
    "/api/v1": "v1.fetch",
}

VERSIONS = {
    "/v1/images/{id}": "images.fetch",
    "/v1/images/generations": "images.generations.fetch",
    "/v1/keys": "keys.fetch",
    "/v1beta1/keys/{id}": "v1beta1.keys.fetch",
    "/v1beta1/keys/{id}/parts": "v1beta1.keys(id).parts.fetch",
    "/v2/keys": "v2.keys.fetch",
    "/v2/keys/{id}/parts/{part}": "v2.keys(id).parts.fetch",
    "/v2/droplets/{id}/tags": "droplets(id).tags.fetch",
    "/2010-04-01/droplets/{id}/images": "droplets(id).images.fetch",
    "/apis/batch/v1": "batch.fetch",
    "/apis/batch/v2/jobs": "batch.jobs.fetch",
}


def test_a_version_is_said_where_an_older_one_has_the_same() -> None:
    value = description(list(VERSIONS), ["Book"], [])
    assert sorted(written(name_everything(api_of(value)).roots)) == sorted(VERSIONS.values())
    value = description([*VERSIONS, "/images"], ["Book"], [])
    added = set(written(name_everything(api_of(value)).roots)) - set(VERSIONS.values())
    assert added == {"v1.images.fetch", "v1.images.generations.fetch"}, "no version is the oldest"


def test_a_dotted_name_is_called_by_its_shortest_ending_that_no_other_has() -> None:
    names = "io.batch.v1.Job core.v1.Job io.batch.v1.CronJob card issuing.card x.Stream Order.v2 o.create-404".split()
    before = name_everything(api_of(description(["/books"], names, [])))
    assert dict(before.class_names) == {
        "io.batch.v1.Job": "BatchV1Job",
        "core.v1.Job": "CoreV1Job",
        "io.batch.v1.CronJob": "CronJob",
        "card": "Card",
        "issuing.card": "IssuingCard",
        "x.Stream": "XStream",
        "Order.v2": "OrderV2",
        "o.create-404": "OCreate404",
    }
    after = name_everything(api_of(description(["/books"], [*names, "apps.v1.CronJob"], [])), before.lock)
    assert after.class_names == {**before.class_names, "apps.v1.CronJob": "AppsV1CronJob"}


def test_what_stands_in_a_dotted_name_begins_with_its_class() -> None:
    value = description(["/books"], ["io.batch.v1.Job"], [])
    inner = {"type": "object", "properties": {"state": {"type": "object", "properties": {"a": {"type": "string"}}}}}
    value["components"]["schemas"]["io.batch.v1.Job"] = inner
    assert set(name_everything(api_of(value)).class_names.values()) == {"Job", "JobState"}


def test_what_a_path_goes_on_from_is_no_action() -> None:
    value = description(["/shops/{id}/check-runs", "/shops/{id}/check-runs/{run}"], ["Book"], [])
    value["paths"]["/shops/{id}/check-runs"] = {"post": value["paths"]["/shops/{id}/check-runs"]["get"]}
    assert list(written(name_everything(api_of(value)).roots)) == [
        "shops(id).check_runs.create",
        "shops(id).check_runs.fetch",
    ]


def written(resources: Sequence[Resource], above: str = "") -> Iterator[str]:
    """How each method is called."""
    for resource in resources:
        yield from (f"{above}{resource.name}.{method.name}" for method in resource.methods)
        yield from written(resource.direct, f"{above}{resource.name}.")
        for child in resource.bound:
            ids = ", ".join(child.parents[len(resource.parents) :])
            yield from written([child], f"{above}{resource.name}({ids}).")


@pytest.mark.parametrize(("path", "call"), TREES.items())
def test_a_path_says_how_its_operation_is_called(path: str, call: str) -> None:
    value = description([path, "/other/{id}"], ["Book"], [])
    variables = [text.partition("}")[0] for text in path.split("{")[1:]]
    item = value["paths"][path]
    is_action = call.endswith((".capture", ".post_message", ".cancel", ".batch_get"))
    operation = item.pop("get")
    operation["parameters"] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in variables
    ]
    item["post" if is_action else "get"] = operation
    naming = name_everything(api_of(value))
    assert call in list(written(naming.roots))
