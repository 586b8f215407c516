"""What the text of a path says: the names in it, how many ids stand before each, and whether it ends in an action."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_VARIABLE = re.compile(r"\{([^}]*)\}")
_PIECE = re.compile(r"\{([^}]*)\}|([^{}]+)")
_LEADING = re.compile(r"v\d+(\.\d+)*([a-z]+\d*)?|apis?|rest|\d{4}-\d{2}-\d{2}", re.IGNORECASE)
_VERSION = re.compile(r"v\d+(\.\d+)*([a-z]+\d*)?|\d{4}-\d{2}-\d{2}", re.IGNORECASE)
_DOTTED = re.compile(r"[A-Za-z][\w-]*(\.[A-Za-z][\w-]*)+")
_EXTENSION = re.compile(r"\.(json|xml|csv|txt|html|yaml|pdf)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Step:
    """A name in a path, and how many variables stand before it; `is_part` of one that follows a dot or a colon."""

    name: str
    before: int
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class PathShape:
    """A path as names and variables: `/repos/{owner}/{repo}/issues` has two names, the second after two variables."""

    steps: tuple[Step, ...]
    variables: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names alone."""
        return tuple(step.name for step in self.steps)

    @property
    def parents(self) -> tuple[str, ...]:
        """The variables before the last name."""
        return self.variables[: self.steps[-1].before]

    @property
    def own(self) -> tuple[str, ...]:
        """The variables after the last name: the id of an item."""
        return self.variables[self.steps[-1].before :]


def shape_of(path: str) -> PathShape:
    """Read a path; one without a name is `root`."""
    steps: list[Step] = []
    variables: list[str] = []
    for segment in re.split(r"[?#]", path)[0].split("/"):
        if not _VARIABLE.search(segment):
            steps += _steps(segment, len(variables))
            continue
        for variable, text in _PIECE.findall(segment):
            if variable or not text:
                variables.append(variable)
            elif text.startswith(":"):
                steps += [Step(name, len(variables), is_part=True) for name in _parted(text[1:])]
            elif len(name := text.strip("('\"=-_.,;)")) > 1 and not _EXTENSION.fullmatch(text) and not variables:
                steps.append(Step(name, len(variables)))
    return PathShape(tuple(steps) or (Step("root", 0),), tuple(variables))


def _steps(segment: str, before: int) -> list[Step]:
    text = _EXTENSION.sub("", segment)
    names = _parted(text)
    return [Step(name, before, is_part=at > 0) for at, name in enumerate(names)]


def _parted(text: str) -> list[str]:
    """The parts of a segment: `chat.postMessage` has two, and so has `messages:batchGet`."""
    if _DOTTED.fullmatch(text) and not _VERSION.fullmatch(text):
        return text.split(".")
    return [part for part in text.split(":") if part]


def bare(shapes: Iterable[PathShape]) -> list[PathShape]:
    """The shapes without what says nothing: what every path begins with up to a version, and the first version.

    Names of a later version keep it, so that one more version renames nothing of the first.
    """
    known = list(shapes)
    shared = _shared(known)
    cut = [replace(shape, steps=shape.steps[shared:]) for shape in known]
    versions = sorted(
        {step.name for shape in cut for step in shape.steps[:-1] if _VERSION.fullmatch(step.name)}, key=_age
    )
    return [_unversioned(shape, versions[:1]) for shape in cut]


def _shared(shapes: Sequence[PathShape]) -> int:
    """How many names to leave out: those that all paths begin with, up to a version; each path keeps one."""
    count = min((_leading(shape) for shape in shapes), default=0)
    while count and (
        len({shape.names[:count] for shape in shapes}) > 1 or not _VERSION.fullmatch(shapes[0].names[count - 1])
    ):
        count -= 1
    return count


def _leading(shape: PathShape) -> int:
    """How many names stand before the first variable, less the last of them."""
    end = sum(step.before == 0 for step in shape.steps)
    return max(end - 1, 0)


def _unversioned(shape: PathShape, versions: Sequence[str]) -> PathShape:
    steps = shape.steps
    while len(steps) > 1 and _LEADING.fullmatch(steps[0].name) and not _VERSION.fullmatch(steps[0].name):
        steps = steps[1:]
    kept = [step for at, step in enumerate(steps) if at == len(steps) - 1 or step.name not in versions]
    return replace(shape, steps=tuple(kept))


def _age(version: str) -> tuple[list[int], str]:
    return [int(number) for number in re.findall(r"\d+", version)], version
