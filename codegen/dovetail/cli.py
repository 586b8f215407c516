"""The command `dovetail`."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .config import Generation, configured
from .exits import BROKEN, faults_as_text, print_findings, print_json
from .lint_command import lint
from .verify_commands import verify

if TYPE_CHECKING:
    from .python.example_tests import Exchanges
    from .recall import Generated
    from .spec import Spec

_OPTIONS = {
    "overlays": "overlay",
    "is_server": "server",
    "has_tests": "tests",
    "is_strict": "strict",
    "allow_remote_refs": "allow-remote-refs",
}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dovetail", message="%(version)s")
def main() -> None:
    """Cut both halves of an API from one OpenAPI document, and prove that they fit."""


@main.command()
@click.argument("spec", required=False, type=click.Path(path_type=Path))
@click.option("--output", type=click.Path(path_type=Path), help="The folder of the distribution to write.")
@click.option("--package", help="The name that the package is imported by; without, the API's title gives it.")
@click.option("--overlay", "overlays", multiple=True, type=click.Path(path_type=Path), help="An OpenAPI Overlay.")
@click.option("--server", "is_server", is_flag=True, help="Write server stubs instead of the SDK.")
@click.option("--tests", "has_tests", is_flag=True, help="Write an offline test of every method too.")
@click.option("--templates", type=click.Path(path_type=Path), help="A folder of templates that stand for ours.")
@click.option("--allow-remote-refs", is_flag=True, help="Fetch what is referred to by URL, pinned in dovetail.lock.")
@click.option("--strict", "is_strict", is_flag=True, help="Write nothing if the description has an error; exit 2.")
@click.option("--force", is_flag=True, help="Write into a folder of other files, over those in the way.")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 and show the difference if there is one.")
@click.option("--no-cache", "is_anew", is_flag=True, help="Use and keep nothing of other runs.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as one JSON object a line.")
def generate(
    spec: Path | None, output: Path | None, *, force: bool, check: bool, is_anew: bool, as_json: bool, **options: Any
) -> None:
    """Generate a typed SDK, or with --server server stubs, from SPEC.

    Without SPEC, everything that [[tool.dovetail.generate]] of the nearest pyproject.toml lists.
    """
    with faults_as_text(as_json=as_json):
        generations: Sequence[Generation] = _chosen(spec, output, options)
        _generate(generations, force=force, check=check, is_anew=is_anew, as_json=as_json)


def _chosen(spec: Path | None, output: Path | None, options: Mapping[str, Any]) -> Sequence[Generation]:
    """What the command line asks for, or what is configured."""
    if spec is None:
        given = [name for name, value in options.items() if value]
        if output or given:
            names = ", ".join(f"--{_OPTIONS.get(name, name)}" for name in (["output"] if output else []) + given)
            raise click.UsageError(f"{names} without a SPEC: name one, or say it in pyproject.toml")
        return configured(Path.cwd())
    if output is None:
        raise click.UsageError("--output is needed with SPEC: the folder to write, such as --output sdk")
    return [Generation(spec=spec, output=output, **{**options, "package": options["package"] or ""})]


@main.command()
@click.option("--no-cache", "is_anew", is_flag=True, help="Use nothing of other runs.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as one JSON object a line.")
def check(*, is_anew: bool, as_json: bool) -> None:
    """Compare what is configured in pyproject.toml with what is on disk; exit 1 if it differs."""
    with faults_as_text(as_json=as_json):
        _generate(configured(Path.cwd()), check=True, is_anew=is_anew, as_json=as_json)


def _generate(
    generations: Sequence[Generation], *, check: bool, is_anew: bool, as_json: bool, force: bool = False
) -> None:
    differs = False
    for generation in generations:
        title = generation.package or generation.spec.name
        with _progress(title, is_shown=not as_json and sys.stderr.isatty()) as progress:
            made = _made(generation, check=check, force=force, is_anew=is_anew, progress=progress)
        differs |= not made.written.is_clean
        if as_json:
            print_json(
                package=made.generation.package,
                changed=made.written.changed,
                added=made.written.added,
                removed=made.written.removed,
                findings=[str(finding) for finding in made.findings],
            )
        else:
            print_findings(made.findings, f"; to see them: dovetail lint {shlex.quote(str(generation.spec))}")
            _tell(made, check=check)
    if check and differs:
        sys.exit(BROKEN)


def _made(generation: Generation, *, is_anew: bool, **options: Any) -> Generated:
    """What the generation came to; known without any stage, where nothing of it has changed since it last ran."""
    from .cache import user_folder
    from .recall import Recollection

    folder = None if is_anew or generation.templates else user_folder()  # templates are not remembered
    recollection = Recollection(generation, folder) if folder else None
    if recollection and (made := recollection.outcome()):
        return made
    from .generate import generate as run

    return run(generation, recollection=recollection, exchanges=_exchanges, **options)


def _exchanges(spec: Spec) -> Exchanges:
    from .contract.offline import OfflineExchanges  # brings the judge with it

    return OfflineExchanges(spec)


def _tell(made: Generated, *, check: bool) -> None:
    """Say what was written, or would be; nothing in a pipe if that is nothing."""
    generation, written = made.generation, made.written
    count = len(written.changed) + len(written.added) + len(written.removed)
    if check and count:
        click.echo(written.diff)
        differing = f"{count} file{' differs' if count == 1 else 's differ'}"
        click.echo(f"{generation.output}: {differing} from what {generation.spec} says; run: dovetail generate")
    elif sys.stdout.isatty() or count:
        operations = f"{made.operations:,} operation{'' if made.operations == 1 else 's'}"
        what = "up to date" if not count else f"{count} file{'s' if count > 1 else ''} written or removed"
        click.echo(f"{generation.output}: {generation.package}, {operations}: {what}")


@contextmanager
def _progress(title: str, *, is_shown: bool) -> Iterator[Any]:
    if not is_shown:
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status(title) as status:
        yield lambda stage: status.update(f"{title}: {stage}")


main.add_command(lint)
main.add_command(verify)

if __name__ == "__main__":
    main()
