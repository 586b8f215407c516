"""What it costs to make a package: CPU seconds and peak memory of each generator, on descriptions of every size.

Each is one command in a process of its own, into an empty folder; ours is measured without a cache, again without any
change, and again with one schema changed: by what concerns it alone, and by a reference, which may concern any other.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.generators import MODELS, OPENAPI_GENERATOR, openapi_generator, peers, remark, second_try
from bench.measure import table
from bench.peers import ROOT, SPEC
from bench.processes import TOOLS, Command, Cost, cost, least
from dovetail.document import load, pointers

CORPUS = Path(os.environ.get("DOVETAIL_CORPUS") or ROOT.parent / "shared" / "corpus")
DESCRIPTIONS: Mapping[str, Path] = {
    "taskrouter": SPEC,
    "twilio-api-v2010": CORPUS / "specs/dev/twilio-api-v2010.json",
    "stripe": CORPUS / "specs/dev/stripe-2023-08.yaml",
    "github": CORPUS / "specs/dev/github-api.json",
}
OURS = "dovetail"


def ours(spec: Path, folder: Path) -> Iterator[tuple[str, Cost]]:
    """Our own runs, one after the other on the same output."""
    command: Command = [TOOLS / "dovetail", "generate", spec, "--output", "out", "--package", "made"]
    environment = {"DOVETAIL_CACHE": str(folder / "cache")}
    yield OURS, cost(command, folder, environment)
    yield f"{OURS}, nothing changed", cost(command, folder, environment)
    change(spec, "one_more", {"type": "string"})
    yield f"{OURS}, one schema changed", cost(command, folder, environment)
    other = min(load(spec).root["components"]["schemas"])
    change(spec, "another", {"$ref": f"#{pointers.build(('components', 'schemas', other))}"})
    yield f"{OURS}, a reference added", cost(command, folder, environment)


def change(spec: Path, added: str, schema: Mapping[str, str]) -> None:
    """Give one schema of a description an optional property more, the last by name that has some; all else stays."""
    document = load(spec)
    schemas = document.root["components"]["schemas"]
    name = max(name for name, schema in schemas.items() if schema.get("properties"))
    place = ("components", "schemas", name, "properties")
    keys = [document.locate_key(pointers.build((*place, known))) for known in schemas[name]["properties"]]
    first = min(keys, key=lambda key: (key.line, key.column))
    lines = spec.read_text(encoding="utf-8").split("\n")
    line, at = lines[first.line - 1], first.column - 1
    is_block = spec.suffix != ".json" and not line[:at].strip()
    member = f'"{added}": {json.dumps(schema)}' + (f"\n{line[:at]}" if is_block else ", ")
    lines[first.line - 1] = line[:at] + member + line[at:]
    spec.write_text("\n".join(lines), encoding="utf-8")


def measured(path: Path, failed: Collection[str]) -> Iterator[tuple[str, Cost]]:
    """The cost of every contender on one description, but for those that failed before; ours first."""
    with TemporaryDirectory(prefix="bench-") as name:
        yield from ours(Path(shutil.copyfile(path, Path(name) / path.name)), Path(name))
    for contender in peers(path):
        with TemporaryDirectory(prefix="bench-") as name:
            yield from tries(contender, path, Path(name), failed)


def tries(contender: str, path: Path, folder: Path, failed: Collection[str]) -> Iterator[tuple[str, Cost]]:
    """The cost of a peer, and where it fails that of a second try."""
    spec = Path(shutil.copyfile(path, folder / path.name))
    has_failed = contender in failed
    if not has_failed:
        used = cost(peers(spec)[contender], folder)
        yield contender, used
        has_failed = bool(used.failure)
    if has_failed and (second := second_try(contender, spec, path)):
        how, command = second
        if (name := f"{contender}, {how}") not in failed:
            (again := folder / "again").mkdir()
            yield name, cost(command, again)


def rows(costs: Mapping[str, Cost]) -> Iterator[tuple[str, ...]]:
    """One row a contender; the ratios are to our first run, and of CPU to the models of the peer."""
    mine, models = costs[OURS], costs[MODELS]
    for name, used in costs.items():
        if used.failure:
            yield name, *("" for _ in range(6)), remark(used)
            continue
        yield (
            name,
            f"{used.cpu:.2f} s",
            f"{used.cpu / mine.cpu:.2f} x",
            "" if models.failure else f"{used.cpu / models.cpu:.2f} x",
            f"{used.clock:.2f} s",
            f"{used.memory / 2**20:.0f} MB",
            f"{used.memory / mine.memory:.2f} x",
            remark(used),
        )


def reports(rounds: int) -> Iterator[str]:
    """A table for each description that is there, as soon as it is measured."""
    head = ("generator", "CPU", "dovetail = 1", "models alone = 1", "clock", "peak", "dovetail = 1", "")
    for name, path in DESCRIPTIONS.items():
        if not path.exists():
            yield f"Generating from {name}: not measured, {path.name} is not there; set DOVETAIL_CORPUS\n"
            continue
        taken: dict[str, list[Cost]] = {}
        for _ in range(rounds):
            failed = {contender for contender, each in taken.items() if each[0].failure}
            for contender, used in measured(path, failed):
                taken.setdefault(contender, []).append(used)
        costs = {contender: least(each) for contender, each in taken.items()}
        yield table(f"Generating from {name}, the least of {rounds} runs", head, list(rows(costs)))
    if not openapi_generator():
        yield (
            "openapi-generator: not measured; `make bench` installs it and Java 11 or later runs it, or set "
            f"{OPENAPI_GENERATOR} to the command that does\n"
        )
