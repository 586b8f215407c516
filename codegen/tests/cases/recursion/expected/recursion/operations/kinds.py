"""What values of a name must be. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.kinds import Array, Either, Kind, Later, Map, Nullable, Number, Object, String

VALUE: Kind = Either(String(), Number(), Array(Later(lambda: VALUE)), Map(Later(lambda: VALUE)))
NODE: Kind = Object(
    {
        "name": String(),
        "byName": Map(Later(lambda: NODE)),
        "children": Array(Later(lambda: NODE)),
        "edge": Later(lambda: EDGE),
        "next": Nullable(Later(lambda: NODE)),
        "value": VALUE,
    },
    required=("name",),
)
EDGE: Kind = Object({"to": NODE, "weight": Number()})
