"""The whole line: documents in, a package out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from .api import Api, describe
from .config import Generation
from .document import Document, load
from .errors import SpecError
from .findings import Finding, Location
from .python.package import package_name
from .python.sdk import plan_sdk
from .python.server import plan_server
from .render.render import render
from .render.write import WriteResult, write
from .spec import Spec, resolve


@dataclass(frozen=True, slots=True)
class Generated:
    """What a generation came to: the files written (or that differ, with `check`), and what was found on the way.

    The package of its `generation` has a name, whether it was given or not.
    """

    generation: Generation
    api: Api
    written: WriteResult
    findings: tuple[Finding, ...]


def generate(
    generation: Generation,
    *,
    check: bool = False,
    force: bool = False,
    progress: Callable[[str], None] = lambda _: None,
) -> Generated:
    """Generate a package, or with `check` only compare; `progress` is told the name of each stage as it begins.

    With `force`, files of others that stand in the way are overwritten.
    Raises `SpecError` if the documents cannot be used, or are faulty and that is not to be; nothing is written then.
    """
    progress("load")
    document = load(generation.spec, generation.overlays, allow_remote_refs=generation.allow_remote_refs)
    progress("resolve")
    spec = resolve(document)
    try:
        progress("describe")
        api = describe(spec, lambda place, pointer: _within(document, place, pointer))
        _refuse_errors(generation, api)
        generation = replace(generation, package=generation.package or package_name(api.title, api.source))
        progress("plan")
        files = _files(generation, api, spec, progress)
    except SpecError as error:
        findings = sorted(error.findings, key=lambda finding: finding.location)
        raise SpecError([_with_line(finding, document) for finding in findings]) from None
    progress("compare" if check else "write")
    written = write(generation.output, files, check=check, force=force)
    return Generated(generation, api, written, tuple(_with_line(finding, document) for finding in api.findings))


def _within(document: Document, place: Location, pointer: str) -> Location:
    """The place of what lies below another place, which is in the document itself or in a file it refers to."""
    for path in (None, place.path):
        if path != document.path and document.locate(place.pointer, path) == place:
            return document.locate(place.pointer + pointer, path)
    return place


def _refuse_errors(generation: Generation, api: Api) -> None:
    errors = [finding for finding in api.findings if finding.severity == "error"]
    if errors and generation.is_strict:
        raise SpecError(errors)


def _with_line(finding: Finding, document: Document) -> Finding:
    return finding if finding.source_line else replace(finding, source_line=document.line(finding.location))


def _files(generation: Generation, api: Api, spec: Spec, progress: Callable[[str], None]) -> dict[str, str]:
    plan = (
        plan_server(api, spec.value, generation.package) if generation.is_server else plan_sdk(api, generation.package)
    )
    progress("render")
    return render(plan)
