"""Everything that is generated is clean under mypy --strict and pyright strict, without a word to silence them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from codegen.tests.generating import CASES, ROOT, case_generation, case_names
from dovetail.generate import generate

SILENCERS = re.compile(r"type:\s*ignore|#\s*noqa|#\s*pyright|#\s*mypy|#\s*pylint|#\s*ruff")
MYPY = """\
[tool.mypy]
strict = true
python_version = "3.11"
enable_error_code = ["ignore-without-code", "redundant-expr", "truthy-bool", "possibly-undefined"]
"""


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every golden case in both halves, and what is committed, side by side."""
    folder = tmp_path_factory.mktemp("packages")
    for name in case_names():
        for is_server in (False, True):
            generation = case_generation(name, folder / "made" / f"{name}{is_server}", is_server=is_server)
            generate(generation)
            shutil.move(generation.output / generation.package, folder / generation.package)
    for path in (ROOT / "generated").glob("*/*/py.typed"):
        shutil.copytree(path.parent, folder / path.parent.name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.rmtree(folder / "made")
    return folder


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key not in ("MYPYPATH", "PYTHONPATH")}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.slow
def test_mypy_finds_nothing(packages: Path) -> None:
    (packages / "pyproject.toml").write_text(MYPY)
    names = sorted(path.parent.name for path in packages.glob("*/py.typed"))
    assert len(names) > 40
    done = run(packages, "mypy", *(part for name in names for part in ("-p", name)))
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_pyright_finds_nothing(packages: Path) -> None:
    # The runtime is the same everywhere; that of what is committed is looked at, and by `make types` too.
    without_runtime = [f"{name}{half}/_runtime" for name in case_names() for half in ("", "_server")]
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "exclude": ["**/__pycache__", *without_runtime]}
    (packages / "pyrightconfig.json").write_text(json.dumps(settings))
    done = run(packages, "pyright", "--project", "pyrightconfig.json", "--pythonpath", sys.executable)
    assert done.returncode == 0, done.stdout
    assert "0 errors, 0 warnings" in done.stdout


def test_nothing_silences_a_checker() -> None:
    files = [path for place in (CASES, ROOT / "generated") for path in place.rglob("*.py")]
    assert len(files) > 300
    silent = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if SILENCERS.search(line)
    ]
    assert silent == []


WRONG = """
from typing import assert_type

from {package} import AsyncClient, Client, models
from {package}._runtime.client.pages import Pager

client = Client()
assert_type(client.books.list(limit=3), Pager[models.Book, models.ListBooksResponse])
assert_type(next(iter(client.books.list())).title, str)
assert_type(client.genres.list(), list[str])
client.books.list(genre=1)  # wrong
client.books.list(gender="sea")  # wrong
client.books.list(page_token="x")  # wrong
client.books.fetch("1")  # wrong
"""


@pytest.mark.slow
def test_wrong_calls_are_found(tmp_path: Path) -> None:
    generate(case_generation("paging", tmp_path))
    (tmp_path / "pyproject.toml").write_text(MYPY)
    (tmp_path / "use.py").write_text(WRONG.format(package="paging"))
    done = run(tmp_path, "mypy", "use.py")
    found = {int(number) for number in re.findall(r"^use\.py:(\d+): error", done.stdout, re.MULTILINE)}
    expected = {number for number, line in enumerate(WRONG.splitlines(), 1) if line.endswith("# wrong")}
    assert found == expected, done.stdout
