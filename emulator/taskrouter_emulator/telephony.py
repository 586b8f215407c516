"""The stand-in for telephony: checks what an instruction needs, places no call, and lets its outcome be set.

The outcome of a call to a worker is a setting: answered at once, answered later, or failed. While a call is under way
the reservation still shows pending, but can be neither accepted nor timed out. Faults carry the codes of the API's
catalogue of instruction errors.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TypeAlias

from . import assignment, sids
from .attributes import Attributes, contact, read_attributes
from .refusals import invalid
from .store.rows import Activity, Reservation, Task, Worker
from .transaction import Due, WorkspaceTransaction

Params: TypeAlias = Mapping[str, object]

UNKNOWN_INSTRUCTION = 55555
_NOT_PENDING = {"call": 40114, "redirect": 40123, "dequeue": 40135, "conference": 40136}
_DIALLED = ("to", "called")


def instruct(tx: WorkspaceTransaction, reservation: Reservation, params: Params) -> None:
    """Carry out `params["instruction"]`; ApiError 400 with the instruction's own code where something is missing."""
    instruction = str(params["instruction"])
    action = _INSTRUCTIONS.get(instruction)
    if action is None:
        raise invalid(f"Unknown instruction {instruction!r}", UNKNOWN_INSTRUCTION)
    code = _NOT_PENDING.get(instruction)
    if code is not None and reservation.reservation_status != "pending":
        raise invalid(
            f"Unable to execute {instruction.capitalize()} instruction. "
            f"Reservation {reservation.sid} is not currently in a Pending state.",
            code,
        )
    if code is not None:
        refuse_held(reservation)
    action(tx, reservation, params)


def refuse_held(reservation: Reservation) -> None:
    """ApiError 400 while a call for the reservation is under way."""
    if reservation.held_until is not None:
        raise invalid(
            f"Reservation {reservation.sid} not in expected state [pending] and cannot be updated to [onHold]"
        )


def end_call(tx: WorkspaceTransaction, reservation: Reservation) -> None:
    """A call under way ends as it was set to."""
    if reservation.reservation_status != "pending" or reservation.held_until is None:
        return
    reservation.held_until = None
    code, reservation.canceled_reason_code = reservation.canceled_reason_code, None
    if code is None:
        assignment.accept(tx, reservation)
    else:
        assignment.fail_call(tx, reservation, code)


def _call_worker(tx: WorkspaceTransaction, reservation: Reservation, *, accepts: bool = True) -> None:
    """Place the call: what comes of it is a setting."""
    setting = tx.settings.telephony
    if setting.outcome == "answer":
        if accepts:
            assignment.accept(tx, reservation)
        return
    if setting.outcome == "answer_async" and not accepts:
        return
    reservation.held_until = end = tx.now + timedelta(seconds=setting.delay)
    reservation.canceled_reason_code = setting.code if setting.outcome == "fail" else None
    tx.schedule(Due.CALL_END, end, reservation.sid)


def _dequeue(tx: WorkspaceTransaction, reservation: Reservation, params: Params) -> None:
    worker, task = _attributes(tx, reservation)
    _need(params.get("dequeue_to") or contact(worker, "contact_uri"), "DequeueTo, or contact_uri of the worker", 40131)
    _need(params.get("dequeue_from") or contact(task, *_DIALLED), "DequeueFrom, or to of the task", 40132)
    if tx.options.is_call_sid_required:
        _need(contact(task, "call_sid"), "call_sid in the attributes of the task", 40140)
    reservation.post_work_activity_sid = _activity(tx, params.get("dequeue_post_work_activity_sid"), 40130)
    _call_worker(tx, reservation)


def _call(tx: WorkspaceTransaction, reservation: Reservation, params: Params) -> None:
    worker, _ = _attributes(tx, reservation)
    _need(params.get("call_to") or contact(worker, "contact_uri"), "CallTo, or contact_uri of the worker", 40110)
    _need(params.get("call_from"), "CallFrom", 40111)
    _need(params.get("call_url"), "CallUrl", 40112)
    _call_worker(tx, reservation, accepts=params.get("call_accept") is True)


def _redirect(tx: WorkspaceTransaction, reservation: Reservation, params: Params) -> None:
    _need(params.get("redirect_call_sid"), "RedirectCallSid", 40121)
    _need(params.get("redirect_url"), "RedirectUrl", 40120)
    # The caller is sent elsewhere: no call to the worker is placed.
    if params.get("redirect_accept") is True:
        assignment.accept(tx, reservation)


def _conference(tx: WorkspaceTransaction, reservation: Reservation, params: Params) -> None:
    worker, task = _attributes(tx, reservation)
    _need(params.get("to") or contact(worker, "contact_uri"), "To, or contact_uri of the worker", 40137)
    _need(params.get("from_") or params.get("from") or contact(task, *_DIALLED), "From, or to of the task", 40138)
    if tx.options.is_call_sid_required:
        _need(contact(task, "call_sid", "outbound_to"), "call_sid or outbound_to in the task's attributes", 40142)
    post_work = params.get("post_work_activity_sid")
    if post_work is not None and tx.workspace.multi_task_enabled:
        raise invalid("PostWorkActivitySid is not valid in a multi-tasking workspace", 40143)
    reservation.post_work_activity_sid = _activity(tx, post_work, 40139)
    _call_worker(tx, reservation)


def _supervise(tx: WorkspaceTransaction, reservation: Reservation, params: Params) -> None:
    if reservation.reservation_status != "accepted":
        raise invalid(
            f"Unable to execute Supervise instruction. Reservation {reservation.sid} is in state "
            f"[{reservation.reservation_status}], not [accepted].",
            40146,
        )
    supervisor = str(_need(params.get("supervisor"), "Supervisor", 40147))
    _need(params.get("supervisor_mode"), "SupervisorMode", 40147)
    if supervisor.startswith(sids.WORKER) and len(supervisor) == 34:
        worker = tx.lookup(Worker, supervisor)
        uri = None if worker is None else contact(read_attributes(worker.attributes), "contact_uri")
        _need(uri, f"a worker {supervisor} with contact_uri in its attributes", 40147)
    if tx.options.is_call_sid_required:
        _, task = _attributes(tx, reservation)
        _need(contact(task, "from"), "from in the attributes of the task", 40148)


def _attributes(tx: WorkspaceTransaction, reservation: Reservation) -> tuple[Attributes, Attributes]:
    """The attributes of the reservation's worker, and of its task."""
    worker = tx.find(Worker, reservation.worker_sid)
    task = tx.find(Task, reservation.task_sid)
    return read_attributes(worker.attributes), read_attributes(task.attributes)


def _activity(tx: WorkspaceTransaction, sid: object, code: int) -> str | None:
    if sid is None:
        return None
    activity = tx.lookup(Activity, str(sid))
    if activity is None:
        raise invalid(f"There is no activity {sid} in workspace {tx.workspace.sid}", code)
    return activity.sid


def _need(value: object, what: str, code: int) -> object:
    if not value:
        raise invalid(f"The instruction needs {what}", code)
    return value


_INSTRUCTIONS: Mapping[str, Callable[[WorkspaceTransaction, Reservation, Params], None]] = {
    "dequeue": _dequeue,
    "call": _call,
    "redirect": _redirect,
    "conference": _conference,
    "supervise": _supervise,
}
