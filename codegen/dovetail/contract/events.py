"""What a verification tells while it runs; reports are consumers of this stream and know nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .coverage import Gap
from .failures import Exclusion, Failure


@dataclass(frozen=True, slots=True)
class Started:
    """A half is being verified: `subject` is `server` or `client`, `target` its URL or package."""

    subject: str
    target: str
    operations: int
    seed: int
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Progressed:
    """So many exchanges were judged, in this phase."""

    phase: str
    exchanges: int


@dataclass(frozen=True, slots=True)
class Failed:
    """A failure, the first time that it is found."""

    failure: Failure


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came out: it held when there are no failures.

    `successes` counts answers of success by operation, `excused` what was looked at and let pass by reason,
    `exclusions` how often each exclusion was needed, `gaps` what the description documents and nothing exercised.
    """

    subject: str
    target: str
    seed: int
    seconds: float
    exchanges: int
    failures: tuple[Failure, ...]
    successes: Mapping[str, int]
    documented: int = 0
    gaps: tuple[Gap, ...] = ()
    excused: Mapping[str, int] = field(default_factory=dict[str, int])
    exclusions: Mapping[Exclusion, int] = field(default_factory=dict[Exclusion, int])

    @property
    def held(self) -> bool:
        """Whether the contract held."""
        return not self.failures


Event = Started | Progressed | Failed | Verdict
Listener = Callable[[Event], None]


def silent(_: Event) -> None:
    """Listen to nothing."""
