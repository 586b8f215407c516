"""The second stage: a `Document` becomes a `Spec`, every reference followed and every 3.0 form lifted to 3.1."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, Final

from ..document import Document
from ..errors import SpecError
from .bundle import bundle
from .circles import break_circles
from .construct import construct
from .mend import mend
from .metaschema import judge
from .nodes import Findings, Node
from .objects import Spec

_VERSION: Final = re.compile(r"3\.[012]\.\d+(-.+)?")


def resolve(document: Document, *, lenient: Collection[str] = ()) -> Spec:
    """Resolves a description of OpenAPI 3.0, 3.1 or 3.2, whatever it breaks.

    What breaks the standard is an error among `Spec.findings`, and the smallest part that means nothing without it is
    left out: what a reference to a schema should have brought may then be anything, an operation without one of its
    parameters is gone. Rules named in `lenient` are warnings where they would be errors.
    Raises `SpecError` where there is nothing to work with: no OpenAPI description, or one of an unknown version.
    """
    findings = Findings(document, lenient)
    _check_version(document, findings)
    bundled = bundle(document, findings)
    break_circles(bundled, findings)
    mend(bundled, findings)
    judge(Node(document.source, "", document.root), bundled, findings)
    return construct(document, bundled, findings.sorted())


def _check_version(document: Document, findings: Findings) -> None:
    fault = _fault_of_version(document.root)
    if fault is not None:
        rule, message, tokens = fault
        findings.error(rule, message, Node(document.source, "", document.root), *tokens)
        raise SpecError(findings.sorted())


def _fault_of_version(root: Any) -> tuple[str, str, tuple[str, ...]] | None:
    if not isinstance(root, dict):
        return "not-an-openapi-document", "an OpenAPI description is an object with `openapi`", ()
    version = root.get("openapi")
    if "swagger" in root and version is None:
        message = "Swagger 2.0 is not read; convert it to OpenAPI 3 first, for example with converter.swagger.io"
        return "unsupported-version", message, ("swagger",)
    if version is None:
        message = "no `openapi` field says which version this is; begin the document with `openapi: 3.1.1`"
        return "not-an-openapi-document", message, ()
    if not isinstance(version, str):
        message = f"`openapi` must be a string such as '3.1.1', not {version!s:.20}; write it in full and quote it"
        return "unsupported-version", message, ("openapi",)
    if not _VERSION.fullmatch(version):
        message = f"version {version!r:.40} is not known; 3.0, 3.1 and 3.2 are, written in full such as 3.1.1"
        return "unsupported-version", message, ("openapi",)
    return None
