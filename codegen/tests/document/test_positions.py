"""Every value, and every key, is found where it stands in the text."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dovetail import document
from dovetail.document import pointers
from dovetail.findings import Location

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\u2028\u2029\x85"), max_size=8)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4), max_leaves=25
)
DOCUMENTS = st.dictionaries(TEXTS, VALUES, min_size=1, max_size=5)


def nodes(value: Any, tokens: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    yield tokens, value
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for token, member in members:
        yield from nodes(member, (*tokens, token))


def rest(text: str, location: Location) -> str:
    """The text from a location on."""
    lines = text.split("\n")
    return "\n".join([lines[location.line - 1][location.column - 1 :], *lines[location.line :]])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS, st.sampled_from([None, 0, 2]), st.booleans())
def test_json(value: dict[str, Any], indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    loaded = load(text, ".json")
    assert loaded.root == value
    decoder = json.JSONDecoder()
    for tokens, expected in nodes(value):
        pointer = pointers.build(tokens)
        found = decoder.raw_decode(rest(text, loaded.locate(pointer)))[0]
        assert same(found, expected)
        if tokens and isinstance(tokens[-1], str):
            assert decoder.raw_decode(rest(text, loaded.locate_key(pointer)))[0] == tokens[-1]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS, st.booleans(), st.booleans())
def test_yaml(value: dict[str, Any], flow: bool, unicode: bool) -> None:
    text = yaml.dump(
        value, default_flow_style=flow, allow_unicode=unicode, default_style='"', width=10**6, sort_keys=False
    )
    loaded = load(text, ".yaml")
    assert loaded.root == value
    assert loaded.findings == []
    for tokens, expected in nodes(value):
        pointer = pointers.build(tokens)
        at = rest(text, loaded.locate(pointer))
        if not isinstance(expected, dict | list):
            assert same(scalar(at), expected)
        elif flow:
            assert at.startswith("{" if isinstance(expected, dict) else "[")
        elif expected and isinstance(expected, dict):
            assert scalar(at) == next(iter(expected))
        if tokens and isinstance(tokens[-1], str):
            assert scalar(rest(text, loaded.locate_key(pointer))) == tokens[-1]


def same(found: object, expected: object) -> bool:
    return found == expected and type(found) is type(expected)


def scalar(text: str) -> Any:
    """The first scalar of a YAML text."""
    loader: Any = yaml.SafeLoader(text)
    tag = None
    while loader.check_token():
        token = loader.get_token()
        if isinstance(token, yaml.TagToken):
            tag = f"tag:yaml.org,2002:{token.value[1]}"
        if isinstance(token, yaml.ScalarToken):
            node = yaml.ScalarNode(tag or "tag:yaml.org,2002:str", token.value)
            return loader.construct_object(node)
    raise AssertionError(text)


def load(text: str, suffix: str) -> document.Document:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{suffix}")
        path.write_bytes(text.encode())
        return document.load(path)


def test_lines_end_as_editors_count_them(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("a: 1\r\nb: '\x0bx\u2028y'\rc: 2\n\nd:\n  e: 3\n".replace("\x0b", "\\v").encode())
    loaded = document.load(path)
    places = {name: str(loaded.locate(name)).removeprefix(f"{path}:") for name in ("/a", "/b", "/c", "/d", "/d/e")}
    assert places == {"/a": "1:4", "/b": "2:4", "/c": "3:4", "/d": "6:3", "/d/e": "6:6"}
    assert loaded.line(loaded.locate("/c")) == "c: 2"


def test_what_does_not_exist_is_located_at_its_nearest_ancestor(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a:\n  b: [1]\n")
    loaded = document.load(path)
    assert str(loaded.locate("/a/b/7/x")) == f"{path}:2:6"
    assert loaded.locate("/a/b/7/x").pointer == "/a/b/7/x"


def test_a_copied_alias_is_located_at_its_anchor_and_its_key_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: &x {k: 1}\nb: *x\nc:\n  <<: *x\n")
    loaded = document.load(path)
    assert str(loaded.locate("/b/k")) == f"{path}:1:11"
    assert str(loaded.locate_key("/b")) == f"{path}:2:1"
    assert str(loaded.locate_key("/c/k")) == f"{path}:1:8"
