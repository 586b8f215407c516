"""Books: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.models import Model


class Book(Model):
    """The `Book` of the description."""

    title: str


class ListBooksResponseMeta(Model):
    """The `ListBooksResponseMeta` of the description."""

    next_page_url: str | None
    page: int | None = None


class ListBooksResponse(Model):
    """A page."""

    books: list[Book]
    meta: ListBooksResponseMeta
