"""What the application refuses before an operation sees it, in the API's own codes and words."""

from __future__ import annotations

from collections.abc import Mapping

from taskrouter_server import Fault, Refusal

from . import paths
from .refusals import INVALID, NOT_ALLOWED, PAGE_TOO_LARGE, ApiError, not_found, unauthorized
from .telephony import UNKNOWN_INSTRUCTION

_LONGEST = 2000
_RING_TIMEOUT = 14233

# What is wrong with a field of an instruction has a code of its own in the API's catalogue.
_FIELD_CODES: Mapping[str, int] = {
    "Instruction": UNKNOWN_INSTRUCTION,
    "Timeout": _RING_TIMEOUT,
    "DequeueTimeout": _RING_TIMEOUT,
    "CallTimeout": _RING_TIMEOUT,
    "WorkerActivitySid": 40100,
    "CallTo": 40110,
    "CallFrom": 40111,
    "CallUrl": 40112,
    "CallStatusCallbackUrl": 40158,
    "RedirectUrl": 40120,
    "RedirectCallSid": 40121,
    "DequeuePostWorkActivitySid": 40130,
    "DequeueTo": 40131,
    "DequeueFrom": 40132,
    "DequeueStatusCallbackEvent": 40134,
    "DequeueStatusCallbackUrl": 40157,
    "To": 40137,
    "From": 40138,
    "PostWorkActivitySid": 40139,
    "StatusCallback": 40159,
    "Supervisor": 40147,
}

_MESSAGES: Mapping[int, tuple[int, str]] = {
    405: (NOT_ALLOWED, "Method not allowed"),
    406: (20406, "The answer is JSON only"),
    408: (20408, "The request took too long to arrive"),
    413: (20413, "The request is too large"),
    414: (20414, "The URL is too long"),
    415: (20415, "The request must be application/x-www-form-urlencoded"),
    431: (20431, "The headers are too large"),
    500: (20500, "An internal server error has occurred"),
}


def api_error(refusal: Refusal) -> ApiError:
    """The API's error for what the application refuses."""
    if refusal.status == 401:
        return unauthorized()
    if refusal.status == 404:
        return not_found(refusal.path.removeprefix(paths.VERSION)[:_LONGEST])
    if refusal.status in _MESSAGES:
        code, message = _MESSAGES[refusal.status]
        return ApiError(refusal.status, code, message)
    message = "; ".join(str(fault) for fault in refusal.faults)[:_LONGEST] or "The request is invalid"
    return ApiError(refusal.status, _code(refusal), message)


def _code(refusal: Refusal) -> int:
    if any(_is_page_too_large(fault) for fault in refusal.faults):
        return PAGE_TOO_LARGE
    if not (refusal.operation_id or "").endswith("Reservation"):
        return INVALID
    codes = (_FIELD_CODES.get(fault.name) for fault in refusal.faults if fault.where == "body")
    return next((code for code in codes if code is not None), INVALID)


def _is_page_too_large(fault: Fault) -> bool:
    return fault.name == "PageSize" and fault.rule == "maximum"
