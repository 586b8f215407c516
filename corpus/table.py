"""The table that the sweep prints: a row for each document, and below it what failed."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from .result import DocumentResult, StepResult
from .steps import STEPS

SHOWN = 3


def row(result: DocumentResult, chosen: Sequence[str]) -> list[str]:
    """The cells of a document."""
    made = result.steps.get("generate")
    imported = result.steps.get("import")
    facts = imported.facts if imported is not None else {}
    operations = f"{facts['generated']}/{facts['documented']}" if "generated" in facts else "–"
    size = f"{made.peak:.0f}" if made is not None else "–"
    return [result.name, operations, size, *(_cell(result.steps.get(name)) for name in chosen)]


def _cell(step: StepResult | None) -> str:
    if step is None:
        return "[dim]–[/]"
    if step.held:
        return f"[green]✓[/] {step.seconds:.1f}"
    return f"[red]✗ {len(step.faults)}[/] {step.seconds:.1f}"


def show(results: Sequence[DocumentResult], chosen: frozenset[str], console: Console) -> None:
    """Print the table, then the first faults of each step that failed."""
    names = [name for name in STEPS if name in chosen]
    table = Table(title="Real descriptions: seconds a step, ✗ and how many faults", title_justify="left")
    table.add_column("document")
    table.add_column("operations", justify="right")
    table.add_column("MB", justify="right")
    for name in names:
        table.add_column(name, justify="right")
    for result in results:
        table.add_row(*row(result, names))
    for result in results:
        for step in result.steps.values():
            _tell(result.name, step, console)
    console.print(table)
    held = sum(result.held for result in results)
    console.print(f"{held} of {len(results)} documents held", style="green" if held == len(results) else "red")


def _tell(document: str, step: StepResult, console: Console) -> None:
    for fault in step.faults[:SHOWN]:
        console.print(f"{document} {step.name}: {fault}", markup=False, highlight=False, soft_wrap=True)
    if len(step.faults) > SHOWN:
        more = len(step.faults) - SHOWN
        console.print(f"{document} {step.name}: … and {more} more", markup=False, highlight=False)
