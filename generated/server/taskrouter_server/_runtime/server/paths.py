"""Which operation a request is for: a trie over the segments of the documented paths."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from .schemas import mapping_at

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
EXPRESSION = re.compile(r"\{([^{}]*)\}")


@dataclass(slots=True)
class _Segment:
    literals: dict[str, _Segment] = field(default_factory=dict[str, "_Segment"])
    templates: list[tuple[re.Pattern[str], tuple[str, ...], _Segment]] = field(
        default_factory=list[tuple[re.Pattern[str], tuple[str, ...], "_Segment"]]
    )
    path: str | None = None


class PathTable:
    """The documented paths below `base_path`; literal segments win over templated ones (OAS, Paths Object)."""

    def __init__(self, paths: Mapping[str, Any], base_path: str = "") -> None:
        self._base = base_path.rstrip("/")
        self._root = _Segment()
        for path in paths:
            self._add(path)

    def find(self, raw_path: str) -> tuple[str, dict[str, str]] | None:
        """Find the documented path of a request path that is still percent-encoded, and its raw path values.

        Dot segments, empty values and a trailing slash that is not documented match nothing.
        """
        if not raw_path.startswith(self._base + "/"):
            return None
        segments = raw_path[len(self._base) + 1 :].split("/")
        return next(self._walk(self._root, segments, 0, {}), None)

    def _add(self, path: str) -> None:
        segment = self._root
        for text in path.removeprefix("/").split("/"):
            if "{" not in text:
                segment = segment.literals.setdefault(text, _Segment())
                continue
            pattern = _pattern(text)
            known = next((child for other, _, child in segment.templates if other == pattern), None)
            if known is None:
                known = _Segment()
                segment.templates.append((pattern, tuple(EXPRESSION.findall(text)), known))
            segment = known
        segment.path = path

    def _walk(
        self, segment: _Segment, texts: list[str], index: int, values: dict[str, str]
    ) -> Iterator[tuple[str, dict[str, str]]]:
        if index == len(texts):
            if segment.path is not None:
                yield segment.path, _named(segment.path, values)
            return
        text = texts[index]
        if text in segment.literals:
            yield from self._walk(segment.literals[text], texts, index + 1, values)
        if text in {".", ".."} or text.lower() in {"%2e", "%2e%2e", ".%2e", "%2e."}:
            return
        for pattern, _, child in segment.templates:
            if found := pattern.fullmatch(text):
                captured = {f"{index}.{place}": value for place, value in enumerate(found.groups())}
                yield from self._walk(child, texts, index + 1, values | captured)


def _named(path: str, values: Mapping[str, str]) -> dict[str, str]:
    """Name captured values by the expressions of this path: two paths may name the same segment differently."""
    named: dict[str, str] = {}
    for index, text in enumerate(path.removeprefix("/").split("/")):
        for place, name in enumerate(EXPRESSION.findall(text)):
            named[name] = values[f"{index}.{place}"]
    return named


def _pattern(text: str) -> re.Pattern[str]:
    literals = [re.escape(part) for part in EXPRESSION.split(text)[::2]]
    return re.compile("(.+)".join(literals), re.DOTALL)


def base_path_of(description: Mapping[str, Any]) -> str:
    """The path of the description's first server, its variables at their defaults: `/v2`, or an empty string."""
    servers: Sequence[Mapping[str, Any]] = description.get("servers") or [{"url": "/"}]
    server = servers[0]
    url: str = server["url"]
    for name, variable in mapping_at(server, "variables").items():
        url = url.replace("{" + name + "}", str(variable.get("default", "")))
    return urlsplit(url).path.rstrip("/")
