"""What is let pass, as data, each with its reason; what nothing needs any more is a failure."""

from __future__ import annotations

from dovetail.contract import Tolerance

UPDATES = frozenset({"UpdateTaskReservation", "UpdateWorkerReservation"})
_WORDS = {"True": "true", "False": "false"}

SPELLINGS: tuple[Tolerance, ...] = (
    *(Tolerance(UPDATES, name, _WORDS) for name in ("Beep", "ConferenceRecord")),
    *(
        Tolerance(UPDATES, name, splits_commas=True)
        for name in ("StatusCallbackEvent", "ConferenceStatusCallbackEvent", "DequeueStatusCallbackEvent")
    ),
    Tolerance(UPDATES, "CallRecord", {"false": "do-not-record", "False": "do-not-record"}),
)
"""Spellings of older clients that the document does not name: a capitalised boolean word, one comma-joined value for an
array of events, `false` for the recording of a call. The server takes these and no others."""
