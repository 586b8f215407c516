"""What the generator's own tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from codegen.tests.generating import CASES, Made, importable, make
from codegen.tests.talking import Make, Talk
from dovetail.cache import VARIABLE


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what the tests' runs remember out of the user's own cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(tmp_path_factory.mktemp("cache")))
        yield


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


@pytest.fixture(params=["blocking", "async"])
def talk(request: pytest.FixtureRequest) -> Iterator[Talk]:
    talk = Talk(is_async=request.param == "async")
    yield talk
    talk.server.listener.close()


@pytest.fixture
def case(generated: Make) -> Callable[[str], Made]:
    """Generate a golden case."""

    def start(name: str) -> Made:
        overlay = CASES / name / "overlay.yaml"
        actions = overlay.read_text(encoding="utf-8").partition("actions:\n")[2] if overlay.exists() else ""
        return generated((CASES / name / "spec.yaml").read_text(encoding="utf-8").split("\n", 1)[1], actions)

    return start
