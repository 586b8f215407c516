"""Which types refer to which: order and circles, compared with the plainest way to find them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dovetail.api.graphs import circles
from dovetail.api.types import Array, Map, Object, Property, Reference, String, Type, Union
from dovetail.python.references import References, ordered, referenced

GRAPHS = st.dictionaries(st.integers(0, 9), st.lists(st.integers(0, 9), max_size=4)).map(
    lambda found: {node: [other for other in found.get(node, []) if other in found] for node in found}
)


def reachable(graph: dict[int, list[int]], start: int) -> set[int]:
    found: set[int] = set()
    pending = list(graph[start])
    while pending:
        node = pending.pop()
        if node not in found:
            found.add(node)
            pending += graph[node]
    return found


@given(GRAPHS)
def test_circles_are_what_needs_each_other(graph: dict[int, list[int]]) -> None:
    found = circles(graph, lambda node: graph[node])
    assert found.keys() == graph.keys()
    for one in graph:
        for other in graph:
            is_circle = one == other or (other in reachable(graph, one) and one in reachable(graph, other))
            assert (found[one] == found[other]) is is_circle


@given(GRAPHS)
def test_what_is_needed_comes_first_but_in_circles(graph: dict[int, list[int]]) -> None:
    places = {node: place for place, node in enumerate(ordered(sorted(graph), lambda node: sorted(graph[node])))}
    assert places.keys() == graph.keys()
    for node, needs in graph.items():
        for needed in needs:
            assert places[needed] <= places[node] or node in reachable(graph, needed)


def test_references_are_found_wherever_they_stand_however_deep() -> None:
    types: dict[str, Type] = {
        "a": Object(
            properties=(
                Property(name="x", type=Array(items=Reference(name="b"), prefix=(Reference(name="c"),))),
                Property(name="y", type=Reference(name="d"), is_read_only=True),
            ),
            additional=Reference(name="e"),
            patterns=(("^z", Map(values=Union(members=(Reference(name="f"), Reference(name="nowhere"))))),),
        ),
        **{name: String() for name in "bcdef"},
    }
    assert set(referenced(Reference(name="a"), types)) == set("abcdef")
    without = References(types, lambda member: not member.is_read_only)
    assert set(without.closure(["a"])) == set("abcef")
    chain: dict[str, Type] = {str(n): Array(items=Reference(name=str(n + 1))) for n in range(5000)}
    assert len(referenced(Reference(name="0"), chain)) == 5000
    assert References(chain).in_order(chain)[0] == "4999"
