"""The two errors the tool raises on purpose; anything else is a bug and keeps its traceback.

DovetailError
├── SpecError      the description cannot be used; carries its findings
└── UsageError     the command, its configuration or its environment is wrong
"""

from __future__ import annotations

from collections.abc import Sequence

from .findings import Finding


class DovetailError(Exception):
    """Base of the errors raised on purpose."""


class SpecError(DovetailError):
    """A stage cannot go on with this description; `findings` says why, all at once."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class UsageError(DovetailError):
    """The command, its configuration or its environment is wrong; the message is one line and says what to do."""
