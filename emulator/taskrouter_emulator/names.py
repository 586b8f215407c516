"""Names that are unique in their workspace, whatever their case."""

from __future__ import annotations

import unicodedata
from hashlib import blake2b
from typing import TypeAlias

from sqlalchemy import select

from .refusals import invalid
from .store.rows import Activity, TaskChannel, TaskQueue, Worker, Workflow
from .transaction import WorkspaceTransaction

Named: TypeAlias = Activity | TaskChannel | TaskQueue | Worker | Workflow

_NOUNS = {
    Activity: "an activity",
    TaskChannel: "a task channel",
    TaskQueue: "a task queue",
    Worker: "a worker",
    Workflow: "a workflow",
}


def name_key(name: str) -> str:
    """A digest that two names share if they differ in case only: names may be longer than an index can hold."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def claim_name(tx: WorkspaceTransaction, kind: type[Named], name: str, own_sid: str | None = None) -> str:
    """The key of a name that nobody else has; ApiError 400 where another of the kind has it.

    `own_sid` is the resource that is renamed: its own name does not stand in the way.
    """
    key = name_key(name)
    owner = tx.session.scalar(select(kind.sid).where(kind.workspace_sid == tx.workspace.sid, kind.name_key == key))
    if owner is not None and owner != own_sid:
        raise invalid(f"There is already {_NOUNS[kind]} named {name!r} in workspace {tx.workspace.sid}: {owner}")
    return key
