"""One request's (or one timer's) sight of the store: everything read and changed in it happens at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from . import paths, sids
from .refusals import not_found
from .settings import Options, Settings
from .store.columns import WorkspaceResource
from .store.rows import Timer, Workspace

ResourceT = TypeVar("ResourceT", bound=WorkspaceResource)


class Due(StrEnum):
    """What timers are set for."""

    RESERVATION_TIMEOUT = "reservation-timeout"
    CALL_END = "call-end"
    TASK_EXPIRY = "task-expiry"
    STEP_DEADLINE = "step-deadline"
    TASK_PURGE = "task-purge"
    EVENT_PURGE = "event-purge"
    LOOK_AGAIN = "look-again"


@dataclass(frozen=True, slots=True)
class Client:
    """Who asks, and how: the base of URLs in answers, the query as it was sent (decoded), the address."""

    account_sid: str
    base_url: str = "http://127.0.0.1:8080"
    query: Sequence[tuple[str, str]] = ()
    address: str | None = None


@dataclass(slots=True)
class Transaction:
    """A session in one account at one moment."""

    session: Session
    client: Client
    options: Options
    settings: Settings
    now: datetime

    @property
    def account_sid(self) -> str:
        """The account that everything in this transaction belongs to."""
        return self.client.account_sid


@dataclass(slots=True)
class WorkspaceTransaction(Transaction):
    """A transaction in one workspace; one that writes has it to itself.

    `is_timer` tells that no client asked for what happens: it was due; then `now` is when that was, and `present` is
    the moment of the transaction. `unplaced` are the SIDs of tasks that the
    router must look at before the transaction ends, `freed` those of workers that may now fit a waiting task.
    """

    workspace: Workspace
    is_timer: bool = False
    present: datetime = field(init=False)
    unplaced: set[str] = field(default_factory=set)
    freed: set[str] = field(default_factory=set)
    _known: dict[tuple[type[object], str], object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.present = self.now

    def add(self, row: WorkspaceResource) -> None:
        """Keep a new resource."""
        self.session.add(row)
        self._known[type(row), row.sid] = row

    def remove(self, row: WorkspaceResource) -> None:
        """Forget a resource for good."""
        self.session.delete(row)
        self._known.pop((type(row), row.sid), None)

    def lookup(self, kind: type[ResourceT], sid: str | None) -> ResourceT | None:
        """The workspace's resource with this SID, or None."""
        if sid is None:
            return None
        sid = sids.canonical(sid)
        known = self._known.get((kind, sid))
        if isinstance(known, kind):
            return known
        row: ResourceT | None = self.session.scalar(_by_sid(kind), {"sid": sid, "workspace_sid": self.workspace.sid})
        if row is not None:
            self._known[kind, sid] = row
        return row

    def find(self, kind: type[ResourceT], sid: str) -> ResourceT:
        """The workspace's resource with this SID; ApiError 404 where there is none."""
        row = self.lookup(kind, sid)
        if row is None:
            raise not_found(f"{paths.workspace(self.workspace.sid)}/{paths.COLLECTIONS[kind]}/{sid}")
        return row

    def remember(self, rows: Iterable[ResourceT]) -> list[ResourceT]:
        """The rows as a list; a later lookup of one of them asks the store no more."""
        known = list(rows)
        self._known.update({(type(row), row.sid): row for row in known})
        return known

    def all(self, kind: type[ResourceT]) -> list[ResourceT]:
        """All of the workspace's resources of a kind, oldest first."""
        statement = select(kind).where(kind.workspace_sid == self.workspace.sid).order_by(kind.id)
        return self.remember(self.session.scalars(statement))

    def schedule(self, kind: Due, due: datetime, subject_sid: str) -> None:
        """Have something done at a time."""
        timer = Timer(workspace_sid=self.workspace.sid, due=due, kind=kind, subject_sid=subject_sid)
        self.session.add(timer)

    def schedule_in(self, kind: Due, seconds: int, subject_sid: str) -> None:
        """Have something done in so many seconds."""
        self.schedule(kind, self.now + timedelta(seconds=seconds), subject_sid)

    def issue(self, prefix: str) -> dict[str, Any]:
        """The columns that every new resource starts with."""
        return {
            "sid": sids.issue(prefix),
            "account_sid": self.account_sid,
            "workspace_sid": self.workspace.sid,
            "date_created": self.now,
            "date_updated": self.now,
        }


@cache
def _by_sid(kind: type[ResourceT]) -> Select[ResourceT]:
    """Built once: SQLAlchemy takes longer to build a statement than SQLite to run it."""
    return select(kind).where(kind.sid == bindparam("sid"), kind.workspace_sid == bindparam("workspace_sid"))
