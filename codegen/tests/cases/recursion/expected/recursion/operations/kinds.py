"""What values of a name must be. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.kinds import Anything, Array, Either, Map, Nullable, Number, Object, String

VALUE = Either(String(), Number(), Array(Anything()), Map(Anything()))
NODE = Object(
    {
        "name": String(),
        "byName": Map(Anything()),
        "children": Array(Anything()),
        "edge": Anything(),
        "next": Nullable(Anything()),
        "value": VALUE,
    },
    required=("name",),
)
EDGE = Object({"to": NODE, "weight": Number()})
