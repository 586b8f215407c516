"""The command `dovetail`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from .config import Generation, configured
from .exits import BROKEN, faults_as_text, print_json
from .verify_commands import verify


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dovetail", message="%(version)s")
def main() -> None:
    """Cut both halves of an API from one OpenAPI document, and prove that they fit."""


@main.command()
@click.argument("spec", required=False, type=click.Path(path_type=Path))
@click.option("--output", type=click.Path(path_type=Path), help="The folder of the distribution to write.")
@click.option("--package", help="The name that the package is imported by.")
@click.option("--overlay", "overlays", multiple=True, type=click.Path(path_type=Path), help="An OpenAPI Overlay.")
@click.option("--server", is_flag=True, help="Write server stubs instead of the SDK.")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 and show the difference if there is one.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as one JSON object a line.")
def generate(
    spec: Path | None,
    output: Path | None,
    package: str | None,
    overlays: tuple[Path, ...],
    *,
    server: bool,
    check: bool,
    as_json: bool,
) -> None:
    """Generate a typed SDK, or with --server server stubs, from SPEC.

    Without SPEC, everything that [[tool.dovetail.generate]] of the nearest pyproject.toml lists.
    """
    with faults_as_text(as_json=as_json):
        if spec is None:
            if output or package or overlays or server:
                raise click.UsageError("--output, --package, --overlay and --server belong to a SPEC; none is given")
            generations: Sequence[Generation] = configured(Path.cwd())
        elif output is None or package is None:
            raise click.UsageError("--output and --package are needed with SPEC")
        else:
            generations = [Generation(spec=spec, overlays=overlays, output=output, package=package, is_server=server)]
        _generate(generations, check=check, as_json=as_json)


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print the result as one JSON object a line.")
def check(*, as_json: bool) -> None:
    """Compare what is configured in pyproject.toml with what is on disk; exit 1 if it differs."""
    with faults_as_text(as_json=as_json):
        _generate(configured(Path.cwd()), check=True, as_json=as_json)


def _generate(generations: Sequence[Generation], *, check: bool, as_json: bool) -> None:
    from .generate import generate as run

    differs = False
    for generation in generations:
        with _progress(generation.package, is_shown=not as_json and sys.stderr.isatty()) as progress:
            made = run(generation, check=check, progress=progress)
        written = made.written
        count = len(written.changed) + len(written.added) + len(written.removed)
        differs |= bool(count)
        if as_json:
            print_json(
                package=generation.package,
                changed=written.changed,
                added=written.added,
                removed=written.removed,
                findings=[str(finding) for finding in made.findings],
            )
            continue
        for finding in made.findings:
            click.echo(str(finding), err=True)
        if check and count:
            click.echo(written.diff)
            differing = f"{count} file{' differs' if count == 1 else 's differ'}"
            click.echo(f"{generation.output}: {differing} from what {generation.spec} says; run: dovetail generate")
        elif sys.stdout.isatty() or count:
            what = "up to date" if not count else f"{count} file{'s' if count > 1 else ''} written or removed"
            click.echo(f"{generation.output}: {generation.package}, {len(made.api.operations)} operations: {what}")
    if check and differs:
        sys.exit(BROKEN)


@contextmanager
def _progress(title: str, *, is_shown: bool) -> Iterator[Any]:
    if not is_shown:
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status(title) as status:
        yield lambda stage: status.update(f"{title}: {stage}")


main.add_command(verify)

if __name__ == "__main__":
    main()
