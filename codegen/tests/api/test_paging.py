"""Paging is recognised where it is certain, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from codegen.tests.generating import write_documents
from dovetail.api import describe
from dovetail.api.model import Pages
from dovetail.document import load
from dovetail.errors import SpecError
from dovetail.spec import resolve

TEXT, NUMBER, FLAG, URL = (
    {"type": "string"},
    {"type": "integer"},
    {"type": "boolean"},
    {"type": "string", "format": "uri"},
)
THINGS = {"type": "array", "items": {"type": "object", "properties": {"id": TEXT}}}


def thing(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def query(**parameters: Any) -> list[dict[str, Any]]:
    return [{"name": name, "in": "query", "schema": schema} for name, schema in parameters.items()]


def pages_of(
    folder: Path,
    answer: dict[str, Any],
    parameters: list[dict[str, Any]],
    headers: dict[str, Any] | None = None,
    method: str = "get",
    declared: Any = None,
) -> Pages | None:
    """How the only operation of a description is paged."""
    content = {"application/json": {"schema": answer}}
    operation = {
        "operationId": "listThings",
        "parameters": parameters,
        "responses": {"200": {"description": "Some.", "content": content, "headers": headers or {}}},
    }
    if declared is not None:
        operation["x-dovetail-pages"] = declared
    path, _ = write_documents(folder, yaml.safe_dump({"paths": {"/things": {method: operation}}}))
    [described] = describe(resolve(load(path))).operations
    return described.pages


LINK = {"Link": {"schema": TEXT}}
PAGE, SIZE = NUMBER | {"default": 1}, NUMBER | {"maximum": 50}
CERTAIN: dict[str, tuple[dict[str, Any], list[dict[str, Any]], dict[str, Any], Pages]] = {
    "URL by its name": (
        thing(users=THINGS, next_page_uri=TEXT),
        query(PageSize=SIZE),
        {},
        Pages(items="/users", next="/next_page_uri", size="PageSize"),
    ),
    "URL of OData": (
        thing(**{"value": THINGS, "@odata.nextLink": TEXT}),
        [],
        {},
        Pages(items="/value", next="/@odata.nextLink"),
    ),
    "URL by its format": (
        thing(results=THINGS, next=URL, previous=URL, count=NUMBER),
        query(limit=NUMBER),
        {},
        Pages(items="/results", next="/next"),
    ),
    "URL of three names that go together": (
        thing(results=THINGS, next=TEXT, previous=TEXT, count=NUMBER),
        query(page=NUMBER),
        {},
        Pages(items="/results", next="/next"),
    ),
    "URL in links": (
        thing(data=THINGS, links=thing(next=TEXT, self=TEXT), included=THINGS),
        query(**{"page[size]": NUMBER | {"default": 10}}),
        {},
        Pages(items="/data", next="/links/next", size="page[size]", largest=10),
    ),
    "URL in a link of HAL": (
        thing(_embedded=thing(dogs=THINGS), _links=thing(next=thing(href=TEXT))),
        query(page=NUMBER),
        {},
        Pages(items="/_embedded/dogs", next="/_links/next/href"),
    ),
    "header": (THINGS, [], LINK, Pages(by="link")),
    "header of an object": (thing(things=THINGS, n=NUMBER), query(page=PAGE), LINK, Pages(by="link", items="/things")),
    "page token": (
        thing(tasks=THINGS, nextPageToken=TEXT),
        query(pageToken=TEXT, pageSize=NUMBER),
        {},
        Pages(by="cursor", items="/tasks", next="/nextPageToken", parameter="pageToken"),
    ),
    "cursor in metadata": (
        thing(members=THINGS, ok=FLAG, response_metadata=thing(next_cursor=TEXT)),
        query(cursor=TEXT, limit=SIZE),
        {},
        Pages(
            by="cursor",
            items="/members",
            next="/response_metadata/next_cursor",
            parameter="cursor",
            size="limit",
        ),
    ),
    "start cursor and flag": (
        thing(results=THINGS, next_cursor=TEXT, has_more=FLAG),
        query(start_cursor=TEXT),
        {},
        Pages(by="cursor", items="/results", next="/next_cursor", parameter="start_cursor", more="/has_more"),
    ),
    "cursor of the same name": (
        thing(objects=THINGS, cursor=TEXT),
        query(cursor=TEXT),
        {},
        Pages(by="cursor", items="/objects", next="/cursor", parameter="cursor"),
    ),
    "cursor beside its echo": (
        thing(objects=THINGS, cursor=TEXT, nextCursor=TEXT),
        query(cursor=TEXT),
        {},
        Pages(by="cursor", items="/objects", next="/nextCursor", parameter="cursor"),
    ),
    "end cursor and flag": (
        thing(items=THINGS, pageInfo=thing(endCursor=TEXT, hasNextPage=FLAG)),
        query(after=TEXT),
        {},
        Pages(by="cursor", items="/items", next="/pageInfo/endCursor", parameter="after", more="/pageInfo/hasNextPage"),
    ),
    "last id told": (
        thing(data=THINGS, last_id=TEXT, has_more=FLAG),
        query(after=TEXT, limit=NUMBER | {"default": 20}),
        {},
        Pages(
            by="cursor",
            items="/data",
            next="/last_id",
            parameter="after",
            more="/has_more",
            size="limit",
            largest=20,
        ),
    ),
    "number of the next item": (
        thing(results=THINGS, **{"from": NUMBER, "next": NUMBER}),
        query(**{"from": NUMBER}),
        {},
        Pages(by="cursor", items="/results", next="/next", parameter="from"),
    ),
    "last id": (
        thing(data=THINGS, has_more=FLAG, url=TEXT),
        query(starting_after=TEXT, ending_before=TEXT),
        {},
        Pages(by="last", items="/data", next="/id", parameter="starting_after", more="/has_more"),
    ),
    "page number": (
        thing(droplets=THINGS, meta=thing(total=NUMBER)),
        query(page=PAGE, per_page=SIZE),
        {},
        Pages(
            by="page",
            items="/droplets",
            parameter="page",
            first=1,
            total="/meta/total",
            size="per_page",
        ),
    ),
    "page number that is told": (
        thing(Items=THINGS, Page=NUMBER, TotalPages=NUMBER),
        query(page=NUMBER, size=NUMBER),
        {},
        Pages(by="page", items="/Items", parameter="page", page_count="/TotalPages", current="/Page"),
    ),
    "offset": (
        thing(results=THINGS, offset=NUMBER, limit=NUMBER, total=NUMBER),
        query(offset=NUMBER, limit=NUMBER),
        {},
        Pages(by="offset", items="/results", parameter="offset", first=0, total="/total"),
    ),
}


@pytest.mark.parametrize(("answer", "parameters", "headers", "expected"), CERTAIN.values(), ids=CERTAIN)
def test_what_is_certain_is_paged(
    tmp_path: Path, answer: dict[str, Any], parameters: list[dict[str, Any]], headers: dict[str, Any], expected: Pages
) -> None:
    assert pages_of(tmp_path, answer, parameters, headers) == expected
    assert pages_of(tmp_path, answer, parameters, headers, declared=False) is None
    assert pages_of(tmp_path, answer, parameters, headers, method="post") is None
    assert pages_of(tmp_path, {"oneOf": [answer, TEXT]}, parameters, headers) is None


DATE = {"type": "string", "format": "date-time"}
UNCERTAIN: dict[str, tuple[dict[str, Any], list[dict[str, Any]]]] = {
    "nothing but parameters": (THINGS, query(page=PAGE, per_page=SIZE)),
    "no end": (thing(things=THINGS), query(page=PAGE, limit=SIZE)),
    "the first page may be 0 or 1": (thing(things=THINGS, total=NUMBER), query(page=NUMBER, limit=SIZE)),
    "no size": (thing(things=THINGS, total=NUMBER), query(page=PAGE)),
    "a count may be that of the page": (thing(things=THINGS, count=NUMBER), query(offset=NUMBER, limit=SIZE)),
    "two ways at once": (thing(things=THINGS, total=NUMBER), query(page=PAGE, limit=SIZE, page_token=TEXT)),
    "two lists": (thing(dogs=THINGS, cats=THINGS, next_page_url=URL), query(page=PAGE)),
    "no list": (thing(name=TEXT, next_page_url=URL), query(page=PAGE)),
    "a thing with a list": (
        thing(state=TEXT, repository=thing(id=TEXT), statuses=THINGS, total=NUMBER),
        query(page=PAGE, limit=SIZE),
    ),
    "`next` may be a URL, a cursor or a step": (thing(items=THINGS, next=TEXT), query(limit=SIZE)),
    "the next step of a thing": (thing(id=TEXT, tags=THINGS, _links=thing(next=thing(href=TEXT))), []),
    "the next chapter": (thing(id=TEXT, chapters=THINGS, next=URL), []),
    "a cursor that no parameter takes": (thing(items=THINGS, next_cursor=TEXT), query(limit=SIZE)),
    "a parameter that no property is for": (thing(items=THINGS, has_more=FLAG), query(after=TEXT, cursor=TEXT)),
    "an end cursor on every page": (thing(items=THINGS, end_cursor=TEXT), query(after=TEXT)),
    "text for a number": (thing(items=THINGS, next_page=TEXT), query(page=NUMBER)),
    "a date for a cursor": (thing(items=THINGS, next_page_token=DATE), query(page_token=TEXT)),
    "items without id": (
        thing(data={"type": "array", "items": TEXT}, has_more=FLAG),
        query(starting_after=TEXT),
    ),
    "an id with no flag": (thing(data=THINGS), query(starting_after=TEXT)),
    "a cursor that must be given": (
        thing(items=THINGS, next_cursor=TEXT),
        [{"name": "cursor", "in": "query", "required": True, "schema": TEXT}],
    ),
    "a cursor in a header": (
        thing(items=THINGS, next_cursor=TEXT),
        [{"name": "cursor", "in": "header", "schema": TEXT}],
    ),
}


@pytest.mark.parametrize(("answer", "parameters"), UNCERTAIN.values(), ids=UNCERTAIN)
def test_what_is_not_certain_is_not_paged(
    tmp_path: Path, answer: dict[str, Any], parameters: list[dict[str, Any]]
) -> None:
    assert pages_of(tmp_path, answer, parameters) is None


def test_a_thing_with_a_list_and_a_header_is_not_paged(tmp_path: Path) -> None:
    assert pages_of(tmp_path, thing(name=TEXT, tags=THINGS), [], LINK) is None


def test_what_is_declared_wins(tmp_path: Path) -> None:
    answer, parameters = thing(rows=THINGS, all=NUMBER, next_page_url=URL), query(p=NUMBER, n=NUMBER)
    declared = {"by": "page", "items": "/rows", "parameter": "p", "size": "n", "total": "/all", "first": 0}
    expected = Pages(by="page", items="/rows", parameter="p", size="n", total="/all", first=0)
    assert pages_of(tmp_path, answer, parameters, declared=declared) == expected
    del declared["first"]
    found = pages_of(tmp_path, answer, parameters, declared=declared)
    assert found is not None
    assert found.first == 1


@pytest.mark.parametrize(
    ("declared", "told"),
    [
        (True, "is not allowed"),
        ({}, '"items" is a required property'),
        ({"by": "book", "items": "/rows"}, "is not one of"),
        ({"by": "page", "items": "/rows"}, '"parameter" is a required property'),
        ({"by": "page", "items": "/rows", "parameter": "q"}, "no 'q' here"),
        ({"by": "link", "items": "/row"}, "no array at '/row'"),
        ({"by": "link"}, "no array at ''"),
        ({"items": "/rows", "next": "/meta/next"}, "nothing at '/meta/next'"),
        ({"by": "last", "items": "/rows", "next": "/name", "parameter": "p"}, "nothing at '/name'"),
    ],
)
def test_what_is_declared_wrongly_is_told(tmp_path: Path, declared: Any, told: str) -> None:
    with pytest.raises(SpecError) as caught:
        pages_of(tmp_path, thing(rows=THINGS), query(p=NUMBER), declared=declared)
    assert [finding.rule for finding in caught.value.findings] == ["invalid-extension"] * len(caught.value.findings)
    assert told in "\n".join(finding.message for finding in caught.value.findings)
