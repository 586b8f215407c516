"""The emulator's control interface, where there is one: what needs it is not provable elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
import requests

NOT_PROVABLE = "not provable here"


def not_provable(why: str) -> None:
    """Leave out what this server gives no means to prove; it is counted."""
    pytest.skip(f"{NOT_PROVABLE}: {why}")


@dataclass(frozen=True, slots=True)
class Control:
    """Moves the clock, and sets what becomes of calls and of the next requests."""

    url: str | None

    @property
    def is_there(self) -> bool:
        return self.url is not None

    def need(self, what: str) -> None:
        if self.url is None:
            not_provable(f"{what} needs --control-url")

    def advance(self, seconds: int) -> None:
        """Move the clock forward."""
        self.need("the clock")
        self._post("/clock", {"advance": seconds})

    def fail_next(self, status: int, operation: str, *, count: int = 1, retry_after: int | None = None) -> None:
        """Have the next requests of an operation answered with 429 or 500."""
        self.need(f"status {status}")
        extra = {} if retry_after is None else {"retry_after": retry_after}
        self._post("/faults", {"status": status, "count": count, "operation": operation, **extra})

    def limit_rejections(self, workspace: str, most: int) -> None:
        """Set how many rejections cancel a task of a workspace."""
        self.need("a limit of rejections")
        self._post(f"/workspaces/{workspace}", {"max_rejections": most})

    @contextmanager
    def telephony(self, outcome: str, **settings: int) -> Iterator[None]:
        """Let calls to workers come to this, for as long as the block lasts."""
        self.need("the outcome of a call")
        self._post("/telephony", {"outcome": outcome, **settings})
        try:
            yield
        finally:
            self._post("/telephony", {"outcome": "answer"})

    def _post(self, path: str, values: dict[str, Any]) -> None:
        answer = requests.post(f"{self.url}{path}", json=values, timeout=60)
        assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text}"
