from __future__ import annotations

import inspect
import sys
from datetime import UTC, datetime

import pytest

from taskrouter_emulator.routing import (
    ChannelFacts,
    ExpressionError,
    Scope,
    TaskFacts,
    WorkerCounts,
    WorkerFacts,
    parse,
    parse_order,
    parse_value,
)

THURSDAY = datetime(2026, 11, 19, 8, 5, tzinfo=UTC)
CALLER = "+15551234567"

TASK = TaskFacts(
    sid="WT1",
    created=datetime(2026, 11, 19, 8, 4, tzinfo=UTC),
    priority=7,
    channel_unique_name="voice",
    attributes={
        "type": "support",
        "caller": CALLER,
        "do_not_contact": ["WK8", "WK9"],
        "preferred": ["WK1"],
        "language": "en",
        "priority": "from the attributes",
        "object": {"array": ["a", "b", "c"], "attr": "bar"},
        "flag": True,
        "nothing": None,
        "text5": "5",
        "worker": {"level": 3},
        "schedule": {"week": ["mon", "THU"]},
    },
)
WORKER = WorkerFacts(
    sid="WK1",
    friendly_name="Alice",
    activity_sid="WA1",
    activity_name="Available",
    is_available=True,
    idle_since=THURSDAY,
    attributes={
        "skills": ["support", "sales"],
        "languages": ["english"],
        "routing": {"levels": {"payments": 4}},
        "contact_uri": "client:alice",
        "level": 5.1,
        "numbers": [1, 2.0, None],
        "nested": [["support"]],
        "sid": "from the attributes",
        "channel": {"chat": {"assigned_tasks": 99, "other": 1}},
    },
    channels={"chat": ChannelFacts(configured_capacity=4, assigned=1, reserved=1)},
)


def in_filter(text: str) -> bool:
    return parse(text).holds(Scope(THURSDAY, task=TASK, bare="task"))


def in_target_workers(text: str) -> bool:
    return parse(text).holds(Scope(THURSDAY, worker=WORKER, bare="worker"))


def in_target(text: str) -> bool:
    return parse(text).holds(Scope(THURSDAY, task=TASK, worker=WORKER))


@pytest.mark.parametrize(
    ("text", "is_true"),
    [
        ("1==1", True),
        ("1 = 1.0", True),
        ("0 != 1", True),
        ('"apple" != "orange"', True),
        ("type == 'support' AND caller == '+15551234567'", True),
        ("type == 'Support'", False),
        ("language IN ['en', \"es\", 3]", True),
        ("language in['de']", False),
        ("language NOT IN ['de']", True),
        ("language not \n in []", True),
        ("object.array[2] == 'c'", True),
        ("object.array[3] == null", True),
        ("object.attr != 'apple'", True),
        ("object.attr.deeper == null", True),
        ("task.type == 'support'", True),
        ("flag == true", True),
        ("flag == TRUE", True),
        ("flag == 1", False),
        ("flag != 1", True),
        ("missing != 'a'", True),
        ("missing == 'a'", False),
        ("missing == nothing", True),
        ("missing != null", False),
        ("type != NULL", True),
        ("missing < 1", False),
        ("missing >= missing", False),
        ("text5 == 5", False),
        ("text5 != 5", True),
        ("text5 > 4", False),
        ("type CONTAINS 'upp'", True),
        ("type contains 'x'", False),
        ("object.array CONTAINS 'a'", False),
        ("missing CONTAINS 'a'", False),
        ("'b' > 'a'", True),
        ("-2 < -1.5", True),
        ("task.sid == 'WT1'", True),
        ("task.priority == 7", True),
        ("priority == 'from the attributes'", True),
        ("task.age == 60", True),
        ("task.task_channel_unique_name == 'voice'", True),
        # Without a worker the prefix is a member like any other.
        ("worker.level == 3", True),
        ("false == true OR 1 == 1 AND 2 == 2", True),
        ("1 == 1 OR 1 == 1 AND 1 == 2", True),
        ("(1 == 1 OR 1 == 1) AND 1 == 2", False),
        # An array has no scalar comparison, nor two scalars an array's.
        ("object.array == 'a'", False),
        ("object.array != 'a'", False),
        ("object != 1", False),
        ("type IN 'support'", False),
        ("type NOT IN 'sup'", False),
        ("type HAS 'support'", False),
        ("type IN missing", False),
        ("type NOT IN missing", True),
    ],
)
def test_a_filter_sees_the_task(text: str, is_true: bool) -> None:
    assert in_filter(text) is is_true


