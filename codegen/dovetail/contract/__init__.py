"""Whether a server and a client keep to the description: exchanges, their judge, coverage, and the two verdicts."""

from __future__ import annotations

from .coverage import Coverage, Gap
from .description import read_description
from .exchange import Exchange, RequestRecord, ResponseRecord
from .failures import Exclusion, Failure
from .oracle import Judge

__all__ = [
    "Coverage",
    "Exchange",
    "Exclusion",
    "Failure",
    "Gap",
    "Judge",
    "RequestRecord",
    "ResponseRecord",
    "read_description",
]
