"""The library, described and served."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from codegen.tests.contract.library import Library, library_app, running
from dovetail.document import load

HERE = Path(__file__).parent


def inlined(value: Any, root: Any) -> Any:
    if isinstance(value, dict):
        reference = value.get("$ref", "")
        if reference.startswith("#/components/") and not reference.startswith("#/components/schemas/"):
            target = root
            for name in reference[2:].split("/"):
                target = target[name]
            return inlined(target, root)
        return {key: inlined(member, root) for key, member in value.items()}
    return [inlined(member, root) for member in value] if isinstance(value, list) else value


@pytest.fixture(scope="session")
def description() -> Mapping[str, Any]:
    root = load(HERE / "library.yaml").root
    return inlined(root, root)


@pytest.fixture
def service() -> Library:
    return Library()


@pytest.fixture
def url(description: Mapping[str, Any], service: Library) -> Iterator[str]:
    with running(library_app(description, service)) as address:
        yield address + "/v1"
