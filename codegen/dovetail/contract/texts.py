"""Texts that a string schema allows: by its format, its pattern and its length; the same every time."""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

Alphabet = Literal["rich", "plain"]
"""`rich` texts have what must be escaped somewhere; `plain` ones are letters and digits, which every place carries."""

FORMATS: Mapping[str, Sequence[str]] = {
    "date-time": ("2026-02-03T04:05:06Z", "1999-12-31T23:59:59.250+01:00"),
    "date": ("2026-02-03", "2000-02-29"),
    "time": ("04:05:06Z", "23:59:59.5+01:00"),
    "duration": ("PT1H30M", "P3DT4H"),
    "email": ("ada@example.org", "a.b+c@mail.example.org"),
    "idn-email": ("ada@example.org", "zoë@example.org"),
    "hostname": ("www.example.org", "a-1.example"),
    "idn-hostname": ("www.example.org", "bücher.example"),
    "ipv4": ("192.0.2.1", "198.51.100.254"),
    "ipv6": ("2001:db8::1", "::ffff:192.0.2.1"),
    "uri": ("https://example.org/a?b=c", "urn:isbn:0451450523"),
    "url": ("https://example.org/a?b=c", "https://example.org"),
    "uri-reference": ("/a/b?c=d", "https://example.org/a#b"),
    "iri": ("https://example.org/a", "https://example.org/ü"),
    "iri-reference": ("/a/b", "/ü"),
    "uri-template": ("https://example.org/{a}", "/a{?b}"),
    "uuid": ("123e4567-e89b-42d3-a456-426614174000", "ffffffff-ffff-4fff-bfff-ffffffffffff"),
    "json-pointer": ("/a/b", "/a~1b/0"),
    "relative-json-pointer": ("1/a", "0#"),
    "regex": ("^[a-z]+$", "a|b"),
    "byte": ("ZG92ZXRhaWw=", "AAECAwT+/w=="),
    "base64": ("ZG92ZXRhaWw=", "AAECAwT+/w=="),
    "base64url": ("ZG92ZXRhaWw", "_-8"),
    "decimal": ("12.50", "0.001"),
    "int32": ("7", "42"),
    "int64": ("7", "9007199254740993"),
    "date-time-rfc1123": ("Tue, 03 Feb 2026 04:05:06 GMT", "Fri, 31 Dec 1999 23:59:59 GMT"),
    "http-date": ("Tue, 03 Feb 2026 04:05:06 GMT", "Fri, 31 Dec 1999 23:59:59 GMT"),
    "unix-time": ("1770091506", "0"),
    "binary": ("binary", "more binary"),
}
RICH = ("{name} & =?/#%+;,:|é✓\"'<>\\~[]{{}}", "{name}.é", "{name} two")
PLAIN = ("{name}", "{name}2", "{name}3")
USUAL = ("a", "A", "1", "a1", "A1", "aB3", "abc-1", "a_b", "a.b", "1.2", "v1.2.3", "#a1b2c3", "/a", "a/b", "+15550100")
"""What satisfies many a pattern that cannot be read as one of Python's."""


@cache
def texts(
    name: str,
    *,
    formats: tuple[str, ...] = (),
    patterns: tuple[str, ...] = (),
    shortest: int = 0,
    longest: int | None = None,
    alphabet: Alphabet = "rich",
) -> tuple[str, ...]:
    """Texts for the property or parameter `name`, the likeliest to be allowed first; whoever asks must judge them."""
    known = [text for each in formats for text in FORMATS.get(each, ())]
    templates = RICH if alphabet == "rich" else PLAIN
    # The plain one leads: where something else than characters is the matter, it stands in nobody's way.
    word = re.sub(r"[^A-Za-z0-9]+", "", name) or "text"
    made = [template.format(name=word) for template in (PLAIN[0], *templates)]
    candidates = known or list(dict.fromkeys(made))
    if patterns:
        matching = _matching(patterns[0], shortest, longest, alphabet)
        candidates = [*(text for text in candidates if _matches(patterns, text)), *matching]
    if known or patterns:
        return tuple(dict.fromkeys(candidates))
    return tuple(dict.fromkeys(_fitted(text, shortest, longest) for text in candidates))


def _fitted(text: str, shortest: int, longest: int | None) -> str:
    while len(text) < shortest:
        text += text[: max(1, shortest - len(text))] if text else "x" * min(shortest, 1_000)
    return text if longest is None else text[:longest].rstrip() or text[:longest]


def _matches(patterns: Sequence[str], text: str) -> bool:
    readable = [_readable(pattern) for pattern in patterns]
    return all(pattern is not None and pattern.search(text) for pattern in readable)


@cache
def _readable(pattern: str) -> re.Pattern[str] | None:
    """An ECMA-262 pattern as Python's, where it is one."""
    translated = re.sub(r"\(\?<(?![=!])", "(?P<", pattern)
    translated = re.sub(r"(?<!\\)\$", r"\\Z", translated) if "[" not in translated else translated
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return re.compile(translated)
    except (re.error, RecursionError, OverflowError):
        return None


@cache
def _matching(pattern: str, shortest: int, longest: int | None, alphabet: Alphabet) -> tuple[str, ...]:
    """A few texts that match, the simplest first; common ones to try where the pattern cannot be read."""
    readable = _readable(pattern)
    if readable is None:
        return USUAL
    most = longest if longest is not None else max(shortest, 200)
    return tuple(dict.fromkeys(_drawn(readable, shortest, most, alphabet))) or USUAL


def _drawn(pattern: re.Pattern[str], shortest: int, longest: int, alphabet: Alphabet) -> list[str]:
    from hypothesis import Phase, Verbosity, given, seed, settings
    from hypothesis import strategies as st
    from hypothesis.errors import HypothesisException, Unsatisfiable

    from .values import UNCHECKED

    highest = 0x7E if alphabet == "plain" else 0x24F
    visible = st.characters(min_codepoint=0x20, max_codepoint=highest, exclude_characters="\x7f")
    found: list[str] = []
    chosen = settings(
        max_examples=12,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=UNCHECKED,
        verbosity=Verbosity.quiet,
    )

    def keep(text: str) -> None:
        found.append(text)

    for is_full in (True, False):
        strategy = st.from_regex(pattern, fullmatch=is_full, alphabet=visible)
        fitting = strategy.filter(lambda text: shortest <= len(text) <= longest)
        try:
            seed(0)(chosen(given(fitting)(keep)))()
        except (Unsatisfiable, HypothesisException, ValueError, TypeError):
            continue
        if found:
            break
    return found
