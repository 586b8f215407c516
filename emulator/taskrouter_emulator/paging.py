"""Lists, page by page.

A page token says after (or before) which row the page begins, so that rows which are inserted meanwhile move no page.
`Page` is the client's own count and comes back as `meta.page`; what is shown depends on `PageToken` alone.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, Generic, TypeAlias, TypeVar
from urllib.parse import urlencode

from sqlalchemy import BigInteger, ColumnElement, Select, and_, or_, select, type_coerce
from sqlalchemy.orm import Session

from .refusals import INVALID, PAGE_TOO_LARGE, invalid
from .representation import Shown, url
from .store.columns import Moment, Numbered
from .transaction import Transaction

DEFAULT_SIZE: Final = 50
MAX_SIZE: Final = 1000
_PREFIX: Final = "PT"
_STATE: Final = ("PageSize", "Page", "PageToken")

RowT = TypeVar("RowT", bound=Numbered)
Scalar: TypeAlias = int | str
Condition: TypeAlias = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Order:
    """One criterion of a list's order: an expression over the row, and which way it goes."""

    name: str
    expression: Any
    is_descending: bool = False

    @property
    def column(self) -> ColumnElement[Any]:
        """What the database compares: moments as their numbers."""
        is_moment = isinstance(self.expression.type, Moment)
        return type_coerce(self.expression, BigInteger) if is_moment else self.expression


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page begins: the values of the order's criteria at a row, which itself is not on the page."""

    values: tuple[Scalar, ...]
    is_backward: bool = False

    def token(self, order: Sequence[Order]) -> str:
        """The opaque text that clients send back."""
        text = json.dumps([_names(order), int(self.is_backward), *self.values], separators=(",", ":"))
        return _PREFIX + base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


@dataclass(frozen=True, slots=True)
class Listing(Generic[RowT]):
    """What is listed: the rows that `statement` selects in `order` and that `keep` keeps, shown by `show`.

    The order's last criterion must tell all rows apart.
    """

    key: str
    path: str
    statement: Select[RowT]
    show: Callable[[RowT], Shown]
    order: Sequence[Order]
    keep: Callable[[RowT], bool] = lambda row: True  # noqa: ARG005


def show_page(tx: Transaction, listing: Listing[RowT], params: Mapping[str, object]) -> Shown:
    """One page of a list: `{meta, <key>: [...]}`.

    Raises:
        ApiError: 400, for a page size out of bounds or a token that was not given out for this list.
    """
    size = _whole(params.get("page_size"), DEFAULT_SIZE)
    number = _whole(params.get("page"), 0)
    if size > MAX_SIZE:
        raise invalid(f"Page size too large: {size} is over {MAX_SIZE}", PAGE_TOO_LARGE)
    if size < 1 or number < 0:
        raise invalid("PageSize must be 1 or more, and Page 0 or more")
    cursor = _read_token(params.get("page_token"), listing.order)
    found = list(islice(_rows(tx.session, listing, cursor, size), size + 1))
    has_more, found = len(found) > size, found[:size]
    is_backward = cursor is not None and cursor.is_backward
    if is_backward:
        found.reverse()
    has_next, has_previous = (True, has_more) if is_backward else (has_more, cursor is not None)
    ends = [_values(row, listing.order, tx.session) for row in (found[0], found[-1])] if found else []
    after = Cursor(ends[1]) if ends and has_next else None
    before = Cursor(ends[0], is_backward=True) if ends and has_previous else None
    return {
        "meta": {
            "first_page_url": _page_url(tx, listing, size, 0, None),
            "key": listing.key,
            "next_page_url": None if after is None else _page_url(tx, listing, size, number + 1, after),
            "page": number,
            "page_size": size,
            "previous_page_url": None if before is None else _page_url(tx, listing, size, max(number - 1, 0), before),
            "url": _page_url(tx, listing, size, number, cursor),
        },
        listing.key: [listing.show(row) for row in found],
    }


