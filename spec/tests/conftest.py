from __future__ import annotations

import pytest

from spec.tests.description import Description


@pytest.fixture(scope="session")
def description() -> Description:
    return Description()
