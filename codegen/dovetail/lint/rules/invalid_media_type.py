"""Names of media types that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Subject

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_MEDIA_TYPE = re.compile(
    rf"{_TOKEN}/{_TOKEN}(?:[ \t]*;[ \t]*(?:{_TOKEN}=(?:{_TOKEN}|\"(?:[^\"\\]|\\.)*\"))?)*[ \t]*"  # RFC 9110, 8.3.1
)


def _check(subject: Subject) -> Iterator[Fault]:
    for kind in ("request body", "response", "parameter", "header"):
        for site in subject.each(kind):
            for name in site.value.get("content", {}):
                if not _MEDIA_TYPE.fullmatch(name):
                    message = f"{name!r} is no media type, nor a range of them; write one, such as application/json"
                    yield Fault(message, site.node, ("content", name), is_key=True)


RULE = Rule(
    id="invalid-media-type",
    severity="warning",
    summary="content under a name that is no media type",
    standard="OAS 3.1, 4.8.13.1: the key should be a media type or a range; RFC 9110, 8.3.1",
    check=_check,
)