@pytest.mark.parametrize(
    ("text", "is_true"),
    [
        ("(skills HAS 'support') AND (languages HAS 'english')", True),
        ("skills has 'billing' or level >= 5", True),
        ("worker.routing.levels.payments >= 4", True),
        ("numbers HAS 2 AND numbers HAS 1.0 AND numbers HAS null", True),
        ("numbers HAS '2'", False),
        ("nested HAS 'support'", False),
        ("nested[0] HAS 'support'", True),
        ("worker.waiting != true", True),
        ("sid == 'from the attributes'", True),
        ("worker.sid == 'WK1'", True),
        ("activity_name == null", True),
        ("worker.activity_name in ['Generally Available', 'Available']", True),
        ("worker.channel.chat.assigned_tasks == 1", True),
        ("worker.channel.chat.available_capacity_percentage == 75", True),
        ("worker.channel.chat.configured_capacity == 4", True),
        ("worker.channel.chat.other == 1", True),
        ("worker.channel.sms.assigned_tasks == null", True),
    ],
)
def test_a_queue_sees_the_worker(text: str, is_true: bool) -> None:
    assert in_target_workers(text) is is_true


@pytest.mark.parametrize(
    ("text", "is_true"),
    [
        ("(task.caller!=worker.contact_uri) and (worker.sid not in task.do_not_contact)", True),
        ("worker.sid IN task.preferred", True),
        ("task.preferred HAS worker.sid", True),
        ("worker.channel.chat.assigned_tasks == 0 OR task.channelType != 'voice'", True),
        ("type == 'support'", False),
        ("skills HAS 'support'", False),
    ],
)
def test_a_target_sees_both_by_prefix_only(text: str, is_true: bool) -> None:
    assert in_target(text) is is_true


def test_the_list_of_workers_knows_their_own_fields() -> None:
    scope = Scope(THURSDAY, worker=WORKER, bare="listed_worker")
    assert parse("sid == 'WK1' AND friendly_name == 'Alice' AND activity_sid == 'WA1'").holds(scope)
    assert parse("activity_name == 'Available' AND skills HAS 'sales'").holds(scope)


@pytest.mark.parametrize(
    ("text", "is_true"),
    [
        ("taskrouter.currentTime > 0800 AND taskrouter.currentTime < 1830", True),
        ("taskrouter.currentTime == 805", True),
        ("taskrouter.currentHour == 8 AND taskrouter.currentMin == 05", True),
        ("taskrouter.dayOfWeek IN ['Mon', 'Tue', 'THU']", True),
        ("taskrouter.dayOfWeek = 'thu'", True),
        ("taskrouter.dayOfWeek != 'Thu'", False),
        ("taskrouter.dayOfWeek IN task.schedule.week", True),
        ("taskrouter.dayOfWeek == 4", False),
        ("taskrouter.currentTiem == null", True),
    ],
)
def test_the_time_of_day_is_the_clocks(text: str, is_true: bool) -> None:
    assert in_filter(text) is is_true


