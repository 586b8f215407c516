"""The command: bad input is told in exact words with exit code 2, and nothing is written; differences exit with 1."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from codegen.tests.generating import CASES, ROOT, files_of
from dovetail.cli import main

SPEC = (CASES / "verbs" / "spec.yaml").read_text(encoding="utf-8").split("\n", 1)[1]
OVERLAY = (CASES / "verbs" / "overlay.yaml").read_text(encoding="utf-8")
GENERATE = ("generate", "spec.yaml", "--output", "out", "--package", "doors")


@dataclass(frozen=True)
class Result:
    """What a run of the command came to."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the command in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "spec.yaml").write_text(SPEC, encoding="utf-8")
    (tmp_path / "overlay.yaml").write_text(OVERLAY, encoding="utf-8")

    def start(*arguments: str) -> Result:
        result = CliRunner().invoke(main, arguments)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
        return Result(result.exit_code, result.stdout, result.stderr)

    return start


def overlay(actions: str) -> str:
    return "overlay: 1.0.0\ninfo: {title: X, version: 1.0.0}\nactions:\n" + textwrap.indent(
        textwrap.dedent(actions), "  "
    )


BROKEN = """\
openapi: 3.1.0
info: {title: The Broken Doors API v2, version: 1.0.0}
paths:
  /a:
    get:
      operationId: a
      responses:
        '200': {$ref: '#/components/responses/Nothing'}
        '404': {$ref: 'https://example.com/x.yaml#/y'}
"""
FAULTY: Mapping[str, tuple[dict[str, str], tuple[str, ...], str]] = {
    "no such file": (
        {},
        ("generate", "nothing.yaml", "--output", "out", "--package", "p"),
        "nothing.yaml:1:1: error: there is no such file; check the path [unreadable-file]",
    ),
    "a folder": (
        {},
        ("generate", ".", "--output", "out", "--package", "p"),
        ".:1:1: error: this is a folder; name the file of the description itself [unreadable-file]",
    ),
    "no YAML": (
        {"spec.yaml": "openapi: 3.1.0\ninfo: {title: [\n"},
        GENERATE,
        (
            "spec.yaml:3:1: error: not YAML: did not find expected node content while parsing a flow node; "
            "check the indentation and the quotes above this place [syntax]"
        ),
    ),
    "broken references": (
        {"spec.yaml": BROKEN},
        (*GENERATE, "--strict"),
        (
            "spec.yaml:8:23: error: '#/components/responses/Nothing' leads nowhere: the document has no 'components'; "
            "correct the reference [unresolved-reference]\n"
            "    '200': {$ref: '#/components/responses/Nothing'}"
        ),
    ),
    "an overlay's target": (
        {"overlay.yaml": overlay("- target: $.paths['/windows'].post\n  update: {x-dovetail-method: open}\n")},
        (*GENERATE, "--overlay", "overlay.yaml"),
        (
            "overlay.yaml:4:13: error: $.paths['/windows'].post matches nothing in spec.yaml; $['paths'] exists "
            "[overlay-target]\n"
            "    - target: $.paths['/windows'].post"
        ),
    ),
    "extensions of another shape": (
        {
            "overlay.yaml": overlay(
                """\
                - target: $.paths['/doors/{id}'].post
                  update:
                    x-dovetail-verbs: {open: twice}
                    x-dovetail-method: 3
                    x-dovetail-verb: {}
                """
            )
        },
        (*GENERATE, "--overlay", "overlay.yaml"),
        (
            'overlay.yaml:6:32: error: x-dovetail-verbs: this is not of type "object"; correct it [invalid-extension]\n'
            "    x-dovetail-verbs: {open: twice}\n"
            'overlay.yaml:7:26: error: x-dovetail-method: this is not of type "string"; correct it '
            "[invalid-extension]\n"
            "    x-dovetail-method: 3\n"
            "overlay.yaml:8:24: error: there is no 'x-dovetail-verb' here; did you mean 'x-dovetail-verbs'? "
            "[invalid-extension]\n"
            "    x-dovetail-verb: {}"
        ),
    ),
    "extensions that name nothing": (
        {
            "overlay.yaml": overlay(
                """\
                - target: $.paths['/doors/{id}'].post
                  update:
                    x-dovetail-verbs:
                      open:
                        fixed: {Akcion: open}
                        properties: [Reason, Rhyme]
                        required: [Colour]
                """
            )
        },
        (*GENERATE, "--overlay", "overlay.yaml"),
        (
            "overlay.yaml:8:18: error: there is no 'Akcion' here; did you mean 'Action'? [invalid-extension]\n"
            "    fixed: {Akcion: open}\n"
            "overlay.yaml:9:23: error: there is no 'Rhyme' here; correct or remove the name [invalid-extension]\n"
            "    properties: [Reason, Rhyme]\n"
            "overlay.yaml:10:21: error: there is no 'Colour' here; correct or remove the name [invalid-extension]\n"
            "    required: [Colour]"
        ),
    ),
    "a keyword for a package": (
        {},
        (*GENERATE[:-1], "class"),
        "dovetail: package 'class' is not a name that Python can import; try letters, digits and _",
    ),
    "a package that would hide another": (
        {},
        (*GENERATE[:-1], "Requests"),
        (
            "dovetail: package 'Requests' would hide a module of this name that is needed; "
            "try another, such as Requests_api"
        ),
    ),
    "a path for a package": (
        {},
        (*GENERATE[:-1], "../up"),
        "dovetail: package '../up' is not a name that Python can import; try letters, digits and _",
    ),
    "nothing configured": (
        {},
        ("check",),
        "dovetail: no [[tool.dovetail.generate]] in a pyproject.toml here or above; give SPEC and --output",
    ),
    "a table with a key too many": (
        {"pyproject.toml": "[[tool.dovetail.generate]]\nspec = 's'\noutput = 'o'\npackage = 'p'\nserve = true\n"},
        ("generate",),
        (
            "dovetail: {tmp}/pyproject.toml: unknown key 'serve' in tool.dovetail.generate; "
            "there are spec, overlays, output, package, server, tests, templates, allow_remote_refs, strict"
        ),
    ),
    "a table with a wrong value": (
        {"pyproject.toml": "[[tool.dovetail.generate]]\nspec = 's'\noutput = 'o'\npackage = 'p'\noverlays = 'x'\n"},
        ("generate",),
        "dovetail: {tmp}/pyproject.toml: overlays in tool.dovetail.generate must be a list",
    ),
    "a table without a package": (
        {"pyproject.toml": "[[tool.dovetail.generate]]\nspec = 's'\noutput = 'o'\n"},
        ("generate",),
        "dovetail: {tmp}/pyproject.toml: tool.dovetail.generate needs package",
    ),
    "no array of tables": (
        {"pyproject.toml": "[tool.dovetail.generate]\nspec = 's'\n"},
        ("generate",),
        "dovetail: {tmp}/pyproject.toml: tool.dovetail.generate must be an array of tables: [[tool.dovetail.generate]]",
    ),
    "a table where a list of paths has a number": (
        {"pyproject.toml": "[[tool.dovetail.generate]]\nspec = 's'\noutput = 'o'\npackage = 'p'\noverlays = [1]\n"},
        ("generate",),
        "dovetail: {tmp}/pyproject.toml: overlays in tool.dovetail.generate must be a list of strings",
    ),
    "no TOML": (
        {"pyproject.toml": "[tool\n"},
        ("generate",),
        (
            "dovetail: {tmp}/pyproject.toml: cannot be read: Expected ']' at the end of a table declaration "
            "(at line 1, column 6)"
        ),
    ),
    "a folder of others": (
        {"out/pyproject.toml": "[mine]\n", "out/doors/client.py": "# mine\n"},
        GENERATE,
        (
            "dovetail: out holds files that were not generated: doors/client.py, pyproject.toml; "
            "name another folder, or add --force"
        ),
    ),
    "a folder that is not empty": (
        {"out/mine.txt": "mine"},
        GENERATE,
        (
            "dovetail: out is not empty and nothing in it was generated: it holds mine.txt; "
            "name another folder, or add --force"
        ),
    ),
    "a file for a folder": ({"out": "mine\n"}, GENERATE, "dovetail: out is a file; name a folder for the output"),
}


