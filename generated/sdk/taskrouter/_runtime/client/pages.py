"""Lists that come in pages: iterate the items, or the pages."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, cast

from pydantic import BaseModel
from typing_extensions import TypeVar

from ..wire.pointers import tokens
from .answers import Answer
from .arguments import build_request
from .errors import ArgumentError, DecodeError
from .flow import target_of
from .kinds import Integer
from .messages import Request
from .operation import Operation, Pages
from .settings import Settings
from .web_links import web_links

Item = TypeVar("Item")
Page = TypeVar("Page", default=Any)

LARGEST_PAGE = 1000
"""The most items to ask for at once where nothing else is known."""

_TURNS = frozenset({"next", "prev", "previous", "first", "last"})


@dataclass(frozen=True, slots=True)
class First:
    """The request for the first page, and what it is made of."""

    operation: Operation[Any, Any]
    arguments: Mapping[str, object] = field(repr=False)
    request: Request


class Walk:
    """One walk through the pages of a list: what to ask next, and when to stop."""

    def __init__(self, pages: Pages | None, first: First, limit: int | None, settings: Settings) -> None:
        if pages is None:
            raise TypeError("the operation has no pages")
        self._pages, self._first, self._settings, self._left = pages, first, settings, limit
        self._request = first.request
        self._seen = {first.request.url}
        self._answer: Answer[Any, Any] | None = None
        self._items: Sequence[Any] = ()
        self._progress = Progress(pages, first.arguments.get(pages.parameter))

    def items(self, answer: Answer[Any, Any]) -> Sequence[Any]:
        """Give the items of a page, no more than the limit leaves.

        Raises:
            DecodeError: the page has no list of items, or is the one before it again.
        """
        found = resolve(answer.value, self._pages.items)
        if found is None:
            found = ()
        if not isinstance(found, Sequence) or isinstance(found, str):
            raise DecodeError(f"the page has no list at {self._pages.items or 'its top'}")
        items: Sequence[Any] = cast("Sequence[object]", found)
        if items and self._pages.by in {"page", "offset"} and items == self._items:
            raise DecodeError("the pages go round in a circle: one is the same as the one before it")
        self._answer, self._items = answer, items
        self._progress.add(answer.value, len(items))
        if self._left is not None:
            items = items[: self._left]
            self._left -= len(items)
        return items

    def following(self) -> Request | None:
        """Give the request for the next page; `None` where there is none, or the limit is reached.

        Raises:
            DecodeError: the page names a next page that was seen, or is of another origin.
        """
        if self._left == 0:
            return None
        answer, self._answer = self._answer, None
        if answer is None:
            return self._request
        try:
            request = self._after(answer)
        except ValueError as error:
            raise DecodeError(f"the next page is not followed: {error}") from None
        if request is None:
            return None
        if request.url in self._seen:
            if not self._items:
                return None
            raise DecodeError("the pages go round in a circle")
        self._seen.add(request.url)
        self._request = request
        return request

    def _after(self, answer: Answer[Any, Any]) -> Request | None:
        pages, page = self._pages, answer.value
        if pages.more and resolve(page, pages.more) is False:
            return None
        match pages.by:
            case "url":
                return self._at(resolve(page, pages.next))
            case "link":
                return self._at(web_links(answer.headers.get("link", "")).get("next"))
            case "cursor":
                return self._with(resolve(page, pages.next))
            case "last":
                return self._with(resolve(self._items[-1], pages.next)) if self._items else None
            case "page" | "offset":
                turns = _TURNS & web_links(answer.headers.get("link", "")).keys()
                is_last = not self._items or (turns and "next" not in turns) or self._progress.is_over(page)
                return None if is_last else self._with(self._progress.position)

    def _at(self, reference: object) -> Request | None:
        if not reference:
            return None
        return replace(self._request, url=target_of(self._request, str(reference), self._settings))

    def _with(self, value: object) -> Request | None:
        if value is None or value == "":
            return None
        given = value if isinstance(value, int) else str(value)
        arguments = {**self._first.arguments, self._pages.parameter: given}
        return build_request(self._first.operation, arguments, self._settings)


class Progress:
    """How far a walk has come where pages go by number; `position` asks for the next page, `None` if it is unknown."""

    def __init__(self, pages: Pages, start: object) -> None:
        self._pages, self._first = pages, pages.first
        self.position = start if isinstance(start, int) else pages.first
        self._passed: int | None = None

    def add(self, page: object, count: int) -> None:
        """Take note of a page of so many items."""
        if self.position is None:
            self.position = _whole(page, self._pages.current)
            self._first = self.position
        if self.position is None:
            return
        is_offset = self._pages.by == "offset"
        if self._passed is None and self._first is not None:
            self._passed = (self.position - self._first) * (1 if is_offset else count)
        self.position += count if is_offset else 1
        if self._passed is not None:
            self._passed += count

    def is_over(self, page: object) -> bool:
        """Whether this is the last page, by how many items or pages there are; a page too few is never certain."""
        if self.position is None:
            return True
        if self._first is None or self._passed is None:
            return False
        total, count = _whole(page, self._pages.total), _whole(page, self._pages.page_count)
        is_counted = count is not None and self._pages.by == "page" and self.position - self._first >= count
        return is_counted or (total is not None and self._passed >= total)


def _whole(page: object, pointer: str) -> int | None:
    found = resolve(page, pointer) if pointer else None
    return found if isinstance(found, int) else None


def resolve(value: object, pointer: str) -> object:
    """Find a value in a model by a JSON Pointer (RFC 6901) of wire names; `None` where there is none."""
    for name in tokens(pointer):
        if isinstance(value, BaseModel):
            fields = type(value).model_fields
            attribute = next((a for a, known in fields.items() if (known.alias or a) == name), name)
            value = getattr(value, attribute, None)
        else:
            value = cast("Mapping[str, object]", value).get(name) if isinstance(value, Mapping) else None
    return value


def first_request(
    operation: Operation[Page, Any], arguments: Mapping[str, object], limit: int | None, settings: Settings
) -> First:
    """Build the request for the first page; with a limit, no page is asked to be larger.

    Raises:
        ArgumentError: an argument cannot be sent, or the limit is not a whole number of items.
    """
    if limit is not None and (type(limit) is not int or limit < 0):
        raise ArgumentError(operation.id, [f"limit must be an int that is not negative, or None; got {limit!r}"])
    pages = operation.pages
    if pages is not None:
        start = arguments.get(pages.parameter)
        if pages.by in {"page", "offset"} and start is not None and not isinstance(start, int):
            raise ArgumentError(operation.id, [f"{pages.parameter} must be an int; got {start!r}"])
        arguments = {**arguments, **_sized(operation, pages, arguments, limit)}
    return First(operation, arguments, build_request(operation, arguments, settings))


def _sized(
    operation: Operation[Any, Any], pages: Pages, arguments: Mapping[str, object], limit: int | None
) -> Mapping[str, int]:
    """The size of a page to ask for: no more than the limit, and what the parameter takes."""
    size = pages.size
    if not limit or size is None or size in arguments or size not in operation.table:
        return {}
    kind = operation.table[size].kind
    largest = kind.maximum if isinstance(kind, Integer) and kind.maximum is not None else pages.largest
    wanted = min(limit, int(largest or LARGEST_PAGE))
    return {} if kind.check(wanted, size) else {size: wanted}


class Pager(Generic[Item, Page]):
    """The items of a list, fetched page by page while you iterate; each iteration starts anew."""

    def __init__(
        self,
        start: Callable[[], Walk],
        fetch: Callable[[Request], Answer[Page, Any]],
        plain: Callable[[], Pager[Any, Any]],
    ) -> None:
        self._start, self._fetch, self._plain = start, fetch, plain

    def __iter__(self) -> Iterator[Item]:
        walk = self._start()
        while (request := walk.following()) is not None:
            answer = self._fetch(request)
            yield from walk.items(answer)

    def pages(self) -> Iterator[Page]:
        """Iterate the pages, as many as it takes to reach the limit."""
        walk = self._start()
        while (request := walk.following()) is not None:
            answer = self._fetch(request)
            walk.items(answer)
            yield answer.value

    def plain(self) -> Pager[Any, Any]:
        """Give the same list in plain JSON values: faster, and not compared with the description."""
        return self._plain()


class AsyncPager(Generic[Item, Page]):
    """The items of a list, fetched page by page while you iterate; each iteration starts anew."""

    def __init__(
        self,
        start: Callable[[], Walk],
        fetch: Callable[[Request], Awaitable[Answer[Page, Any]]],
        plain: Callable[[], AsyncPager[Any, Any]],
    ) -> None:
        self._start, self._fetch, self._plain = start, fetch, plain

    async def __aiter__(self) -> AsyncIterator[Item]:
        walk = self._start()
        while (request := walk.following()) is not None:
            answer = await self._fetch(request)
            for item in walk.items(answer):
                yield item

    async def pages(self) -> AsyncIterator[Page]:
        """Iterate the pages, as many as it takes to reach the limit."""
        walk = self._start()
        while (request := walk.following()) is not None:
            answer = await self._fetch(request)
            walk.items(answer)
            yield answer.value

    def plain(self) -> AsyncPager[Any, Any]:
        """Give the same list in plain JSON values: faster, and not compared with the description."""
        return self._plain()
