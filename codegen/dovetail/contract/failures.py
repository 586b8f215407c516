"""What breaks the contract: a `Failure` each; and the failures that somebody has answered for beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

from .exchange import Exchange


@dataclass(frozen=True, slots=True)
class Failure:
    """One breach: which rule, of which operation, what is wrong, where in the description, and what was said.

    `side` is who must change: `server`, `client`, or `tools` when two judges disagree. `pointer` is a JSON Pointer
    (RFC 6901) into the description. `sameness` stands for the message where that quotes what was sent.
    """

    rule: str
    operation_id: str
    message: str
    pointer: str = ""
    exchange: Exchange | None = field(default=None, repr=False)
    side: str = "server"
    sameness: str = field(default="", repr=False)

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes two failures the same one."""
        return self.rule, self.operation_id, self.pointer, self.sameness or self.message

    def __str__(self) -> str:
        return f"{self.operation_id}: {self.message} [{self.rule}]"


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A failure that is none, with the reason: data, and itself a failure when nothing needed it.

    It names the operation (a glob of ids), the status and the rule; with `code`, also what the member `code` of the
    answer may be.
    """

    operation_id: str
    status: int
    rule: str
    reason: str
    code: int | str | frozenset[int | str] | None = None

    @property
    def codes(self) -> frozenset[int | str | None]:
        """The codes that the answer may have."""
        return frozenset(self.code) if isinstance(self.code, frozenset) else frozenset({self.code})

    def covers(self, failure: Failure, code: Any = None) -> bool:
        """Whether this excludes a failure whose answer has this code."""
        return (
            failure.exchange is not None
            and failure.exchange.response.status == self.status
            and failure.rule == self.rule
            and fnmatchcase(failure.operation_id, self.operation_id)
            and (self.code is None or code in self.codes)
        )

    def __str__(self) -> str:
        code = "" if self.code is None else f" code {', '.join(sorted(map(str, self.codes)))}"
        return f"{self.rule} of {self.operation_id} with {self.status}{code}: {self.reason}"


class Exclusions:
    """The exclusions of one run, and how often each was needed."""

    def __init__(self, exclusions: Sequence[Exclusion] = ()) -> None:
        self.used = dict.fromkeys(exclusions, 0)

    def excludes(self, failure: Failure, code: Any = None) -> bool:
        """Whether an exclusion covers this failure; it counts as needed then."""
        for exclusion in self.used:
            if exclusion.covers(failure, code):
                self.used[exclusion] += 1
                return True
        return False

    def unused(self) -> tuple[Failure, ...]:
        """A failure for each exclusion that nothing needed."""
        return tuple(
            Failure("unused-exclusion", exclusion.operation_id, f"nothing needed the exclusion: {exclusion}")
            for exclusion, count in self.used.items()
            if not count
        )
