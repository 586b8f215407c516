"""Exchanges: what they know of themselves."""

from __future__ import annotations

import pytest

from dovetail.contract import RequestRecord


@pytest.mark.parametrize(
    ("name", "value", "is_http"),
    [
        ("X-Plain", "text, with spaces", True),
        ("*Sy", "tab\tinside", True),
        ("X-Latin", "caf\xe9", True),
        ("X-Feed", "a\x0cb", False),
        ("X-Tab", "a\x0bb", False),
        ("X-Null", "a\x00b", False),
        ("X-Delete", "a\x7fb", False),
        ("a b", "x", False),
        ("a(b)", "x", False),
        ("", "x", False),
        ("Content-Length", "12", True),
        ("content-length", "+12", False),
        ("Transfer-Encoding", "chunked", True),
        ("transfer-encoding", "", False),
    ],
)
def test_headers_are_those_of_http(name: str, value: str, is_http: bool) -> None:
    assert RequestRecord("GET", "http://127.0.0.1/", (("Accept", "*/*"), (name, value))).is_http is is_http
