"""Which method of an implementation serves an operation, and how its arguments are named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from .calls import Call
from .judge import Contract, Decoded


@dataclass(frozen=True, slots=True)
class ServedOperation:
    """One operation and its method: `service.attribute.method(call, **path, params=params)`.

    `path` gives the Python name of each path parameter; `params` that of each other value by place and wire name. A
    form or a JSON object is spread by its properties under the place `body`; any other body is one value under
    `("body", "")`. Without `params` the method takes none.
    """

    operation_id: str
    attribute: str
    method: str
    path: Mapping[str, str] = field(default_factory=dict[str, str])
    params: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])

    async def invoke(self, service: object, call: Call[Any], decoded: Decoded) -> Any:
        """Call the implementation."""
        path = {name: decoded.parameters["path", wire] for wire, name in self.path.items()}
        method = getattr(getattr(service, self.attribute), self.method)
        return await (method(call, **path, params=self.arguments(decoded)) if self.params else method(call, **path))

    def arguments(self, decoded: Decoded) -> dict[str, Any]:
        """The optional and body values of a request by Python name; what was not sent is absent."""
        sent: dict[tuple[str, str], Any] = dict(decoded.parameters)
        if decoded.media_type is not None:
            sent["body", ""] = decoded.body
        content: object = decoded.body
        if isinstance(content, dict):
            members = cast("dict[str, object]", content)
            sent.update({("body", wire): value for wire, value in members.items()})
        return {name: sent[key] for key, name in self.params.items() if key in sent}


def checked_operations(
    contract: Contract, operations: Sequence[ServedOperation], service: object
) -> dict[str, ServedOperation]:
    """Index the operations by id; every documented one must be served by a method that exists.

    Raises:
        TypeError: some are not; the message names them all.
    """
    served = {operation.operation_id: operation for operation in operations}
    missing = [f"operation {name} is served by no method" for name in contract.operations if name not in served]
    for operation in operations:
        resource = getattr(service, operation.attribute, None)
        if not callable(getattr(resource, operation.method, None)):
            missing.append(f"{type(service).__name__} has no method {operation.attribute}.{operation.method}")
    if missing:
        raise TypeError("; ".join(missing))
    return served
