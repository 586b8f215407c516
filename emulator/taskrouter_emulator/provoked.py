"""Errors that were asked for: the next so many requests are answered with 429 or 500."""

from __future__ import annotations

from sqlalchemy import or_, select

from .refusals import SERVER_ERROR, TOO_MANY_REQUESTS, ApiError
from .store import Store
from .store.rows import Fault


def provoke(store: Store, status: int, count: int, retry_after: int | None, operation: str | None) -> None:
    """Ask for the next `count` requests (of the operation, or any) to be answered with the status."""
    with store.write() as session:
        session.add(Fault(status=status, remaining=count, retry_after=retry_after, operation=operation))


def take(store: Store, operation_id: str) -> ApiError | None:
    """The error that this request is to be answered with, if one was asked for; it counts as given."""
    wanted = or_(Fault.operation.is_(None), Fault.operation == operation_id)
    with store.read() as session:
        if session.scalar(select(Fault.id).where(wanted).limit(1)) is None:
            return None
    with store.write() as session:
        fault = session.scalar(select(Fault).where(wanted).order_by(Fault.id).limit(1).with_for_update())
        if fault is None:
            return None
        fault.remaining -= 1
        if fault.remaining <= 0:
            session.delete(fault)
        return _error(fault)


def _error(fault: Fault) -> ApiError:
    if fault.status == 429:
        headers = {"Retry-After": str(1 if fault.retry_after is None else fault.retry_after)}
        return ApiError(429, TOO_MANY_REQUESTS, "Too Many Requests", headers)
    return ApiError(500, SERVER_ERROR, "An internal server error has occurred")
