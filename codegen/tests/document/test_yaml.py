"""YAML is read by the 1.2 core schema, as a tree, within bounds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dovetail import document
from dovetail.errors import SpecError


def value(folder: Path, text: str, name: str = "a.yaml") -> Any:
    path = folder / name
    path.write_bytes(text.encode())
    return document.load(path).root


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("no", "no"),
        ("on", "on"),
        ("y", "y"),
        ("1:30", "1:30"),
        ("2026-11-20", "2026-11-20"),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        ("=", "="),
        ("true", True),
        ("False", False),
        ("tRue", "tRue"),
        ("~", None),
        ("", None),
        ("Null", None),
        ("010", 10),
        ("0o17", 15),
        ("0x1F", 31),
        ("-7", -7),
        ("+7", 7),
        ("1.0", 1.0),
        ("1.", 1.0),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("'1'", "1"),
        ('"null"', "null"),
        ("!!str 200", "200"),
        ("!!float 2", 2.0),
        ("! 12", "12"),
        ("|\n  two\n  lines\n", "two\nlines\n"),
        (">-\n  two\n  lines\n", "two lines"),
        ("12e03", 12000.0),
        ("1.2.3", "1.2.3"),
        ("-", [None]),
        ("18446744073709551616", 2**64),
    ],
)
def test_scalars_of_the_core_schema(tmp_path: Path, written: str, read: object) -> None:
    result = value(tmp_path, f"a: {written}" if written != "-" else "a:\n  -")["a"]
    assert result == read
    assert type(result) is type(read)


def test_keys_are_strings_as_they_are_written(tmp_path: Path) -> None:
    assert value(tmp_path, "200: a\nno: b\n1.0: c\nnull: d\n'5': e\n") == {
        "200": "a",
        "no": "b",
        "1.0": "c",
        "null": "d",
        "5": "e",
    }


def test_aliases_are_copies_and_merge_keys_fill_gaps(tmp_path: Path) -> None:
    text = """
