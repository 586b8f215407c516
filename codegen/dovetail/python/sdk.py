"""The plan of the SDK: every file of the package, decided."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from ..api.model import Api
from ..api.types import Type
from .client import client_view, distribution_view, package_view
from .declarations import Models
from .docstrings import plain, sentence
from .example_tests import Exchanges, test_files
from .headers import Headers
from .kind_modules import KindModules
from .name_lock import LOCK_FILE, NameLock
from .naming import Naming, name_everything
from .operations import Operations
from .params import params_views
from .placement import Placement, place_requests, placement_of_answers
from .readme import readme_view
from .references import referenced
from .resources import CALL_OPTIONS, Resources
from .runtime import runtime_files
from .signatures import options_of, signatures_of
from .views import File, PackageView, Plan

DEPENDENCIES = (
    "httpx2>=2.16,<3",
    "pydantic>=2.12,<3",
    "requests>=2.32.4,<3",
    "typing-extensions>=4.14,<5",
    "urllib3>=2.2,<3",
)


def plan_sdk(
    api: Api,
    package: str,
    cache: Path | None = None,
    exchanges: Exchanges | None = None,
    lock: NameLock | None = None,
) -> Plan:
    """Decide every file of the SDK of an API; the package is importable as `package`.

    `cache` is a folder for what need not be decided again. With `exchanges`, every method gets a test of one. `lock`
    are the names that were given before.
    """
    naming = name_everything(replace(api, source=plain(api.source)), lock)
    api = naming.api
    signatures = signatures_of(naming)
    options = options_of(signatures, naming)
    placement, placed = placement_of_answers(naming), place_requests(naming)
    models = Models(api.types, naming.class_names, placement.modules(), "model", cache=cache)
    inputs = Models(api.types, naming.class_names, placed, "input")
    headers = Headers(api.operations, api.types)
    kinds = KindModules(naming, placed)
    operations = Operations(naming, signatures, options, models.names, headers, kinds)
    resources = Resources(naming, signatures, options, operations, models.direct_names, inputs)
    every: dict[str, Mapping[str, object]] = {
        "models": models.views(api.source),
        "inputs": inputs.views(api.source),
        "params": params_views(options.values(), naming, inputs.names, CALL_OPTIONS),
        "operations": operations.views(api.source),
        "resources": resources.views(api.source),
    }
    parts = {part: views for part, views in every.items() if views}
    readme = readme_view(naming, signatures, operations, package)
    files = [
        *_distribution_files(naming, package, exchanges),
        File(path="README.md", template="sdk/README.md.jinja", view=readme),
        *_top_files(naming, package, parts),
    ]
    if documented := headers.view(api.source):
        files.append(File(path=f"{package}/headers.py", template="sdk/headers.py.jinja", view=documented))
    files += _part_files(package, parts, {"models": models, "inputs": inputs}, kinds.circling, api.source)
    files += _modules(package, "operations", kinds.views(api.source))
    tests, untested = test_files(naming, signatures, package, exchanges) if exchanges else ([], ())
    files += [*runtime_files(package, ("wire", "client")), *tests]
    placement, sent = replace(placement, circles=models.circles), frozenset(_sent(naming, placed))
    return Plan(package=package, files=tuple(files), models=placement, sent=sent, untested=untested)


def _part_files(
    package: str,
    parts: Mapping[str, Mapping[str, object]],
    whole: Mapping[str, Models],
    kinds: Iterable[str],
    source: str,
) -> Iterator[File]:
    for part, views in parts.items():
        modules = (*views, *(kinds if part == "operations" else ()))
        shown = whole[part].members(source) if part in whole else _package(part, modules, source)
        yield File(path=f"{package}/{part}/__init__.py", template=f"sdk/{part}/__init__.py.jinja", view=shown)
        yield from _modules(package, part, views)


def _sent(naming: Naming, placed: Mapping[str, str]) -> Iterable[str]:
    """The named types that requests and headers hold, and what these refer to."""
    found: dict[str, None] = {}
    for operation in naming.api.operations:
        headers = (header.type for answer in operation.answers for header in answer.headers)
        parameters = (parameter.type for parameter in operation.parameters)
        for meaning in (*headers, *parameters, *([operation.body.content.type] if operation.body else [])):
            referenced(meaning, naming.api.types, found)
    return {**found, **dict.fromkeys(placed)}


def models_files(
    types: Mapping[str, Type], placement: Placement, modules: Collection[str], package: str, source: str, cache: Path
) -> tuple[File, ...]:
    """The files of some modules of models alone, made from what a whole plan came to; `source` is as `Api` has it."""
    models = Models(types, placement.class_names, placement.modules(), "model", cache=cache, only=modules)
    models.circles = placement.circles
    return tuple(_modules(package, "models", models.views(plain(source))))


def _top_files(naming: Naming, package: str, parts: Mapping[str, object]) -> list[File]:
    return [
        File(path=f"{package}/__init__.py", template="sdk/__init__.py.jinja", view=package_view(naming, parts)),
        File(path=f"{package}/client.py", template="sdk/client.py.jinja", view=client_view(naming, package)),
        File(path=f"{package}/errors.py", template="sdk/errors.py.jinja", view=_errors(naming.api)),
        File(path=f"{package}/py.typed", text=""),
    ]


def _distribution_files(naming: Naming, package: str, exchanges: Exchanges | None) -> list[File]:
    view = _distribution(naming.api, package, exchanges)
    return [
        File(path="pyproject.toml", template="pyproject.toml.jinja", view=view),
        File(path=LOCK_FILE, text=naming.lock.text()),
    ]


def _modules(package: str, part: str, views: Mapping[str, object]) -> list[File]:
    template = f"sdk/{part}/module.py.jinja"
    return [File(path=f"{package}/{part}/{module}.py", template=template, view=view) for module, view in views.items()]


_PARTS = {
    "params": "What methods take besides what they need.",
    "operations": "Every operation as data, for `client.send`.",
    "resources": "What can be done with each resource.",
}


def _package(part: str, modules: tuple[str, ...], source: str) -> PackageView:
    doc = f"{_PARTS[part]} Generated from {source}; do not edit."
    return PackageView(doc=doc, imports="", exports=modules)


def _errors(api: Api) -> PackageView:
    return PackageView(
        doc=f"Every error that a call raises. Generated from {api.source}; do not edit.", imports="", exports=()
    )


def _distribution(api: Api, package: str, exchanges: Exchanges | None) -> object:
    description = f"{sentence(api.title)} A typed client, blocking and async."
    return distribution_view(api, package, DEPENDENCIES, description, "README.md", has_tests=exchanges is not None)
