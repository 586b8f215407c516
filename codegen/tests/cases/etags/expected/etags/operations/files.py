"""Files: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Integer, String
from .._runtime.client.operation import Operation, cookie, field, header, path
from ..headers import ETagAndXLeftHeaders

NAME = path("name", "name", String())
X_TENANT = header("x_tenant", "X-Tenant", String(), is_required=True)
SESSION = cookie("session", "session", String())

FETCH: Operation[models.File, ETagAndXLeftHeaders] = Operation(
    "fetchFile",
    "GET",
    "/files/{name}",
    (NAME, X_TENANT, header("if_none_match", "If-None-Match", String()), SESSION),
    returns=models.File,
    headers=(
        header("e_tag", "ETag", String()),
        header("x_left", "X-Left", Integer()),
    ),
)

REPLACE: Operation[models.File] = Operation(
    "replaceFile",
    "PUT",
    "/files/{name}",
    (
        NAME,
        X_TENANT,
        header("if_match", "If-Match", String(pattern='^"[0-9]+"$')),
        SESSION,
        field("text", "text", String()),
    ),
    returns=models.File,
    body="application/json",
)
