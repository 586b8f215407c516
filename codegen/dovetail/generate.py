"""The whole line: documents in, a package out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .api import Api, describe
from .config import Generation
from .document import load
from .findings import Finding
from .python.sdk import plan_sdk
from .python.server import plan_server
from .render.render import render
from .render.write import WriteResult, write
from .spec import Spec, resolve


@dataclass(frozen=True, slots=True)
class Generated:
    """What a generation came to: the files written (or that differ, with `check`), and what was found on the way."""

    generation: Generation
    api: Api
    written: WriteResult
    findings: tuple[Finding, ...]


def generate(
    generation: Generation, *, check: bool = False, progress: Callable[[str], None] = lambda _: None
) -> Generated:
    """Generate a package, or with `check` only compare; `progress` is told the name of each stage as it begins.

    Raises `SpecError` if the documents cannot be used; then nothing has been written.
    """
    progress("load")
    document = load(generation.spec, generation.overlays)
    progress("resolve")
    spec = resolve(document)
    progress("describe")
    api = describe(spec)
    progress("plan")
    files = _files(generation, api, spec, progress)
    progress("compare" if check else "write")
    written = write(generation.output, files, check=check)
    return Generated(generation, api, written, api.findings)


def _files(generation: Generation, api: Api, spec: Spec, progress: Callable[[str], None]) -> dict[str, str]:
    plan = (
        plan_server(api, spec.value, generation.package) if generation.is_server else plan_sdk(api, generation.package)
    )
    progress("render")
    return render(plan)
