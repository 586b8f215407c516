"""The verdict for a person: alive on a terminal, plain lines in a pipe."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.status import Status
from rich.text import Text

from ..contract.events import Event, Failed, Progressed, Started, Verdict
from ..contract.failures import Failure

MOST_FAILURES = 20
"""Failures that are told in full; the others are counted."""
MOST_GAPS = 12
_SUBJECTS = {"server": "The server", "client": "The SDK"}


class ConsoleReport:
    """Listens to verifications and writes to a stream; what servers and descriptions say cannot steer the terminal."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._console = Console(file=stream, highlight=False, soft_wrap=True, emoji=False)
        self._status: Status | None = None
        self._failures = 0

    def __call__(self, event: Event) -> None:
        """Hear one event."""
        match event:
            case Started():
                self._start(event)
            case Progressed():
                self._progress(event)
            case Failed():
                self._failures += 1
            case Verdict():
                self._stop()
                for line in verdict_lines(event):
                    self._console.print(line)

    def _start(self, event: Started) -> None:
        self._failures = 0
        budget = f" for {event.seconds} s" if event.seconds else ""
        told = f"Verifying the {event.subject} {event.target}: {event.operations} operations{budget}, seed {event.seed}"
        self._console.print(_plain(told))
        if self._console.is_terminal:
            self._status = self._console.status("")
            self._status.start()

    def _progress(self, event: Progressed) -> None:
        if self._status is not None:
            failed = f", {self._failures} failures" if self._failures else ""
            self._status.update(_plain(f"{event.phase}: {event.exchanges:,} exchanges{failed}"))

    def _stop(self) -> None:
        if self._status is not None:
            self._status.stop()
            self._status = None


def verdict_lines(verdict: Verdict) -> Iterable[Text]:
    """The verdict, line by line."""
    subject = f"{_SUBJECTS[verdict.subject]} {verdict.target}"
    if verdict.held:
        yield _plain(f"{subject} keeps to the description.", "bold green")
    else:
        count = len(verdict.failures)
        yield _plain(f"{subject} breaks the description: {count} failure{'s' if count > 1 else ''}.", "bold red")
    yield _plain(f"  {verdict.exchanges:,} exchanges in {verdict.seconds:.0f} s, seed {verdict.seed}")
    yield from _counts(verdict)
    yield from _allowed(verdict)
    for number, failure in enumerate(verdict.failures[:MOST_FAILURES], 1):
        yield from _failure(number, failure)
    if len(verdict.failures) > MOST_FAILURES:
        yield _plain(f"  and {len(verdict.failures) - MOST_FAILURES} more")


def _counts(verdict: Verdict) -> Iterable[Text]:
    done = sum(1 for count in verdict.successes.values() if count)
    what = "answered with success" if verdict.subject == "server" else "called"
    counts = ", ".join(f"{name} {count:,}" for name, count in verdict.successes.items())
    yield _plain(f"  {done} of {len(verdict.successes)} operations {what}: {counts}")
    seen = verdict.documented - len(verdict.gaps)
    share = 100 * seen / verdict.documented if verdict.documented else 100
    yield _plain(f"  {seen} of {verdict.documented} documented things exercised ({share:.1f} %)")
    for gap in verdict.gaps[:MOST_GAPS]:
        yield _plain(f"    not: {gap}", "dim")
    if len(verdict.gaps) > MOST_GAPS:
        yield _plain(f"    and {len(verdict.gaps) - MOST_GAPS} more", "dim")


def _allowed(verdict: Verdict) -> Iterable[Text]:
    for exclusion, count in verdict.exclusions.items():
        yield _plain(f"  excluded {count:,} times: {exclusion}", "yellow")
    for reason, count in verdict.excused.items():
        yield _plain(f"  let pass {count:,} times: {reason}", "dim")


def _failure(number: int, failure: Failure) -> Iterable[Text]:
    yield _plain(f"  {number}. {failure}", "red")
    if failure.pointer:
        yield _plain(f"     in the description: {failure.pointer}")
    if failure.exchange is not None:
        yield _plain(f"     {failure.exchange}")
        yield _plain(f"     {failure.exchange.request.curl()}")


def _plain(text: str, style: str = "") -> Text:
    """Text with nothing in it that a terminal would obey."""
    shown = "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)
    return Text(shown, style=style)
