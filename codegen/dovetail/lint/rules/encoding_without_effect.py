"""Encodings of content that has no parts."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Subject

_WITH_PARTS = ("multipart/", "application/x-www-form-urlencoded", "*/*", "application/*")


def _check(subject: Subject) -> Iterator[Fault]:
    for kind in ("request body", "response", "parameter", "header"):
        for site in subject.each(kind):
            for name, media_type in site.value.get("content", {}).items():
                if media_type.get("encoding") and not name.strip().lower().startswith(_WITH_PARTS):
                    message = f"`encoding` is ignored for {name}; it is for multipart and form content: remove it"
                    yield Fault(message, site.node, ("content", name, "encoding"), is_key=True)


RULE = Rule(
    id="encoding-without-effect",
    severity="warning",
    summary="an encoding of content that is neither multipart nor a form",
    standard="OAS 3.1, 4.8.14.1: it shall only apply to multipart and application/x-www-form-urlencoded",
    check=_check,
)
