"""Whole descriptions, made by Hypothesis, through the whole trial."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from codegen.tests.hostile import Trials

from .found import Found

_BATCH = 200


def run(made: st.SearchStrategy[Any], seconds: float, first_seed: int, folder: Path, found: Found) -> int:
    """Try what a strategy makes for so many seconds of processor time; gives how many there were."""
    tried = 0
    spent = 0.0
    end = time.monotonic() + 20 * seconds  # a busy machine
    with Trials() as trials:

        def attempt(description: Any) -> None:
            nonlocal tried, spent
            if spent > seconds or time.monotonic() > end:
                return
            document = json.dumps(description).encode()
            verdict = trials.run(folder / "trial", {"spec.json": document})
            tried += 1
            spent += verdict.total_seconds
            found.take(document, ".json", verdict.faults)

        round_ = 0
        while spent < seconds and time.monotonic() < end:
            _batch(made, attempt, first_seed + round_)
            round_ += 1
    return tried


def _batch(made: st.SearchStrategy[Any], attempt: Any, number: int) -> None:
    options = settings(
        max_examples=_BATCH,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=[*HealthCheck.__members__.values()],
    )
    seed(number)(options(given(made)(attempt)))()
