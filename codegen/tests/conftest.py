"""What the generator's own tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from codegen.tests.generating import Made, importable, make


@pytest.fixture
def generated(tmp_path: Path) -> Iterator[Callable[..., Made]]:
    """Generate from an inline description (and the actions of an overlay); the package can be imported."""
    made: list[Made] = []

    def start(spec: str, overlay: str = "", *, is_server: bool = False) -> Made:
        folder = tmp_path / str(len(made))
        folder.mkdir()
        made.append(make(folder, spec, overlay, is_server=is_server))
        stack.enter_context(importable(made[-1].output))
        return made[-1]

    with ExitStack() as stack:
        yield start
