"""The tests of a generated package: every method has one, they pass alone, and they fail when the package is wrong."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from codegen.tests.generating import ROOT, case_generation
from dovetail.cli import main

CORPUS = Path(os.environ.get("DOVETAIL_CORPUS", ROOT.parent / "shared" / "corpus")) / "specs" / "dev"
REAL = ["notion.json", "redocly-museum.yaml", "swagger-petstore.yaml", "xero-files.yaml"]
CASES = ["form_arrays", "json_body", "paging", "unions", "verbs"]


def generated(spec: Path, overlays: tuple[Path, ...], output: Path) -> Path:
    """Generate with tests, by the command."""
    asked = [str(spec), "--output", str(output), "--package", "offline_case", "--tests", "--no-cache"]
    for overlay in overlays:
        asked += ["--overlay", str(overlay)]
    main(["generate", *asked], standalone_mode=False)
    return output


def run(output: Path) -> subprocess.CompletedProcess[str]:
    """Run the tests of a package in a process that has nothing but what is installed, away from this project."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", "tests"]
    return subprocess.run(command, cwd=output, capture_output=True, text=True, check=False, timeout=300)


@pytest.mark.parametrize("name", CASES)
def test_tests_of_golden_cases_pass(name: str, tmp_path: Path) -> None:
    generation = case_generation(name, tmp_path)
    done = run(generated(generation.spec, generation.overlays, tmp_path / "out"))
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("name", REAL)
def test_tests_of_real_descriptions_pass(name: str, tmp_path: Path) -> None:
    if not (CORPUS / name).exists():
        pytest.skip(f"the corpus is not there: {CORPUS}; set DOVETAIL_CORPUS")
    output = generated(CORPUS / name, (), tmp_path / "out")
    done = run(output)
    assert done.returncode == 0, done.stdout
    methods = sum(text.read_text().count("    def ") for text in (output / "offline_case" / "resources").glob("*.py"))
    assert methods


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("operations", '"/books"', '"/boks"'),
        ("operations", '"POST"', '"PUT"'),
        ("operations", 'field("title"', 'field("titel"'),
        ("models", "title: ", "titel: "),
    ],
)
def test_tests_fail_when_the_package_is_wrong(path: str, before: str, after: str, tmp_path: Path) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text(BOOKS, encoding="utf-8")
    output = generated(spec, (), tmp_path / "out")
    assert run(output).returncode == 0
    changed = 0
    for module in (output / "offline_case" / path).glob("*.py"):
        text = module.read_text(encoding="utf-8")
        changed += before in text
        module.write_text(text.replace(before, after), encoding="utf-8")
    assert changed, f"nothing has {before}"
    done = run(output)
    assert done.returncode == 1, done.stdout
    assert re.search(r"\d+ failed", done.stdout)


UNTESTABLE = """\
openapi: 3.1.0
info: {title: Books, version: 1.0.0}
servers: [{url: 'https://api.example'}]
paths:
  /shelves/{shelf_id}/books:
    parameters: [{name: shelf_id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: findBooks
      parameters: [{name: size, in: query, required: true, schema: {type: integer, minimum: 3, maximum: 2}}]
      responses: {'200': {description: It.}}
    delete:
      operationId: deleteBooks
      responses: {'200': {description: It., content: {application/json: {schema: {type: string, enum: []}}}}}
    post: {operationId: createBook, responses: {'204': {description: It.}}}
"""


def test_a_method_without_a_test_is_told(tmp_path: Path) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text(UNTESTABLE, encoding="utf-8")
    command = [str(spec), "--output", str(tmp_path / "out"), "--tests", "--no-cache", "--json"]
    done = CliRunner().invoke(main, ["generate", *command])
    assert done.exit_code == 0
    told = [one.splitlines()[0] for one in json.loads(done.output)["findings"] if "[untested-method]" in one]
    called = "client.shelves(shelf_id).books"
    assert [one.removeprefix(f"{spec}:").partition("; ")[0] for one in told] == [
        f"8:7: warning: {called}.list has no test: nothing is found that its schemas let it send",
        f"12:7: warning: {called}.delete has no test: nothing is found that its schemas let it be answered with",
    ]


BOOKS = """\
openapi: 3.1.0
info: {title: Books, version: 1.0.0}
servers: [{url: 'https://api.example'}]
paths:
  /books:
    post:
      operationId: createBook
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}
      responses: {'200': {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}}
components:
  schemas:
    Book: {type: object, required: [title], properties: {title: {type: string}, year: {type: integer}}}
"""
