"""The tree of files that a description is spread over: what a reference may read, and of what findings show the text.

A description is not to be trusted, and findings are printed where others may read them, such as the log of a build.
"""

from __future__ import annotations

import os.path

SUFFIXES = frozenset({".json", ".yaml", ".yml"})
UNSHOWN = "what stands here breaks this rule; more is shown only of JSON and YAML files in the folder of"
"""What is said of a file of which nothing is shown, before the name of the description."""


class Tree:
    """The tree around one description: its folder, where links lead to in the end."""

    def __init__(self, path: str) -> None:
        self._home = os.path.realpath(os.path.dirname(path))  # noqa: PTH120
        self._known: dict[str, bool] = {}

    def may_read(self, path: str) -> bool:
        """Whether a file may be read that a description names: anywhere if its name is that of JSON or YAML."""
        if "\0" in path:
            return True  # there is no such file
        whole = os.path.realpath(path)
        return _is_description(whole) or self._holds(whole)

    def shows(self, path: str) -> bool:
        """Whether the text of a file that a description names may be shown."""
        if path not in self._known:
            whole = os.path.realpath(path)
            self._known[path] = _is_description(whole) and self._holds(whole)
        return self._known[path]

    def _holds(self, whole: str) -> bool:
        return os.path.commonpath([whole, self._home]) == self._home


def _is_description(path: str) -> bool:
    return os.path.splitext(path)[1].lower() in SUFFIXES  # noqa: PTH122
