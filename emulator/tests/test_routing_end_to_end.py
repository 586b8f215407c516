"""How tasks find their workers, over the store: workflows, queues, capacities, time."""

from __future__ import annotations

import pytest

from emulator.tests.office import Office, rules
from taskrouter_emulator.arguments import Arguments
from taskrouter_emulator.domain import task_queues, worker_channels, workflows
from taskrouter_emulator.refusals import ApiError


def _types(office: Office, prefix: str = "") -> list[str]:
    return [event["event_type"] for event in office.events() if event["event_type"].startswith(prefix)]


def _later(office: Office, queue: str) -> str:
    """A task that is younger than those before it."""
    office.advance(1)
    return office.task(task_queue_sid=queue)


def test_filters_targets_and_timeouts_on_the_age(office: Office) -> None:
    experts, everyone, rest = (
        office.queue("Experts", "level >= 5"),
        office.queue("Everyone", "level >= 1"),
        office.queue("Rest", "level >= 0"),
    )
    spanish = {
        "expression": "language == 'es'",
        "targets": [
            {"queue": experts, "priority": 7, "timeout": 30},
            {"queue": everyone, "priority": 9, "timeout": 60},
        ],
    }
    office.workflow(spanish, default=rest)
    task = office.task({"language": "es"})
    seen = []
    for seconds in (0, 29, 1, 59, 1):
        office.advance(seconds)
        shown = office.shown_task(task)
        seen.append((shown["task_queue_friendly_name"], shown["priority"]))
    assert seen == [("Experts", 7), ("Experts", 7), ("Everyone", 9), ("Everyone", 9), ("Rest", 0)]
    office.worker("Novice", {"level": 0})
    assert office.statuses(task) == {"Novice": ["pending"]}
    assert _types(office, "task-queue.")[3:] == [
        "task-queue.entered",
        "task-queue.timeout",
        "task-queue.moved",
        "task-queue.timeout",
        "task-queue.moved",
    ]


def test_a_task_that_no_filter_takes_leaves_the_workflow(office: Office) -> None:
    queue = office.queue("Queue")
    office.workflow({"expression": "language == 'es'", "targets": [{"queue": queue}]})
    task = office.task({"language": "fr"})
    assert office.status_of(task) == "canceled"
    assert "workflow.timeout" in _types(office)


def test_a_target_is_skipped_when_its_condition_holds(office: Office) -> None:
    first, second = office.queue("First", "skill == 'a'"), office.queue("Second", "skill == 'b'")
    office.worker("Away", {"skill": "a"}, activity="Offline")
    office.workflow(
        {
            "expression": "1==1",
            "targets": [{"queue": first, "skip_if": "workers.available == 0"}, {"queue": second}],
        }
    )
    task = office.task()
    assert office.shown_task(task)["task_queue_friendly_name"] == "Second"
    assert "workflow.skipped" in _types(office)


def test_higher_priority_first_then_the_queue_order(office: Office) -> None:
    fifo, lifo = office.queue("Fifo"), office.queue("Lifo", task_order="LIFO")
    made = {}
    for name, queue, priority in (("a", fifo, 0), ("b", fifo, 5), ("c", lifo, 5), ("d", lifo, 5), ("e", fifo, 5)):
        office.advance(1)
        made[office.task(task_queue_sid=queue, priority=priority)] = name
    worker = office.worker("Alice")
    served = []
    for _ in made:
        offer = office.reservations(worker=worker, reservation_status="pending")[0]
        served.append(made[offer["task_sid"]])
        office.set(office.set(offer, "accepted"), "completed")
    assert served == ["b", "e", "d", "c", "a"]


def test_the_longest_idle_worker_first_and_then_by_attribute(office: Office) -> None:
    queue = office.queue("Queue")
    office.workflow(
        {"expression": "kind == 'best'", "targets": [{"queue": queue, "order_by": "worker.level DESC"}]},
        default=queue,
    )
    workers = []
    for name, level in (("Ann", 1), ("Ben", 3), ("Cid", 2)):
        office.advance(1)
        workers.append(office.worker(name, {"level": level}))
    names = [office.offer(office.task())["worker_name"] for _ in range(3)]
    assert names == ["Ann", "Ben", "Cid"]
    best = office.task({"kind": "best"})
    assert office.status_of(best) == "pending"
    for worker in workers:
        office.capacity(worker, 2)
    assert office.offer(best)["worker_name"] == "Ann"  # the first who has room
    assert office.offer(office.task({"kind": "best"}))["worker_name"] == "Ben"


