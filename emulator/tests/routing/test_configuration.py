from __future__ import annotations

import json

import pytest

from taskrouter_emulator.routing import ConfigurationError, parse_configuration

SALES = "WQ" + "0" * 32
SUPPORT = "WQ" + "1" * 32
KNOWN = frozenset({SALES, SUPPORT})


def with_target(**target: object) -> str:
    return json.dumps({"task_routing": {"filters": [{"expression": "1==1", "targets": [{"queue": SALES, **target}]}]}})


def test_todays_and_the_older_spelling_say_the_same() -> None:
    target = {"priority": "2", "timeout": "10", "order_by": "worker.level DESC", "skip_if": "1==1"}
    today = {
        "filters": [
            {"filter_friendly_name": "Gold", "expression": "value == 'Gold'", "targets": [{"queue": SALES, **target}]}
        ],
        "default_filter": {"queue": SUPPORT},
    }
    older = {
        "filters": [
            {"friendly_name": "Gold", "expression": "value == 'Gold'", "targets": [{"task_queue_sid": SALES, **target}]}
        ],
        "default_filter": {"task_queue_sid": SUPPORT},
    }
    configuration = parse_configuration(json.dumps({"task_routing": today}), KNOWN)
    assert configuration == parse_configuration(json.dumps({"task_routing": older}), KNOWN)
    (gold,) = configuration.filters
    assert (gold.filter_friendly_name, str(gold.expression)) == ("Gold", "value == 'Gold'")
    assert (gold.targets[0].priority, gold.targets[0].timeout) == (2, 10)
    assert configuration.queue_sids == KNOWN


def test_a_target_without_a_queue_has_that_of_the_one_before() -> None:
    targets = [{"queue": SALES}, {"timeout": 15}, {"task_queue_sid": SUPPORT}, {"queue": None}]
    text = json.dumps({"task_routing": {"filters": [{"expression": "1==1", "targets": targets}]}})
    (only,) = parse_configuration(text, KNOWN).filters
    assert [target.queue for target in only.targets] == [SALES, SALES, SUPPORT, SUPPORT]


def test_null_is_absent_and_what_is_not_known_is_left_alone() -> None:
    text = with_target(priority=None, timeout=None, expression=None, order_by=None, skip_if=None, comment="mine")
    (target,) = parse_configuration(text, KNOWN).filters[0].targets
    assert (target.priority, target.timeout, target.expression, target.skip_if) == (None, None, None, None)
    assert parse_configuration('{"task_routing": {}}', KNOWN).filters == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "line 1, column 1"),
        ('{"task_routing": {},\n}', "line 2, column 1"),
        ("[]", "the configuration: must be an object"),
        ("{}", "task_routing: is missing"),
        ('{"task_routing": []}', "task_routing: must be an object"),
        ('{"task_routing": {"filters": {}}}', "task_routing.filters: must be an array"),
        ('{"task_routing": {"filters": [{"expression": "1==1"}]}}', "filters[0].targets: is missing"),
        ('{"task_routing": {"filters": [{"expression": "1==1", "targets": []}]}}', "at least one target"),
        ('{"task_routing": {"filters": [{"expression": "1==1", "targets": [{}]}]}}', "targets[0].queue: is missing"),
        ('{"task_routing": {"filters": [{"targets": [{"queue": "x"}]}]}}', "filters[0].expression: is missing"),
        ('{"task_routing": {"default_filter": {}}}', "default_filter.queue: is missing"),
        ('{"a": 1, "b": {"a": 2, "a": 3}}', "'a' occurs twice"),
        ('{"a": NaN}', "NaN is no JSON value"),
        ('{"a": -Infinity}', "-Infinity is no JSON value"),
        ('{"a": 1e999}', "'1e999' is too large"),
        ("9" * 5000, "more than 20 digits"),
        ('{"a":\n' + "[" * 50_000, "line 2, column 20: nested more than 20 levels deep"),
        ('"' + '\\"' * 40_000, "line 1, column 1"),
        (" " * 100_001, "longer than 100,000 characters"),
        (with_target(queue="WQ" + "2" * 32), "targets[0].queue: there is no task queue 'WQ222"),
        (with_target(queue=7), "targets[0].queue: must be a string"),
        (with_target(task_queue_sid=SUPPORT), "two spellings"),
        (with_target(timeout=0), "targets[0].timeout: must be at least 1"),
        (with_target(timeout="soon"), "targets[0].timeout: must be a whole number"),
        (with_target(timeout=True), "targets[0].timeout: must be a whole number"),
        (with_target(timeout=1.5), "targets[0].timeout: must be a whole number"),
        (with_target(priority="-1"), "targets[0].priority: must be at least 0"),
        (with_target(priority=2**31), "targets[0].priority: must be at most 2147483647"),
        (with_target(expression="worker.on-call == 1"), "targets[0].expression: line 1, column 10: hyphens"),
        (with_target(expression=""), "targets[0].expression: line 1, column 1: empty"),
        (with_target(expression=["1==1"]), "targets[0].expression: must be a string"),
        (with_target(skip_if="workers.available"), "targets[0].skip_if: line 1, column 18: expected an operator"),
        (with_target(order_by="level DESC"), "targets[0].order_by: line 1, column 1: 'level' cannot be sorted by"),
        (with_target(known_worker_sid="task."), "targets[0].known_worker_sid: line 1, column 5"),
        (with_target(known_worker_sid="task.a", known_worker_friendly_name="task.b"), "exclude each other"),
    ],
)
def test_a_fault_is_named_with_its_place(text: str, words: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        parse_configuration(text, KNOWN)
    assert words in str(caught.value)


def test_all_faults_are_gathered_but_not_without_end() -> None:
    targets = [{"queue": SALES, "timeout": 0}] * 40
    text = json.dumps({"task_routing": {"filters": [{"expression": "1==", "targets": targets}]}})
    with pytest.raises(ConfigurationError) as caught:
        parse_configuration(text, KNOWN)
    assert "filters[0].expression: line 1, column 4" in str(caught.value)
    assert "targets[3].timeout" in str(caught.value)
    assert str(caught.value).endswith("and 36 more")


def test_a_text_that_was_checked_before_may_name_any_queue() -> None:
    assert parse_configuration(with_target(queue="WQgone")).queue_sids == {"WQgone"}
