"""JSON is read as JSON: escapes of surrogate pairs, duplicate keys, no NaN, with a place for every fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from dovetail import document
from dovetail.errors import SpecError


def test_escapes_numbers_and_white_space(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(
        '\ufeff\n {"a\\"b": "\\ud83d\\ude00 \\\\ud83d", "n": [1, -0.5e3, true, null, 18446744073709551616]}'
    )
    assert document.load(path).root == {'a"b': "\U0001f600 \\ud83d", "n": [1, -500.0, True, None, 2**64]}


FAULTS = {
    "trailing comma": (
        '{"a": 1,}\n',
        '1:9: error: not JSON: a key in double quotes is expected; remove a trailing comma [syntax]\n    {"a": 1,}',
    ),
    "missing comma": (
        '{\n  "a": 1\n  "b": 2\n}',
        '3:3: error: not JSON: a comma or the closing bracket is missing before this [syntax]\n    "b": 2',
    ),
    "comment": ("// no\n{}", "1:1: error: not JSON: a value is missing here [syntax]\n    // no"),
    "rest": ("{} {}", "1:4: error: not JSON: the document ends before this; remove what follows [syntax]\n    {} {}"),
    "empty": ("", "1:1: error: not JSON: a value is missing here [syntax]"),
    "duplicate": (
        '{"x": {"a": 1, "b": {"c": 0},\n  "a": 2}}',
        (
            "2:3: error: the key 'a' stands here again, after line 1; the last one counts: remove the others "
            '[duplicate-key]\n    "a": 2}}'
        ),
    ),
    "duplicate by escape": (
        '{"a": 1, "\\u0061": 2}',
        (
            "1:10: error: the key 'a' stands here again, after line 1; the last one counts: remove the others "
            '[duplicate-key]\n    {"a": 1, "\\u0061": 2}'
        ),
    ),
    "nan": (
        '{"NaN": "NaN",\n "a": [1, NaN]}',
        '2:11: error: NaN is no JSON number and counts as null; write null or a string [not-json]\n    "a": [1, NaN]}',
    ),
    "too large": (
        '{"a": -1e999}',
        '1:7: error: the number -1e999 is too large for a double; it counts as null [not-json]\n    {"a": -1e999}',
    ),
    "too long": (
        '{"a": ' + "9" * 5000 + "}",
        '1:7: error: a number of 5000 characters counts as null; at most 1000 are read [not-json]\n    {"a": '
        + "9" * 154
        + "…",
    ),
    "half a pair": (
        '{"a": "\\ud83d!"}',
        (
            "1:8: error: \\ud83d is half a surrogate pair and reads as U+FFFD; write both halves, or the character "
            '[lone-surrogate]\n    {"a": "\\ud83d!"}'
        ),
    ),
    "control": (
        '{"a": "x\ty",\n "b": "\x01"}',
        (
            "1:9: error: U+0009 may not stand in a JSON string as it is; escape it [control-character]\n"
            '    {"a": "x\\ty",\n'
            "a.json:2:8: error: U+0001 may not stand in a JSON string as it is; escape it [control-character]\n"
            '    "b": "\\x01"}'
        ),
    ),
    "depth": (
        "[" * 150 + "]" * 150,
        (
            f"1:101: error: nested more than 100 levels deep; split the document with $ref [nesting-too-deep]\n"
            f"    …{'[' * 103 + ']' * 57}…"
        ),
    ),
}


LIVED_WITH = {
    "duplicate": {"x": {"a": 2, "b": {"c": 0}}},
    "duplicate by escape": {"a": 2},
    "nan": {"NaN": "NaN", "a": [1, None]},
    "too large": {"a": None},
    "too long": {"a": None},
    "half a pair": {"a": "\ufffd!"},
    "control": {"a": "x\ty", "b": "\x01"},
}


@pytest.mark.parametrize("name", FAULTS)
def test_faults_have_place_rule_line_and_advice(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text, expected = FAULTS[name]
    monkeypatch.chdir(tmp_path)
    Path("a.json").write_text(text, encoding="utf-8")
    if name in LIVED_WITH:
        loaded = document.load("a.json")
        findings = loaded.findings
        assert loaded.root == LIVED_WITH[name]
    else:
        with pytest.raises(SpecError) as caught:
            document.load("a.json")
        findings = list(caught.value.findings)
    assert "\n".join(map(str, findings)) == f"a.json:{expected}"


def test_nesting_that_would_exhaust_the_stack_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"a":' * 200_000 + "1" + "}" * 200_000)
    with pytest.raises(SpecError) as caught:
        document.load(path)
    assert [finding.rule for finding in caught.value.findings] == ["nesting-too-deep"]


@pytest.mark.parametrize("suffix", ["json", "yaml"])
def test_numbers_are_exact(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_text(
        '{"a": [9223372036854775808, -170141183460469231731687303715884105728, 0.1, 1E400, 12345678901234567]}'
    )
    assert document.load(path).root == {"a": [2**63, -(2**127), 0.1, None, 12345678901234567]}


def test_a_long_line_is_shown_around_the_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"a": 1, ' + " " * 500 + '"a": 2, ' + " " * 500 + '"z\t": "a key with a tab"}', encoding="utf-8")
    loaded = document.load(path)
    assert loaded.root == {"a": 2, "z\t": "a key with a tab"}
    shown = {finding.rule: finding.source_line for finding in loaded.findings}
    assert shown["duplicate-key"].startswith("… ")
    assert shown["duplicate-key"].endswith(" …")
    assert '"a": 2,' in shown["duplicate-key"]
    assert shown["control-character"].endswith('"z\t": "a key with a tab"}')
    assert str(loaded.locate("/z\t")).endswith(":1:1024")
