"""The one Jinja environment: undefined names are errors, nothing is escaped, and nothing can be called."""

from __future__ import annotations

import difflib
from pathlib import Path

import jinja2

from ..errors import UsageError

_SUFFIX = ".jinja"


def environment(own: Path | None = None) -> jinja2.Environment:
    """Make the environment that every template is rendered in; those in the folder `own` stand for ours of their name.

    Raises `UsageError` where there is no such folder, or one of its templates has no name of ours.
    """
    ours = jinja2.PackageLoader("dovetail", "templates")
    loaders: list[jinja2.BaseLoader] = [ours]
    if own is not None:
        _refuse_unknown(own, ours.list_templates())
        loaders.insert(0, jinja2.FileSystemLoader(own))
    return jinja2.Environment(
        loader=jinja2.ChoiceLoader(loaders),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701 - it writes Python, and strings of a description arrive as literals
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _refuse_unknown(own: Path, ours: list[str]) -> None:
    if not own.is_dir():
        raise UsageError(f"{own} is no folder of templates")
    for path in sorted(own.rglob(f"*{_SUFFIX}")):
        name = path.relative_to(own).as_posix()
        if name not in ours:
            near = difflib.get_close_matches(name, ours, 3, 0.5)
            hint = f"did you mean {' or '.join(near)}?" if near else "there is none of this name to stand for"
            raise UsageError(f"{path}: unknown template; {hint}")
