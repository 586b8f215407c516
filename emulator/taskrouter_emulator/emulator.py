"""The emulator without HTTP: it opens transactions, and keeps what is due from being late."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from itertools import count
from typing import TypeVar

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from . import clock, paths, router, sids, timers
from .refusals import ApiError, not_found
from .settings import Options, Settings, load_settings
from .store import Store
from .store.rows import Workspace
from .transaction import Client, Transaction, WorkspaceTransaction

_log = logging.getLogger(__name__)

Result = TypeVar("Result")


class Emulator:
    """A store, the options of the command, and a wall clock. Safe to share between threads."""

    def __init__(self, store: Store, options: Options | None = None, wall: clock.Wall = clock.wall) -> None:
        self.store = store
        self.options = options or Options()
        self._wall = wall

    def now(self, settings: Settings) -> datetime:
        """The present moment: the wall clock, moved by what was set."""
        return self._wall() + settings.clock_offset

    def read_account(self, client: Client, act: Callable[[Transaction], Result]) -> Result:
        """See something of an account."""
        with self.store.read() as session:
            return act(self._transaction(session, client))

    def write_account(self, client: Client, act: Callable[[Transaction], Result]) -> Result:
        """Change something of an account."""
        with self.store.write() as session:
            return act(self._transaction(session, client))

    def read(self, client: Client, workspace_sid: str, act: Callable[[WorkspaceTransaction], Result]) -> Result:
        """See something of a workspace, as it is once everything due is done; ApiError 404 where there is none."""
        while True:
            with self.store.read() as session:
                tx = self._workspace(session, client, workspace_sid)
                if not timers.is_due(tx):
                    return act(tx)
            self.settle(client, workspace_sid)

    def write(self, client: Client, workspace_sid: str, act: Callable[[WorkspaceTransaction], Result]) -> Result:
        """Change something in a workspace, alone in it, once everything due is done; ApiError 404 without one.

        What `act` frees or leaves unplaced has to be routed by it, with `router.route`.
        """
        for batch in count():
            with self.store.write() as session:
                tx = self._workspace(session, client, workspace_sid, is_alone=True)
                if not timers.is_due(tx):
                    return act(tx)
                timers.run(tx, is_late=batch >= timers.PATIENCE)
        raise AssertionError("count() does not end")

    def settle(self, client: Client, workspace_sid: str) -> None:
        """Do what is due in the workspace."""
        self.write(client, workspace_sid, lambda tx: None)  # noqa: ARG005

    def settle_all(self) -> None:
        """Do what is due anywhere."""
        for client, workspace_sid in self._due():
            try:
                self.settle(client, workspace_sid)
            except ApiError as error:
                if error.status != 404:  # deleted meanwhile: nothing is due in it any more
                    raise

    def look_again(self) -> None:
        """Do what is due anywhere, and try every waiting task with every worker: the clock was moved."""
        self.settle_all()
        with self.store.read() as session:
            owners = session.execute(select(Workspace.account_sid, Workspace.sid)).all()
        for account_sid, workspace_sid in owners:
            self.write(Client(account_sid), workspace_sid, _look_again)

    def _due(self) -> list[tuple[Client, str]]:
        with self.store.read() as session:
            due = timers.workspaces_due(session, self.now(load_settings(session)))
            if not due:
                return []
            statement = select(Workspace.account_sid, Workspace.sid).where(Workspace.sid.in_(due))
            return [(Client(account_sid), sid) for account_sid, sid in session.execute(statement)]

    def _transaction(self, session: Session, client: Client) -> Transaction:
        settings = load_settings(session)
        return Transaction(session, client, self.options, settings, self.now(settings))

    def _workspace(
        self, session: Session, client: Client, workspace_sid: str, *, is_alone: bool = False
    ) -> WorkspaceTransaction:
        names = {"sid": sids.canonical(workspace_sid), "account_sid": client.account_sid}
        workspace = session.scalar(_LOCKED if is_alone else _SEEN, names)
        if workspace is None:
            raise not_found(paths.workspace(workspace_sid))
        # Only now that nobody else is at work here: time must not run backwards between two transactions.
        settings = load_settings(session)
        return WorkspaceTransaction(session, client, self.options, settings, self.now(settings), workspace)


_SEEN = select(Workspace).where(Workspace.sid == bindparam("sid"), Workspace.account_sid == bindparam("account_sid"))
_LOCKED = _SEEN.with_for_update()


def _look_again(tx: WorkspaceTransaction) -> None:
    router.look_again(tx)
    router.route(tx)
