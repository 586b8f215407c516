"""Records: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Integer, Number, String
from .._runtime.client.operation import Operation, field
from .._runtime.wire.media import FORM

CREATE: Operation[models.CreateRecordResponse] = Operation(
    "createRecord",
    "POST",
    "/records",
    (
        field("at", "At", String(format="date-time")),
        field("code", "Code", String(pattern="^[A-Z]{2}\\d+$")),
        field("count", "Count", Integer(minimum=1, maximum=50, multiple_of=5, format="int64")),
        field("day", "Day", String(format="date")),
        field("extra", "Extra", String(content="application/json")),
        field("huge", "Huge", Integer(minimum=-9223372036854775808, maximum=9223372036854775807)),
        field("id", "Id", String(format="uuid")),
        field("mail", "Mail", String(max_length=80, format="email")),
        field("secret", "Secret", String(min_length=8, max_length=64), is_secret=True),
        field("share", "Share", Number(minimum=0, exclusive_maximum=1)),
        field("site", "Site", String(format="uri")),
    ),
    returns=models.CreateRecordResponse,
    body=FORM,
)
