"""Which operation a request is for: a trie over the segments of the documented paths."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from .schemas import mapping_at

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
EXPRESSION = re.compile(r"\{([^{}]*)\}")
_SAFE = "/%;=,.~!$&'()*+:@-_"
"""What stands in a path as it is (RFC 3986 section 3.3)."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A segment with variables: the texts before, between and behind them."""

    literals: tuple[str, ...]

    @property
    def rank(self) -> tuple[int, int]:
        """What sorts the most telling pattern first: the one with the most text, then the fewest variables."""
        return (-sum(map(len, self.literals)), len(self.literals))

    def values(self, text: str) -> list[str] | None:
        """The values in a segment, or `None` where it does not fit.

        None is empty, and where a text between two occurs more than once, the values before it are the longer ones:
        `archive.tar.gz` is `archive.tar` and `gz` in `{name}.{extension}`.
        """
        first, *between, last = self.literals
        end = len(text) - len(last)
        if len(first) >= end or not (text.startswith(first) and text.endswith(last)):
            return None
        found: list[str] = []
        for literal in reversed(between):
            start = text.rfind(literal, len(first) + 1, end - 1)
            if start < 0:
                return None
            found.append(text[start + len(literal) : end])
            end = start
        return [*reversed([*found, text[len(first) : end]])]


@dataclass(slots=True)
class _Segment:
    literals: dict[str, _Segment] = field(default_factory=dict[str, "_Segment"])
    patterns: list[tuple[_Pattern, _Segment]] = field(default_factory=list[tuple[_Pattern, "_Segment"]])
    paths: list[str] = field(default_factory=list[str])


class PathTable:
    """The documented paths below `base_path`; literal segments win over templated ones (OAS, Paths Object)."""

    def __init__(self, paths: Iterable[str], base_path: str = "") -> None:
        self._base = base_path.rstrip("/")
        self._root = _Segment()
        for path in paths:
            self._add(path)

    def find(self, raw_path: str, query: str = "") -> Sequence[tuple[str, dict[str, str]]]:
        """Find the documented path of a request path that is still percent-encoded, and its raw path values.

        It is more than one when they differ in the names of their variables alone. Dot segments, empty values and a
        trailing slash that is not documented match nothing. A documented path with a query of its own, which OpenAPI
        does not know and some descriptions have, is for requests whose query holds it.
        """
        if not raw_path.startswith(self._base + "/"):
            return ()
        segments = raw_path[len(self._base) + 1 :].split("/")
        asked = {*query.split("&")}
        for found in self._walk(self._root, segments, 0, ()):
            fitting = [each for each in found if asked.issuperset(own_query(each[0]))]
            if fitting:
                return sorted(fitting, key=lambda each: -len(own_query(each[0])))
        return ()

    def _add(self, path: str) -> None:
        segment = self._root
        for text in path.partition("?")[0].removeprefix("/").split("/"):
            if not EXPRESSION.search(text):
                segment = segment.literals.setdefault(unquote(text), _Segment())
                continue
            pattern = _Pattern(tuple(quote(part, safe=_SAFE) for part in EXPRESSION.split(text)[::2]))
            known = next((child for other, child in segment.patterns if other == pattern), None)
            if known is None:
                known = _Segment()
                segment.patterns.append((pattern, known))
                segment.patterns.sort(key=lambda each: each[0].rank)
            segment = known
        segment.paths.append(path)

    def _walk(
        self, segment: _Segment, texts: list[str], index: int, values: tuple[str, ...]
    ) -> Iterator[Sequence[tuple[str, dict[str, str]]]]:
        if index == len(texts):
            if segment.paths:
                yield [
                    (path, dict(zip(EXPRESSION.findall(path.partition("?")[0]), values, strict=True)))
                    for path in segment.paths
                ]
            return
        text = texts[index]
        if (literal := segment.literals.get(unquote(text))) is not None:
            yield from self._walk(literal, texts, index + 1, values)
        if text in {".", ".."} or text.lower() in {"%2e", "%2e%2e", ".%2e", "%2e."}:
            return
        for pattern, child in segment.patterns:
            if (found := pattern.values(text)) is not None:
                yield from self._walk(child, texts, index + 1, (*values, *found))


def own_query(path: str) -> list[str]:
    """The pairs of a query within a documented path."""
    return [pair for pair in path.partition("?")[2].split("&") if pair]


def base_path_of(description: Mapping[str, Any]) -> str:
    """The path of the description's first server, its variables at their defaults: `/v2`, or an empty string."""
    servers: Sequence[Mapping[str, Any]] = description.get("servers") or [{"url": "/"}]
    server = servers[0]
    url: str = server["url"]
    for name, variable in mapping_at(server, "variables").items():
        url = url.replace("{" + name + "}", str(variable.get("default", "")))
    return urlsplit(url).path.rstrip("/")
