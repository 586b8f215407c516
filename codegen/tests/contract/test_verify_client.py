"""A verdict on an SDK: the generated one passes, and each seeded fault is caught by name."""

from __future__ import annotations

import io
import itertools
from pathlib import Path

import pytest
from click.testing import CliRunner

from codegen.tests.generating import importable, make
from dovetail.contract import Verdict, verify_client
from dovetail.contract.answers import AnswerServer
from dovetail.contract.sdk import imported, methods, opened
from dovetail.document import load
from dovetail.document.remote import Remote
from dovetail.errors import UsageError
from dovetail.report.console import ConsoleReport
from dovetail.spec import Spec, resolve
from dovetail.verify_commands import verify

FEW = 2


def verified(spec: Spec) -> Verdict:
    return verify_client(spec, "library_sdk", examples=FEW, seed=3)


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_the_generated_sdk_keeps_to_the_description(spec: Spec, sdk: Path) -> None:
    out = io.StringIO()
    verdict = verify_client(spec, "library_sdk", examples=8, seed=3, listen=ConsoleReport(out))
    assert verdict.held, out.getvalue()
    assert all(verdict.successes.values())
    assert verdict.gaps == ()
    assert "The SDK library_sdk keeps to the description." in out.getvalue()


def test_every_method_is_found_by_walking_the_client(sdk: Path) -> None:
    module = imported("library_sdk")
    with AnswerServer() as server:
        found = {method.name: method for method in methods(opened(module.Client, server.url))}
        assert server.asked == []
    assert {name: method.operation.id for name, method in found.items()} == {
        "books.list": "listBooks",
        "books.create": "createBook",
        "books.fetch": "fetchBook",
        "books.update": "updateBook",
        "books.delete": "deleteBook",
    }
    assert found["books.create"].positional == ("title", "genre")


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        ("operations/books.py", '"If-Match"', '"If-None-Match"', "unknown-parameter"),
        ("operations/books.py", '"copies", "copies"', '"copies", "count"', "missing-parameter"),
        ("operations/books.py", '"weight", "weight"', '"weight", "copies"', "missing-parameter"),
        ("operations/books.py", '"POST",\n    "/books/{id}"', '"PUT",\n    "/books/{id}"', "undocumented-operation"),
        ("operations/books.py", "body=FORM", 'body="application/json"', "faulty-request"),
        ("operations/books.py", "returns=models.Book,", "returns=str,", "refused-answer"),
        ("models/books.py", "    tags:", "    labels:", "refused-answer"),
        ("resources/books.py", '"title": title', '"title": title.strip() + "!"', "arguments-differ"),
        ("resources/books.py", "async def delete", "async def remove", "twins-differ"),
        ("resources/books.py", "def fetch", "def _fetch", "no-method"),
        ("resources/books.py", "self._caller.call(books.DELETE", "self._caller.call(books.FETCH", "no-method"),
        ("_runtime/client/errors.py", "404: NotFound", "404: StatusError", "untyped-error"),
        (
            "_runtime/client/errors.py",
            "self.method, self.url = status, ",
            "self.method, self.url = 599, ",
            "wrong-error",
        ),
        ("_runtime/wire/texts.py", '"true" if value else "false"', "str(value)", "faulty-request"),
        (
            "_runtime/wire/styles.py",
            'return _quote(plain, " ")',
            'return _quote(plain[:9], " ")',
            "arguments-differ",
        ),
    ],
)
def test_a_broken_sdk_is_caught(spec: Spec, sdk: Path, file: str, old: str, new: str, rule: str) -> None:
    change(sdk / file, old, new)
    verdict = verified(spec)
    assert rule in {failure.rule for failure in verdict.failures}, verdict.failures
    assert all(failure.side == "client" for failure in verdict.failures)


@pytest.mark.parametrize("package", ["no_such_package_anywhere", "json"])
def test_what_is_no_sdk_is_one_clear_line(spec: Spec, package: str) -> None:
    with pytest.raises(UsageError, match=f"the package {package}"):
        verify_client(spec, package)


EVENTS = """
components:
  schemas:
    Numbered: {type: object, properties: {id: {type: integer}, event: {enum: [message, add]}, retry: {type: integer}}}
paths:
"""
EVENT = """
  /PLACE: {get: {operationId: PLACE, responses: {'200': {description: '', content: {text/event-stream: CONTENT}}}}}
"""
DATA = (
    "{type: string}",
    "{type: object}",
    "{}",
    "{type: [string, object]}",
    "{type: boolean}",
    "{type: [object, 'null']}",
)
WRITTEN = "{itemSchema: ITEM}", "{schema: ITEM}", "{schema: {type: array, items: ITEM}}"


def test_events_come_back_whether_their_data_is_text_or_json(tmp_path: Path) -> None:
    described = EVENTS
    for at, (data, content) in enumerate(itertools.product(DATA, WRITTEN)):
        item = f"{{allOf: [{{$ref: '#/components/schemas/Numbered'}}], properties: {{data: {data}}}}}"
        described += EVENT.replace("CONTENT", content.replace("ITEM", item)).replace("PLACE", f"events{at}")
    made = make(tmp_path, described)
    with importable(made.output):
        verdict = verify_client(resolve(load(tmp_path / "spec.yaml")), made.package, examples=1, seed=3)
    assert (verdict.failures, verdict.excused) == ((), {})
    assert min(verdict.successes.values()) > 2


REMOTE = """
paths:
  /books/{id}:
    get:
      operationId: fetchBook
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: '', content: {application/json: {schema: {$ref: 'https://a.example/b.yaml'}}}}}
"""


def test_a_command_needs_no_examples_and_reads_what_is_remote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = make(tmp_path, REMOTE)
    fetched: list[str] = []

    def fetch(_: Remote, url: str) -> bytes:
        fetched.append(url)
        return b"type: object"

    monkeypatch.setattr(Remote, "fetch", fetch)
    command = ["client", "--spec", str(tmp_path / "spec.yaml"), "--package", made.package, "--examples", "0"]
    with importable(made.output):
        apart = CliRunner().invoke(verify, command)
        assert (apart.exit_code, fetched) == (0, []), apart.output
        together = CliRunner().invoke(verify, [*command, "--allow-remote-refs"])
        assert (together.exit_code, fetched) == (0, ["https://a.example/b.yaml"]), together.output
