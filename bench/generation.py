"""What it costs to make a package: CPU seconds and peak memory of each generator, on descriptions of every size.

Each is one command in a process of its own, into an empty folder; ours is measured without a cache, again without any
change, and again with one schema changed (where the description is JSON, which is easily changed).
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.measure import table
from bench.peers import ROOT, SPEC

CORPUS = Path(os.environ.get("DOVETAIL_CORPUS") or ROOT.parent / "shared" / "corpus")
DESCRIPTIONS: Mapping[str, Path] = {
    "taskrouter": SPEC,
    "twilio-api-v2010": CORPUS / "specs/dev/twilio-api-v2010.json",
    "stripe": CORPUS / "specs/dev/stripe-2023-08.yaml",
    "github": CORPUS / "specs/dev/github-api.json",
}
OPENAPI_GENERATOR = "OPENAPI_GENERATOR"
"""The environment variable with the command that runs openapi-generator, such as `java -jar openapi-generator.jar`."""

LONGEST = 600
"""The seconds after which a generator is given up."""

Command = Sequence[str | Path]

_TOOLS = Path(sys.executable).parent
_MODELS = ("--input-file-type", "openapi", "--output-model-type", "pydantic_v2.BaseModel")
_CLIENT = ("--generate-client", "httpx2", "--client-package", "client", "--client-model-package", "models")
_SCOPES = ("--openapi-scopes", "schemas", "api")


@dataclass(frozen=True)
class Cost:
    """What a command took: CPU seconds of it and of all that it started, seconds of the clock, peak bytes."""

    cpu: float
    clock: float
    memory: int
    failure: str = ""


def cost(command: Command, folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command in a folder, to its end or until it is given up."""
    path = {"PATH": f"{_TOOLS}{os.pathsep}{os.environ.get('PATH', '')}"}
    log = folder / "log"
    started = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(
            ["timeout", str(LONGEST), *command],
            cwd=folder,
            env={**os.environ, **path, **(environment or {})},
            stdout=output,
            stderr=output,
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    said = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    failure = f"exit {process.returncode}: {said[-1][:80] if said else ''}" if process.returncode else ""
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - started, used.ru_maxrss * 1024, failure)


def ours(spec: Path, folder: Path) -> Iterator[tuple[str, Cost]]:
    """Our own runs, one after the other on the same output."""
    command: Command = [_TOOLS / "dovetail", "generate", spec, "--output", "out", "--package", "made"]
    environment = {"DOVETAIL_CACHE": str(folder / "cache")}
    yield "dovetail", cost(command, folder, environment)
    yield "dovetail, nothing changed", cost(command, folder, environment)
    if spec.suffix == ".json":
        changed(spec)
        yield "dovetail, one schema changed", cost(command, folder, environment)


def changed(spec: Path) -> None:
    """Give one schema of a description one more property: the last of those that are objects."""
    document: Any = json.loads(spec.read_text(encoding="utf-8"))
    schemas = document["components"]["schemas"]
    name = max(name for name, schema in schemas.items() if schema.get("properties"))
    schemas[name]["properties"]["one_more"] = {"type": "integer"}
    spec.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


def peers(spec: Path) -> Mapping[str, Command]:
    """The command of each peer that is installed."""
    generator = _TOOLS / "datamodel-codegen"
    models: Command = [generator, "--input", spec, *_MODELS, "--output", "models"]
    commands: dict[str, Command] = {
        "datamodel-code-generator, models alone": models,
        "datamodel-code-generator, its client": [*models, *_SCOPES, *_CLIENT, "--client-output", "client"],
        "openapi-python-client": [_TOOLS / "openapi-python-client", "generate", "--path", spec, "--output-path", "out"],
    }
    if asked := os.environ.get(OPENAPI_GENERATOR):
        arguments: Command = ["generate", "-g", "python", "-i", spec, "-o", "out", "--skip-validate-spec"]
        commands["openapi-generator"] = [*shlex.split(asked), *arguments]
    return commands


def measured(path: Path) -> Iterator[tuple[str, Cost]]:
    """The cost of every contender on one description; ours first."""
    with TemporaryDirectory(prefix="bench-") as name:
        yield from ours(Path(shutil.copyfile(path, Path(name) / path.name)), Path(name))
    for contender in peers(path):
        with TemporaryDirectory(prefix="bench-") as name:
            spec = Path(shutil.copyfile(path, Path(name) / path.name))
            yield contender, cost(peers(spec)[contender], Path(name))


def rows(costs: Mapping[str, Cost]) -> Iterator[tuple[str, ...]]:
    """One row a contender; the ratios are of CPU, to our first run and to the models of the peer."""
    mine, models = costs["dovetail"], costs["datamodel-code-generator, models alone"]
    for name, used in costs.items():
        if used.failure:
            yield name, *("" for _ in range(5)), used.failure
            continue
        ratios = [f"{used.cpu / base.cpu:.2f} x" if not base.failure else "" for base in (mine, models)]
        yield name, f"{used.cpu:.2f} s", f"{used.clock:.2f} s", f"{used.memory / 2**20:.0f} MB", *ratios, ""


def reports() -> Iterator[str]:
    """A table for each description that is there, as soon as it is measured."""
    head = ("generator", "CPU", "clock", "peak", "dovetail = 1", "models alone = 1", "failed")
    for name, path in DESCRIPTIONS.items():
        if path.exists():
            yield table(f"Generating from {name}", head, list(rows(dict(measured(path)))))
        else:
            yield f"Generating from {name}: not measured, {path.name} is not there; set DOVETAIL_CORPUS\n"
    if not os.environ.get(OPENAPI_GENERATOR):
        yield f"openapi-generator: not measured; set {OPENAPI_GENERATOR} to the command that runs it\n"
