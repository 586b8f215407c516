"""The whole line: documents in, a package out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from . import parts
from .api import Api, describe
from .config import Generation
from .document import Document, load
from .document.source import collection_paused, is_url
from .errors import SpecError
from .findings import Finding, Location
from .python.example_tests import Exchanges
from .python.name_lock import LOCK_FILE, NameLock
from .python.package import package_name
from .python.sdk import plan_sdk
from .python.server import plan_server
from .python.views import Plan
from .recall import Generated, Recollection
from .render.render import render
from .render.style import unknown
from .render.write import write
from .spec import Spec, resolve


@collection_paused()  # nothing of what the stages make can go before the end
def generate(
    generation: Generation,
    *,
    check: bool = False,
    force: bool = False,
    progress: Callable[[str], None] = lambda _: None,
    recollection: Recollection | None = None,
    exchanges: Callable[[Spec], Exchanges] | None = None,
) -> Generated:
    """Generate a package, or with `check` only compare; `progress` is told the name of each stage as it begins.

    With `force`, files of others that stand in the way are overwritten. With a `recollection`, what an earlier run came
    to is not made again, and this one is remembered. `exchanges` makes what tests compare with.
    Raises `SpecError` if the documents cannot be used, or are faulty and that is not to be; nothing is written then.
    """
    progress("load")
    document = load(generation.spec, generation.overlays, allow_remote_refs=generation.allow_remote_refs)
    progress("compare with the last run")
    if recollection and (part := parts.outcome(generation, recollection, document, check=check)):
        return part
    progress("resolve")
    spec = resolve(document)
    try:
        progress("describe")
        api = describe(spec, lambda place, pointer: _within(document, place, pointer))
        _refuse_errors(generation, api)
        generation = replace(generation, package=generation.package or package_name(api.title, api.source))
        progress("plan")
        tested = exchanges(spec) if generation.has_tests and exchanges else None
        plan = _plan(generation, api, spec, tested, recollection)
        progress("render")
        files = render(plan, recollection.formatted if recollection else unknown, generation.templates)
    except SpecError as error:
        findings = sorted(error.findings, key=lambda finding: finding.location)
        raise SpecError([document.told(finding) for finding in findings]) from None
    progress("compare" if check else "write")
    written = write(generation.output, files, check=check, force=force)
    operations = len({operation.id for operation in api.operations})
    told = tuple(map(document.told, (*api.findings, *_untested(plan, spec))))
    made = Generated(generation, operations, written, told)
    if recollection and not check and document.is_whole:
        run = recollection.keep(made, _read(document))
        if not tested and not generation.overlays:
            parts.remember(recollection, run, document, api, plan)
    return made


def _untested(plan: Plan, spec: Spec) -> Iterator[Finding]:
    """What is told of methods without a test."""
    places = {operation.operation_id: operation.location for operation in spec.operations}
    for each in plan.untested:
        message = f"{each.method} has no test: {each.reason}"
        yield Finding("warning", "untested-method", message, places[each.operation])


def _read(document: Document) -> Mapping[str, str]:
    """The digest of every file that was read; what was fetched is pinned by the lock, which stands for it."""
    read = {source.path: source.digest for source in document.sources if not is_url(source.path)}
    if document.remote and document.remote.lock.exists():
        read[str(document.remote.lock)] = sha256(document.remote.lock.read_bytes()).hexdigest()
    return read


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


def _plan(
    generation: Generation, api: Api, spec: Spec, exchanges: Exchanges | None, recollection: Recollection | None
) -> Plan:
    lock = _lock(generation.output)
    if generation.is_server:
        return plan_server(api, spec.value, generation.package, lock)
    cache = recollection.folder if recollection else None
    return plan_sdk(api, generation.package, cache, exchanges, lock=lock)


def _lock(output: Path) -> NameLock | None:
    """The names that were given before, where the output was made before."""
    path = output / LOCK_FILE
    try:
        return NameLock.read(path.read_text(encoding="utf-8"), str(path))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError):
        return NameLock.read("", str(path))
