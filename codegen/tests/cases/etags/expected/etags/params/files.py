"""Files: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.operation import CallOptions


class FileFetch(CallOptions, total=False):
    """What `fetch` of files takes besides what it needs; an absent key is not sent."""

    if_none_match: str
    session: str


class FileReplace(CallOptions, total=False):
    """What `replace` of files takes besides what it needs; an absent key is not sent."""

    if_match: str
    session: str
    text: str
