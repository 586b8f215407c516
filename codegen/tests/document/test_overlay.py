"""Overlays: what actions do, where the values they bring are located, and what does not fit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dovetail import document
from dovetail.errors import SpecError

BASE = """\
openapi: 3.1.1
paths:
  /a:
    get:
      tags: [x]
      deprecated: true
  /b:
    get: {tags: [y]}
    post: {tags: []}
list: [{n: 1}, {n: 2}, {n: 3}]
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("base.yaml").write_text(BASE)


def overlaid(*actions: str, version: str = "1.0.0", head: str = "") -> document.Document:
    lines = "".join(f"  - {action}\n" for action in actions)
    Path("o.yaml").write_text(
        f"overlay: {version}\ninfo: {{title: T, version: '1'}}\n{head}actions:\n{lines}", encoding="utf-8"
    )
    return document.load("base.yaml", ["o.yaml"])


def findings(*actions: str, version: str = "1.0.0", head: str = "") -> str:
    with pytest.raises(SpecError) as caught:
        overlaid(*actions, version=version, head=head)
    return str(caught.value)


def test_objects_are_merged_arrays_joined_and_scalars_replaced() -> None:
    root = overlaid(
        "{target: '$.paths[\"/a\"].get', update: {tags: [z], deprecated: false, x-new: {k: [1]}}}",
        "{target: $.list, update: {n: 4}}",
        "{target: $.list, update: [{n: 5}]}",
        "{target: $, update: {info: {title: T}}}",
    ).root
    assert root["paths"]["/a"]["get"] == {"tags": ["x", "z"], "deprecated": False, "x-new": {"k": [1]}}
    assert [each["n"] for each in root["list"]] == [1, 2, 3, 4, 5]
    assert root["info"] == {"title": "T"}


def test_one_update_of_many_targets_shares_nothing() -> None:
    root = overlaid(
        "{target: $.paths.*.get, update: {x-a: {k: [1]}}}", '{target: \'$.paths["/a"].get["x-a"].k\', update: 2}'
    ).root
    assert root["paths"]["/a"]["get"]["x-a"] == {"k": [1, 2]}
    assert root["paths"]["/b"]["get"]["x-a"] == {"k": [1]}


def test_removal_takes_effect_in_order_and_indices_hold_within_an_action() -> None:
    loaded = overlaid(
        "{target: '$.list[0, 2]', remove: true}",
        "{target: '$.paths.*[?@.tags]', remove: true}",
        "{target: $.paths, update: {/c: {}}}",
    )
    assert loaded.root["list"] == [{"n": 2}]
    assert loaded.root["paths"] == {"/a": {}, "/b": {}, "/c": {}}
    assert str(loaded.locate("/list/0/n")) == "base.yaml:10:20"


def test_a_parent_and_its_child_can_be_removed_by_one_action() -> None:
    assert overlaid("{target: '$.paths..*', remove: true}").root["paths"] == {}


def test_filters_select_by_content() -> None:
    root = overlaid("{target: '$.list[?@.n > 1]', update: {big: true}}").root
    assert root["list"] == [{"n": 1}, {"n": 2, "big": True}, {"n": 3, "big": True}]


def test_copy_and_scalars_of_1_1() -> None:
    root = overlaid(
        "{target: $.paths, update: {/c: {}}}",
        "{target: '$.paths[\"/c\"]', copy: '$.paths[\"/a\"]'}",
        "{target: '$.paths[\"/c\"].get.deprecated', update: false}",
        version="1.1.0",
    ).root
    assert root["paths"]["/c"] == {"get": {"tags": ["x"], "deprecated": False}}
    assert root["paths"]["/a"]["get"]["deprecated"] is True


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_what_an_overlay_brings_is_located_in_the_overlay(suffix: str) -> None:
    overlay: dict[str, Any] = {
        "overlay": "1.0.0",
        "info": {"title": "T", "version": "1"},
        "actions": [{"target": "$.paths['/a'].get", "update": {"tags": ["z"], "x-k": {"deep": 7}}}],
    }
    text = json.dumps(overlay, indent=1)
    Path(f"o.{suffix}").write_text(text)
    loaded = document.load("base.yaml", [f"o.{suffix}"])
    deep = loaded.locate("/paths/~1a/get/x-k/deep")
    assert (deep.path, loaded.line(deep).strip()) == (f"o.{suffix}", '"deep": 7')
    assert loaded.line(loaded.locate("/paths/~1a/get/tags/1")).strip() == '"z"'
    assert str(loaded.locate("/paths/~1a/get/tags/0")) == "base.yaml:5:14"
    assert str(loaded.locate("/paths/~1a/get")) == "base.yaml:5:7"


