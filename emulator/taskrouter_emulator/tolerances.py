"""The three spellings that real clients send, that the document does not name, and that are taken all the same.

- a capitalised boolean word where the document has an enum of words: `Beep=True`, `ConferenceRecord=False`
- one comma-joined value for an array of events: `StatusCallbackEvent=initiated,completed`
- `false` for the recording of a call to a worker: `CallRecord=false`
"""

from __future__ import annotations

from taskrouter_server import Tolerance

_UPDATES = frozenset({"UpdateTaskReservation", "UpdateWorkerReservation"})
_WORDS = {"True": "true", "False": "false"}
_RECORDS = {"false": "do-not-record", "False": "do-not-record"}

TOLERANCES = (
    *(Tolerance(_UPDATES, name, _WORDS) for name in ("Beep", "ConferenceRecord")),
    *(
        Tolerance(_UPDATES, name, splits_commas=True)
        for name in ("StatusCallbackEvent", "ConferenceStatusCallbackEvent", "DequeueStatusCallbackEvent")
    ),
    Tolerance(_UPDATES, "CallRecord", _RECORDS),
)