def test_skip_if_counts_workers() -> None:
    scope = Scope(THURSDAY, counts=WorkerCounts(2, 1, {"WAa1": 3}))
    assert parse("workers.available == 2 AND workers.unavailable == 1 AND workers.WAa1 == 3").holds(scope)
    assert parse("workers.WAb2 < 2").holds(scope)


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("", (1, 1), "empty"),
        ("  \n ", (1, 1), "empty"),
        ("a == ", (1, 6), "the end of the text"),
        ("a", (1, 2), "expected an operator"),
        ("a LIKE 'x'", (1, 3), "expected an operator (== = != < <= > >= CONTAINS HAS IN NOT IN) but found 'LIKE'"),
        ("a <> 3", (1, 4), "unknown operator"),
        ("a === 3", (1, 5), "unknown operator"),
        ("a && b", (1, 3), "AND or OR"),
        ("a == 1 &\n", (1, 8), "AND or OR"),
        ("worker.on-call == true", (1, 10), "hyphens are not supported"),
        ("1 == 1\nAND a == b-2", (2, 11), "hyphens are not supported"),
        ("(a == 1", (1, 8), "expected ')'"),
        ("a == 1)", (1, 7), "expected the end but found ')'"),
        ("a == 'x", (1, 6), "not closed"),
        ("a == 'x\\'", (1, 6), "not closed"),
        ("\u201cx\u201d == 1", (1, 1), "no quote"),
        ("NOT a == 1", (1, 1), "NOT stands only before IN"),
        ("a == 1 AND OR b == 1", (1, 12), "found 'OR'"),
        ("a == [1,", (1, 9), "the end of the text"),
        ("a == [b]", (1, 7), "found 'b'"),
        ("a == 12abc", (1, 6), "found '12abc'"),
        ("a == " + "9" * 101, (1, 6), "more than 100 digits"),
        ("x" * 10_001, (1, 10_001), "longer than 10,000"),
        ("\ud800 == 1", (1, 1), "'\\ud800'"),
        ("(" * 101 + "1==1" + ")" * 101, (1, 101), "more than 100 nested"),
        ("(" * 5000, (1, 101), "more than 100 nested"),
    ],
)
def test_a_fault_is_named_where_it_is(text: str, position: tuple[int, int], words: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text)
    assert caught.value.position == position
    assert words in caught.value.message
    assert str(caught.value).startswith(f"line {position[0]}, column {position[1]}: ")


def test_strings_take_both_quotes_and_escapes() -> None:
    scope = Scope(THURSDAY, task=TaskFacts("WT1", THURSDAY, {"name": 'O\'Neil "x" \\ \\n'}), bare="task")
    assert parse(r"""name == 'O\'Neil "x" \\ \n'""").holds(scope)
    assert parse(r'''name == "O'Neil \"x\" \\ \n"''').holds(scope)


def test_the_deepest_legal_text_is_evaluated() -> None:
    text = "a == 1"
    for level in range(100):
        text = f"({text}) {'AND' if level % 2 else 'OR'} b {'!=' if level % 2 else '=='} 1"
    expression = parse(text)
    scope = Scope(THURSDAY, task=TaskFacts("WT1", THURSDAY, {"a": 1}), bare="task")

    def from_far_down(frames: int) -> bool:
        return from_far_down(frames - 1) if frames else expression.holds(scope)

    assert from_far_down(sys.getrecursionlimit() - len(inspect.stack(0)) - 30)
    assert parse(str(expression)).condition == expression.condition
    assert hash(expression) == hash(parse(text))


def test_an_order_sorts_by_attributes_of_the_worker() -> None:
    first, second = parse_order("worker.levels[1] DESC, worker.desc")
    assert (str(first.key), first.is_descending) == ("worker.levels[1]", True)
    assert (str(second.key), second.is_descending) == ("worker.desc", False)
    for text in ("level DESC", "worker", "worker.a sideways", "worker.a,", "task.a", ""):
        with pytest.raises(ExpressionError):
            parse_order(text)


def test_a_value_is_one_operand() -> None:
    assert str(parse_value(" task.agent_sid ")) == "task.agent_sid"
    assert str(parse_value('"Alice"')) == "'Alice'"
    for text in ("task.a == 1", "'a' 'b'", ""):
        with pytest.raises(ExpressionError):
            parse_value(text)
