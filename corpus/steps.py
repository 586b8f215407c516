"""The steps that a document goes through. Each runs its program in a process of its own and gives a `StepResult`."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .documents import ROOT, RealDocument
from .left_out import accepted, judged
from .processes import TIMED_OUT, Finished, python, run
from .result import DocumentResult, StepResult

SILENCERS = re.compile(r"type:\s*ignore|#\s*noqa|#\s*pyright|#\s*mypy|#\s*pylint|#\s*ruff")
MYPY = """\
[mypy]
strict = True
python_version = 3.11
enable_error_code = ignore-without-code,redundant-expr,truthy-bool,possibly-undefined
"""
GENERATE = ("-m", "dovetail.cli", "generate")
IMPORT_ALL = """\
import importlib, pkgutil, sys
root = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(root.__path__, root.__name__ + "."):
    importlib.import_module(module.name)
"""
SOURCES = (ROOT / "codegen", ROOT)
"""Where `dovetail` and `corpus` are: those of this checkout, whatever is installed."""
STYLE = ("--config", "line-length=120")
"""How what is generated is laid out; for the rest, ruff's own defaults hold."""


@dataclass(frozen=True, slots=True)
class Work:
    """One document at work: `folder` is its own, `caches` that of the run, `before` what earlier steps found out."""

    document: RealDocument
    folder: Path
    caches: Path
    seed: int
    before: Mapping[str, StepResult]

    @property
    def output(self) -> Path:
        """Where the distribution is written; the package lies in it."""
        return self.folder / "sdk"

    @property
    def importing(self) -> Mapping[str, str]:
        """The environment of a process that imports the package."""
        return {"PYTHONPATH": os.pathsep.join(map(str, (self.output, *SOURCES))), "PYTHONHASHSEED": "0"}


Step = Callable[[Work], StepResult]


def generate(work: Work) -> StepResult:
    """`dovetail generate` exits 0, and writes no comment that silences a checker."""
    shutil.rmtree(work.output, ignore_errors=True)
    chosen = ("--output", work.output, "--package", work.document.package, "--json")
    done = python(*GENERATE, work.document.path, *chosen, cwd=work.folder, environment=work.importing)
    faults = [] if done.code == 0 else _complaints(done, done.err or done.out)
    findings: list[str] = []
    if not faults:
        findings = json.loads(done.out)["findings"]
        faults = list(_silenced(work.output))
    lines = sum(path.read_bytes().count(b"\n") for path in work.output.rglob("*.py"))
    return _result("generate", done, faults, findings=findings, lines=lines)


def stubs(work: Work) -> StepResult:
    """`dovetail generate --server` exits 0, its modules can be imported, and mypy and pyright find nothing."""
    served = replace(work, folder=work.folder / "server", before={})
    served.folder.mkdir(exist_ok=True)
    shutil.rmtree(served.output, ignore_errors=True)
    name = work.document.package
    chosen = ("--server", "--output", served.output, "--package", name, "--json")
    environment = served.importing
    done = python(*GENERATE, work.document.path, *chosen, cwd=served.folder, environment=environment)
    faults = [] if done.code == 0 else _complaints(done, done.err or done.out)
    if not faults:
        imported = python("-c", IMPORT_ALL, name, cwd=served.folder, environment=environment)
        faults = [*_complaints(imported, imported.err)] if imported.code else list(_silenced(served.output))
        faults += [*mypy(served).faults, *pyright(served).faults]
    return _result("stubs", done, faults)


def imports(work: Work) -> StepResult:
    """Every module can be imported, and no operation is missing without an accepted reason."""
    name, path = work.document.package, work.document.path
    done = python("-m", "corpus.generated", name, path, cwd=work.folder, environment=work.importing)
    if done.code:
        return _result("import", done, _complaints(done, done.err))
    found: dict[str, Any] = json.loads(done.out)
    findings = work.before["generate"].facts.get("findings", []) if "generate" in work.before else []
    missing, faults = judged(work.document.name, found["documented"], found["generated"], findings, accepted())
    counts = {"documented": len(found["documented"]), "generated": len(found["documented"]) - len(missing)}
    return _result("import", done, faults, modules=found["modules"], left_out=missing, **counts)


def ruff(work: Work) -> StepResult:
    """Ruff's default rules find nothing, nor has its formatter anything to do."""
    settings = ("--isolated", "--no-cache", "--target-version=py311")
    command = (sys.executable, "-m", "ruff")
    checked = run((*command, "check", *settings, *STYLE, "--output-format=concise", "."), cwd=work.output)
    formatted = run((*command, "format", "--check", *settings, *STYLE, "."), cwd=work.output)
    faults = [line for done in (checked, formatted) if done.code for line in _complaints(done, done.out + done.err)]
    return _result("ruff", checked, faults)


