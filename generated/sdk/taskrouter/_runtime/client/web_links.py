"""The header `Link` (RFC 8288): where an answer says that others are."""

from __future__ import annotations

import re

_PARAMETER = r';\s*([^\s=;,]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s";,]+)))?'
_PARAMETERS = r'((?:\s*;\s*[^\s=;,]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s";,]+))?)*)'
_LINK = re.compile(r"[\s,]*<([^>]*)>" + _PARAMETERS + r"\s*(?=,|;|$)")


def web_links(value: str) -> dict[str, str]:
    """Read the targets by their relation in lower case, the first of each; what is no link ends the reading.

    Links from another context than the answer (`anchor`) are left out.
    """
    found: dict[str, str] = {}
    at = 0
    while (link := _LINK.match(value, at)) is not None:
        at = link.end()
        parameters: dict[str, str] = {}
        for name, quoted, token in re.findall(_PARAMETER, link[2]):
            parameters.setdefault(name.lower(), re.sub(r"\\(.)", r"\1", quoted) or token)
        for relation in () if "anchor" in parameters else parameters.get("rel", "").lower().split():
            found.setdefault(relation, link[1].strip())
    return found
