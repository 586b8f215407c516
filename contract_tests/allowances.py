"""What is let pass, as data, each with its reason; what nothing needs any more is a failure."""

from __future__ import annotations

from dovetail.contract import Exclusion, Tolerance

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

_REFUSED = "positive_data_acceptance"
EXCLUSIONS: tuple[Exclusion, ...] = (
    Exclusion(
        "List*", 400, _REFUSED, "a page token is one that the list gave out, an expression one that parses", 20001
    ),
    Exclusion("Create*", 400, _REFUSED, "a name is taken, or what is referred to is not there", 20001),
    Exclusion("Update*", 400, _REFUSED, "a state does not allow it, or what is referred to is not there", 20001),
    Exclusion("Delete*", 400, _REFUSED, "what is in use stays", 20001),
    Exclusion("*", 412, _REFUSED, "a version is not guessed", 20412),
    Exclusion(
        "Update*Reservation",
        400,
        _REFUSED,
        "what an instruction needs depends on the state, and on the attributes of task and worker",
        frozenset({40110, 40114, 40123, 40130, 40131, 40132, 40135, 40136, 40137, 40138, 40139, 40143, 40146, 40147}),
    ),
)
"""What schemathesis takes for a fault because a schema cannot say it: data that is well formed, and refused for what is
or is not on the server."""
