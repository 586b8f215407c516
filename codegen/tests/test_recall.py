"""What is remembered of a run saves work and changes nothing: no byte, no word, no exit code."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from codegen.tests.generating import files_of
from dovetail import cache
from dovetail.cli import main
from dovetail.document import load

SPEC = """\
openapi: 3.1.0
info: {title: Shelf, version: 1.0.0}
servers: [{url: 'https://api.example'}]
paths:
  /books/{id}:
    get:
      operationId: getBook
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200': {description: A book, content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}
  /shelves:
    get:
      operationId: listShelves
      responses:
        '200': {description: All, content: {application/json: {schema: {$ref: '#/components/schemas/Shelf'}}}}
components:
  schemas:
    Book: {type: object, properties: {title: {type: string}}}
    Shelf: {$ref: parts.yaml#/Shelf}
"""
PARTS = "Shelf: {type: object, properties: {room: {type: string}}}\n"


@dataclass
class Folder:
    """A folder with a description in two files, and the runs in it."""

    path: Path
    anew: list[str]

    def run(self, *options: str, output: str = "out", code: int = 0) -> str:
        """Run the command; gives all it says."""
        result = CliRunner().invoke(main, ["generate", "spec.yaml", "--output", output, "--package", "shelf", *options])
        assert result.exit_code == code, result.output
        return result.output

    def runs_anew(self) -> bool:
        """Whether stages ran since this was asked last."""
        ran = bool(self.anew)
        self.anew.clear()
        return ran

    def change(self, name: str, old: str, new: str) -> None:
        text = (self.path / name).read_text(encoding="utf-8")
        assert old in text
        (self.path / name).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    made = Folder(tmp_path, [])
    (tmp_path / "spec.yaml").write_text(SPEC, encoding="utf-8")
    (tmp_path / "parts.yaml").write_text(PARTS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))

    def noted(*arguments: Any, **options: Any) -> object:
        made.anew.append("load")
        return load(*arguments, **options)

    monkeypatch.setattr("dovetail.generate.load", noted)
    made.run()
    assert made.runs_anew()
    return made


def test_nothing_runs_where_nothing_changed(folder: Folder) -> None:
    before = files_of(folder.path / "out")
    assert folder.run() == folder.run("--check")
    assert not folder.runs_anew()
    assert files_of(folder.path / "out") == before


def test_findings_are_told_again(folder: Folder) -> None:
    folder.change("spec.yaml", "/shelves:", "/books/{other}:")
    first = folder.run()
    assert "ambiguous-path" in first
    assert folder.runs_anew()
    assert first.startswith(folder.run())
    assert not folder.runs_anew()


def _changed_file(folder: Folder) -> None:
    folder.change("out/shelf/client.py", "import", "import  ")


def _lost_file(folder: Folder) -> None:
    (folder.path / "out/shelf/client.py").unlink()


def _other_permissions(folder: Folder) -> None:
    (folder.path / "out/shelf/client.py").chmod(0o600)


def _changed_part(folder: Folder) -> None:
    folder.change("parts.yaml", "room: {type: string}", "room: {type: integer}")


def _damaged_entries(folder: Folder) -> None:
    for path in (folder.path / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-3])


def _entry_of_another_kind(folder: Folder) -> None:
    for path in (folder.path / "cache" / "runs").iterdir():
        path.write_text(cache.digest(b"[1]") + "\n[1]", encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [_changed_file, _lost_file, _other_permissions, _changed_part, _damaged_entries, _entry_of_another_kind],
)
def test_any_change_makes_it_run(folder: Folder, change: Callable[[Folder], None]) -> None:
    change(folder)
    folder.run()
    assert folder.runs_anew()
    folder.run("--no-cache", output="anew")
    assert files_of(folder.path / "out") == files_of(folder.path / "anew")
    modes = {path.stat().st_mode & 0o777 for path in (folder.path / "out").rglob("*.py")}
    assert modes == {0o644}


def test_another_tool_runs(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dovetail.recall.tool", lambda: "another")
    folder.run()
    assert folder.runs_anew()


def test_a_description_that_could_not_be_read_whole_is_not_remembered(folder: Folder) -> None:
    (folder.path / "parts.yaml").unlink()
    folder.run()
    folder.runs_anew()
    folder.run()
    assert folder.runs_anew()


def test_a_check_still_finds_differences(folder: Folder) -> None:
    _changed_file(folder)
    assert "client.py" in folder.run("--check", code=1)
    assert folder.runs_anew()


def test_without_cache_nothing_is_kept(folder: Folder) -> None:
    kept = files_of(folder.path / "cache")
    folder.run("--no-cache")
    assert folder.runs_anew()
    assert files_of(folder.path / "cache") == kept


def test_only_what_changed_is_formatted(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def noted(files: dict[str, str], _: object) -> dict[str, str]:
        seen.extend(files)
        return dict(files)

    monkeypatch.setattr("dovetail.render.style._formatted", noted)
    folder.change("spec.yaml", "title: {type: string}", "title: {type: integer}")
    folder.run()
    assert seen
    assert len(seen) < len(list((folder.path / "out" / "shelf").glob("*/*.py"))) / 2


def test_runs_beside_each_other_agree(folder: Folder) -> None:
    code = "import sys; from dovetail.cli import main; main()"
    command = [sys.executable, "-c", code, "generate", "spec.yaml", "--package", "shelf", "--output"]
    started = [
        subprocess.Popen([*command, f"beside{number}"], cwd=folder.path, stderr=subprocess.PIPE, text=True)
        for number in range(3)
    ]
    assert [(process.communicate()[1], process.returncode) for process in started] == [("", 0)] * 3
    first = files_of(folder.path / "beside0")
    assert first == files_of(folder.path / "out")
    assert all(files_of(folder.path / f"beside{number}") == first for number in (1, 2))


def test_a_cache_that_cannot_be_written_costs_only_time(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder.path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv(cache.VARIABLE, str(folder.path / "file" / "cache"))
    folder.run()
    assert folder.runs_anew()


def test_the_oldest_entries_go(tmp_path: Path) -> None:
    shelf = cache.Shelf(tmp_path)
    for number in range(cache.MOST + 10):
        shelf.keep(str(number), number)
    assert len(list(tmp_path.iterdir())) == cache.MOST
    assert shelf.find(str(cache.MOST + 9)) == cache.MOST + 9


def test_to_know_that_there_is_nothing_to_do_imports_no_stage(folder: Folder) -> None:
    code = (
        "import sys; from dovetail.cli import main\n"
        "main(['generate', 'spec.yaml', '--output', 'out', '--package', 'shelf'], standalone_mode=False)\n"
        "stages = {'jinja2', 'pydantic', 'requests', 'rich', 'yaml', 'dovetail.generate', 'dovetail.api'}\n"
        "print(*stages & {*sys.modules})"
    )
    command = [sys.executable, "-c", code]
    _, done = (subprocess.run(command, cwd=folder.path, check=True, capture_output=True, text=True) for _ in range(2))
    assert done.stdout.split() == []
