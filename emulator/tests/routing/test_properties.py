from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from taskrouter_emulator.routing import (
    ChannelFacts,
    ConfigurationError,
    ExpressionError,
    OrderClause,
    Position,
    QueueFacts,
    Scope,
    TaskFacts,
    WorkerFacts,
    current_step,
    offers,
    order_tasks,
    order_workers,
    parse,
    parse_configuration,
    parse_order,
    parse_value,
    queue_step,
)
from taskrouter_emulator.routing.conditions import (
    Array,
    Comparison,
    Condition,
    Conjunction,
    Constant,
    Disjunction,
    Key,
    holds,
    unparse,
)

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)

# Examples are judged by what they do, never by how long a busy machine takes.
unhurried = settings(deadline=None)

tokens = st.sampled_from(
    "a worker.b[0] task.x ( ) [ ] , == = != <= > AND or in NOT HAS contains true null 'x' \"y 12 -3.50 0800 - &".split()
)
almost_expressions = st.lists(tokens, max_size=30).map(" ".join)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abx"), inner, max_size=3),
    max_leaves=8,
)
attributes = st.dictionaries(st.sampled_from(["a", "b", "x", "level"]), json_values, max_size=4)
moments = st.integers(0, 50).map(lambda seconds: NOW + timedelta(seconds=seconds))

constants = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**90), 10**90),
    st.floats(-1e60, 1e60, allow_nan=False).map(lambda value: round(value, 6)),
    st.text(max_size=8),
).map(Constant)
members = st.from_regex(r"[a-z][a-z0-9_]{0,5}", fullmatch=True) | st.integers(0, 999)
keys = st.lists(members, max_size=3).map(lambda path: Key(("k", *path)))
operands = constants | keys | st.lists(constants, max_size=3).map(lambda items: Array(tuple(items)))
operators = st.sampled_from(["==", "!=", "<", "<=", ">", ">=", "CONTAINS", "HAS", "IN", "NOT IN"])
comparisons: st.SearchStrategy[Comparison] = st.builds(Comparison, operands, operators, operands)


def _nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Condition]:
    # A tree of the parser never holds a conjunction in a conjunction, nor a disjunction in a disjunction.
    flat = inner.filter(lambda each: not isinstance(each, Conjunction))
    other = inner.filter(lambda each: not isinstance(each, Disjunction))
    return st.builds(Conjunction, st.lists(flat, min_size=2, max_size=3).map(tuple)) | st.builds(
        Disjunction, st.lists(other, min_size=2, max_size=3).map(tuple)
    )


conditions: st.SearchStrategy[Any] = st.recursive(comparisons, _nested, max_leaves=8)


@st.composite
def crews(draw: st.DrawFn) -> list[WorkerFacts]:
    channel = st.builds(ChannelFacts, st.booleans(), st.integers(0, 3), st.integers(0, 3), st.integers(0, 3))
    numbers = draw(st.lists(st.integers(0, 9), unique=True, max_size=7))
    return [
        WorkerFacts(
            sid=f"WK{number}",
            friendly_name=f"Worker {number}",
            activity_sid="WA1",
            activity_name="Available",
            is_available=draw(st.booleans()),
            idle_since=draw(moments),
            attributes=draw(attributes),
            channels={"default": draw(channel)},
        )
        for number in numbers
    ]


@unhurried
@given(st.text() | almost_expressions)
def test_any_text_is_parsed_or_refused_with_its_place(text: str) -> None:
    for reader in (parse, parse_value, parse_order):
        try:
            reader(text)
        except ExpressionError as error:
            lines = text.split("\n")
            line, column = error.position
            assert 1 <= line <= len(lines)
            assert 1 <= column <= len(lines[line - 1]) + 1
            str(error).encode()


@unhurried
@given(conditions, attributes)
def test_what_is_written_reads_as_the_same_tree_and_holds_alike(
    condition: Condition, values: dict[str, object]
) -> None:
    text = unparse(condition)
    again = parse(text).condition
    assert unparse(again) == text
    assert again == condition
    scope = Scope(NOW, task=TaskFacts("WT1", NOW, {"k": values}), bare="task")
    assert parse(text).holds(scope) is _by_definition(condition, scope)


def _by_definition(condition: Condition, scope: Scope) -> bool:
    match condition:
        case Conjunction(terms):
            return all(_by_definition(term, scope) for term in terms)
        case Disjunction(terms):
            return any(_by_definition(term, scope) for term in terms)
        case Comparison():
            return holds(condition, scope)


@unhurried
@given(comparisons, attributes)
def test_inequality_of_scalars_is_the_opposite_of_equality(comparison: Comparison, values: dict[str, object]) -> None:
    scope = Scope(NOW, worker=None, task=TaskFacts("WT1", NOW, {"k": values}), bare="task")
    left, right = str(comparison.left), str(comparison.right)
    is_equal, is_unequal = (parse(f"{left} {sign} {right}").holds(scope) for sign in ("==", "!="))
    assert not (is_equal and is_unequal)
    if isinstance(comparison.left, Constant) and isinstance(comparison.right, Constant):
        assert is_equal is not is_unequal


