"""What is let pass, as data, each with its reason; what nothing needs any more is a failure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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

# What an instruction needs depends on the reservation's state, and on the attributes of its task and its worker.
_INSTRUCTION = {40110, 40114, 40123, 40130, 40131, 40132, 40135, 40136, 40137, 40138, 40139, 40143, 40146, 40147}
_REFUSED = "positive_data_acceptance"
EXCLUSIONS: tuple[Exclusion, ...] = (
    Exclusion(
        "List*", 400, _REFUSED, "a page token is one that the list gave out, an expression is one that parses", 20001
    ),
    Exclusion(
        "[CDU]*",
        400,
        _REFUSED,
        "a name is taken, something is in use or not there, or its state does not allow it",
        frozenset({20001, *_INSTRUCTION}),
    ),
)
"""What schemathesis takes for a fault because no schema can say it: requests that are well formed, and refused for what
is or is not on the server."""

SETTINGS: Mapping[str, Any] = {
    "checks": {
        "positive_data_acceptance": {
            # 412 is added to its own list: a version that was made up is not the current one.
            "expected-statuses": ["2xx", "3xx", "401", "403", "404", "409", "412", "429", "5xx"],
        },
    },
}
"""Settings of schemathesis, each with what it changes."""
