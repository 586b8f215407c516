"""Where openapi-core is wrong: each case decided in `decisions.toml`, with the standard's text that decides it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Self

from dovetail.contract import Failure

LIST = Path(__file__).with_name("decisions.toml")


@dataclass(frozen=True, slots=True)
class Decision:
    """A disagreement that is settled: it is recognised by a part of its message, and in some documents only."""

    name: str
    message: str
    reason: str
    documents: tuple[str, ...] = ("*",)

    def settles(self, document: str, failure: Failure) -> bool:
        """Whether this is about a failure."""
        is_here = any(fnmatchcase(document, pattern) for pattern in self.documents)
        return failure.rule == "tools-disagree" and is_here and self.message in failure.message


@dataclass(slots=True)
class Decisions:
    """The decisions for one document, and how often each was needed."""

    document: str
    listed: tuple[Decision, ...]
    used: dict[str, int] = field(default_factory=dict[str, int])

    @classmethod
    def read(cls, document: str, path: Path = LIST) -> Self:
        """Read all that are written down."""
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["decision"]
        listed = tuple(Decision(**{**each, "documents": tuple(each.get("documents", ("*",)))}) for each in entries)
        return cls(document, listed)

    def explain(self, failure: Failure) -> bool:
        """Whether a decision settles this failure; it counts as needed then."""
        for decision in self.listed:
            if decision.settles(self.document, failure):
                self.used[decision.name] = self.used.get(decision.name, 0) + 1
                return True
        return False
