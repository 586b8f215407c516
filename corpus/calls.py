"""Run in a process of its own: the round trip of a generated package, judged by the description and by openapi-core.

`python -m corpus.calls PACKAGE SPEC --seed N` prints one JSON object: `failures`, `exchanges`, `operations` called,
`impossible` (schemas that nothing satisfies), and the `decided` disagreements with openapi-core.
"""

from __future__ import annotations

import json
import sys
from collections import Counter

import click

from dovetail.contract import Failure, Verdict, verify_client
from dovetail.document import load
from dovetail.spec import resolve

from .decisions import Decisions

LEFT_OUT = "no-method"
"""The rule by which an operation has no method; the step before this one judges those that are left out."""


@click.command()
@click.argument("package")
@click.argument("path")
@click.option("--seed", type=int, default=0)
@click.option("--examples", type=int, default=0, help="Sets of arguments drawn at random for each method.")
@click.option("--oracle", type=click.Choice(["compiled", "openapi-core", "both"]), default="both")
def main(package: str, path: str, seed: int, examples: int, oracle: str) -> None:
    """Verify, and print what came out."""
    spec = resolve(load(path))
    verdict = verify_client(spec, package, examples=examples, seed=seed, oracle=oracle)  # type: ignore[arg-type]
    decisions = Decisions.read()
    failures = [each for each in verdict.failures if each.rule != LEFT_OUT and not decisions.explain(each)]
    told = {
        "failures": [_shown(each) for each in failures],
        "rules": Counter(each.rule for each in failures),
        "exchanges": verdict.exchanges,
        "operations": _called(verdict),
        "excused": dict(verdict.excused),
        "decided": decisions.used,
    }
    sys.stdout.write(json.dumps(told))


def _called(verdict: Verdict) -> int:
    return sum(count > 0 for count in verdict.successes.values())


def _shown(failure: Failure) -> str:
    said = failure.exchange
    shown = f"{failure}"[:600]
    return (
        shown
        if said is None
        else f"{shown} — {said.request.method} {said.request.url[:200]} {said.request.body[:200]!r}"
    )


if __name__ == "__main__":
    main()
