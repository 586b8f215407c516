"""Media types: what a `Content-Type` says, and which of several an `Accept` asks for (RFC 9110 sections 8.3, 12.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..wire.reading import split_pairs
from ..wire.styles import StyleError

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_TYPE = re.compile(rf"\s*({_TOKEN})/({_TOKEN})\s*")
_PARAMETER = re.compile(rf"\s*;\s*(?:({_TOKEN})=(?:({_TOKEN})|\"((?:[^\"\\]|\\.)*)\")\s*)?")


@dataclass(frozen=True, slots=True)
class MediaType:
    """A media type or range: `application/problem+json; charset=utf-8`, `text/*`."""

    type: str
    subtype: str
    parameters: Mapping[str, str]

    @property
    def essence(self) -> str:
        """`type/subtype`, in lower case and without parameters."""
        return f"{self.type}/{self.subtype}"

    @property
    def is_json(self) -> bool:
        """Whether the body is JSON: `application/json`, `text/json` or any `…+json` (RFC 6839 section 3.1)."""
        return self.subtype == "json" or self.subtype.endswith("+json")

    def specificity(self, media_range: MediaType) -> int:
        """Say how closely a range fits: 0 not at all, 1 `*/*`, 2 `type/*`, 3 the type, more with parameters.

        `*+json` is taken for the range that it is meant to be, of all types of that suffix.
        """
        if media_range.essence == "*/*":
            return 1
        if media_range.type != self.type:
            return 0
        if media_range.subtype == "*":
            return 2
        asked = {name: value for name, value in media_range.parameters.items() if name != "q"}
        if "charset" not in self.parameters:
            asked.pop("charset", None)  # which says how the type is written, not that it is another
        is_within = media_range.subtype.startswith("*+") and self.subtype.endswith(media_range.subtype[1:])
        fits = self.subtype == media_range.subtype or is_within or (media_range.subtype == "*+json" and self.is_json)
        return 3 + len(asked) if fits and all(self.parameters.get(n) == v for n, v in asked.items()) else 0


def parse_media_type(value: str) -> MediaType:
    """Parse a `Content-Type`, one element of `Accept`, or a key of a `content` map.

    Raises:
        ValueError: it is not of the form `type/subtype; name=value`.
    """
    head = _TYPE.match(value)
    if head is None:
        raise ValueError(f"{value!r} is not a media type")
    parameters: dict[str, str] = {}
    position = head.end()
    while position < len(value):
        part = _PARAMETER.match(value, position)
        if part is None:
            raise ValueError(f"{value!r} is not a media type")
        if part[1]:
            parameters[part[1].lower()] = part[2] or re.sub(r"\\(.)", r"\1", part[3] or "")
        position = part.end()
    if "charset" in parameters:
        parameters["charset"] = parameters["charset"].lower()
    return MediaType(head[1].lower(), head[2].lower(), parameters)


def select_media_type(content_type: str, declared: Iterable[str]) -> str | None:
    """Give the declared media type or range that fits a `Content-Type` most closely, `None` when none does.

    Raises:
        ValueError: the `Content-Type` cannot be parsed.
    """
    actual = parse_media_type(content_type)
    ranked = [(actual.specificity(parse_media_type(key)), key) for key in declared]
    best = max(ranked, key=lambda pair: pair[0], default=(0, ""))
    return best[1] if best[0] else None


def negotiate(accept: str, offered: Sequence[str]) -> str | None:
    """Give the first offered type of the highest quality that an `Accept` header admits (RFC 9110 section 12.5.1)."""
    if not accept.strip():
        return offered[0] if offered else None
    best: tuple[float, str] | None = None
    ranges = [_range(part) for part in accept.split(",") if part.strip()]
    for offer in offered:
        actual = parse_media_type(offer)
        fits = [(actual.specificity(asked), quality) for asked, quality in ranges]
        closest = max(fits, key=lambda fit: fit[0], default=(0, 0.0))
        if closest[0] and closest[1] > (best[0] if best else 0.0):
            best = (closest[1], offer)
    return best[1] if best else None


def _range(part: str) -> tuple[MediaType, float]:
    try:
        media_range = parse_media_type(part)
        return media_range, min(1.0, max(0.0, float(media_range.parameters.get("q", "1"))))
    except ValueError:
        return MediaType("", "", {}), 0.0


def split_form(body: bytes) -> list[tuple[str, str]]:
    """Split a form body into pairs that are still escaped, as `decode_parameter` takes them.

    Raises:
        StyleError: the body is not ASCII.
    """
    try:
        return split_pairs(body.decode("ascii"))
    except UnicodeDecodeError:
        raise StyleError("a form body is percent-encoded ASCII") from None
