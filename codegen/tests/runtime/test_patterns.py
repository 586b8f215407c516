"""Patterns mean what ECMA-262 says, and none of them hangs a client."""

from __future__ import annotations

import pytest

from dovetail.runtime.client import kinds
from dovetail.runtime.client.patterns import search_of


@pytest.mark.parametrize(
    ("pattern", "matching", "others"),
    [
        (r"^a$", ["a"], ["a\n", "ba"]),
        (r"^\d+$", ["12"], ["\u0661"]),
        (r"^\w\W\D$", ["a-b"], ["é-b", "aab", "a-1"]),
        (r"\bb\b", ["a b c"], ["abc"]),
        (r"^[\w.-]+$", ["a.b-c_1"], ["a b"]),
        (r"^[\d-x]$", ["-", "1", "x"], ["y"]),
        (r"^[^\D5]$", ["1"], ["5", "a"]),
        (r"^[a\]b]$", ["]"], ["c"]),
        (r"^[[]$", ["["], ["]"]),
        (r"^[[a]]$", ["[]", "a]"], ["a"]),
        (r"^[a&&b~~c-]$", ["&", "~", "-"], ["d"]),
        (r"^[^]$", ["\n", "x"], ["", "xx"]),
        (r"x|[]", ["x"], ["y"]),
        (r"^a\/b\-c\@$", ["a/b-c@"], ["a/b-c"]),
        (r"^\u00e9\x41\u{1F600}\0$", ["éA\U0001f600\0"], ["e"]),
        (r"^a{,3}$", ["a{,3}"], ["aaa"]),
        (r"^{x}$", ["{x}"], ["x"]),
        (r"^(?<year>\d{4})-\k<year>$", ["2026-2026"], ["2026-2025"]),
        (r"^(a)\1$", ["aa"], ["ab"]),
        (r"^\p{Lu}\p{L}*$", ["École"], ["école"]),
        (r"^(?!.*\.\.)[a-z.]+$", ["a.b"], ["a..b"]),
        (r"^(?=.*[A-Z])(?=.*\d).{8,}$", ["Abcdefg1"], ["abcdefg1", "A1"]),
        (r"(?<=a)b", ["ab"], ["b"]),
        (r"^[a-z0-9]+(?:-[a-z0-9]+)*$", ["a-b-1"], ["a--b"]),
        (r"^.$", ["\U0001f600"], ["", "\n"]),
        (r"^\s*$", [" \t\u00a0"], ["x"]),
    ],
)
def test_meaning(pattern: str, matching: list[str], others: list[str]) -> None:
    search = search_of(pattern)
    assert search is not None
    for text in matching:
        assert search(text), text
    for text in others:
        assert not search(text), text


@pytest.mark.parametrize(
    "pattern",
    [
        r"^(a+)+$",
        r"^(a|a)*$",
        r"^(a*)*b",
        r"(x+x+)+y",
        r"^(?=(a+)+$)",
        r"^(?=x?)(a|aa)+$",
        r"^(?=x?)((a+){2})+$",
        r"^(?=x?)" + "a?" * 40 + "a" * 40 + "$",
        r"^(?=x?)" + "(a|b|ab)" * 40 + "$",
        r"(?=a)" + "a*" * 30 + "$",
        r"^(?=x?)" + ".*" * 6 + "=",
    ],
)
def test_no_pattern_takes_for_ever(pattern: str) -> None:
    text = "a" * 5000 + "!"
    search = search_of(pattern)
    # Where it cannot be said in bounded time, the check is left to the server.
    assert search is None or search(text) in {True, False}
    assert list(kinds.String(pattern=pattern).check(text, "it")) in ([], [f"it must match {pattern}"])


@pytest.mark.parametrize(
    "pattern", ["(", "[", "*", "a{9999}{9999}", r"\uD83D\uDE00", r"\cA", "x" * 20_000, "(" * 5000, "\ud800"]
)
def test_what_is_no_pattern_checks_nothing(pattern: str) -> None:
    search = search_of(pattern)
    assert search is None or isinstance(search("a"), bool)
    assert list(kinds.String(pattern=pattern).check("a", "it")) in ([], [f"it must match {pattern}"])