def _members(**usual: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """An object with some of the members, each as it usually is or anything else."""
    return st.fixed_dictionaries({}, optional={name: value | json_values for name, value in usual.items()})


targets = _members(
    queue=st.just("WQ1"),
    task_queue_sid=st.just("WQ1"),
    expression=almost_expressions,
    priority=st.integers(-1, 9) | st.just("3"),
    timeout=st.integers(-1, 9),
    order_by=st.just("worker.level DESC"),
    skip_if=st.just("1==1"),
    known_worker_sid=st.just("task.agent"),
)
filters = _members(expression=st.just("1==1"), friendly_name=st.text(max_size=3), targets=st.lists(targets, max_size=3))
documents = _members(task_routing=_members(filters=st.lists(filters, max_size=3), default_filter=targets))


@unhurried
@given(st.text() | documents.map(json.dumps))
def test_any_text_is_a_configuration_or_refused(text: str) -> None:
    try:
        configuration = parse_configuration(text, {"WQ1"})
    except ConfigurationError as error:
        str(error).encode()
    else:
        assert configuration.queue_sids <= {"WQ1"}
        assert all(each.targets for each in configuration.filters)


@unhurried
@given(
    crews(), st.sampled_from(["worker.x", "worker.x DESC", "worker.level DESC, worker.x", "worker.a, worker.b DESC"])
)
def test_the_order_of_workers_is_total_and_does_not_depend_on_where_they_stood(
    crew: list[WorkerFacts], order_by: str
) -> None:
    clauses: tuple[OrderClause, ...] = parse_order(order_by)
    ordered = order_workers(crew, clauses, NOW)
    assert sorted(worker.sid for worker in ordered) == sorted(worker.sid for worker in crew)
    assert order_workers(reversed(crew), clauses, NOW) == ordered
    assert order_workers(ordered, clauses, NOW) == ordered


@unhurried
@given(st.lists(st.tuples(st.integers(0, 2), moments, st.booleans()), max_size=8), st.booleans())
def test_the_order_of_tasks_is_total_and_never_puts_priority_second(
    drawn: list[tuple[int, datetime, bool]], is_lifo_first: bool
) -> None:
    fifo, lifo = QueueFacts("WQ1", None, "FIFO"), QueueFacts("WQ2", None, "LIFO")
    waiting = [
        (TaskFacts(f"WT{number}", created, priority=priority), lifo if is_lifo else fifo)
        for number, (priority, created, is_lifo) in enumerate(drawn)
    ]
    order = order_tasks(waiting, "LIFO" if is_lifo_first else "FIFO")
    assert order == order_tasks(reversed(waiting), "LIFO" if is_lifo_first else "FIFO")
    assert all(first.priority >= second.priority for (first, _), (second, _) in pairwise(order))


@unhurried
@given(
    crews(),
    st.integers(1, 4),
    st.sets(st.integers(0, 9).map(lambda number: f"WK{number}"), max_size=3),
    st.sets(st.integers(0, 9).map(lambda number: f"WK{number}"), max_size=3),
    st.booleans(),
)
def test_nobody_is_offered_more_than_they_can_take(
    crew: list[WorkerFacts], limit: int, open_offers: set[str], ended_offers: set[str], is_multi_tasking: bool
) -> None:
    chosen = offers(
        TaskFacts("WT1", NOW),
        queue_step("WQ1"),
        QueueFacts("WQ1", parse("1==1"), max_reserved_workers=limit),
        crew,
        now=NOW,
        is_multi_tasking=is_multi_tasking,
        open_offers=open_offers,
        ended_offers=ended_offers,
    )
    assert len(chosen) == len(set(chosen))
    assert not chosen or len(chosen) + len(open_offers) <= limit
    assert not open_offers & set(chosen)
    by_sid = {worker.sid: worker for worker in crew}
    for sid in chosen:
        worker = by_sid[sid]
        assert worker.is_available
        if is_multi_tasking:
            channel = worker.channels["default"]
            assert channel.is_available
            assert channel.assigned + channel.reserved < channel.configured_capacity
        else:
            assert worker.live_reservations == 0


@unhurried
@given(st.lists(st.integers(1, 3600) | st.none(), min_size=1, max_size=8))
def test_deadlines_never_go_back(timeouts: list[int | None]) -> None:
    targets = [{"queue": "WQ1", "timeout": timeout} for timeout in timeouts]
    text = json.dumps({"task_routing": {"filters": [{"expression": "1==1", "targets": targets}]}})
    configuration = parse_configuration(text)
    task = TaskFacts("WT1", NOW)
    steps = [current_step(configuration, task, Position(0, index)) for index in range(len(targets))]
    deadlines = [step.deadline for step in steps if step is not None]
    assert [deadline is None for deadline in deadlines] == [timeout is None for timeout in timeouts]
    known = [deadline for deadline in deadlines if deadline is not None]
    assert all(first < second for first, second in pairwise(known))
