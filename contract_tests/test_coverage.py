"""After everything else: each operation, parameter, status and enum value of the description was exercised."""

from __future__ import annotations

from typing import Any

import pytest

from dovetail.contract import Coverage, Gap

from .control import NOT_PROVABLE, Control
from .recording import Recorder

NEVER_SAID = frozenset({"activity", "reservation", "task", "task-queue", "worker", "workflow", "workspace"})
"""Words of `actor_type` that no answer can hold: over REST only an account acts, not what is realtime."""
BY_CONTROL = {("status", "429"), ("status", "500"), ("answer value", "/components/schemas/ReservationStatus=timeout")}
"""What needs the control interface."""


def _is_excluded(gap: Gap) -> bool:
    return gap.name.partition("=")[0].endswith("/ActorType") and gap.name.partition("=")[2] in NEVER_SAID


@pytest.fixture(scope="module")
def coverage(description: Any, recorder: Recorder) -> Coverage:
    counted = Coverage(description)
    for recorded in recorder.kept:
        counted.add(recorded.exchange)
    return counted


def test_everything_that_the_description_names_was_exercised(
    coverage: Coverage, control: Control, request: pytest.FixtureRequest
) -> None:
    if not _is_whole(request.session):
        pytest.skip("only after all contract tests")
    missing = [gap for gap in coverage.missing() if not _is_excluded(gap)]
    if not control.is_there:
        here = [gap for gap in missing if (gap.kind, gap.name) not in BY_CONTROL]
        print(f"{NOT_PROVABLE}: {len(missing) - len(here)} of {len(coverage.documented)}")  # noqa: T201
        missing = here
    counts = {kind: sum(gap.kind == kind for gap in coverage.documented) for kind in _kinds(coverage)}
    print(f"exercised: {counts}, but {len(missing)}")  # noqa: T201
    assert not missing, "never exercised:\n" + "\n".join(map(str, missing))


def test_no_exclusion_is_left_that_nothing_needs(coverage: Coverage, request: pytest.FixtureRequest) -> None:
    if not _is_whole(request.session):
        pytest.skip("only after all contract tests")
    said = [str(gap) for gap in coverage.documented if _is_excluded(gap) and coverage.seen[gap]]
    assert not said, "said after all: " + ", ".join(said)
    assert sum(map(_is_excluded, coverage.documented)) == len(NEVER_SAID)


def _kinds(coverage: Coverage) -> list[str]:
    return sorted({gap.kind for gap in coverage.documented})


def _is_whole(session: pytest.Session) -> bool:
    """Whether every module of these tests is part of the session."""
    here = session.config.rootpath / "contract_tests"
    modules = {path.name for path in here.rglob("test_*.py")}
    ran = {item.path.name for item in session.items if here in item.path.parents}
    return modules - {"test_variants.py"} <= ran
