"""Where openapi-core is wrong: each case decided in `decisions.toml`, with the standard's text that decides it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from dovetail.contract import Failure
from dovetail.runtime.wire.media import form_of

LIST = Path(__file__).with_name("decisions.toml")


@dataclass(frozen=True, slots=True)
class Decision:
    """A disagreement that is settled, recognised by a part of its message.

    `forms` are those of the content that is disagreed about, where that matters.
    """

    name: str
    message: str
    reason: str
    forms: tuple[str, ...] = ()

    def settles(self, failure: Failure) -> bool:
        """Whether this is about a failure."""
        if failure.rule != "tools-disagree" or self.message not in failure.message:
            return False
        return not self.forms or _form_of(failure) in self.forms


def _form_of(failure: Failure) -> str | None:
    if failure.exchange is None:
        return None
    is_request = failure.message.startswith("of the request")
    message = failure.exchange.request if is_request else failure.exchange.response
    return form_of(message.header("content-type") or "")


@dataclass(slots=True)
class Decisions:
    """All decisions, and how often each was needed."""

    listed: tuple[Decision, ...]
    used: dict[str, int] = field(default_factory=dict[str, int])

    @classmethod
    def read(cls, path: Path = LIST) -> Self:
        """Read all that are written down."""
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["decision"]
        return cls(tuple(Decision(**{**each, "forms": tuple(each.get("forms", ()))}) for each in entries))

    def explain(self, failure: Failure) -> bool:
        """Whether a decision settles this failure; it counts as needed then."""
        for decision in self.listed:
            if decision.settles(failure):
                self.used[decision.name] = self.used.get(decision.name, 0) + 1
                return True
        return False
