from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from taskrouter_emulator.routing import (
    ChannelFacts,
    Position,
    QueueFacts,
    Step,
    TaskFacts,
    WorkerFacts,
    available_capacity_percentage,
    count_workers,
    eligible_workers,
    offers,
    order_tasks,
    parse,
    parse_order,
    parse_value,
    queue_step,
    queue_workers,
)

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
VOICE = {"voice": ChannelFacts(configured_capacity=2)}
TASK = TaskFacts("WT1", NOW - timedelta(minutes=5), {"agent": "WK2", "language": "en"}, channel_unique_name="voice")
EVERYONE = QueueFacts("WQ1", parse("1==1"))
STEP = queue_step("WQ1")


def worker(number: int, **attributes: object) -> WorkerFacts:
    """An available worker with room; the higher its number, the shorter it has been idle."""
    return WorkerFacts(
        sid=f"WK{number}",
        friendly_name=f"Worker {number}",
        activity_sid="WA1",
        activity_name="Available",
        is_available=True,
        idle_since=NOW - timedelta(minutes=60 - number),
        attributes=attributes,
        channels=VOICE,
    )


def asked(task: TaskFacts, step: Step, workers: list[WorkerFacts], *, is_multi_tasking: bool = True) -> list[str]:
    found = eligible_workers(task, step, EVERYONE, workers, now=NOW, is_multi_tasking=is_multi_tasking)
    return [each.sid for each in found]


def test_the_longest_idle_is_asked_first_and_equals_by_sid() -> None:
    latecomer = replace(worker(0), idle_since=worker(3).idle_since)
    assert asked(TASK, STEP, [worker(3), worker(1), latecomer, worker(2)]) == ["WK1", "WK2", "WK0", "WK3"]


@pytest.mark.parametrize(
    "busy",
    [
        replace(worker(1), is_available=False),
        replace(worker(1), channels={}),
        replace(worker(1), channels={"chat": ChannelFacts()}),
        replace(worker(1), channels={"voice": ChannelFacts(is_available=False)}),
        replace(worker(1), channels={"voice": ChannelFacts(configured_capacity=2, assigned=1, reserved=1)}),
        replace(worker(1), channels={"voice": ChannelFacts(configured_capacity=0)}),
    ],
)
def test_who_is_not_available_or_full_is_not_asked(busy: WorkerFacts) -> None:
    assert asked(TASK, STEP, [busy, worker(2)]) == ["WK2"]


def test_single_tasking_knows_one_reservation_and_no_channels() -> None:
    elsewhere = replace(worker(1), channels={"chat": ChannelFacts(configured_capacity=5, assigned=1)})
    free = replace(worker(2), channels={"chat": ChannelFacts(is_available=False)})
    assert asked(TASK, STEP, [elsewhere, free], is_multi_tasking=False) == ["WK2"]


def test_queue_expression_and_known_worker_must_all_agree() -> None:
    crew = [
        worker(1, level=5, team="a"),
        worker(2, level=5, team="a"),
        worker(3, level=1, team="a"),
        worker(4, level=5),
    ]
    queue = QueueFacts("WQ1", parse("team == 'a'"))
    step = Step(Position(0, 0), "WQ1", expression=parse("worker.level >= 4 AND task.language == 'en'"))
    assert [each.sid for each in eligible_workers(TASK, step, queue, crew, now=NOW)] == ["WK1", "WK2"]
    by_sid = replace(step, known_worker_sid=parse_value("task.agent"))
    assert [each.sid for each in eligible_workers(TASK, by_sid, queue, crew, now=NOW)] == ["WK2"]
    by_name = replace(step, known_worker_friendly_name=parse_value("'Worker 1'"))
    assert [each.sid for each in eligible_workers(TASK, by_name, queue, crew, now=NOW)] == ["WK1"]
    nobody = replace(step, known_worker_sid=parse_value("task.missing"))
    assert eligible_workers(TASK, nobody, queue, crew, now=NOW) == []


def test_a_queue_with_an_empty_expression_has_nobody() -> None:
    assert eligible_workers(TASK, STEP, QueueFacts("WQ1", None), [worker(1)], now=NOW) == []


def test_a_task_for_one_worker_asks_no_other_and_neither_availability_nor_room() -> None:
    crew = [worker(1), replace(worker(2), is_available=False, channels={})]
    addressed = replace(TASK, routing_target="WK2")
    assert asked(addressed, STEP, crew) == ["WK2"]
    assert asked(addressed, STEP, crew, is_multi_tasking=False) == ["WK2"]
    assert asked(replace(addressed, ignore_capacity=False), STEP, crew) == []
    assert asked(replace(addressed, ignore_capacity=False, routing_target="WK1"), STEP, crew) == ["WK1"]
    assert asked(replace(addressed, routing_target="WQ1"), STEP, crew) == ["WK1"]


def test_ignoring_capacity_does_not_ignore_the_activity() -> None:
    full = replace(worker(1), channels={"voice": ChannelFacts(configured_capacity=1, assigned=1)})
    away = replace(full, sid="WK2", is_available=False)
    assert asked(TASK, STEP, [full, away]) == []
    assert asked(replace(TASK, ignore_capacity=True), STEP, [full, away]) == ["WK1"]
    assert asked(replace(TASK, ignore_capacity=True), STEP, [full, away], is_multi_tasking=False) == ["WK1"]


