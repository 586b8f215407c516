"""The command `python -m corpus`: sweep over real descriptions; exit 1 if anything failed."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import click
from rich.console import Console

from .decisions import Decisions
from .documents import RealDocument, corpus_folder, real_documents
from .result import DocumentResult
from .steps import STEPS, taken
from .table import show


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("documents", nargs=-1)
@click.option("--steps", default=",".join(STEPS), show_default=True, help="The steps to take, with commas between.")
@click.option("--jobs", type=click.IntRange(1), default=max(1, (os.cpu_count() or 2) // 2), show_default=True)
@click.option("--seed", type=int, default=0, show_default=True, help="Of the arguments and answers of the calls.")
@click.option("--keep", type=click.Path(path_type=Path), help="A folder for what is generated; else it is removed.")
@click.option("--json", "report", type=click.Path(path_type=Path), help="A file for the whole result, as JSON.")
def main(documents: tuple[str, ...], steps: str, jobs: int, seed: int, keep: Path | None, report: Path | None) -> None:
    """Take the DOCUMENTS of the corpus (globs of their names; all without any) through every step."""
    chosen = frozenset(steps.split(","))
    if unknown := chosen - STEPS.keys():
        raise click.UsageError(f"no step {', '.join(sorted(unknown))}; there are {', '.join(STEPS)}")
    found = real_documents(documents)
    if not found:
        raise click.UsageError(f"no such document in {corpus_folder()}; is the corpus there? Set DOVETAIL_CORPUS")
    console = Console(width=None if sys.stdout.isatty() else 160)
    with ExitStack() as stack:
        folder = keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="corpus-")))
        results = sweep(found, folder.resolve(), chosen, jobs, seed, console)
    show(results, chosen, console)
    needless = [] if documents or "calls" not in chosen else needless_decisions(results)
    for name in needless:
        console.print(f"decisions.toml: nothing needed {name}: remove it", style="red", highlight=False)
    if report is not None:
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(json.dumps([each.as_json() for each in results], indent=1) + "\n", encoding="utf-8")
    sys.exit(bool(needless) or not all(result.held for result in results))


def sweep(
    documents: Sequence[RealDocument], folder: Path, chosen: frozenset[str], jobs: int, seed: int, console: Console
) -> list[DocumentResult]:
    """Take documents through the chosen steps, `jobs` at a time, the largest first; results in the order given."""

    def take(document: RealDocument) -> DocumentResult:
        result = taken(document, folder / document.name, folder / ".caches", chosen, seed)
        failed = [step.name for step in result.steps.values() if not step.held]
        console.print(f"{document.name}: {', '.join(failed) + ' failed' if failed else 'held'}", highlight=False)
        return result

    with ThreadPoolExecutor(jobs) as pool:
        found = dict(zip(reversed(documents), pool.map(take, reversed(documents)), strict=True))
    return [found[document] for document in documents]


def needless_decisions(results: Sequence[DocumentResult]) -> list[str]:
    """The decisions about openapi-core that no document of a whole sweep needed."""
    used = {name for result in results for name in _decided(result)}
    return [decision.name for decision in Decisions.read().listed if decision.name not in used]


def _decided(result: DocumentResult) -> Iterable[str]:
    calls = result.steps.get("calls")
    return () if calls is None else calls.facts.get("decided", {})


if __name__ == "__main__":
    main()
