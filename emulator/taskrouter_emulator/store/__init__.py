"""Everything the emulator remembers: SQLite (file or memory) or PostgreSQL, one transaction a request.

`open_store(url)` gives a `Store`; `Store.read()` and `Store.write()` give sessions in which the rows of
`store.rows` are read and changed. What a `write()` has left behind survives the death of the process.
"""

from __future__ import annotations

from .engine import MEMORY, StoreError
from .store import Store, open_store

__all__ = ["MEMORY", "Store", "StoreError", "open_store"]
