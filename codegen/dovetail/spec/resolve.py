"""The second stage: a `Document` becomes a `Spec`, every reference followed and every 3.0 form lifted to 3.1."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from ..document import Document
from ..errors import SpecError
from .bundle import bundle
from .circles import check_circles
from .construct import construct
from .mend import mend
from .metaschema import judge
from .nodes import Findings, Node
from .objects import Spec

_VERSION: Final = re.compile(r"3\.[012]\.\d+(-.+)?")


def resolve(document: Document, *, lenient: Collection[str] = ()) -> Spec:
    """Resolves a description of OpenAPI 3.0, 3.1 or 3.2.

    Rules named in `lenient` are warnings where they would be errors: what a reference that leads nowhere should have
    brought is then left out, and a schema allows anything.
    Raises `SpecError` with all findings, warnings too, when one of them is an error; otherwise they are in
    `Spec.findings`.
    """
    findings = Findings(document, lenient)
    _check_version(document, findings)
    _stop_at_errors(findings)
    bundled = bundle(document, findings)
    if not findings.has_errors:
        check_circles(bundled, findings)
        mend(bundled, findings)
    judge(Node(document.source, "", document.root), bundled, findings)
    _stop_at_errors(findings)
    return construct(document, bundled, findings.sorted())


def _stop_at_errors(findings: Findings) -> None:
    if findings.has_errors:
        raise SpecError(findings.sorted())


def _check_version(document: Document, findings: Findings) -> None:
    root = Node(document.source, "", document.root)
    if not isinstance(document.root, dict):
        findings.error("not-an-openapi-document", "an OpenAPI description is an object with `openapi`", root)
        return
    version = document.root.get("openapi")
    if "swagger" in document.root and version is None:
        message = "Swagger 2.0 is not read; convert it to OpenAPI 3 first, for example with converter.swagger.io"
        findings.error("unsupported-version", message, root, "swagger")
    elif version is None:
        message = "no `openapi` field says which version this is; begin the document with `openapi: 3.1.1`"
        findings.error("not-an-openapi-document", message, root)
    elif not isinstance(version, str):
        message = f"`openapi` must be a string such as '3.1.1', not {version}; write it in full and quote it"
        findings.error("unsupported-version", message, root, "openapi")
    elif not _VERSION.fullmatch(version):
        message = f"version {version!r} is not known; 3.0, 3.1 and 3.2 are, written in full such as 3.1.1"
        findings.error("unsupported-version", message, root, "openapi")