def test_the_known_worker_only(office: Office) -> None:
    queue = office.queue("Queue")
    known = {"expression": "1==1", "targets": [{"queue": queue, "known_worker_sid": "task.agent"}]}
    office.workflow(known)
    office.worker("Alice")
    bob = office.worker("Bob")
    assert office.offer(office.task({"agent": bob}))["worker_name"] == "Bob"


def test_capacity_of_the_channel_counts(office: Office) -> None:
    queue, alice = office.queue("Queue"), office.worker("Alice")
    office.capacity(alice, 2, "chat")
    chats = [office.task(task_queue_sid=queue, task_channel="chat") for _ in range(3)]
    voice = office.task(task_queue_sid=queue, task_channel="voice")
    assert [office.status_of(task) for task in (*chats, voice)] == ["reserved", "reserved", "pending", "reserved"]
    office.set(office.offer(chats[0]), "accepted")
    channel = office.see(worker_channels.fetch, alice, "chat")
    assert (channel["assigned_tasks"], channel["available_capacity_percentage"]) == (1, 50)
    assert office.status_of(chats[2]) == "pending"
    office.set(office.offer(chats[0]), "wrapping")
    assert office.status_of(chats[2]) == "pending"
    office.set(office.offer(chats[0]), "completed")
    assert office.status_of(chats[2]) == "reserved"


def test_an_unavailable_channel_gets_nothing(office: Office) -> None:
    queue, alice = office.queue("Queue"), office.worker("Alice")
    office.do(worker_channels.update, alice, "voice", Arguments({"available": False}))
    task = office.task(task_queue_sid=queue, task_channel="voice")
    assert office.status_of(task) == "pending"
    office.do(worker_channels.update, alice, "voice", Arguments({"available": True}))
    assert office.status_of(task) == "reserved"


def test_what_makes_a_worker_fit_later(office: Office) -> None:
    queue = office.queue("Queue", "skill == 'sales'")
    tasks = [_later(office, queue), _later(office, queue)]
    away = office.worker("Away", {"skill": "sales"}, activity="Offline")
    untrained = office.worker("Untrained")
    assert [office.status_of(task) for task in tasks] == ["pending", "pending"]
    office.update_worker(away, activity_sid=office.activities["Available"])
    assert [office.status_of(task) for task in tasks] == ["reserved", "pending"]
    office.update_worker(untrained, attributes='{"skill": "sales"}')
    assert [office.status_of(task) for task in tasks] == ["reserved", "reserved"]


def test_what_makes_a_task_fit_later(office: Office) -> None:
    spanish, others = office.queue("Spanish", "language == 'es'"), office.queue("Others", "1==2")
    office.workflow({"expression": "language == 'es'", "targets": [{"queue": spanish}]}, default=others)
    office.worker("Alice", {"language": "es"})
    task = office.task({"language": "fr"})
    assert office.shown_task(task)["task_queue_sid"] == others
    office.update_task(task, attributes='{"language": "es"}')
    assert office.statuses(task) == {"Alice": ["pending"]}
    late = office.task({"language": "fr"})
    office.do(task_queues.update, others, Arguments({"target_workers": "1==1"}))
    assert office.status_of(late) == "pending"  # Alice is busy
    office.worker("Bob")
    assert office.statuses(late) == {"Bob": ["pending"]}


def test_new_rules_count_at_once_only_where_it_is_asked(office: Office) -> None:
    nobody, everybody = office.queue("Nobody", "1==2"), office.queue("Everybody")
    workflow = office.workflow(default=nobody)
    office.worker("Alice")
    task = office.task()
    changed = {"configuration": rules(default=everybody)}
    office.do(workflows.update, workflow, Arguments(changed))
    assert office.shown_task(task)["task_queue_sid"] == nobody
    office.do(workflows.update, workflow, Arguments({"re_evaluate_tasks": "true"}))
    assert office.statuses(task) == {"Alice": ["pending"]}