@pytest.mark.parametrize("case", FAULTY)
def test_faults_are_told_and_nothing_is_written(case: str, run: Callable[..., Result], tmp_path: Path) -> None:
    files, arguments, message = FAULTY[case]
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    before = files_of(tmp_path)
    folders = sorted(path for path in tmp_path.rglob("*") if path.is_dir())
    result = run(*arguments)
    assert result.err.rstrip("\n") == message.replace("{tmp}", str(tmp_path))
    assert (result.code, result.out) == (2, "")
    assert files_of(tmp_path) == before
    assert sorted(path for path in tmp_path.rglob("*") if path.is_dir()) == folders


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("generate", "spec.yaml"), "--output is needed with SPEC: the folder to write, such as --output sdk"),
        (("generate", "--package", "p", "--server"), "--package, --server without a SPEC: name one, or say it in"),
        (("generate", "--bogus"), "No such option '--bogus'"),
        (("conjure",), "No such command 'conjure'"),
    ],
)
def test_wrong_usage_is_told(arguments: tuple[str, ...], message: str, run: Callable[..., Result]) -> None:
    result = run(*arguments)
    assert result.code == 2
    assert message in result.err


def test_faults_for_machines(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "spec.yaml").write_text(BROKEN, encoding="utf-8")
    result = run(*GENERATE, "--strict", "--json")
    lines = [json.loads(line) for line in result.out.splitlines()]
    assert result.code == 2
    assert [line["rule"] for line in lines] == ["unresolved-reference"]
    assert all(line.keys() == {"severity", "rule", "message", "at"} for line in lines)
    assert all(line["at"].startswith("spec.yaml:") for line in lines)
    result = run(*GENERATE[:-1], "class", "--json")
    assert (result.code, json.loads(result.out)["severity"]) == (2, "error")


