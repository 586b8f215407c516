"""A client imports what it needs: the library of its twin, and nothing that only a call uses."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

START = """
import json, sys
from dovetail.runtime.client.client import AsyncClient, Client
from dovetail.runtime.client.settings import Settings

{client}(Settings("http://127.0.0.1:1"))
started = sorted(sys.modules)

from dovetail.runtime.client.models import Model
from dovetail.runtime.client.operation import Operation

class Thing(Model):
    name: str

FETCH = Operation("fetch", "GET", "/", returns=Thing)
print(json.dumps([started, Thing.__pydantic_complete__, sorted(vars(FETCH))]))
"""


@pytest.mark.parametrize(
    ("client", "needed", "unneeded"),
    [
        ("Client", "requests", {"httpx2", "asyncio", "anyio", "pydantic"}),
        ("AsyncClient", "httpx2", {"requests", "urllib3", "pydantic"}),
    ],
)
def test_what_a_client_imports(client: str, needed: str, unneeded: set[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", START.format(client=client)], capture_output=True, text=True, check=True
    )
    modules, is_built, attributes = json.loads(done.stdout)
    assert needed in modules
    assert not unneeded & set(modules)
    assert not is_built, "what reads a model is built when it is first used"
    assert "successes" not in attributes
