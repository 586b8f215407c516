"""The command `dovetail lint`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .exits import BROKEN, HELD, UNUSABLE, faults_as_text

if TYPE_CHECKING:
    from .findings import Finding
    from .lint import Linted

_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("specs", nargs=-1, required=True, type=_PATH, metavar="SPEC...")
@click.option("--overlay", "overlays", multiple=True, type=_PATH, help="An OpenAPI Overlay, applied to each SPEC.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@click.option(
    "--severity",
    type=click.Choice(["error", "warning", "info"]),
    default="warning",
    show_default=True,
    help="Show nothing that is less severe.",
)
@click.option(
    "--ignore",
    "unwanted",
    multiple=True,
    metavar="RULE[@POINTER]",
    help="A rule to ignore, everywhere or at the JSON Pointers that match (with * and ?).",
)
@click.option("--baseline", type=_PATH, help="Accept the findings of this file.")
@click.option("--write-baseline", is_flag=True, help="Write what is found to the file of --baseline.")
@click.option("--max-findings", type=click.IntRange(0), help="Show at most so many findings; all of them count.")
@click.option("--strict", is_flag=True, help="Exit 1 for warnings, too.")
@click.option("--allow-remote-refs", is_flag=True, help="Fetch what references name by URL, and pin it.")
def lint(specs: tuple[Path, ...], baseline: Path | None, **options: Any) -> None:
    """Say what is wrong with each SPEC, with its place and what to do about it.

    Exits 0 without errors, 1 with errors (with --strict warnings too), 2 if a SPEC cannot be read at all.
    """
    with faults_as_text(as_json=False):
        if options["write_baseline"] and baseline is None:
            raise click.UsageError("--write-baseline needs --baseline, the file to write")
        sys.exit(_lint(specs, baseline, **options))


def _lint(
    specs: Sequence[Path],
    baseline: Path | None,
    *,
    overlays: Sequence[Path],
    unwanted: Sequence[str],
    write_baseline: bool,
    allow_remote_refs: bool,
    strict: bool,
    **shown: Any,
) -> int:
    from .lint import lint as judged
    from .lint import selection
    from .lint.baseline import beyond
    from .lint.baseline import write_baseline as write

    without = [selection.ignored(text) for text in unwanted]
    linted = [judged(spec, overlays, allow_remote_refs=allow_remote_refs) for spec in specs]
    found = selection.selected([finding for each in linted for finding in each.findings], without)
    if write_baseline and baseline is not None:
        write(baseline, found)
        click.echo(f"{baseline}: accepts {len(found):,} finding{'' if len(found) == 1 else 's'}")
        return HELD if all(each.is_readable for each in linted) else UNUSABLE
    if baseline is not None:
        found = beyond(baseline, found)
    _show(found, len(linted), **shown)
    return _code(linted, found, is_strict=strict)


def _show(found: Sequence[Finding], documents: int, *, form: str, severity: Any, max_findings: int | None) -> None:
    from .lint.selection import at_least
    from .report.findings import FORMATS, FindingReport

    shown = at_least(found, severity)[:max_findings]
    for line in FORMATS[form](FindingReport(shown, found, documents)):
        click.echo(line)


def _code(linted: Sequence[Linted], found: Sequence[Finding], *, is_strict: bool) -> int:
    if not all(each.is_readable for each in linted):
        return UNUSABLE
    failing = {"error", "warning"} if is_strict else {"error"}
    return BROKEN if any(finding.severity in failing for finding in found) else HELD
