"""Things that need one another: which of them are on one circle."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def circles(nodes: Iterable[Node], needs: Callable[[Node], Iterable[Node]]) -> dict[Node, int]:
    """A number for each node; two have the same if each needs the other, directly or not (Tarjan's algorithm)."""
    index: dict[Node, int] = {}
    low: dict[Node, int] = {}
    circle: dict[Node, int] = {}
    stack: list[Node] = []
    for start in nodes:
        if start in index:
            continue
        pending: list[tuple[Node, Iterator[Node]]] = [(start, iter(needs(start)))]
        index[start] = low[start] = len(index)
        stack.append(start)
        while pending:
            node, inner = pending[-1]
            for needed in inner:
                if needed not in index:
                    index[needed] = low[needed] = len(index)
                    stack.append(needed)
                    pending.append((needed, iter(needs(needed))))
                    break
                if needed not in circle:
                    low[node] = min(low[node], index[needed])
            else:
                pending.pop()
                if pending:
                    low[pending[-1][0]] = min(low[pending[-1][0]], low[node])
                if low[node] == index[node]:
                    number = index[node]
                    while node not in circle:
                        circle[stack.pop()] = number
    return circle
