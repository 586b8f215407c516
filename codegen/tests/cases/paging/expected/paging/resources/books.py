"""Books: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.pages import AsyncPager, Pager
from ..models.books import Book, ListBooksResponse
from ..operations import books


class Books:
    """The books."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def list(self, *, limit: int | None = None, **options: Unpack[params.BookList]) -> Pager[Book, ListBooksResponse]:
        """listBooks. `GET /books`"""
        return self._caller.pages(books.LIST, {**options}, limit)


class AsyncBooks:
    """The books."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.BookList]
    ) -> AsyncPager[Book, ListBooksResponse]:
        """listBooks. `GET /books`"""
        return self._caller.pages(books.LIST, {**options}, limit)
