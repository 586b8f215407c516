"""What values of a name must be. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.kinds import Integer, Object, String

CUSTOMER = Object({"name": String(), "born": String(format="date")}, required=("name",))
LINE = Object({"good": String(), "count": Integer(minimum=1)}, required=("good",))
