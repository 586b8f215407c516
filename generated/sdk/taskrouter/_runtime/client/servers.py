"""Where a description says that its API is served (OAS 3.1, 4.8.5)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence


def fill(template: str, values: Mapping[str, str], allowed: Mapping[str, Sequence[str]]) -> str:
    """Put values in the place of the variables of a server's URL.

    Raises:
        ValueError: a value is none of those that the description allows.
    """
    for name, value in values.items():
        if name in allowed and value not in allowed[name]:
            raise ValueError(f"{name} must be one of {', '.join(map(repr, allowed[name]))}; got {value!r}")
    return re.sub(r"\{([^{}]*)\}", lambda variable: values[variable[1]], template)


def own_servers(base_url: str, documented: Sequence[str], own: Sequence[str]) -> tuple[str, ...]:
    """Give the servers that some operations have of their own: none, if `base_url` is not a documented server."""
    return tuple(own) if base_url.rstrip("/") in {url.rstrip("/") for url in documented} else ()
