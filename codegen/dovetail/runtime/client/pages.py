"""Lists that come in pages: iterate the items, or the pages."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Generic, cast

from pydantic import BaseModel
from typing_extensions import TypeVar

from .answers import Answer
from .arguments import build_request
from .errors import ArgumentError, DecodeError
from .flow import target_of
from .kinds import Integer
from .messages import Request
from .operation import Operation, Pages
from .settings import Settings

Item = TypeVar("Item")
Page = TypeVar("Page", default=Any)

LARGEST_PAGE = 1000


class Walk:
    """One walk through the pages of a list: what to ask next, and when to stop."""

    def __init__(self, pages: Pages | None, first: Request, limit: int | None, settings: Settings) -> None:
        if pages is None:
            raise TypeError("the operation has no pages")
        self._pages, self._settings, self._seen, self._left = pages, settings, {first.url}, limit
        self.request: Request | None = first if limit != 0 else None

    def items(self, page: object) -> Sequence[Any]:
        """Give the items of a page, no more than the limit leaves, and find out where the next page is.

        Raises:
            DecodeError: the page has no list of items, or names a next page that was seen or is of another origin.
        """
        found = resolve(page, self._pages.items)
        if not isinstance(found, Sequence) or isinstance(found, str):
            raise DecodeError(f"the page has no list at {self._pages.items}")
        items: Sequence[Any] = cast("Sequence[object]", found)
        if self._left is not None:
            items = items[: self._left]
            self._left -= len(items)
        self.request = None if self._left == 0 else self._after(page)
        return items

    def _after(self, page: object) -> Request | None:
        reference = resolve(page, self._pages.next)
        if not reference or self.request is None:
            return None
        try:
            request = replace(self.request, url=target_of(self.request, str(reference), self._settings))
        except ValueError as error:
            raise DecodeError(f"the next page is not followed: {error}") from None
        if request.url in self._seen:
            raise DecodeError("the pages go round in a circle")
        self._seen.add(request.url)
        return request


def resolve(value: object, pointer: str) -> object:
    """Find a value in a model by a JSON Pointer (RFC 6901) of wire names; `None` where there is none."""
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        if isinstance(value, BaseModel):
            fields = type(value).model_fields
            attribute = next((a for a, known in fields.items() if (known.alias or a) == name), name)
            value = getattr(value, attribute, None)
        else:
            value = cast("Mapping[str, object]", value).get(name) if isinstance(value, Mapping) else None
    return value


def first_request(
    operation: Operation[Page, Any], arguments: Mapping[str, object], limit: int | None, settings: Settings
) -> Request:
    """Build the request for the first page; with a limit, no page is asked to be larger.

    Raises:
        ArgumentError: an argument cannot be sent, or the limit is not a whole number of items.
    """
    if limit is not None and (type(limit) is not int or limit < 0):
        raise ArgumentError(operation.id, [f"limit must be an int that is not negative, or None; got {limit!r}"])
    size = operation.pages.size if operation.pages else None
    if limit and size is not None and size not in arguments and size in operation.table:
        kind = operation.table[size].kind
        largest = kind.maximum if isinstance(kind, Integer) and kind.maximum is not None else LARGEST_PAGE
        arguments = {**arguments, size: min(limit, int(largest))}
    return build_request(operation, arguments, settings)


class Pager(Generic[Item, Page]):
    """The items of a list, fetched page by page while you iterate; each iteration starts anew."""

    def __init__(self, start: Callable[[], Walk], fetch: Callable[[Request], Answer[Page, Any]]) -> None:
        self._start, self._fetch = start, fetch

    def __iter__(self) -> Iterator[Item]:
        walk = self._start()
        while walk.request is not None:
            answer = self._fetch(walk.request)
            yield from walk.items(answer.value)

    def pages(self) -> Iterator[Page]:
        """Iterate the pages, as many as it takes to reach the limit."""
        walk = self._start()
        while walk.request is not None:
            answer = self._fetch(walk.request)
            walk.items(answer.value)
            yield answer.value


class AsyncPager(Generic[Item, Page]):
    """The items of a list, fetched page by page while you iterate; each iteration starts anew."""

    def __init__(self, start: Callable[[], Walk], fetch: Callable[[Request], Awaitable[Answer[Page, Any]]]) -> None:
        self._start, self._fetch = start, fetch

    async def __aiter__(self) -> AsyncIterator[Item]:
        walk = self._start()
        while walk.request is not None:
            answer = await self._fetch(walk.request)
            for item in walk.items(answer.value):
                yield item

    async def pages(self) -> AsyncIterator[Page]:
        """Iterate the pages, as many as it takes to reach the limit."""
        walk = self._start()
        while walk.request is not None:
            answer = await self._fetch(walk.request)
            walk.items(answer.value)
            yield answer.value
