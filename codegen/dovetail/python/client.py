"""The client module, the package's `__init__` and the distribution's metadata of the SDK, planned."""

from __future__ import annotations

from ..api.model import Api, SecurityScheme
from ..errors import SpecError
from ..findings import Finding
from .docstrings import docstring, literal, sentence, toml_text
from .imports import import_block
from .names import Name
from .naming import Naming
from .placement import owner
from .resources import TWINS, Twin
from .views import DistributionView, PackageView, ResourcesView, ResourceView

_SETTINGS = Name("._runtime.client.settings", "Settings")
_BASIC = Name("._runtime.client.credentials", "basic")
_RUNTIME = Name("._runtime.client", "client")


def basic_scheme(api: Api) -> SecurityScheme | None:
    """The HTTP Basic scheme that the operations use; `None` if none asks for credentials.

    Raises `SpecError` if operations use a scheme that cannot be spoken yet.
    """
    used = {name for operation in api.operations for name in operation.security}
    schemes = [scheme for scheme in api.security_schemes if scheme.name in used]
    foreign = [scheme for scheme in schemes if (scheme.type, scheme.scheme.lower()) != ("http", "basic")]
    if foreign:
        names = ", ".join(f"{scheme.name} ({scheme.type} {scheme.scheme})".replace(" )", ")") for scheme in foreign)
        message = f"security by {names} cannot be generated yet; HTTP Basic can"
        raise SpecError([Finding("error", "unsupported-security", message, foreign[0].location)])
    return schemes[0] if schemes else None


def client_view(naming: Naming, package: str) -> ResourcesView:
    """The module of the two clients."""
    scheme = basic_scheme(naming.api)
    uses = {_SETTINGS, _RUNTIME, Name("collections.abc", "Mapping")} | ({_BASIC} if scheme else set())
    clients = tuple(_client(naming, twin, scheme, package, uses) for twin in TWINS)
    return ResourcesView(
        doc=f"The clients of the {package} package. Generated from {naming.api.source}; do not edit.",
        imports="import httpx2\nimport requests\n\n" + import_block(uses, ".client"),
        classes=clients,
    )


def _client(naming: Naming, twin: Twin, scheme: SecurityScheme | None, package: str, uses: set[Name]) -> ResourceView:
    api = naming.api
    http, http_type = ("http_client", "httpx2.AsyncClient") if twin.prefix else ("session", "requests.Session")
    environment = tuple((pair["username"], pair["password"]) for pair in scheme.environment) if scheme else ()
    agent = literal(f"{package}/{_version(api.version)} python")
    given = "credentials" if scheme else "{}"
    assignments = [
        *(
            [f"credentials = {{{literal(scheme.name)}: basic(username, password, {literal(environment)})}}"]
            if scheme
            else []
        ),
        f"settings = Settings(base_url, {given}, timeout, retries, validate, {agent}, verify, proxies)",
        f"super().__init__(settings, {http})",
    ]
    for resource in naming.roots:
        name = Name(owner(resource, naming), twin.prefix + resource.class_name)
        uses.add(name)
        assignments.append(f"self.{resource.name} = {name}(self)")
    parameters = ["self", *(["username: str | None = None", "password: str | None = None"] if scheme else [])]
    parameters += ["*", f"base_url: str = {literal(api.base_url)}" if api.base_url else "base_url: str"]
    parameters += ["timeout: float | None = 30.0", "retries: int = 2", "validate: bool = True"]
    parameters += ["verify: bool | str = True", "proxies: Mapping[str, str] | None = None"]
    parameters.append(f"{http}: {http_type} | None = None")
    return ResourceView(
        name=f"{twin.prefix}Client",
        bases=f"(client.{twin.prefix}Client)",
        doc=docstring(_client_doc(api, twin, scheme, http)),
        parameters=", ".join(parameters),
        assignments=tuple(assignments),
        methods=(),
    )


def _client_doc(api: Api, twin: Twin, scheme: SecurityScheme | None, argument: str) -> str:
    waits = "awaits its calls, on `httpx2`" if twin.prefix else "blocks until a call is done, on `requests`"
    parts = [f"{sentence(api.title)[:-1]}: a client that {waits}."]
    if scheme:
        pairs = " or ".join(
            " and ".join(f"`{name}`" for name in (pair["username"], pair["password"])) for pair in scheme.environment
        )
        parts.append(
            f"{sentence(scheme.description or 'HTTP Basic')}"
            + (f" Without `username` and `password` they come from {pairs}." if pairs else "")
        )
    parts.append(
        "`timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again; `validate=False` "
        f"sends what the description forbids; `{argument}` is one of your own, which stays open when the client "
        "closes; `verify` is a file of certificate authorities, or `False`."
    )
    return "\n\n".join(parts)


def package_view(naming: Naming) -> PackageView:
    """The package's `__init__`."""
    api = naming.api
    doc = docstring(f"{sentence(api.title)} Generated from {api.source}; do not edit.", 0)
    return PackageView(doc=doc, imports="", exports=())


def distribution_view(api: Api, package: str, dependencies: tuple[str, ...], description: str) -> DistributionView:
    """The distribution's metadata."""
    return DistributionView(
        name=package.replace("_", "-"),
        package=package,
        version=_version(api.version),
        description=toml_text(description),
        dependencies=tuple(literal(dependency) for dependency in dependencies),
    )


def _version(text: str) -> str:
    """The API's version where PEP 440 can say it, else `0.0.0`."""
    parts = text.lstrip("vV").split(".")
    return ".".join(parts) if all(part.isdecimal() and part.isascii() for part in parts) else "0.0.0"
