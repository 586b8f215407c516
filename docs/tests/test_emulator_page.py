"""The page of the emulator: its blocks run against one that was started by the page's own command."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from docs.tests.snippets import DOCS, Snippet, read_snippets

SNIPPETS = read_snippets("emulator.md")
NAME = "taskrouter-emulator"
PLUGIN = "taskrouter_emulator.pytest_plugin"
URL = "http://127.0.0.1:8080"
ANY = "…"


def _command(source: str) -> list[str]:
    """The command as it is written; from the source where it is not installed beside this Python."""
    name, *options = shlex.split(source)
    assert name == NAME
    installed = shutil.which(NAME, path=str(Path(sys.executable).parent))
    return [*([installed] if installed else [sys.executable, "-m", "taskrouter_emulator"]), *options]


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    """Where the emulator of the first block listens, on a free port."""
    command = [*_command(SNIPPETS[0].source), "--port", "0"]
    with (tmp_path / "log").open("w") as log, _running(command, log) as process:
        assert process.stdout is not None
        announced = process.stdout.readline()
        found = re.fullmatch(rf"{NAME} listening on (http://127\.0\.0\.1:\d+)\n", announced)
        assert found, (tmp_path / "log").read_text()
        yield found[1]
        process.terminate()
        assert process.wait(15) is not None


def _running(command: list[str], log: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, stdin=subprocess.DEVNULL, text=True)


def test_blocks_run_in_order(url: str) -> None:
    namespace: dict[str, Any] = {}
    for snippet, following in pairwise((*SNIPPETS[1:], SNIPPETS[0])):
        if snippet.language == "python" and not snippet.mark:
            snippet.run(namespace, {URL: url})
        elif snippet.language == "sh":
            result = _run(snippet, url)
            assert result.returncode == (2 if snippet.mark == "exit 2" else 0), result.stderr
            _hold(result, following, url)


def _run(snippet: Snippet, url: str) -> subprocess.CompletedProcess[str]:
    source = snippet.source.replace(URL, url).replace("--port 8080", f"--port {url.rpartition(':')[2]}")
    command = _command(source) if source.startswith(NAME) else shlex.split(source)
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)


def _hold(result: subprocess.CompletedProcess[str], expected: Snippet, url: str) -> None:
    """What a command puts out is what the block after it says: of JSON, what the block names."""
    match expected.language:
        case "json":
            assert _agrees(json.loads(result.stdout), json.loads(expected.source)), result.stdout
        case "text":
            here = expected.source.replace("127.0.0.1:8080", url.removeprefix("http://"))
            assert re.fullmatch(re.escape(here).replace(ANY, ".*"), result.stderr), result.stderr
        case other:
            pytest.fail(f"line {expected.line}: {other} is no output")


def _agrees(found: Any, expected: Any) -> bool:
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(
            name in found and _agrees(found[name], value) for name, value in expected.items()
        )
    if isinstance(expected, list):
        return len(found) == len(expected) and all(map(_agrees, found, expected))
    return bool(expected in {ANY, found}) and not (expected == ANY and not found)


def test_the_fixture_works(tmp_path: Path) -> None:
    block = next(snippet for snippet in SNIPPETS if snippet.mark == "pytest")
    (tmp_path / "test_page.py").write_text(block.source, "utf-8")
    # The plugin alone, whether it is installed or not.
    command = (sys.executable, "-m", "pytest", "-q", "-p", PLUGIN, "-p", "no:cacheprovider", str(tmp_path))
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    result = subprocess.run(
        command, capture_output=True, text=True, cwd=tmp_path, env=environment, timeout=120, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert "1 passed" in result.stdout


def test_the_accounts_file_is_read(tmp_path: Path) -> None:
    from taskrouter_emulator.accounts import Accounts, read_accounts

    file = tmp_path / "accounts.toml"
    file.write_text(next(snippet for snippet in SNIPPETS if snippet.language == "toml").source, "utf-8")
    principal = Accounts(read_accounts([str(file)])).authenticate("SK" + "2" * 32, "0ther")
    assert principal is not None
    assert principal.key is not None
    assert principal.key.allows("FetchTask")
    assert not principal.key.allows("CreateTask")


def test_the_table_has_every_option() -> None:
    written = re.findall(r"^\| `(--[\w-]+)` \|", (DOCS / "emulator.md").read_text("utf-8"), re.MULTILINE)
    shown = subprocess.run(_command(f"{NAME} --help"), capture_output=True, text=True, check=True).stdout
    assert written == re.findall(r"^  (--[\w-]+)", shown, re.MULTILINE)


def test_the_table_of_the_control_interface_is_whole() -> None:
    from taskrouter_emulator import control

    written = set(
        re.findall(r"^\| `((?:GET|POST) /[\w…/]+)` \|", (DOCS / "emulator.md").read_text("utf-8"), re.MULTILINE)
    )
    documented = set(re.findall(r"^    ((?:GET|POST)) +(/[\w…/]+)", control.__doc__ or "", re.MULTILINE))
    assert written == {f"{method} {path}" for method, path in documented}


def test_the_spellings_are_those_of_the_data() -> None:
    from taskrouter_emulator.tolerances import TOLERANCES

    page = (DOCS / "emulator.md").read_text("utf-8").partition("### Spellings")[2]
    assert {tolerance.name for tolerance in TOLERANCES} == set(re.findall(r"`([A-Z][a-z]+[A-Za-z]*)`", page)) - {
        "True",
        "False",
    }