base: &base {type: string, format: date}
other: &other {format: time, title: T}
named: &name key
one: {<<: *base, type: integer}
both: {<<: [*base, *other]}
again: *base
*name : value
quoted: {"<<": kept}
"""
    root = value(tmp_path, text)
    assert root["one"] == {"type": "integer", "format": "date"}
    assert root["both"] == {"type": "string", "format": "date", "title": "T"}
    assert root["again"] == root["base"]
    assert root["again"] is not root["base"]
    assert root["key"] == "value"
    assert root["quoted"] == {"<<": "kept"}


def test_what_precedes_and_encodes_the_text(tmp_path: Path) -> None:
    assert value(tmp_path, "\ufeff%YAML 1.2\n---\na: \u00e9\U0001f600\r\nb: 1\r\n...\n") == {
        "a": "\u00e9\U0001f600",
        "b": 1,
    }
    path = tmp_path / "wide.yaml"
    path.write_bytes("a: \u00e9".encode("utf-16"))
    assert document.load(path).root == {"a": "\u00e9"}


def test_a_flow_mapping_is_yaml_even_where_json_was_expected(tmp_path: Path) -> None:
    assert value(tmp_path, "{a: 1, b: [x, y]}") == {"a": 1, "b": ["x", "y"]}


def laughs() -> str:
    levels = "".join(f"l{i}: &l{i} [{', '.join([f'*l{i - 1}'] * 10)}]\n" for i in range(1, 9))
    return f"l0: &l0 [ha, ha]\n{levels}"


FAULTS = {
    "tab": ("a:\n\t- b\n", "2:1: error: not YAML: a tab cannot indent; use spaces [syntax]\n    - b"),
    "colon": (
        "a: b: c\n",
        "1:5: error: not YAML: a second colon in one line; quote the value, or begin a new line [syntax]\n    a: b: c",
    ),
    "open list": (
        "a: [1, 2\nb: 1\n",
        (
            "2:2: error: not YAML: did not find expected ',' or ']' while parsing a flow sequence; "
            "check the indentation and the quotes above this place [syntax]\n    b: 1"
        ),
    ),
    "empty": ("", "1:1: error: the document is empty [syntax]"),
    "comment only": ("# nothing\n", "1:1: error: the document is empty [syntax]\n    # nothing"),
    "two documents": (
        "a: 1\n---\nb: 1\n",
        "2:1: error: a second document begins here; one file holds one document [syntax]\n    ---",
    ),
    "duplicate": (
        "a: 1\nb: 2\na: 3\n",
        (
            "3:1: error: the key 'a' stands here again, after line 1; the last one counts: remove the others "
            "[duplicate-key]\n    a: 3"
        ),
    ),
    "duplicate by spelling": (
        "200: 1\n'200': 2\n",
        (
            "2:1: error: the key '200' stands here again, after line 1; the last one counts: remove the others "
            "[duplicate-key]\n    '200': 2"
        ),
    ),
    "key": (
        "? [a]\n: 1\n",
        "1:3: error: a key must be a string, not a list or a mapping [key-not-a-string]\n    ? [a]",
    ),
    "cycle": (
        "a: &x\n  b: *x\n",
        "2:6: error: *x stands within what it names; use $ref for recursion [alias-cycle]\n    b: *x",
    ),
    "no anchor": ("a: *x\n", "1:4: error: no anchor &x stands before this alias [syntax]\n    a: *x"),
    "infinity": (
        "a: -.inf\n",
        (
            "1:4: error: -.inf is no JSON number and counts as null; quote it if a string is meant [not-json]\n"
            "    a: -.inf"
        ),
    ),
    "tag": (
        "a: !!binary aGk=\n",
        (
            "1:4: error: the tag tag:yaml.org,2002:binary has no JSON value, so this is a string; remove it "
            "[not-json]\n    a: !!binary aGk="
        ),
    ),
    "wrong tag": (
        "a: !!int x\n",
        (
            "1:4: error: 'x' is no int, as its tag claims; it is a string: remove the tag or correct it [not-json]\n"
            "    a: !!int x"
        ),
    ),
    "merge": (
        "a: {<<: 1}\n",
        "1:9: error: the merge key << takes a mapping, or a list of mappings [not-json]\n    a: {<<: 1}",
    ),
    "control": (
        "a: b\nc: \x07\n",
        (
            "2:4: error: YAML forbids the character U+0007, which reads as U+FFFD; escape or remove it "
            "[control-character]\n    c: \\x07"
        ),
    ),
    "depth": (
        "[" * 200 + "]" * 200,
        (
            f"1:101: error: nested more than 100 levels deep; split the document with $ref [nesting-too-deep]\n"
            f"    …{'[' * 153 + ']' * 7}…"
        ),
    ),
}


LIVED_WITH = {
    "duplicate": {"a": 3, "b": 2},
    "duplicate by spelling": {"200": 2},
    "infinity": {"a": None},
    "tag": {"a": "aGk="},
    "wrong tag": {"a": "x"},
    "merge": {"a": {}},
    "control": {"a": "b", "c": "\ufffd"},
}


@pytest.mark.parametrize("name", FAULTS)
def test_faults_have_place_rule_line_and_advice(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text, expected = FAULTS[name]
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_bytes(text.encode())
    if name in LIVED_WITH:
        loaded = document.load("a.yaml")
        findings = loaded.findings
        assert loaded.root == LIVED_WITH[name]
    else:
        with pytest.raises(SpecError) as caught:
            document.load("a.yaml")
        findings = list(caught.value.findings)
    assert "\n".join(map(str, findings)) == f"a.yaml:{expected}"


def test_surrogate_escapes_are_joined_where_they_are_escapes(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        r"""
pair: "\ud83d\ude00 \uD83D\uDE00!"
key: {"\ud83d\ude00": !!str "\ud83d\ude01"}
folded: "one
  \ud83d\ude00 two"
escaped: "\\ud83d\\ude00 \ufffd"
plain: \ud83d \ufffd
single: '\ude00'
block: |
  \ud83d\ude00 \ufffd
half: "x\ud83dy"
after: [1]
""",
        encoding="utf-8",
    )
    loaded = document.load(path)
    assert loaded.root == {
        "pair": "\U0001f600 \U0001f600!",
        "key": {"\U0001f600": "\U0001f601"},
        "folded": "one \U0001f600 two",
        "escaped": "\\ud83d\\ude00 \ufffd",
        "plain": "\\ud83d \\ufffd",
        "single": "\\ude00",
        "block": "\\ud83d\\ude00 \\ufffd\n",
        "half": "x\ufffdy",
        "after": [1],
    }
    assert [(each.rule, each.location.line, each.location.column) for each in loaded.findings] == [
        ("lone-surrogate", 11, 9)
    ]
    assert str(loaded.locate("/after/0")).endswith("a.yaml:12:9")


def test_a_billion_laughs_are_refused_before_they_are_built(tmp_path: Path) -> None:
    with pytest.raises(SpecError) as caught:
        value(tmp_path, laughs())
    assert [finding.rule for finding in caught.value.findings] == ["alias-expansion"]


def test_every_fault_that_can_be_lived_with_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: .nan\na: 1\nb: !!binary x\nc: {d: 1, d: 2}\n")
    assert [(finding.rule, finding.location.line) for finding in document.load(path).findings] == [
        ("not-json", 1),
        ("duplicate-key", 2),
        ("not-json", 3),
        ("duplicate-key", 4),
    ]
