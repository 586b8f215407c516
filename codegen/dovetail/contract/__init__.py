"""Whether a server and a client keep to the description: exchanges, their judge, coverage, and the two verdicts."""

from __future__ import annotations

from ..runtime.server.tolerances import Tolerance
from .answers import AnswerServer
from .client import verify_client
from .coverage import Coverage, Gap
from .description import read_description
from .events import Failed, Listener, Progressed, Started, Verdict
from .exchange import Exchange, RequestRecord, ResponseRecord
from .failures import Exclusion, Failure
from .oracle import Judge
from .server import Allowances, verify_server

__all__ = [
    "Allowances",
    "AnswerServer",
    "Coverage",
    "Exchange",
    "Exclusion",
    "Failed",
    "Failure",
    "Gap",
    "Judge",
    "Listener",
    "Progressed",
    "RequestRecord",
    "ResponseRecord",
    "Started",
    "Tolerance",
    "Verdict",
    "read_description",
    "verify_client",
    "verify_server",
]