@pytest.mark.parametrize(
    ("order_by", "sids"),
    [
        ("worker.level DESC", ["WK3", "WK1", "WK5", "WK2", "WK4", "WK6"]),
        ("worker.level ASC", ["WK2", "WK1", "WK5", "WK3", "WK4", "WK6"]),
        ("worker.level DESC, worker.cost ASC", ["WK3", "WK5", "WK1", "WK2", "WK6", "WK4"]),
        ("worker.missing DESC", ["WK1", "WK2", "WK3", "WK4", "WK5", "WK6"]),
    ],
)
def test_order_by_breaks_ties_in_turn_and_puts_the_missing_last(order_by: str, sids: list[str]) -> None:
    crew = [
        worker(1, level=5, cost=2),
        worker(2, level=1, cost=1),
        worker(3, level=9.5),
        worker(4),
        worker(5, level=5, cost=1),
        worker(6, level=[9], cost=0),
    ]
    assert asked(TASK, replace(STEP, order_by=parse_order(order_by)), crew) == sids


def test_order_by_takes_values_of_any_type() -> None:
    crew = [worker(1, x="b"), worker(2, x=True), worker(3, x=3), worker(4, x="a"), worker(5, x=float("nan"))]
    assert asked(TASK, replace(STEP, order_by=parse_order("worker.x")), crew) == ["WK3", "WK4", "WK1", "WK2", "WK5"]


def test_higher_priority_then_age_in_the_order_of_the_queue() -> None:
    fifo, lifo = QueueFacts("WQ1", None, "FIFO"), QueueFacts("WQ2", None, "LIFO")
    old, young = TaskFacts("WTold", NOW), TaskFacts("WTyoung", NOW + timedelta(seconds=9))
    backdated = TaskFacts("WTback", NOW + timedelta(seconds=9), virtual_start=NOW - timedelta(seconds=1))
    urgent = TaskFacts("WTurgent", NOW + timedelta(seconds=9), priority=1)

    def sids(*waiting: tuple[TaskFacts, QueueFacts], prioritized: str = "FIFO") -> list[str]:
        order = order_tasks(waiting, "LIFO" if prioritized == "LIFO" else "FIFO")
        return [task.sid for task, _ in order]

    assert sids((young, fifo), (old, fifo), (urgent, fifo), (backdated, fifo)) == [
        "WTurgent",
        "WTback",
        "WTold",
        "WTyoung",
    ]
    assert sids((backdated, lifo), (old, lifo), (young, lifo)) == ["WTyoung", "WTold", "WTback"]
    assert sids((old, fifo), (young, lifo), prioritized="LIFO") == ["WTyoung", "WTold"]
    assert sids((young, lifo), (old, fifo), prioritized="FIFO") == ["WTold", "WTyoung"]


def test_offers_fill_the_queues_limit_and_count_those_that_are_open() -> None:
    crew = [worker(number) for number in range(1, 6)]
    queue = replace(EVERYONE, max_reserved_workers=3)
    assert offers(TASK, STEP, EVERYONE, crew, now=NOW) == ("WK1",)
    assert offers(TASK, STEP, queue, crew, now=NOW) == ("WK1", "WK2", "WK3")
    assert offers(TASK, STEP, queue, crew, now=NOW, open_offers={"WK1", "WK4"}) == ("WK2",)
    assert offers(TASK, STEP, queue, crew, now=NOW, open_offers={"WK1", "WK2", "WK3", "WK4"}) == ()


def test_who_let_the_task_go_is_asked_again_only_when_nobody_else_is_left() -> None:
    crew = [worker(1), worker(2)]
    queue = replace(EVERYONE, max_reserved_workers=2)
    assert offers(TASK, STEP, queue, crew, now=NOW, ended_offers={"WK1"}) == ("WK2",)
    assert offers(TASK, STEP, queue, crew, now=NOW, open_offers={"WK2"}, ended_offers={"WK1"}) == ()
    assert offers(TASK, STEP, queue, crew, now=NOW, ended_offers={"WK1", "WK2"}) == ("WK1", "WK2")


def test_one_more_offer_takes_one_more_place() -> None:
    once = worker(1).with_reservation("voice")
    assert (once.channels["voice"].has_room, once.live_reservations) == (True, 1)
    assert not once.with_reservation("voice").channels["voice"].has_room
    assert not worker(1).with_reservation("chat").channels["chat"].has_room
    assert worker(1).live_reservations == 0


def test_the_workers_of_a_queue_are_counted_by_activity() -> None:
    away = replace(worker(2, team="a"), is_available=False, activity_sid="WA2")
    crew = [worker(1, team="a"), away, worker(3, team="b")]
    queue = QueueFacts("WQ1", parse("team == 'a'"))
    assert [each.sid for each in queue_workers(queue, crew, NOW)] == ["WK1", "WK2"]
    counts = count_workers(queue, crew, NOW)
    assert (counts.available, counts.unavailable, dict(counts.by_activity)) == (1, 1, {"WA1": 1, "WA2": 1})


@pytest.mark.parametrize(
    ("configured", "assigned", "percentage"),
    [(3, 2, 33), (3, 1, 67), (8, 7, 13), (1, 0, 100), (1, 1, 0), (2, 5, 0), (0, 0, 0)],
)
def test_the_free_share_is_rounded_to_whole_percent(configured: int, assigned: int, percentage: int) -> None:
    assert available_capacity_percentage(configured, assigned) == percentage