def _rows(session: Session, listing: Listing[RowT], cursor: Cursor | None, size: int) -> Iterable[RowT]:
    """The rows after the cursor (before it, nearest first), read in portions of the page's size."""
    is_backward = cursor is not None and cursor.is_backward
    columns = [(order.column, order.is_descending != is_backward) for order in listing.order]
    statement = listing.statement.order_by(*(column.desc() if down else column.asc() for column, down in columns))
    while True:
        portion = statement if cursor is None else statement.where(_beyond(columns, cursor.values))
        rows = session.scalars(portion.limit(size + 1)).all()
        yield from (row for row in rows if listing.keep(row))
        if len(rows) <= size:
            return
        cursor = Cursor(_values(rows[-1], listing.order, session), is_backward=is_backward)


def _beyond(columns: Sequence[tuple[ColumnElement[Any], bool]], values: Sequence[Scalar]) -> ColumnElement[bool]:
    """The rows that come after the values, in lexicographic order."""
    alternatives = []
    for index, (column, is_descending) in enumerate(columns):
        equal = [previous == value for (previous, _), value in zip(columns[:index], values, strict=False)]
        value = values[index]
        alternatives.append(and_(*equal, column < value if is_descending else column > value))
    return or_(*alternatives)


def _values(row: Numbered, order: Sequence[Order], session: Session) -> tuple[Scalar, ...]:
    if len(order) == 1:
        return (row.id,)
    columns = [criterion.column for criterion in order]
    return tuple(session.execute(select(*columns).where(type(row).id == row.id)).one())


def _names(order: Sequence[Order]) -> str:
    return ",".join(f"{'-' if criterion.is_descending else ''}{criterion.name}" for criterion in order)


def _read_token(token: object, order: Sequence[Order]) -> Cursor | None:
    if token is None or token == "":
        return None
    text = str(token)
    try:
        padded = text.removeprefix(_PREFIX) + "=" * (-len(text.removeprefix(_PREFIX)) % 4)
        names, backward, *values = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, TypeError, RecursionError):
        raise _unknown_token() from None
    is_ours = text.startswith(_PREFIX) and names == _names(order) and backward in (0, 1) and len(values) == len(order)
    if not is_ours or not all(map(_is_value, values, order)):
        raise _unknown_token()
    return Cursor(tuple(values), is_backward=backward == 1)


def _is_value(value: object, order: Order) -> bool:
    kind = order.column.type.python_type
    if kind is not int:
        return isinstance(value, kind) and "\x00" not in str(value)
    return type(value) is int and -(2**63) <= value < 2**63


def _unknown_token() -> Exception:
    return invalid("PageToken was not given out by this list: begin with the first page", INVALID)


def _whole(value: object, default: int) -> int:
    return value if isinstance(value, int) else default


def _page_url(tx: Transaction, listing: Listing[Any], size: int, number: int, cursor: Cursor | None) -> str:
    filters = [(name, value) for name, value in tx.client.query if name not in _STATE]
    state: list[tuple[str, str]] = [("PageSize", str(size)), ("Page", str(number))]
    if cursor is not None:
        state.append(("PageToken", cursor.token(listing.order)))
    return f"{url(tx, listing.path)}?{urlencode(filters + state, errors='replace')}"


def by_id(kind: type[RowT], *, is_descending: bool = False) -> tuple[Order, ...]:
    """The order of creation, oldest or newest first."""
    return (Order("id", kind.id, is_descending),)


def ordering(text: str | None, columns: Mapping[str, Any], kind: type[RowT]) -> tuple[Order, ...]:
    """The order that `Name:asc,Other:desc` asks for, then that of creation; ApiError 400 for a name not in columns."""
    orders = []
    for part in (text or "").split(",") if text else ():
        name, _, direction = part.strip().partition(":")
        if name not in columns or direction not in {"asc", "desc"}:
            raise invalid(f"Ordering must be one of {', '.join(columns)} with :asc or :desc, not {part!r}")
        orders.append(Order(name, columns[name], direction == "desc"))
    return (*orders, *by_id(kind))
