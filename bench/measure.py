"""CPU seconds of this process: the least of many runs, which take turns, since what else a machine does only adds."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Repeat = Callable[[int], None]
"""Does the measured thing as many times as it is told."""


@dataclass(frozen=True)
class Row:
    """What one contender costs: CPU seconds a time, one number a run."""

    name: str
    costs: tuple[float, ...]

    @property
    def cost(self) -> float:
        """The least of the runs."""
        return min(self.costs)

    def ratio(self, base: Row) -> float:
        """How many times the cost of `base`."""
        return self.cost / base.cost

    def added(self, base: Row) -> float:
        """CPU seconds over `base`."""
        return self.cost - base.cost


def in_turns(contenders: Mapping[str, Repeat], *, times: int, runs: int) -> list[Row]:
    """Measure every contender once in each run, after one warm-up of a tenth of the times."""
    for repeat in contenders.values():
        repeat(max(1, times // 10))
    costs: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(runs):
        for name, repeat in contenders.items():
            gc.collect()
            started = time.process_time()
            repeat(times)
            costs[name].append((time.process_time() - started) / times)
    return [Row(name, tuple(taken)) for name, taken in costs.items()]


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Aligned columns, the first to the left, the others to the right; what has no head is said after them."""
    widths = [max(len(cell) for cell in column) for column in zip(head, *rows, strict=True)]
    lines = [
        "  ".join(cell.rjust(width) if at and head[at] else cell.ljust(width) for at, (cell, width) in enumerate(pairs))
        for pairs in (list(zip(row, widths, strict=True)) for row in (head, *rows))
    ]
    first = lines[0].rstrip()
    return "\n".join([title, f"  {first}", f"  {'-' * len(first)}", *(f"  {line.rstrip()}" for line in lines[1:]), ""])