def test_the_time_of_day_opens_a_queue(office: Office) -> None:
    queue = office.queue("Evening", "1==1")
    office.workflow(
        {
            "expression": "1==1",
            "targets": [{"queue": queue, "expression": "taskrouter.currentTime >= 1800 OR worker.night == true"}],
        }
    )
    office.worker("Alice")
    office.advance(8 * 3600 + 50 * 60)
    task = office.task()
    office.advance(9 * 60)
    assert office.status_of(task) == "pending"
    office.advance(60)
    offer = office.offer(task)
    assert offer["date_created"] == "2026-03-02T18:00:00Z"


def test_a_routing_target(office: Office) -> None:
    nobody = office.queue("Nobody", "1==2")
    workflow = office.workflow(default=nobody)
    office.worker("Idle")
    busy = office.worker("Busy", activity="Offline")
    direct = office.task(routing_target=busy)
    assert office.statuses(direct) == {"Busy": ["pending"]}
    assert office.shown_task(direct)["ignore_capacity"] is True
    patient = office.task(routing_target=busy, ignore_capacity="no")
    assert office.status_of(patient) == "pending"
    by_queue, by_workflow = office.task(routing_target=nobody), office.task(routing_target=workflow)
    assert office.shown_task(by_queue)["workflow_sid"] is None
    assert office.shown_task(by_workflow)["workflow_sid"] == workflow
    with pytest.raises(ApiError, match="RoutingTarget: there is no worker"):
        office.task(routing_target="WK" + "f" * 32)
    with pytest.raises(ApiError, match="IgnoreCapacity"):
        office.task(routing_target=nobody, ignore_capacity="true")


def test_one_task_at_a_time_without_multi_tasking(single: Office) -> None:
    reserved, assigned = single.activity("Reserved"), single.activity("On a task")
    queue = single.queue("Queue", reservation_activity_sid=reserved, assignment_activity_sid=assigned)
    alice = single.worker("Alice")
    single.capacity(alice, 5)
    first, second = (single.task(task_queue_sid=queue) for _ in range(2))
    assert (single.activity_of(alice), single.status_of(second)) == ("Reserved", "pending")
    single.set(single.offer(first), "accepted")
    assert single.activity_of(alice) == "On a task"
    single.set(single.offer(first), "completed")
    assert (single.activity_of(alice), single.status_of(second)) == ("On a task", "pending")
    single.update_worker(alice, activity_sid=single.activities["Available"])
    assert (single.activity_of(alice), single.status_of(second)) == ("Reserved", "reserved")
    single.set(single.offer(second), "rejected", worker_activity_sid=single.activities["Offline"])
    assert (single.activity_of(alice), single.status_of(second)) == ("Offline", "pending")


def test_a_workflow_is_needed_unless_there_is_just_one(office: Office) -> None:
    with pytest.raises(ApiError, match="0 workflows"):
        office.task()
    queue = office.queue("Queue")
    only = office.workflow(default=queue)
    assert office.shown_task(office.task())["workflow_sid"] == only
    office.workflow(default=queue, name="Other")
    with pytest.raises(ApiError, match="2 workflows"):
        office.task()


@pytest.mark.parametrize(
    ("configuration", "fault"),
    [
        ("{", "line 1"),
        (rules(default="WQ" + "0" * 32), "no task queue"),
        (rules({"expression": "a = = 1", "targets": [{"queue": "WQ"}]}), "column"),
        ('{"task_routing": ' * 200, "nested"),
    ],
)
def test_a_faulty_configuration_is_refused_with_its_place(office: Office, configuration: str, fault: str) -> None:
    values = {"friendly_name": "Faulty", "configuration": configuration}
    with pytest.raises(ApiError, match=fault) as caught:
        office.do(workflows.create, Arguments(values))
    assert (caught.value.status, caught.value.code) == (400, 20001)
