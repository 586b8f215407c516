"""A trial: a hostile document goes through every command, each in a process of its own, and nothing may happen."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from .document import OUTSIDE
from .guard import ROOT
from .sources import INVISIBLE, faults_of

SECONDS = 10
"""CPU time of one step for a document of up to a megabyte."""

MEGABYTES = 2048
"""Address space of one step beyond that of the interpreter with everything imported."""

LINE = re.compile(r"(?:.+: )?(?:error|warning|info): |dovetail: |Usage: |Error: ")


@dataclass(slots=True)
class Verdict:
    """What came of a trial: exit codes by step, what a step took at most (CPU time), and what must not be."""

    exits: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    seconds: float = 0
    total_seconds: float = 0
    megabytes: int = 0
    messages: str = ""

    @property
    def is_package(self) -> bool:
        """Whether a package came of it."""
        return self.exits.get("sdk") == 0


class Trials:
    """Runs trials one after another, in children of one process."""

    def __enter__(self) -> Self:
        """Start the process."""
        command = [sys.executable, "-m", "codegen.tests.hostile.forks"]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def run(self, folder: Path, files: Mapping[str, bytes | str], *, scale: int = 1) -> Verdict:
        """Try the first of the files; `folder` is made, and removed. `scale` multiplies time and memory."""
        verdict = Verdict()
        spec = prepare(folder, files)
        before = fingerprint(folder)
        try:
            for step in ("sdk", "server", "lint"):
                self._command(step, spec, folder, verdict, scale)
            if fingerprint(folder) != before:
                verdict.faults.append(f"changed what is not its own: {set(fingerprint(folder)) ^ set(before)}")
        finally:
            shutil.rmtree(folder)
        return verdict

    def run_imports(self, folder: Path, package: str, source: str) -> Verdict:
        """Import a package that was not generated; so it can be shown that a trial sees harm."""
        verdict = Verdict()
        prepare(folder, {"spec.yaml": b""})
        before = fingerprint(folder)
        (folder / "output" / package / package).mkdir(parents=True)
        (folder / "output" / package / package / "__init__.py").write_text(source, encoding="utf-8")
        self._step("import", folder, verdict, package=package, seconds=1)
        if fingerprint(folder) != before:
            verdict.faults.append("changed what is not its own")
        verdict.faults += faults_of(folder / "output" / package, package)
        return verdict

    def _command(self, step: str, spec: str, folder: Path, verdict: Verdict, scale: int) -> None:
        from dovetail.cli import main

        if step == "lint":
            if "lint" in main.commands:
                self._step(step, folder, verdict, ["lint", spec], seconds=SECONDS * scale)
            return
        output = folder / "output" / f"hostile_{step}"
        arguments = ["generate", spec, "--output", str(output), "--package", f"hostile_{step}"]
        arguments += ["--server"] if step == "server" else []
        code = self._step(step, folder, verdict, arguments, seconds=SECONDS * scale)
        if code == 0:
            verdict.faults += [f"{step}: {fault}" for fault in faults_of(output, f"hostile_{step}")][:20]
            self._step(f"import {step}", folder, verdict, package=f"hostile_{step}", seconds=SECONDS * scale)
        elif output.exists():
            verdict.faults.append(f"{step}: exits with {code} and writes all the same")

    def _step(
        self,
        step: str,
        folder: Path,
        verdict: Verdict,
        arguments: Sequence[str] = (),
        *,
        package: str = "",
        seconds: int = SECONDS,
    ) -> int:
        megabytes = MEGABYTES * max(1, seconds // SECONDS)
        request = {"folder": str(folder), "arguments": list(arguments), "package": package}
        limits = {"seconds": seconds, "megabytes": megabytes}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({**request, **limits}) + "\n")
        self._process.stdin.flush()
        done = json.loads(self._process.stdout.readline())
        verdict.exits[step] = done["exit"]
        verdict.total_seconds += done["seconds"]
        verdict.seconds = max(verdict.seconds, done["seconds"])
        verdict.megabytes = max(verdict.megabytes, done["megabytes"])
        out, err = ((folder / name).read_bytes().decode("utf-8", "replace") for name in ("stdout", "stderr"))
        verdict.messages += err
        verdict.faults += [f"{step}: {fault}" for fault in _faults(done, out, err, is_import=bool(package))]
        return int(done["exit"])


def prepare(folder: Path, files: Mapping[str, bytes | str]) -> str:
    """Write the files below a new folder, beside a file that is not theirs; gives the path of the first."""
    for name in ("description", "home", "temporary", "cache", "output"):
        (folder / name).mkdir(parents=True)
    (folder / "outside").write_text(f"type: string\ndescription: {OUTSIDE}\n", encoding="utf-8")
    for name, content in files.items():
        path = folder / "description" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            path.symlink_to(content)
        else:
            path.write_bytes(content)
    return str(Path("description") / next(iter(files)))


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file and folder outside of the output, with what it holds."""
    found = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if name.split("/", 1)[0] not in {"output", "cache", "stdout", "stderr"}:
            is_file = path.is_file() and not path.is_symlink()
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest() if is_file else ""
    return found


def _faults(done: Mapping[str, Any], out: str, err: str, *, is_import: bool) -> Iterator[str]:
    code = done["exit"]
    yield from done["report"][:10]
    if done["is_late"]:
        yield "does not end"
    elif code == -24:
        yield f"takes more than {done['seconds']:.0f} seconds"
    elif code not in ({0} if is_import else {0, 1, 2}):
        yield f"exits with {code}: {_end(err)}"
    elif "Traceback (most recent call last)" in err:
        yield f"shows a traceback: {_end(err)}"
    elif code and not any(LINE.match(line) for line in (out + err).splitlines()):
        yield f"exits with {code} and says nothing that is a finding: {_end(err)!r}"
    if found := INVISIBLE.search(out + err):
        text = out + err
        yield f"prints U+{ord(found.group()):04X}: {text[max(0, found.start() - 60) : found.end() + 10]!r}"
    if OUTSIDE in out + err:
        yield "shows what stands outside"


def _end(err: str) -> str:
    lines = [line for line in err.strip().splitlines() if line.strip()]
    places = [line.strip() for line in lines if line.lstrip().startswith("File ")]
    return " | ".join([*places[-3:], *lines[-1:]])[-900:]
