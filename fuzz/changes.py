"""Descriptions that are sound but for a few changes, so that what is wrong gets far into the tool."""

from __future__ import annotations

import copy
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import strategies as st

from codegen.tests.hostile.guard import ROOT

from .descriptions import texts, values

Spot = tuple[dict[str, Any] | list[Any], Any]
"""A value by what holds it and its key or index there."""

_MOST_CHANGES = 8
_HOWS = ("remove", "replace", "replace", "copy", "add", "add", "rename", "wrap", "refer", "twice")


def _spots(value: Any) -> Iterator[Spot]:
    match value:
        case dict():
            entries: list[tuple[Any, Any]] = [*value.items()]
        case list():
            entries = [*enumerate(value)]
        case _:
            return
    for key, inner in entries:
        yield value, key
        yield from _spots(inner)


def _sound() -> list[Any]:
    """The descriptions of the golden cases, and one that holds everything."""
    tests = ROOT / "codegen" / "tests"
    paths = [*sorted(tests.glob("cases/*/spec.*")), tests / "spec" / "whole.yaml"]
    read = [yaml.safe_load(path.read_bytes()) for path in paths]
    return [json.loads(json.dumps(value, default=str)) for value in read]


def _pointers(value: Any, at: str = "#") -> Iterator[str]:
    yield at
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _pointers(inner, f"{at}/{name.replace('~', '~0').replace('/', '~1')}")


SOUND = _sound()
USUAL: dict[str, list[Any]] = defaultdict(list)
"""The values that each key has anywhere."""
for _holder, _key in (spot for description in SOUND for spot in _spots(description)):
    if isinstance(_holder, dict):
        USUAL[_key].append(_holder[_key])
names = st.one_of(st.sampled_from(sorted(USUAL)), texts)


@st.composite
def changed(draw: st.DrawFn) -> Any:
    """A sound description with some changes, one after another."""
    description = copy.deepcopy(draw(st.sampled_from(SOUND)))
    for _ in range(draw(st.integers(1, _MOST_CHANGES))):
        spots = [*_spots(description)]
        if spots:
            _change(description, spots, draw)
    return description


def _change(description: Any, spots: list[Spot], draw: st.DrawFn) -> None:
    holder, key = draw(st.sampled_from(spots))
    match draw(st.sampled_from(_HOWS)):
        case "remove":
            del holder[key]
        case "replace":
            holder[key] = draw(values)
        case "copy":
            source, name = draw(st.sampled_from(spots))
            holder[key] = copy.deepcopy(source[name])
        case "add" if isinstance(holder, dict):
            name = draw(st.sampled_from(sorted(USUAL)))
            holder[name] = copy.deepcopy(draw(st.sampled_from(USUAL[name])))
        case "rename" if isinstance(holder, dict):
            holder[draw(names)] = holder.pop(key)
        case "twice" if isinstance(holder, dict):
            holder[draw(names)] = copy.deepcopy(holder[key])
        case "wrap":
            holder[key] = {draw(names): holder[key]} if draw(st.booleans()) else [holder[key]]
        case _:
            holder[key] = {"$ref": draw(st.sampled_from([*_pointers(description)]))}
