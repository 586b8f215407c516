"""What the text of a path says: the names in it, how many ids stand before each, and whether it ends in an action."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .words import singular

_VARIABLE = re.compile(r"\{([^}]*)\}")
_PIECE = re.compile(r"\{([^}]*)\}|([^{}]+)")
_VERSION = re.compile(r"v\d+(\.\d+)*([a-z]+\d+)*[a-z]*|\d+(\.\d+)+|\d{4}-\d{2}-\d{2}", re.IGNORECASE)
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
    def said(self) -> tuple[str, ...]:
        """The names as one says them of what is theirs, one of many in the singular: the issues of a `repo`."""
        after = (*(step.before for step in self.steps[1:]), 0)
        return tuple(
            singular(step.name) if count > step.before else step.name
            for step, count in zip(self.steps, after, strict=True)
        )

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
    segments = re.split(r"[?#]", path)[0].strip("/").split("/")
    for at, segment in enumerate(segments):
        if not _VARIABLE.search(segment):
            steps += _steps(segment, len(variables), is_last=at == len(segments) - 1)
            continue
        for variable, text in _PIECE.findall(segment):
            if variable or not text:
                variables.append(variable)
            elif text.startswith(":"):
                steps += [Step(name, len(variables), is_part=True) for name in _parted(text[1:])]
            elif len(name := text.strip("('\"=-_.,;)")) > 1 and not _EXTENSION.fullmatch(text) and not variables:
                steps.append(Step(name, len(variables)))
    return PathShape(tuple(steps) or (Step("root", 0),), tuple(variables))


def _steps(segment: str, before: int, *, is_last: bool) -> list[Step]:
    text = _EXTENSION.sub("", segment)
    names = _parted(text) if is_last else [part for part in text.split(":") if part]
    return [Step(name, before, is_part=at > 0) for at, name in enumerate(names)]


def _parted(text: str) -> list[str]:
    """The parts of a last segment: `chat.postMessage` has two, and so has `messages:batchGet`."""
    if _DOTTED.fullmatch(text) and not is_version(text):
        return text.split(".")
    return [part for part in text.split(":") if part]


def is_version(text: str) -> bool:
    """Whether a name is that of a version: `v1`, `v1beta1`, `2.0`, `2010-04-01`."""
    return bool(_VERSION.fullmatch(text))
