"""Parameters that OpenAPI describes by `content`: text in a media type, put where the parameter goes, and taken back.

OAS 3.2 section 4.12.2.3 (fixed fields for use with `content`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .media import form_of
from .reading import Pair, decode_parameter
from .styles import Place, encode_parameter

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def encode_content(name: str, content: str, *, place: Place, media_type: str) -> str:
    """Write content, such as JSON text, as a parameter; the result goes where that of `encode_parameter` goes.

    A form that is the whole query is one already, and JSON says in ASCII what a header cannot hold.

    Raises:
        StyleError: the place cannot hold it.
    """
    form = form_of(media_type)
    if place == "querystring" and form == "form":
        return content
    if place == "header" and form == "json":
        # Outside of its strings, JSON has ASCII only.
        content = _NOT_ASCII.sub(lambda found: _escaped(found[0]), content)
    return encode_parameter(name, content, place=place)


def decode_content(name: str, raw: str | Sequence[Pair], *, place: Place, media_type: str) -> str | None:
    """Take the content out of a parameter, `None` where it is absent; `raw` is as `decode_parameter` has it.

    Raises:
        StyleError: the parameter is given more than once, or its percent-encoding is broken.
    """
    if place == "querystring" and form_of(media_type) == "form":
        return raw if isinstance(raw, str) else "&".join(f"{key}={value}" for key, value in raw)
    content = decode_parameter(name, raw, place=place)
    return content if isinstance(content, str) else None


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
