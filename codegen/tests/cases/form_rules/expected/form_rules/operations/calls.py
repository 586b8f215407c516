"""Calls: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.kinds import Boolean, Enum, String
from .._runtime.client.operation import AnyOf, Excludes, OneOf, Operation, Requires, field
from .._runtime.wire.media import FORM

CREATE: Operation[None] = Operation(
    "createCall",
    "POST",
    "/calls",
    (
        field("kind", "Kind", Enum("phone", "video", "letter"), is_required=True),
        field("black", "Black", Boolean()),
        field("colour", "Colour", String()),
        field("file", "File", String()),
        field("from_", "From", String()),
        field("text", "Text", String()),
        field("to", "To", String()),
    ),
    returns=None,
    body=FORM,
    body_required=True,
    rules=(
        Requires({"Kind": ("phone",)}, ("From", "To")),
        Requires({"Kind": ("video", "letter")}, ("To",)),
        AnyOf((("Colour",), ("Black",), ("From", "To"))),
        Requires({"From": None}, ("To",)),
        OneOf((("Text",), ("File",))),
        Excludes(("Colour", "Black")),
    ),
)
