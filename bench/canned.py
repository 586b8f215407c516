"""The same reservations for everybody: what the stub server answers and what is decoded."""

from __future__ import annotations

import json

ACCOUNT = "AC" + "0" * 32
WORKSPACE = "WS" + "1" * 32
TASK = "WT" + "2" * 32
WORKER = "WK" + "3" * 32
PATH = f"/v1/Workspaces/{WORKSPACE}/Tasks/{TASK}/Reservations"
ORIGIN = "https://taskrouter.example"


def reservation(number: int) -> dict[str, object]:
    """One pending reservation; everything that can differ between two of them does."""
    sid = f"WR{number:032x}"
    task = f"/v1/Workspaces/{WORKSPACE}/Tasks/{TASK}"
    return {
        "account_sid": ACCOUNT,
        "date_created": f"2026-03-{number % 28 + 1:02}T09:{number % 60:02}:07Z",
        "date_updated": f"2026-03-{number % 28 + 1:02}T10:{number % 60:02}:08Z",
        "reservation_status": "pending",
        "sid": sid,
        "task_sid": TASK,
        "worker_name": f"agent {number % 97}",
        "worker_sid": WORKER,
        "workspace_sid": WORKSPACE,
        "url": f"{ORIGIN}{PATH}/{sid}",
        "links": {
            "task": ORIGIN + task,
            "workspace": f"{ORIGIN}/v1/Workspaces/{WORKSPACE}",
            "worker": f"{ORIGIN}/v1/Workspaces/{WORKSPACE}/Workers/{WORKER}",
        },
    }


def one() -> bytes:
    """The answer of a fetch or an update."""
    return json.dumps(reservation(1)).encode()


def page(count: int) -> bytes:
    """The only page of a list of `count` reservations."""
    first = f"{ORIGIN}{PATH}?PageSize={count}&Page=0"
    meta = {
        "page": 0,
        "page_size": count,
        "first_page_url": first,
        "previous_page_url": None,
        "url": first,
        "next_page_url": None,
        "key": "reservations",
    }
    return json.dumps({"meta": meta, "reservations": [reservation(number) for number in range(count)]}).encode()
