"""The README of server stubs, planned: what they are, and how a server that runs is made of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..api.model import Api, Operation, Resource, SecurityScheme
from ..api.servers import default_url
from .docstrings import docstring, sentence, shown
from .example_tests import written
from .names import Scope
from .naming import Argument, Naming
from .plausible import NOTHING, plausible
from .readme import inline, prose
from .server_types import decoded
from .views import MethodView, ResourceView, ServerReadmeView

_LONGEST = 300
_TAKEN = ("Any", "Call", "Credentials", "Implementation", "Refusal", "Reply", "Unwritten", "app", "create_app")
_HERE = "http://127.0.0.1:8000"
_NOTHING_ODD = re.compile(r"[A-Za-z0-9._~/+:@,%-]*")


@dataclass(frozen=True, slots=True)
class _Shown:
    """A method that can be shown, and the arguments of `curl` that reach it, empty for none."""

    resource: Resource
    method: MethodView
    request: str

    @property
    def rank(self) -> tuple[bool, bool, bool, int, str, str]:
        """What can be asked and answers something comes first, rather with an id than with none; then what is short."""
        method = self.method
        size = len(method.parameters) + len(method.body)
        says_nothing, has_no_id = method.body == "return None", "*" not in method.parameters
        return not self.request, says_nothing, has_no_id, size, self.request, method.name


def server_readme_view(
    naming: Naming, resources: Sequence[Resource], arguments: Mapping[str, Sequence[Argument]], package: str
) -> ServerReadmeView:
    """Decide what the README shows; `arguments` are those of each operation by its id."""
    api = naming.api
    found = (one for resource in resources for one in _of_resource(naming, resource, arguments))
    first = min(found, key=lambda one: one.rank, default=None)
    return ServerReadmeView(
        title=prose(api.title) or package,
        about=prose(api.description.partition("\n\n")[0]),
        source=inline(api.source),
        version=inline(api.version),
        package=package,
        resource=naming.module(first.resource) if first else "",
        implementation=(_class(first),) if first else (),
        request=first.request if first else "",
    )


def _class(shown: _Shown) -> ResourceView:
    return ResourceView(
        name=Scope.of(_TAKEN).choose(shown.resource.class_name),
        bases="(Unwritten)",
        doc="",
        parameters="",
        assignments=(),
        methods=(shown.method,),
    )


def _of_resource(naming: Naming, resource: Resource, arguments: Mapping[str, Sequence[Argument]]) -> Iterator[_Shown]:
    for method in resource.methods:
        operation = method.operation
        if operation.variant or operation.is_deprecated or (value := _answer(naming.api, operation)) is None:
            continue
        known = arguments[operation.id]
        view = _method(naming, method.name, operation, known, value)
        yield _Shown(resource, view, _request(naming.api, operation, known))


def _answer(api: Api, operation: Operation) -> str | None:
    """The Python of what an operation answers with, where one value is sure to be allowed."""
    success = operation.success
    if (
        success is None
        or operation.form
        or len(operation.successes) > 1
        or any(it.is_required for it in success.headers)
    ):
        return None
    if not success.contents:
        return "None"
    value = plausible(success.contents[0].type, api.types, is_answer=True)
    text = written(value) if value is not NOTHING and success.contents[0].form == "json" else ""
    return text if 0 < len(text) <= _LONGEST else None


def _method(naming: Naming, name: str, operation: Operation, arguments: Sequence[Argument], value: str) -> MethodView:
    keywords = []
    for argument in arguments:
        if argument.place == "path":
            annotation = decoded(argument.type, naming.api.types, {})
            keywords.append(f"{argument.name}: {'Any' if annotation.names else annotation}")
    keywords += ["params: Any"] if any(argument.place != "path" for argument in arguments) else []
    parts = ["self", "call: Call[str]", *(["*", *keywords] if keywords else [])]
    summary = sentence(shown(operation.summary or operation.id))
    return MethodView(
        def_="async def",
        name=name,
        parameters=", ".join(parts),
        returns="Any",
        doc=docstring(f"{summary} `{operation.method} {shown(operation.path)}`", 8),
        body=f"return {value}",
    )


def _request(api: Api, operation: Operation, arguments: Sequence[Argument]) -> str:
    """The arguments of `curl` that ask for an operation, where nothing in them means anything to a shell."""
    asked = [argument for argument in arguments if argument.is_required and argument.place != "path"]
    proof = _proof(api, operation)
    if operation.method != "GET" or operation.body or asked or proof is None:
        return ""
    path = operation.path
    for argument in arguments:
        value = plausible(argument.type, api.types)
        if argument.place == "path" and isinstance(value, str | int) and argument.style in ("", "simple"):
            path = path.replace(f"{{{argument.wire}}}", value if isinstance(value, str) else json.dumps(value))
    base = urlsplit(default_url(api.servers[0])).path.rstrip("/") if api.servers else ""
    return f"{proof}{_HERE}{base}{path}" if _NOTHING_ODD.fullmatch(base + path) else ""


def _proof(api: Api, operation: Operation) -> str | None:
    """The options of `curl` with credentials; `None` where the first alternative has others than these."""
    if not operation.security or {} in operation.security:
        return ""
    schemes = {scheme.name: scheme for scheme in api.security_schemes}
    given = [_option(schemes[name]) for name in operation.security[0] if name in schemes]
    return None if None in given else "".join(filter(None, given))


def _option(scheme: SecurityScheme) -> str | None:
    if scheme.type in ("oauth2", "openIdConnect") or (scheme.type, scheme.scheme) == ("http", "bearer"):
        return '-H "Authorization: Bearer token" '
    if (scheme.type, scheme.scheme) == ("http", "basic"):
        return "-u username:password "
    if (scheme.type, scheme.place) == ("apiKey", "header") and _NOTHING_ODD.fullmatch(scheme.parameter):
        return f'-H "{scheme.parameter}: key" '
    return None
