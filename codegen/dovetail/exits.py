"""What a command says when it cannot go on, and the codes it exits with."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from .errors import DovetailError, SpecError
from .findings import Finding

MOST_SHOWN = 20
"""Findings that are printed at once; `dovetail lint` prints all."""
_GRAVITY = ("error", "warning", "info")

HELD, BROKEN, UNUSABLE = 0, 1, 2
"""Exit codes: the contract holds; it is broken, or output differs; usage or input cannot be used."""


@contextmanager
def faults_as_text(*, as_json: bool) -> Iterator[None]:
    """Print the tool's own errors instead of a traceback, and exit with 2; anything else is a bug and passes."""
    try:
        yield
    except SpecError as error:
        if as_json:
            for finding in error.findings:
                at = str(finding.location)
                print_json(severity=finding.severity, rule=finding.rule, message=finding.message, at=at)
        else:
            print_findings(error.findings)
        sys.exit(UNUSABLE)
    except DovetailError as error:
        if as_json:
            print_json(severity="error", message=str(error))
        else:
            click.echo(f"dovetail: {error}", err=True)
        sys.exit(UNUSABLE)


def print_findings(findings: Sequence[Finding], hint: str = "") -> None:
    """Print the first findings, the gravest before others, and how many more there are; `hint` says how to see them."""
    for finding in sorted(findings, key=lambda finding: _GRAVITY.index(finding.severity))[:MOST_SHOWN]:
        click.echo(str(finding), err=True)
    if len(findings) > MOST_SHOWN:
        click.echo(f"… and {len(findings) - MOST_SHOWN} more{hint}", err=True)


def print_json(**values: Any) -> None:
    """Print one JSON object on a line, its keys sorted."""
    click.echo(json.dumps(values, ensure_ascii=False, sort_keys=True))
