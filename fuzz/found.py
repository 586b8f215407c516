"""What was found, one of each kind: the fault with what changes from document to document left out is the kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

_PLACE = re.compile(r'File "[^"]*?((?:dovetail|site-packages|hostile_\w+|tests)/[^"]+)", line (\d+), in (\w+)')
_VARYING = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|0x[0-9a-f]+|\d+")


@dataclass(slots=True)
class Found:
    """The kinds of faults so far, and the smallest document of each, kept in a folder."""

    folder: Path
    counts: Counter[str] = field(default_factory=Counter[str])
    _sizes: dict[str, int] = field(default_factory=dict[str, int])

    def take(self, document: bytes, suffix: str, faults: Sequence[str]) -> None:
        """Count the faults of a document, and keep it where no smaller one showed one of them."""
        for fault in faults:
            kind = kind_of(fault)
            self.counts[kind] += 1
            if len(document) < self._sizes.get(kind, len(document) + 1):
                self._sizes[kind] = len(document)
                self.folder.mkdir(parents=True, exist_ok=True)
                name = f"{list(self._sizes).index(kind) + 1:03d}"
                (self.folder / f"{name}{suffix}").write_bytes(document)
                (self.folder / f"{name}.txt").write_text(f"{kind}\n\n{fault}\n", encoding="utf-8", errors="replace")


def kind_of(fault: str) -> str:
    """The step and where in the code it ended, or else the text without what varies."""
    step = fault.partition(":")[0]
    places = [f"{match[1]}:{match[2]}" for match in _PLACE.finditer(fault)]
    if places:
        return f"{step}: {places[-1]}: {_VARYING.sub('…', fault.rpartition(' | ')[2])[:120]}"
    return _VARYING.sub("…", fault)[:160]
