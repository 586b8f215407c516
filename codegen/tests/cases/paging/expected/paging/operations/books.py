"""Books: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Integer, String
from .._runtime.client.operation import Operation, Pages, query

LIST: Operation[models.ListBooksResponse] = Operation(
    "listBooks",
    "GET",
    "/books",
    (
        query("genre", "genre", String()),
        query("page_size", "PageSize", Integer(minimum=1, maximum=100)),
        query("page_token", "PageToken", String()),
    ),
    returns=models.ListBooksResponse,
    pages=Pages(items="/books", next="/meta/next_page_url", size="page_size"),
)
