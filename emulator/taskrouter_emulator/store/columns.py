"""The column types and the row kinds that all tables share."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

from sqlalchemy import BigInteger, Dialect, Integer, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Moment(TypeDecorator[datetime]):
    """A point in time, UTC: microseconds since 1970 in the store, an aware `datetime` outside."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """The number that is stored."""
        return None if value is None else (value - _EPOCH) // timedelta(microseconds=1)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """The moment that was stored."""
        return None if value is None else _EPOCH + timedelta(microseconds=value)


# SQLite numbers rows by itself only where the type is INTEGER.
Identity = Annotated[int, mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)]
Sid = Annotated[str, mapped_column(Text)]
UniqueSid = Annotated[str, mapped_column(Text, unique=True)]


class Row(DeclarativeBase):
    """Base of all rows."""

    type_annotation_map = {datetime: Moment, str: Text, int: BigInteger}  # noqa: RUF012


class Numbered(Row):
    """A row with a number that grows in the order of creation: what lists are ordered and paged by."""

    __abstract__ = True

    id: Mapped[Identity]


class Resource(Numbered):
    """A row that the API shows: it has a SID, an owner, and the dates of its creation and last change."""

    __abstract__ = True

    sid: Mapped[UniqueSid]
    account_sid: Mapped[Sid]
    date_created: Mapped[datetime]
    date_updated: Mapped[datetime]


class WorkspaceResource(Resource):
    """A resource that lives in a workspace."""

    __abstract__ = True

    workspace_sid: Mapped[str]
