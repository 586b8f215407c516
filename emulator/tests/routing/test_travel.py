from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from taskrouter_emulator.routing import (
    Position,
    Step,
    TaskFacts,
    WorkerCounts,
    WorkflowConfiguration,
    current_step,
    first_step,
    parse_configuration,
    queue_step,
    step_after_deadline,
    step_after_skip,
)

START = datetime(2026, 11, 20, 12, tzinfo=UTC)


def task(**attributes: object) -> TaskFacts:
    return TaskFacts("WT1", START, attributes)


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def workflow(*filters: tuple[str, list[dict[str, object]]], default: str | None = "default") -> WorkflowConfiguration:
    routing: dict[str, object] = {
        "filters": [{"expression": expression, "targets": targets} for expression, targets in filters],
        "default_filter": None if default is None else {"queue": default},
    }
    return parse_configuration(json.dumps({"task_routing": routing}))


SUPPORT = workflow(
    (
        "type == 'support'",
        [
            {"queue": "known", "timeout": 10, "known_worker_sid": "task.agent", "priority": 5},
            {"queue": "experts", "timeout": 20, "expression": "worker.level > 3", "order_by": "worker.level DESC"},
            {"queue": "everyone"},
        ],
    ),
    ("type == 'support' OR type == 'sales'", [{"queue": "sales", "timeout": 30, "skip_if": "workers.available == 0"}]),
)


def test_the_first_filter_that_holds_takes_the_task() -> None:
    step = first_step(SUPPORT, task(type="support"), at(0))
    assert step is not None
    assert (step.queue_sid, step.priority, step.position) == ("known", 5, Position(0, 0))
    assert (str(step.known_worker_sid), step.deadline) == ("task.agent", at(10))
    sales = first_step(SUPPORT, task(type="sales"), at(0))
    assert sales is not None
    assert (sales.queue_sid, sales.position) == ("sales", Position(1, 0))


def test_no_filter_leads_to_the_default_or_out() -> None:
    step = first_step(SUPPORT, task(type="other"), at(0))
    assert step == Step(Position(None, None), "default")
    assert first_step(workflow(("1==2", [{"queue": "q"}]), default=None), task(), at(0)) is None


def test_deadlines_add_up_on_the_age_of_the_task() -> None:
    subject = task(type="support")
    second = step_after_deadline(SUPPORT, subject, Position(0, 0), at(10))
    assert second is not None
    assert (second.queue_sid, second.deadline, second.is_over(at(29)), second.is_over(at(30))) == (
        "experts",
        at(30),
        False,
        True,
    )
    third = step_after_deadline(SUPPORT, subject, second.position, at(30))
    assert third is not None
    assert (third.queue_sid, third.deadline, third.is_over(at(10**8))) == ("everyone", None, False)


def test_an_old_task_passes_over_what_has_ended() -> None:
    old = first_step(SUPPORT, task(type="support"), at(25))
    assert old is not None
    assert old.queue_sid == "experts"
    sales = first_step(SUPPORT, task(type="sales"), at(30))
    assert sales is not None
    assert (sales.queue_sid, sales.position) == ("default", Position(1, None))


def test_the_last_deadline_leads_to_the_default_filter_and_there_the_task_stays() -> None:
    subject = task(type="sales")
    step = step_after_deadline(SUPPORT, subject, Position(1, 0), at(30))
    assert step == Step(Position(1, None), "default", deadline=None)
    assert step is not None
    assert step_after_deadline(SUPPORT, subject, step.position, at(99)) == step
    assert step_after_skip(SUPPORT, subject, step.position, at(99)) == step
    without = workflow(("1==1", [{"queue": "q", "timeout": 1}]), default=None)
    assert step_after_deadline(without, subject, Position(0, 0), at(1)) is None


def test_who_skips_a_filter_goes_on_to_the_next_and_to_the_default() -> None:
    skipping: list[dict[str, object]] = [{"queue": "a", "skip_if": "1==1"}, {"queue": "b", "skip_if": "1==1"}]
    configuration = workflow(("1==1", skipping), ("1==2", skipping), ("1==1", [{"queue": "c", "skip_if": "1==1"}]))
    step = first_step(configuration, task(), at(0))
    queues: list[str] = []
    while step is not None and step.is_skipped(task(), WorkerCounts(), at(0)):
        queues.append(step.queue_sid)
        step = step_after_skip(configuration, task(), step.position, at(0))
    assert queues == ["a", "b", "c"]
    assert step == Step(Position(None, None), "default")


def test_a_step_is_skipped_only_where_its_condition_says_so() -> None:
    step = first_step(SUPPORT, task(type="sales"), at(0))
    assert step is not None
    assert step.is_skipped(task(), WorkerCounts(available=0, unavailable=2), at(0))
    assert not step.is_skipped(task(), WorkerCounts(available=1), at(0))
    assert not queue_step("q").is_skipped(task(), WorkerCounts(), at(0))


def test_a_position_is_stored_as_json_and_found_again() -> None:
    subject = task(type="support")
    for position in (Position(0, 1), Position(1, None), Position()):
        stored = json.loads(json.dumps(position))
        step = current_step(SUPPORT, subject, Position(*stored))
        assert step is not None
        assert step.position == position
    for gone in (Position(2, 0), Position(0, 3), Position(None, 0)):
        assert current_step(SUPPORT, subject, gone) is None


def test_a_position_of_an_older_configuration_still_leads_on() -> None:
    assert step_after_deadline(SUPPORT, task(), Position(7, 7), at(0)) == Step(Position(7, None), "default")
    assert step_after_skip(SUPPORT, task(), Position(7, 7), at(0)) == Step(Position(None, None), "default")


def test_a_deadline_beyond_the_calendar_is_none() -> None:
    targets: list[dict[str, object]] = [{"queue": "q", "timeout": 2_147_483_647}] * 200
    step = current_step(workflow(("1==1", targets)), task(), Position(0, 199))
    assert step is not None
    assert step.deadline is None
