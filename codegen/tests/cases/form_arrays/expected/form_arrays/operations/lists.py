"""Lists: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.kinds import Array, Enum, Integer, String
from .._runtime.client.operation import Operation, field, header, path, query
from .._runtime.wire.media import FORM
from . import kinds

UPDATE: Operation[None] = Operation(
    "updateLists",
    "POST",
    "/lists/{ids}",
    (
        path("ids", "ids", Array(Integer(), min_items=1)),
        query("tag", "tag", Array(String(), max_items=5, unique=True)),
        query("comma", "comma", Array(String()), explode=False),
        query("pipe", "pipe", Array(String()), style="pipeDelimited", explode=False),
        query("filter", "filter", kinds.UPDATE_LISTS_FILTER, style="deepObject"),
        query("where", "where", String(content="application/json"), media_type="application/json"),
        query("next", "next", String(), allow_reserved=True),
        header("x_ids", "X-Ids", Array(Integer())),
        field("event", "Event", Array(Enum("start", "end"))),
        field("skill", "Skill", Array(String(min_length=1, max_length=20))),
    ),
    returns=None,
    body=FORM,
)
