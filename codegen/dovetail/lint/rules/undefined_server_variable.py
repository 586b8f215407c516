"""Variables in the URLs of servers that are not described."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Subject

_VARIABLE = re.compile(r"\{([^{}]*)\}")


def _check(subject: Subject) -> Iterator[Fault]:
    for site in subject.each("server"):
        known = site.value.get("variables", {})
        for name in dict.fromkeys(_VARIABLE.findall(site.value["url"])):
            if name not in known:
                message = f"`variables` does not describe {{{name}}} of the URL; add it there, with a `default`"
                yield Fault(message, site.node, ("url",))


RULE = Rule(
    id="undefined-server-variable",
    severity="error",
    summary="a variable in the URL of a server that is not described",
    standard="OAS 3.1, 4.8.5.1: variables of the URL are those of `variables`",
    check=_check,
)
