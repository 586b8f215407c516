"""The one shape of every refusal."""

from __future__ import annotations

import json
from typing import Any

from dovetail.contract import ResponseRecord

CODES = {400: 20001, 401: 20003, 403: 20403, 404: 20404, 405: 20004, 412: 20412, 413: 20413, 429: 20429, 500: 20500}


def told(answer: ResponseRecord | None, status: int, code: int | None = None) -> dict[str, Any]:
    """Check that an answer is a refusal in the API's own shape; its body."""
    assert answer is not None, "the connection was closed without a word"
    assert answer.status == status, f"{answer.status} {answer.body[:300]!r}"
    assert (answer.header("content-type") or "").startswith("application/json")
    body: dict[str, Any] = json.loads(answer.body)
    assert set(body) == {"code", "message", "more_info", "status"}, body
    assert body["status"] == status
    assert body["message"]
    assert body["more_info"] == f"https://www.twilio.com/docs/errors/{body['code']}"
    if code or status in CODES:
        assert body["code"] == (code or CODES[status]), body
    return body
