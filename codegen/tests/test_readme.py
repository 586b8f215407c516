"""The README of a generated package: every snippet is run against a server made from the description alone."""

from __future__ import annotations

import ast
import os
import re
import shlex
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import requests
from ruff import find_ruff_bin

from codegen.tests.contract.library import running
from codegen.tests.document_server import DocumentServer
from codegen.tests.generating import ROOT, case_generation, case_names, importable, make
from dovetail.config import Generation
from dovetail.document import load
from dovetail.generate import generate
from dovetail.spec import resolve

CORPUS = Path(os.environ.get("DOVETAIL_CORPUS", ROOT.parent / "shared" / "corpus")) / "specs" / "dev"
REAL = ["notion.json", "redocly-museum.yaml", "scalar-galaxy.yaml", "train-travel.yaml", "twilio-taskrouter-v1.json"]
LARGE = ["github-api.json", "openai.yaml", "stripe-2023-08.yaml"]
CALL = re.compile(r"\bclient\.\w+[.(]")


def snippets(readme: str) -> list[str]:
    """The Python of a README, in its order."""
    return re.findall(r"^```python\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)


def run_snippets(generation: Generation, patch: pytest.MonkeyPatch) -> list[str]:
    """Generate, and run what the README shows; gives the snippets. What is asked must be as documented."""
    made = generate(generation)
    package = made.generation.package
    readme = (generation.output / "README.md").read_text(encoding="utf-8")
    spec = resolve(load(generation.spec, generation.overlays))
    with DocumentServer(spec) as server, importable(generation.output):
        module = __import__(package)
        for twin in ("Client", "AsyncClient"):
            patch.setattr(module, twin, _at(getattr(module, twin), server.url), raising=False)
        names: dict[str, Any] = {}
        for snippet in snippets(readme):
            server.asked.clear()
            # A server made from a description has but one page, whichever is asked for.
            exec(compile(re.sub(r"limit=\d+", "limit=1", snippet), "README.md", "exec"), names)
            assert server.faults == [], snippet
            assert server.asked or not CALL.search(snippet), snippet
        if "client" in names:
            names["client"].close()
    return snippets(readme)


def _at(client: Callable[..., Any], url: str) -> Callable[..., Any]:
    return lambda **given: client(**{**given, "base_url": url, "retries": 0})


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that snippets write are written there."""
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")


@pytest.mark.parametrize("name", case_names())
def test_snippets_of_golden_cases_run(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = run_snippets(case_generation(name, tmp_path / "out"), monkeypatch)
    assert any("Client(" in snippet for snippet in shown)


@pytest.mark.parametrize("name", [*REAL, *(pytest.param(name, marks=pytest.mark.slow) for name in LARGE)])
def test_snippets_of_real_descriptions_run(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not (CORPUS / name).exists():
        pytest.skip(f"the corpus is not there: {CORPUS}; set DOVETAIL_CORPUS")
    package = f"readme_{re.sub(r'[^a-z0-9]', '_', name)}"
    shown = run_snippets(Generation(spec=CORPUS / name, output=tmp_path / "out", package=package), monkeypatch)
    assert len([snippet for snippet in shown if CALL.search(snippet)]) >= 4


def run_server(generation: Generation) -> tuple[str, int, object]:
    """Generate stubs, run what their README shows, and ask as it says; gives the README and the answer."""
    generate(generation)
    readme = (generation.output / "README.md").read_text(encoding="utf-8")
    names: dict[str, Any] = {}
    with importable(generation.output):
        for snippet in snippets(readme):
            exec(compile(snippet, "README.md", "exec"), names)
        command = re.search(r"^    curl -i (.*)http://127\.0\.0\.1:8000(.*)$", readme, re.MULTILINE)
        if command is None:
            return readme, 0, None
        options, path = shlex.split(command[1]), command[2]
        headers = dict(
            given.split(": ") for option, given in zip(options[::2], options[1::2], strict=True) if option == "-H"
        )
        login = ("username", "password") if "-u" in options else None
        with running(names["app"]) as url:
            answer = requests.get(url + path, headers=headers, auth=login, timeout=10)
            return readme, answer.status_code, answer.json() if answer.content else None


@pytest.mark.parametrize("name", case_names())
def test_a_server_of_a_golden_case_runs_as_its_readme_says(name: str, tmp_path: Path) -> None:
    _, status, _ = run_server(case_generation(name, tmp_path / "out", is_server=True))
    assert status in (0, 200, 204)


@pytest.mark.parametrize("name", REAL)
def test_a_server_of_a_real_description_answers_what_its_readme_shows(name: str, tmp_path: Path) -> None:
    if not (CORPUS / name).exists():
        pytest.skip(f"the corpus is not there: {CORPUS}; set DOVETAIL_CORPUS")
    package = f"served_{re.sub(r'[^a-z0-9]', '_', name)}"
    readme, status, value = run_server(
        Generation(spec=CORPUS / name, output=tmp_path / "out", package=package, is_server=True)
    )
    shown = re.search(r"^        return ([\[{].*?)^$", readme, re.MULTILINE | re.DOTALL)
    assert shown, readme
    assert (status, value) == (200, ast.literal_eval(shown[1]))


HOSTILE = """\
openapi: 3.1.0
info:
  title: "x\\n```python\\nraise SystemExit('title')\\n```\\n# [a](javascript:b) <script>"
  version: "1`\\n```python\\nraise SystemExit"
  description: "1. one\\n```python\\nraise SystemExit('description')\\n```"
servers: [{url: 'https://api.example'}]
security: [{'k"]': []}]
paths:
  /a/{b}:
    get:
      operationId: "a\\n```"
      summary: "<b>\\n```python\\nraise SystemExit('summary')\\n```"
      parameters:
      - {name: b, in: path, required: true, schema: {enum: ["\\n```python\\nraise SystemExit('enum')\\n```\\n"]}}
      responses: {'200': {description: x, content: {application/json: {schema: {type: string}}}}}
components:
  securitySchemes: {'k"]': {type: http, scheme: bearer, description: "`\\n```python\\nraise SystemExit('key')\\n```"}}
"""


def test_nothing_of_a_description_becomes_code_or_markup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text(HOSTILE, encoding="utf-8")
    generation = Generation(spec=spec, output=tmp_path / "out", package="readme_hostile")
    run_snippets(generation, monkeypatch)
    readme = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    stubs, _, _ = run_server(replace(generation, output=tmp_path / "stubs", package="served_hostile", is_server=True))
    readme += stubs
    assert all(line.strip() in ("```", "```python") for line in readme.splitlines() if line.startswith("```"))
    prose = re.sub(r"^```python\n.*?^```", "", readme, flags=re.MULTILINE | re.DOTALL)
    assert "<script>" not in prose.replace(r"\<script\>", "")
    assert not re.search(r"(?<!\\)\]\(", prose)


LONG = """
paths:
  /accounts_of_a_kind/{account_identifier}/cumulative_statistics:
    get:
      operationId: fetchStatistics
      parameters:
      - {name: account_identifier, in: path, required: true, schema: {type: string, enum: [AC000000000000000000000000]}}
      responses: {'200': {description: x, content: {application/json: {schema: {type: object}}}}}
"""


def test_snippets_stand_as_ruff_writes_them(tmp_path: Path) -> None:
    made = make(tmp_path, LONG)
    shown = snippets((made.output / "README.md").read_text(encoding="utf-8"))
    assert any("client.send(\n    " in snippet for snippet in shown)
    for at, snippet in enumerate(shown):
        (tmp_path / f"snippet{at}.py").write_text(snippet, encoding="utf-8")
        command = [find_ruff_bin(), "format", "--check", "--isolated", "--line-length=120", f"snippet{at}.py"]
        subprocess.run(command, cwd=tmp_path, check=True)


def test_a_description_without_operations_has_a_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = make(tmp_path, "paths: {}")
    shown = snippets((made.output / "README.md").read_text(encoding="utf-8"))
    assert len(shown) == 1
    generation = replace(made.generated.generation, output=tmp_path / "again")
    run_snippets(generation, monkeypatch)
