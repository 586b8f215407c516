"""What a command says when it cannot go on, and the codes it exits with."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from .errors import DovetailError, SpecError

HELD, BROKEN, UNUSABLE = 0, 1, 2
"""Exit codes: the contract holds; it is broken, or output differs; usage or input cannot be used."""


@contextmanager
def faults_as_text(*, as_json: bool) -> Iterator[None]:
    """Print the tool's own errors instead of a traceback, and exit with 2; anything else is a bug and passes."""
    try:
        yield
    except SpecError as error:
        for finding in error.findings:
            if as_json:
                at = str(finding.location)
                print_json(severity=finding.severity, rule=finding.rule, message=finding.message, at=at)
            else:
                click.echo(str(finding), err=True)
        sys.exit(UNUSABLE)
    except DovetailError as error:
        if as_json:
            print_json(severity="error", message=str(error))
        else:
            click.echo(f"dovetail: {error}", err=True)
        sys.exit(UNUSABLE)


def print_json(**values: Any) -> None:
    """Print one JSON object on a line, its keys sorted."""
    click.echo(json.dumps(values, ensure_ascii=False, sort_keys=True))
