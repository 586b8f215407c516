"""What libyaml refuses but YAML text out of JSON tools has: surrogate escapes, and characters that are not printable.

Both are replaced by something of the same length before the parser sees them, so that every offset stays true; the
scalars that have surrogate escapes are read again from the text as it was.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any, Final

import yaml

from .json_reader import ESCAPE, Report, lone_surrogate

_NOT_PRINTABLE: Final = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"  # YAML 1.2.2, section 5.1
)
_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_REPLACED: Final = re.compile(r"\\ufffd")
_PLACEHOLDER: Final = r"\ufffd"
_MAX_REPORTED: Final = 100


class Readable:
    """A YAML text made readable for libyaml: `content` is what to parse."""

    def __init__(self, original: str, report: Report) -> None:
        self.content = _printable(original, report)
        self._report = report
        self._surrogates: list[int] = []
        self._original = self.content
        if "\\ud" in original or "\\uD" in original:
            self._surrogates = [match.start() for match in _SURROGATE.finditer(self.content)]
            self.content = _SURROGATE.sub(lambda _: _PLACEHOLDER, self.content)

    def value(self, event: Any) -> str:
        """The text of a scalar, with the surrogate escapes that it has."""
        text: str = event.value
        if not self._surrogates:
            return text
        start, end = event.start_mark.index, event.end_mark.index
        if bisect_left(self._surrogates, start) == bisect_left(self._surrogates, end):
            return text
        written = self._original[start:end]
        return self._quoted(written, start) if event.style == '"' else _restored(text, written)

    def _quoted(self, written: str, start: int) -> str:
        def join(match: re.Match[str]) -> str:
            escape = match.group()
            if match.group(1) is not None:
                self._report("lone-surrogate", lone_surrogate(match.group(1)), start + match.start())
                return _PLACEHOLDER
            if len(escape) < len(r"\ud83d\ude00"):
                return escape
            return f"\\U{_joined(int(escape[2:6], 16), int(escape[8:12], 16)):08x}"

        # The tag and the anchor, if any, stand before the quote, and within `written`.
        quote = written.index('"')
        read: str = yaml.safe_load(ESCAPE.sub(join, written[quote:]))
        return read


def _joined(high: int, low: int) -> int:
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)


def _restored(text: str, written: str) -> str:
    """A scalar that has no escapes: what only looks like one goes back to its place."""
    forms = iter(re.findall(rf"{_REPLACED.pattern}|{_SURROGATE.pattern}", written))
    return _REPLACED.sub(lambda match: next(forms, match.group()), text)


def _printable(content: str, report: Report) -> str:
    if _NOT_PRINTABLE.search(content) is None:
        return content
    for count, match in enumerate(_NOT_PRINTABLE.finditer(content)):
        if count == _MAX_REPORTED:
            report("control-character", "more such characters follow; they read as U+FFFD too", match.start())
            break
        message = f"YAML forbids the character U+{ord(match.group()):04X}, which reads as U+FFFD; escape or remove it"
        report("control-character", message, match.start())
    return _NOT_PRINTABLE.sub("\ufffd", content)
