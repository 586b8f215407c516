"""The commands `dovetail verify server` and `dovetail verify client`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .errors import UsageError
from .exits import BROKEN, faults_as_text

if TYPE_CHECKING:
    from .contract import Verdict

_SPEC = click.option("--spec", required=True, type=click.Path(path_type=Path), help="The OpenAPI document.")
_OVERLAY = click.option(
    "--overlay", "overlays", multiple=True, type=click.Path(path_type=Path), help="An OpenAPI Overlay."
)
_REMOTE = click.option("--allow-remote-refs", is_flag=True, help="Fetch what references name by URL, and pin it.")
_SEED = click.option("--seed", type=int, help="Makes a run repeatable; without it a random one is taken and printed.")


@click.group()
def verify() -> None:
    """Prove that a server, or a generated SDK, keeps to an OpenAPI document; exit 1 if it does not."""


@verify.command()
@_SPEC
@_OVERLAY
@_REMOTE
@click.option("--url", required=True, help="The server's base URL.")
@click.option("--auth", metavar="USER:PASSWORD", help="Credentials for HTTP Basic.")
@click.option("--time", "seconds", type=click.IntRange(1), default=60, show_default=True, help="Seconds to spend.")
@click.option(
    "--oracle",
    type=click.Choice(["compiled", "openapi-core", "both"]),
    default="both",
    show_default=True,
    help="Who judges; with both, disagreements are shown.",
)
@_SEED
def server(
    spec: Path,
    overlays: tuple[Path, ...],
    url: str,
    auth: str | None,
    seconds: int,
    oracle: Any,
    seed: int | None,
    *,
    allow_remote_refs: bool,
) -> None:
    """Verify the server at --url: documented examples along their links, then schemathesis for the rest of the time."""
    with faults_as_text(as_json=False):
        if auth is not None and ":" not in auth:
            raise UsageError("--auth needs USER:PASSWORD")
        username, _, password = (auth or "").partition(":")
        contract, listen = _contract()
        verdict = contract.verify_server(
            contract.read_description(spec, overlays, allow_remote_refs=allow_remote_refs),
            url,
            auth=(username, password) if auth else None,
            seconds=seconds,
            seed=seed,
            oracle=oracle,
            listen=listen,
        )
        _end(verdict)


@verify.command()
@_SPEC
@_OVERLAY
@_REMOTE
@click.option("--package", required=True, help="The SDK, by the name that it is imported by.")
@click.option(
    "--examples",
    type=click.IntRange(0),
    default=20,
    show_default=True,
    help="Sets of arguments that are drawn for each method, besides its samples.",
)
@_SEED
def client(
    spec: Path, overlays: tuple[Path, ...], package: str, examples: int, seed: int | None, *, allow_remote_refs: bool
) -> None:
    """Verify the SDK --package: every method of both its clients, against a server made from the document."""
    with faults_as_text(as_json=False):
        contract, listen = _contract()
        description = contract.read_description(spec, overlays, allow_remote_refs=allow_remote_refs)
        _end(contract.verify_client(description, package, examples=examples, seed=seed, listen=listen))


def _contract() -> tuple[Any, Callable[[Any], None]]:
    """The contract checks and a listener that tells a person, imported late: they bring schemathesis with them."""
    try:
        from . import contract
    except ModuleNotFoundError as error:
        raise UsageError(f"{error.name} is missing: pip install 'dovetail[contract]'") from error
    from .report.console import ConsoleReport

    return contract, ConsoleReport()


def _end(verdict: Verdict) -> None:
    if not verdict.held:
        sys.exit(BROKEN)
