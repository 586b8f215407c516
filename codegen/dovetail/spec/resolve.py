"""The second stage: a `Document` becomes a `Spec`, every reference followed and every 3.0 form lifted to 3.1."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, Final

from ..document import Document, collection_paused
from ..errors import SpecError
from .bundle import Bundle, bundle
from .circles import break_circles
from .construct import construct
from .mend import mend
from .metaschema import judge
from .nodes import Findings, Node
from .objects import Spec

_VERSION: Final = re.compile(r"3\.[012](\.\d+(-.+)?)?")
_VERSION_IN_FULL: Final = re.compile(r"3\.[012]\.\d+(-.+)?")


def resolve(document: Document, *, lenient: Collection[str] = ()) -> Spec:
    """Resolves a description of OpenAPI 3.0, 3.1 or 3.2, whatever it breaks.

    What breaks the standard is an error among `Spec.findings`, and the smallest part that means nothing without it is
    left out: what a reference to a schema should have brought may then be anything, an operation without one of its
    parameters is gone. Rules named in `lenient` are warnings where they would be errors.
    Raises `SpecError` where there is nothing to work with: no OpenAPI description, or one of an unknown version.
    """
    bundled, findings = resolved(document, lenient)
    with collection_paused():
        return construct(document, bundled, findings.sorted())


def resolved(document: Document, lenient: Collection[str] = ()) -> tuple[Bundle, Findings]:
    """The same as `resolve`, as plain values with the places that each came from; for what looks closer than at a Spec.

    Raises `SpecError` as `resolve` does.
    """
    findings = Findings(document, lenient)
    _check_version(document, findings)
    with collection_paused():
        bundled = bundle(document, findings)
        break_circles(bundled, findings)
        mend(bundled, findings)
        judge(Node(document.source, "", document.root), bundled, findings)
    return bundled, findings


def _check_version(document: Document, findings: Findings) -> None:
    root = document.root
    version = root.get("openapi") if isinstance(root, dict) else None
    node = Node(document.source, "", root)
    if isinstance(version, str | float) and _VERSION.fullmatch(str(version)):
        if not isinstance(version, str) or not _VERSION_IN_FULL.fullmatch(version):
            message = f"a version is written in full, such as '{version}.0'; quote it, for it is a string"
            findings.error("unsupported-version", message, node, "openapi")
        return
    rule, message, tokens = _fault_of_version(root, version)
    findings.error(rule, message, node, *tokens)
    raise SpecError(findings.sorted())


def _fault_of_version(root: Any, version: Any) -> tuple[str, str, tuple[str, ...]]:
    if not isinstance(root, dict):
        return "not-an-openapi-document", "an OpenAPI description is an object with `openapi`", ()
    if version is not None:
        message = f"version {version!r:.40} is not known; 3.0, 3.1 and 3.2 are, written in full such as '3.1.1'"
        return "unsupported-version", message, ("openapi",)
    if "swagger" in root:
        message = "Swagger 2.0 is not read; convert it to OpenAPI 3 first, for example with converter.swagger.io"
        return "unsupported-version", message, ("swagger",)
    message = "no `openapi` field says which version this is; begin the document with `openapi: 3.1.1`"
    return "not-an-openapi-document", message, ()