def test_a_faulty_description_is_generated_from_and_its_faults_are_told(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    """No configuration, no name: the title names the package, and what can be made is made."""
    more = "".join(f"  /b{n}: {{get: {{operationId: b{n}, responses: {{'200': {{}}}}}}}}\n" for n in range(30))
    (tmp_path / "spec.yaml").write_text(BROKEN + more, encoding="utf-8")
    result = run("generate", "spec.yaml", "--output", "out")
    assert result.code == 0
    assert result.out.startswith("out: broken_doors, 31 operations: ")
    told = [line for line in result.err.splitlines() if not line.startswith(" ")]
    assert "error: '#/components/responses/Nothing' leads nowhere" in told[0], "errors come before warnings"
    assert len(told) == 21
    assert re.fullmatch(r"… and \d+ more; to see them: dovetail lint spec\.yaml", told[-1])
    assert (tmp_path / "out" / "broken_doors" / "client.py").exists()
    machine = json.loads(run("generate", "spec.yaml", "--output", "out", "--json").out)
    assert len(machine["findings"]) > 30, "machines are told all"


def test_what_is_written_is_checked(run: Callable[..., Result], tmp_path: Path) -> None:
    generate = (*GENERATE, "--overlay", "overlay.yaml")
    first = run(*generate)
    count = len(files_of(tmp_path / "out"))
    assert (first.code, first.out, first.err) == (
        0,
        f"out: doors, 1 operation: {count} files written or removed\n",
        "",
    )
    assert run(*generate) == Result(0, "", ""), "quiet in a pipe when nothing changed"
    assert run(*generate, "--check") == Result(0, "", "")

    client = tmp_path / "out" / "doors" / "client.py"
    generated = client.read_bytes()
    client.write_bytes(generated + b"x = 1\n")
    (tmp_path / "out" / "doors" / "errors.py").unlink()
    before = files_of(tmp_path)
    checked = run(*generate, "--check")
    assert checked.code == 1
    assert "--- a/doors/client.py\n+++ b/doors/client.py\n" in checked.out
    assert "\n-x = 1\n" in checked.out
    assert checked.out.endswith("out: 2 files differ from what spec.yaml says; run: dovetail generate\n")
    machine = run(*generate, "--check", "--json")
    assert machine.code == 1
    assert json.loads(machine.out) == {
        "package": "doors",
        "changed": ["doors/client.py"],
        "added": ["doors/errors.py"],
        "removed": [],
        "findings": [],
    }
    assert files_of(tmp_path) == before, "checking writes nothing"
    assert run(*generate).code == 0
    assert client.read_bytes() == generated


def test_what_is_no_longer_made_is_removed(run: Callable[..., Result], tmp_path: Path) -> None:
    run(*GENERATE)
    mine = tmp_path / "out" / "doors" / "mine.py"
    mine.write_text("# mine\n")
    assert (tmp_path / "out" / "doors" / "resources" / "doors.py").exists()
    (tmp_path / "spec.yaml").write_text(SPEC.replace("/doors/", "/gates/"), encoding="utf-8")
    assert run(*GENERATE).code == 0
    assert not (tmp_path / "out" / "doors" / "resources" / "doors.py").exists()
    assert (tmp_path / "out" / "doors" / "resources" / "gates.py").exists()
    assert mine.exists()


CONFIGURED = """\
[[tool.dovetail.generate]]
spec = "spec.yaml"
overlays = ["overlay.yaml"]
output = "sdk"
package = "doors"

[[tool.dovetail.generate]]
spec = "spec.yaml"
output = "server"
package = "doors_server"
server = true
"""


def test_configuration_is_found_from_below(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pyproject.toml").write_text(CONFIGURED, encoding="utf-8")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'other'\n", encoding="utf-8")
    monkeypatch.chdir(below)
    made = run("generate")
    assert made.code == 0
    assert [line.partition(":")[0] for line in made.out.splitlines()] == ["../../sdk", "../../server"]
    assert (tmp_path / "sdk" / "doors" / "client.py").exists()
    assert (tmp_path / "server" / "doors_server" / "app.py").exists()
    assert run("check") == Result(0, "", "")
    (tmp_path / "server" / "doors_server" / "app.py").unlink()
    assert run("check").code == 1


def test_the_module_is_the_command(tmp_path: Path) -> None:
    """A real process: exit code, no traceback, nothing on the other stream."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "codegen")}
    command = [sys.executable, "-m", "dovetail.cli", "generate", "x.yaml", "--output", "o", "--package", "p"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "x.yaml:1:1: error: there is no such file; check the path [unreadable-file]\n"
