"""The one Jinja environment: undefined names are errors, nothing is escaped, and nothing can be called."""

from __future__ import annotations

import jinja2


def environment() -> jinja2.Environment:
    """Make the environment that every template is rendered in."""
    return jinja2.Environment(
        loader=jinja2.PackageLoader("dovetail", "templates"),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701 - it writes Python, and strings of a description arrive as literals
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
