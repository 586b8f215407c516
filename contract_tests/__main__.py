"""`python -m contract_tests` verifies both halves of the flagship."""

from __future__ import annotations

import sys

from .run import main

sys.exit(main())
