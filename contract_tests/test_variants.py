"""The same tests once more on the other store, and with several server processes on both."""

from __future__ import annotations

import subprocess
import sys

import pytest

from .conftest import ROOT

WITHOUT = ("test_variants.py", "test_conformance.py::test_the_sdk_keeps_to_the_description")
"""Has nothing to do with the server's store."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("store", "workers"),
    [
        ("sqlite", 4),
        pytest.param("postgresql", 1, marks=pytest.mark.postgresql),
        pytest.param("postgresql", 4, marks=pytest.mark.postgresql),
    ],
)
def test_everything_holds_there_too(store: str, workers: int, pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--base-url"):
        pytest.skip("another server has the store that it has")
    options = ["--store", store, "--server-workers", str(workers), "--time", str(pytestconfig.getoption("--time"))]
    left_out = [f"--deselect=contract_tests/{name}" for name in WITHOUT]
    command = [sys.executable, "-m", "pytest", "contract_tests", "-q", "-m", "not slow", *options, *left_out]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