def test_overlays_apply_one_after_another() -> None:
    for name, text in (("1", "{x-a: 1}"), ("2", "{x-a: 2}")):
        Path(f"{name}.yaml").write_text(
            f"overlay: 1.0.0\ninfo: {{title: T, version: '1'}}\nactions: [{{target: $, update: {text}}}]\n"
        )
    assert document.load("base.yaml", ["1.yaml", "2.yaml"]).root["x-a"] == 2
    assert document.load("base.yaml", ["2.yaml", "1.yaml"]).root["x-a"] == 1


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (
            "{target: '$.paths[\"/aa\"]', update: {}}",
            (
                "o.yaml:4:14: error: $.paths[\"/aa\"] matches nothing in base.yaml; $['paths'] exists; "
                "did you mean '/a'? [overlay-target]"
            ),
        ),
        (
            "{target: '$.paths[', update: {}}",
            (
                "o.yaml:4:14: error: $.paths[ is no JSONPath (RFC 9535): "
                "unbalanced brackets, line 1, column 8 [overlay-target]"
            ),
        ),
        (
            "{target: $.x-a, update: {}}",
            (
                "o.yaml:4:14: error: $.x-a is no JSONPath (RFC 9535): expected '.', '..' or a bracketed selection, "
                "found '-', line 1, column 3; a name with a hyphen is written ['like-this'] [overlay-target]"
            ),
        ),
        (
            "{target: $.list, updat: {}}",
            "o.yaml:4:22: error: an Overlay has no field 'updat' here; did you mean 'update'? [invalid-overlay]",
        ),
        (
            "{target: $.openapi, update: 3.1.0}",
            (
                "o.yaml:4:33: error: Overlay 1.0 changes objects and arrays only; update what holds this, "
                "or write overlay: 1.1.0 [overlay-update]"
            ),
        ),
        (
            "{target: '$.paths[\"/a\"].get', update: {tags: {k: 1}}}",
            (
                "o.yaml:4:50: error: an object cannot be merged into tags, which is an array; "
                "remove the old value in an action before this one [overlay-update]"
            ),
        ),
        (
            "{target: $, remove: true}",
            "o.yaml:4:14: error: the whole document cannot be removed [overlay-target]",
        ),
        ("{update: {}}", "o.yaml:4:5: error: an action needs a `target`: a JSONPath such as $.paths['/pets'].get"),
        (
            "{target: $, copy: $.paths.*}",
            "o.yaml:4:23: error: $.paths.* selects 2 values; a copy needs exactly one [overlay-target]",
        ),
        ("{target: $}", "o.yaml:4:5: error: an action needs `update`, `remove: true` or `copy` [invalid-overlay]"),
    ],
)
def test_what_does_not_fit_is_an_error_at_its_place(action: str, expected: str) -> None:
    assert findings(action).startswith(expected)


def test_every_action_that_does_not_fit_is_told_at_once() -> None:
    text = findings("{target: $.one, remove: true}", "{target: $.list, update: {}}", "{target: $.two, remove: true}")
    assert [line for line in text.splitlines() if "error" in line] == [
        "o.yaml:4:14: error: $.one matches nothing in base.yaml; $ exists [overlay-target]",
        "o.yaml:6:14: error: $.two matches nothing in base.yaml; $ exists [overlay-target]",
    ]


def test_what_is_no_overlay() -> None:
    Path("o.yaml").write_text("openapi: 3.1.0\n")
    with pytest.raises(SpecError, match=r"this is no Overlay: it needs `overlay: 1\.0\.0`, `info` and `actions`"):
        document.load("base.yaml", ["o.yaml"])
    assert "version '2.0.0' is not known; write 1.0.0 or 1.1.0 [invalid-overlay]" in findings(
        "{target: $, update: {}}", version="2.0.0"
    )


def test_extends_is_compared_and_never_fetched() -> None:
    assert overlaid("{target: $, update: {}}", head="extends: base.yaml\n").findings == []
    assert overlaid("{target: $, update: {}}", head="extends: https://example.invalid/x.yaml\n").findings == []
    (finding,) = overlaid("{target: $, update: {}}", head="extends: other.yaml\n").findings
    assert str(finding) == (
        "o.yaml:3:10: warning: this overlay extends other.yaml, not base.yaml; check that they belong together "
        "[overlay-extends]\n    extends: other.yaml"
    )
