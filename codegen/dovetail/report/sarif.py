"""Findings as SARIF 2.1.0 (OASIS), which code scanning of GitHub, GitLab and Azure DevOps reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from ..findings import Finding, Severity
from ..lint.baseline import fingerprint
from ..lint.catalogue import CATALOGUE

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final[Mapping[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}


def sarif(findings: Sequence[Finding]) -> dict[str, Any]:
    """A SARIF log with one run."""
    names = sorted({finding.rule for finding in findings})
    rules = [_rule(name) for name in names]
    indices = {name: index for index, name in enumerate(names)}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "dovetail", "semanticVersion": version("dovetail"), "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, indices) for finding in findings],
            }
        ],
    }


def _rule(name: str) -> dict[str, Any]:
    entry = CATALOGUE.get(name)
    if entry is None:
        return {"id": name}
    return {"id": name, "shortDescription": {"text": entry.summary}, "fullDescription": {"text": entry.standard}}


def _result(finding: Finding, indices: Mapping[str, int]) -> dict[str, Any]:
    at = finding.location
    region: dict[str, Any] = {"startLine": at.line, "startColumn": at.column}
    if finding.source_line:
        region["snippet"] = {"text": finding.source_line}
    return {
        "ruleId": finding.rule,
        "ruleIndex": indices[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": _uri(at.path)}, "region": region},
                "logicalLocations": [{"fullyQualifiedName": f"#{at.pointer}"}],
            }
        ],
        "partialFingerprints": {"dovetail/v1": f"{at.pointer}:{fingerprint(finding)}"},
    }


def _uri(path: str) -> str:
    if "://" in path:
        return path
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix(), errors="surrogateescape")