def mypy(work: Work) -> StepResult:
    """`mypy --strict` finds nothing."""
    settings = work.folder / "mypy.ini"
    settings.write_text(MYPY, encoding="utf-8")
    options = ("--config-file", settings, "--cache-dir", work.caches / "mypy", "--no-error-summary")
    done = python("-m", "mypy", *options, "-p", work.document.package, cwd=work.output)
    faults = [line for line in done.out.splitlines() if ": error:" in line]
    return _result("mypy", done, faults or (_complaints(done, done.out + done.err) if done.code else []))


def pyright(work: Work) -> StepResult:
    """Pyright in strict mode finds nothing."""
    settings = {
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "include": [f"{work.output.name}/{work.document.package}"],
        "extraPaths": [work.output.name],
    }
    (work.folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    options = ("--project", "pyrightconfig.json", "--pythonpath", sys.executable, "--outputjson")
    memory = {"NODE_OPTIONS": "--max-old-space-size=6144"}
    done = python("-m", "pyright", *options, cwd=work.folder, environment=memory)
    try:
        told = json.loads(done.out)["generalDiagnostics"]
    except (json.JSONDecodeError, KeyError):
        return _result("pyright", done, _complaints(done, done.out + done.err))
    faults = [_diagnostic(work, each) for each in told if each["severity"] in {"error", "warning"}]
    return _result("pyright", done, faults or (_complaints(done, done.err) if done.code else []))


def calls(work: Work) -> StepResult:
    """The round trip: every operation called by both twins, arguments and answers arriving as they were given."""
    name, path = work.document.package, work.document.path
    arguments = (name, path, "--seed", str(work.seed))
    done = python("-m", "corpus.calls", *arguments, cwd=work.folder, environment=work.importing)
    if done.code:
        return _result("calls", done, _complaints(done, done.err))
    found: dict[str, Any] = json.loads(done.out)
    return _result("calls", done, found.pop("failures"), **found)


STEPS: Mapping[str, Step] = {
    "generate": generate,
    "import": imports,
    "ruff": ruff,
    "mypy": mypy,
    "pyright": pyright,
    "calls": calls,
    "stubs": stubs,
}
NEEDED = {"import": "generate", "ruff": "generate", "mypy": "generate", "pyright": "generate", "calls": "import"}
"""The step that must have given something to work on, for a step to make sense."""


def taken(document: RealDocument, folder: Path, caches: Path, chosen: frozenset[str], seed: int) -> DocumentResult:
    """Take a document through the chosen steps; those that have nothing to work on are left out."""
    result = DocumentResult(document.name)
    folder.mkdir(parents=True, exist_ok=True)
    for name, step in STEPS.items():
        needed = NEEDED.get(name)
        has_ground = needed not in chosen or (needed in result.steps and result.steps[needed].facts["goes_on"])
        if name in chosen and has_ground:
            result.steps[name] = step(Work(document, folder, caches, seed, result.steps))
    return result


def _result(name: str, done: Finished, faults: list[str] | tuple[str, ...], **facts: Any) -> StepResult:
    goes_on = done.code == 0 or name not in {"generate", "import"}
    return StepResult(name, tuple(faults), done.seconds, done.peak, {**facts, "goes_on": goes_on})


def _complaints(done: Finished, text: str) -> list[str]:
    if done.code == TIMED_OUT:
        return [f"took more than {done.seconds:.0f} s and was stopped"]
    lines = [line for line in text.splitlines() if line.strip()]
    if "Traceback (most recent call last):" in text:
        frames = [line.strip() for line in lines if line.lstrip().startswith("File ")]
        return [f"{lines[-1]} ({frames[-1]})" if frames else lines[-1]]
    return [line for line in lines if not line.startswith("    ")] or [f"ended with exit code {done.code}"]


def _silenced(output: Path) -> Iterator[str]:
    for path in sorted(output.rglob("*.py")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if SILENCERS.search(line):
                yield f"{path.relative_to(output)}:{number}: silences a checker: {line.strip()}"


def _diagnostic(work: Work, told: Mapping[str, Any]) -> str:
    path = Path(told["file"])
    shown = path.relative_to(work.output.resolve()) if path.is_relative_to(work.output.resolve()) else path
    line = told.get("range", {}).get("start", {}).get("line", 0) + 1
    return f"{shown}:{line}: {told['message'].splitlines()[0]} [{told.get('rule', told['severity'])}]"
