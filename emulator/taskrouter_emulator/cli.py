"""The command `taskrouter-emulator`."""

from __future__ import annotations

import errno
import ipaddress
import re
import socket
import sys
from typing import NoReturn

import click

from .accounts import Account, AccountsError, read_accounts
from .app import Configuration
from .serve import serve
from .settings import Options
from .store import MEMORY, StoreError

DEFAULT_STORE = "sqlite:///taskrouter-emulator.db"


@click.command(context_settings={"help_option_names": ["-h", "--help"], "show_default": True})
@click.option("--host", default="127.0.0.1", help="The address to listen on.")
@click.option("--port", default=8080, type=click.IntRange(0, 65_535), help="The port; 0 takes a free one.")
@click.option("--store", default=DEFAULT_STORE, help="memory, sqlite:///path or postgresql+psycopg://user@host/name.")
@click.option("--accounts", multiple=True, metavar="FILE|AC…:TOKEN", help="Who may call; may be repeated.")
@click.option("--public-url", default=None, help="The base of the URLs in answers; by default as the client called.")
@click.option("--seed-demo", is_flag=True, help="Begin with a demo in every account that has no workspace.")
@click.option("--control", is_flag=True, help="Serve the control interface under /_emulator/, on loopback only.")
@click.option("--workers", default=1, type=click.IntRange(1, 64), help="How many processes serve.")
@click.option("--max-rejections", default=1000, type=click.IntRange(1), help="Rejections that cancel a task.")
@click.option("--require-call-sid", is_flag=True, help="Refuse call instructions for tasks that hold no call.")
@click.option("--verbose", is_flag=True, help="Log every request.")
def main(  # noqa: PLR0913, PLR0917 - one argument an option
    host: str,
    port: int,
    store: str,
    accounts: tuple[str, ...],
    public_url: str | None,
    seed_demo: bool,
    control: bool,
    workers: int,
    max_rejections: int,
    require_call_sid: bool,
    verbose: bool,
) -> None:
    """A local TaskRouter: real routing, real life cycles, no account and no network."""
    if control and not _is_loopback(host):
        _fail(f"--control is for loopback only, not for {host}: listen on 127.0.0.1")
    if workers > 1 and store == MEMORY:
        _fail("--store memory is of one process: with --workers, give a file or PostgreSQL")
    known = _accounts(accounts)
    listener = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listener.getsockname()[1]}"
    configuration = Configuration(
        store=store,
        accounts=known,
        options=Options(
            public_url=_checked_url(public_url),
            address=address,
            max_rejections=max_rejections,
            is_call_sid_required=require_call_sid,
            is_controllable=control,
        ),
    )
    if accounts == ():
        for account in known:
            click.echo(f"account {account.sid}, token {account.token}", err=True)
    try:
        serve(configuration, listener, workers=workers, is_seeded=seed_demo, is_verbose=verbose)
    except StoreError as error:
        _fail(str(error))


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _accounts(values: tuple[str, ...]) -> tuple[Account, ...]:
    try:
        return read_accounts(values)
    except AccountsError as error:
        _fail(str(error))


def _checked_url(url: str | None) -> str | None:
    if url is not None and not re.fullmatch(r"https?://[^\s/?#@]+(/[^\s?#]*)?", url):
        _fail(f"--public-url {url!r} must begin with http:// or https:// and have neither query nor credentials")
    return url


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens; ends the command where the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=2048)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        hint = (
            "choose another with --port" if getattr(error, "errno", None) == errno.EADDRINUSE else "see --host, --port"
        )
        _fail(f"cannot listen on {host}:{port}: {reason}: {hint}")
    # asyncio does this for sockets that it makes itself; without it every answer waits 40 ms for an acknowledgement.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.set_inheritable(True)
    return listener


def _fail(message: str) -> NoReturn:
    click.echo(f"taskrouter-emulator: {message}", err=True)
    sys.exit(2)
