"""Things: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.kinds import String
from .._runtime.client.operation import Operation, path

ID = path("id", "id", String())

FETCH: Operation[None] = Operation("getThing", "GET", "/things/{id}", (ID,), returns=None)

UPDATE: Operation[None] = Operation("postThing", "POST", "/things/{id}", (ID,), returns=None)

REPLACE: Operation[None] = Operation("putThing", "PUT", "/things/{id}", (ID,), returns=None)

PATCH_THING: Operation[None] = Operation("patchThing", "PATCH", "/things/{id}", (ID,), returns=None)

DELETE: Operation[None] = Operation("deleteThing", "DELETE", "/things/{id}", (ID,), returns=None)

HEAD: Operation[None] = Operation("headThing", "HEAD", "/things/{id}", (ID,), returns=None)

OPTIONS: Operation[None] = Operation("optionsThing", "OPTIONS", "/things/{id}", (ID,), returns=None)
