"""The client module, the package's `__init__` and the distribution's metadata of the SDK, planned."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import indent

from ..api.model import Api
from .docstrings import docstring, literal, sentence, toml_text
from .imports import import_block
from .names import Code, Name
from .naming import Naming
from .package import distribution_name
from .resources import TWINS, Twin, lazy, lazy_names
from .security import Proof, exported, is_required, proofs_of, usual_security
from .servers import Place, place_of
from .views import AliasView, DistributionView, ExportsView, ExportView, ResourcesView, ResourceView

_RUNTIME = "._runtime.client"
_MAPPING = Name("collections.abc", "Mapping")
_OPTIONS = (
    "timeout: float | None = 30.0",
    "retries: int = 2",
    "validate: bool = True",
    "verify: bool | str = True",
    "proxies: Mapping[str, str] | None = None",
    "headers: Mapping[str, str] | None = None",
)
RESERVED = (
    *("self", "base_url", "http_client", "session", "super"),
    *(option.partition(":")[0] for option in _OPTIONS),
    *("client", "schemes", "servers", "settings"),
)
"""Names that a constructor has a use of its own for."""


def client_view(naming: Naming, package: str) -> ResourcesView:
    """The module of the two clients."""
    api = naming.api
    proofs = proofs_of(api, RESERVED)
    place = place_of(api, [*RESERVED, *(name for proof in proofs for name in proof.names)])
    uses = {Name("typing", "TYPE_CHECKING"), Name(_RUNTIME, "client"), Name(_RUNTIME, "settings")}
    uses |= {Name(_RUNTIME, "schemes")} if proofs else set()
    uses |= {Name(_RUNTIME, "servers")} if "servers." in place.url + place.own else set()
    later = lazy_names(naming.roots, naming)
    uses |= {Name("functools", "cached_property")} if later else set()
    clients = [_Client(naming, twin, proofs, place, package) for twin in TWINS]
    annotated: set[Name] = set()
    classes = tuple(client.view(annotated) for client in clients)
    libraries = [
        f"import {it}" if it == _library(it, naming) else f"import {it} as _{it}" for it in ("httpx2", "requests")
    ]
    imports = "\n".join([*libraries, "", import_block(later | annotated - uses, ".client")])
    return ResourcesView(
        doc=f"The clients of the {package} package. Generated from {api.source}; do not edit.",
        imports=import_block(uses, ".client"),
        lazy_imports=indent(imports, "    "),
        constants=_schemes(proofs),
        classes=classes,
    )


def _library(name: str, naming: Naming) -> str:
    """A library as annotations name it: a resource of the same name would hide it there."""
    return f"_{name}" if any(resource.name == name for resource in naming.roots) else name


def _schemes(proofs: tuple[Proof, ...]) -> tuple[AliasView, ...]:
    if not proofs:
        return ()
    written = ", ".join(proof.constructor for proof in proofs)
    return (AliasView(name="_SCHEMES", value=f"({written},)", doc=""),)


class _Client:
    """One of the two clients, while it is planned."""

    def __init__(self, naming: Naming, twin: Twin, proofs: tuple[Proof, ...], place: Place, package: str) -> None:
        self._naming, self._twin, self._proofs, self._place = naming, twin, proofs, place
        self._agent = literal(f"{package}/{_version(naming.api.version)} python")
        self._http = "http_client" if twin.prefix else "session"

    def view(self, uses: set[Name]) -> ResourceView:
        """The class; what its annotations need is added to `uses`."""
        uses.add(_MAPPING)
        roots = self._naming.roots
        return ResourceView(
            name=f"{self._twin.prefix}Client",
            bases=f"(client.{self._twin.prefix}Client)",
            doc=docstring(self._doc()),
            parameters=", ".join(self._parameters(uses)),
            assignments=(f"super().__init__({self._settings()}, {self._http})",),
            methods=(),
            children=tuple(lazy(child, self._twin, self._naming, ".client", "self") for child in roots),
        )

    def _parameters(self, uses: set[Name]) -> list[str]:
        is_async = bool(self._twin.prefix)
        taken = {name.name for name in lazy_names(self._naming.roots, self._naming)}
        given = [it for proof in self._proofs for it in proof.parameters(taken, is_async=is_async)]
        place = [self._written(parameter, uses) for parameter in self._place.parameters]
        proven = [self._written(parameter, uses) for parameter in given]
        library, kind = ("httpx2", "AsyncClient") if is_async else ("requests", "Session")
        http_type = f"{_library(library, self._naming)}.{kind}"
        # Of several credentials none is the first, so they are given by name.
        lone, named = (proven, []) if len(self._proofs) == 1 else ([], proven)
        return ["self", *lone, "*", *named, *place, *_OPTIONS, f"{self._http}: {http_type} | None = None"]

    def _written(self, parameter: Code, uses: set[Name]) -> str:
        uses |= parameter.names
        return parameter.text

    def _settings(self) -> str:
        api, proofs = self._naming.api, self._proofs
        credentials = "{}"
        if proofs:
            shown = [
                f"{literal(proof.scheme.name)}: {proof.given}" + (f" or {self._http}" if proof.is_certificate else "")
                for proof in proofs
            ]
            required = ", is_required=True" if is_required(api, proofs) else ""
            credentials = f"schemes.gather(_SCHEMES, {{{', '.join(shown)}}}{required})"
        arguments = [self._place.url, credentials, "timeout", "retries", "validate", self._agent]
        arguments += ["verify", "proxies", "headers"]
        arguments += [f"cert={proof.names[0]}" for proof in proofs if proof.is_certificate][:1]
        if proofs and any(operation.security for operation in api.operations):
            arguments.append(f"security={literal(usual_security(api))}")
        if proofs:
            arguments.append("schemes=_SCHEMES")
        if self._place.own:
            arguments.append(f"servers={self._place.own}")
        return f"settings.Settings({', '.join(arguments)})"

    def _doc(self) -> str:
        waits = "awaits its calls, on `httpx2`" if self._twin.prefix else "blocks until a call is done, on `requests`"
        title = f"{sentence(self._naming.api.title)[:-1]}: a client that {waits}."
        options = (
            "`timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again; "
            f"`validate=False` sends what the description forbids; `{self._http}` is one of your own, which stays open "
            "when the client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with "
            "every call."
        )
        parts = [title, *(proof.doc for proof in self._proofs), self._place.doc, options]
        return "\n\n".join(part for part in parts if part)


def package_view(naming: Naming, parts: Iterable[str]) -> ExportsView:
    """The package's `__init__`: its names, and the packages in it, are imported when they are first used."""
    api = naming.api
    doc = docstring(f"{sentence(api.title)} Generated from {api.source}; do not edit.", 0)
    names = [Name(".client", "AsyncClient"), Name(".client", "Client"), *exported(proofs_of(api, RESERVED))]
    exports = [*(Name(".", part) for part in parts if part != "resources"), *names]
    return ExportsView(
        doc=doc,
        exports=tuple(
            ExportView(name=name.name, module=name.module, home="" if name.module == "." else name.module)
            for name in sorted(exports)
        ),
    )


def distribution_view(
    api: Api,
    package: str,
    dependencies: tuple[str, ...],
    description: str,
    readme: str = "",
    *,
    has_tests: bool = False,
) -> DistributionView:
    """The distribution's metadata; `readme` is the path of its README, if it has one."""
    return DistributionView(
        name=distribution_name(package),
        package=package,
        version=_version(api.version),
        description=toml_text(description),
        readme=readme,
        tested_with=literal("pytest>=8,<10") if has_tests else "",
        dependencies=tuple(literal(dependency) for dependency in dependencies),
    )


def _version(text: str) -> str:
    """The API's version where PEP 440 can say it, else `0.0.0`."""
    parts = text.lstrip("vV").split(".")
    return ".".join(parts) if all(part.isdecimal() and part.isascii() for part in parts) else "0.0.0"
