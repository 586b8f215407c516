"""Work grows with the size of a description, not with its square: counted in calls, which no busy machine changes."""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dovetail import document, spec

Json = dict[str, Any]

SMALL, FACTOR = 150, 6


def whole(count: int) -> Json:
    """Operations and schemas that refer to one another."""
    operation = {"responses": {"200": {"$ref": "#/components/responses/Ok"}}}
    reference = {"schema": {"$ref": "#/components/schemas/S0"}}
    return {
        "openapi": "3.0.3",
        "paths": {f"/a{n}/{{id}}": {"get": {"operationId": f"o{n}", **operation}} for n in range(count)},
        "components": {
            "responses": {"Ok": {"description": "OK", "content": {"application/json": reference}}},
            "schemas": {
                f"S{n}": {"properties": {"a": {"$ref": f"#/components/schemas/S{n * 7 % count}"}}} for n in range(count)
            },
        },
    }


def schemas(make: Callable[[int, int], Any]) -> Callable[[int], Json]:
    return lambda count: {"components": {"schemas": {f"S{n}": make(n, count) for n in range(count)}}}


def elsewhere(count: int) -> Json:
    """Schemas without a name, each found through the one before it."""
    chain = [{"properties": {"next": {"$ref": f"#/x-s/{(n + 1) % count}"}}} for n in range(count)]
    return {"x-s": chain, "components": {"schemas": {"A": {"$ref": "#/x-s/0"}}}}


def alike(count: int) -> Json:
    """Paths that differ in nothing of which an identifier could be made."""
    names = itertools.islice(itertools.product("!-$'()*,;", repeat=4), count)
    return {"paths": {f"/a{''.join(name)}": {"get": {}} for name in names}}


def linked(count: int) -> Json:
    """Links, right and wrong, to operations."""
    links = {"links": {f"l{n}": {"operationId": f"o{n}" if n % 2 else "none"} for n in range(count)}}
    first = {"get": {"operationId": "o0", "responses": {"200": {"description": "", **links}}}}
    return {"paths": {"/": first, **{f"/{n}": {"get": {"operationId": f"o{n}"}} for n in range(1, count)}}}


SHAPES: dict[str, Callable[[int], Json]] = {
    "whole": whole,
    "faulty": schemas(lambda n, _: {"type": f"none{n}", "required": n, f"unknown{n}": 1, "minLength": "x"}),
    "unresolved": schemas(lambda n, _: {"items": {"$ref": f"#/components/schemas/T{n}"}}),
    "chain": schemas(lambda n, count: {"allOf": [{"$ref": f"#/components/schemas/S{(n + 1) % count}"}]}),
    "aliases": schemas(lambda n, count: {"$ref": f"#/components/schemas/S{(n + 1) % count}"}),
    "anchors": schemas(lambda n, count: {"$id": f"https://x/{n}", "$anchor": "a", "items": {"$ref": f"{n - 1}#a"}}),
    "dynamic": schemas(lambda n, _: {"$id": f"https://x/{n}", "$dynamicAnchor": "a", "items": {"$dynamicRef": "#a"}}),
    "nested": schemas(lambda n, count: {"items": {"$ref": f"#/components/schemas/S{n * 3 % count}/items"}}),
    "elsewhere": elsewhere,
    "alike": alike,
    "linked": linked,
}


def work(description: Json, path: Path) -> int:
    """How many calls it takes to read and resolve a description."""
    content = {"openapi": "3.1.1", "info": {"title": "T", "version": "1"}, **description}
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    count = 0

    def listen(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(listen)
    try:
        spec.resolve(document.load(path))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", SHAPES)
def test_work_is_in_proportion(name: str, tmp_path: Path) -> None:
    small = work(SHAPES[name](SMALL), tmp_path / "openapi.json")
    large = work(SHAPES[name](SMALL * FACTOR), tmp_path / "openapi.json")
    assert large < small * FACTOR * 1.5, f"{small:,} calls, then {large:,} for {FACTOR} times as much"
