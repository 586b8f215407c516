"""What every suite of the project shares: the one line about PostgreSQL, and how golden cases are rewritten."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from house import postgresql

MISSING = "PostgreSQL: its programs (initdb, postgres) are not installed; tests marked `postgresql` are skipped"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--require-postgresql`: absence is an error, not a reason to skip. `--update-golden`: write what is expected."""
    parser.addoption(
        "--require-postgresql", action="store_true", help="fail at once where PostgreSQL's programs are missing"
    )
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected output of the golden cases")


def pytest_configure(config: pytest.Config) -> None:
    """Stop before the first test if PostgreSQL is demanded and missing."""
    if config.getoption("--require-postgresql") and postgresql.programs() is None:
        raise pytest.UsageError("PostgreSQL is required here and its programs (initdb, postgres) are not installed")


def pytest_collection_modifyitems(items: Iterable[pytest.Item]) -> None:
    """Skip what needs a PostgreSQL server where none can be started."""
    if postgresql.programs() is None:
        for item in items:
            if item.get_closest_marker("postgresql"):
                item.add_marker(pytest.mark.skip(reason="PostgreSQL's programs are not installed"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line that PostgreSQL is missing."""
    if postgresql.programs() is None:
        terminalreporter.write_line(MISSING, yellow=True)
