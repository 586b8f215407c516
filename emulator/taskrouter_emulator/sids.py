"""SIDs: two letters that say what it is, and 32 hexadecimal digits."""

from __future__ import annotations

import secrets

ACCOUNT, API_KEY = "AC", "SK"
WORKSPACE, ACTIVITY, TASK_CHANNEL, TASK_QUEUE, WORKFLOW = "WS", "WA", "TC", "WQ", "WW"
WORKER, WORKER_CHANNEL, TASK, RESERVATION, EVENT = "WK", "WC", "WT", "WR", "EV"


def issue(prefix: str) -> str:
    """A SID nobody has had before, its digits in lower case."""
    return prefix + secrets.token_hex(16)


def canonical(sid: str) -> str:
    """The SID as it was issued: clients may write the digits in upper case."""
    return sid[:2] + sid[2:].lower()
