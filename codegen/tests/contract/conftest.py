"""The library, described and served, and the SDK that is generated for it."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from codegen.tests.contract.library import Library, library_app, running
from dovetail.config import Generation
from dovetail.document import load
from dovetail.generate import generate
from dovetail.spec import Spec, resolve

LIBRARY = Path(__file__).parent / "library.yaml"


@pytest.fixture(scope="session")
def spec() -> Spec:
    return resolve(load(LIBRARY))


@pytest.fixture(scope="session")
def description(spec: Spec) -> Mapping[str, Any]:
    return spec.value


@pytest.fixture
def service() -> Library:
    return Library()


@pytest.fixture
def url(description: Mapping[str, Any], service: Library) -> Iterator[str]:
    with running(library_app(description, service)) as address:
        yield address + "/v1"


@pytest.fixture
def sdk(tmp_path: Path) -> Iterator[Path]:
    """A freshly generated SDK, importable as `library_sdk`; tests may change its files before they import it."""
    generate(Generation(spec=LIBRARY, overlays=(), output=tmp_path, package="library_sdk", is_server=False))
    sys.path.insert(0, str(tmp_path))
    importlib.invalidate_caches()
    yield tmp_path / "library_sdk"
    sys.path.remove(str(tmp_path))
    for name in [name for name in sys.modules if name.partition(".")[0] == "library_sdk"]:
        del sys.modules[name]
