"""A verb: a named use of an operation, with some arguments fixed and the others under shorter names."""

from __future__ import annotations

import keyword
from collections.abc import Mapping, Sequence
from dataclasses import replace

from .operation import H, Operation, T


def verb(
    operation: Operation[T, H],
    takes: type,
    *,
    fixed: Mapping[str, object],
    prefix: str = "",
    required: Sequence[str] = (),
) -> Operation[T, H]:
    """Narrow an operation to its path, what `required` names, the keys of the TypedDict `takes`, and fixed values.

    A parameter whose name begins with `prefix` goes by the rest of it; a rest that is a keyword gets an underscore.
    """
    names = {*takes.__annotations__, *required}
    kept = {parameter.name: parameter for parameter in operation.parameters if parameter.place == "path"}
    for parameter in operation.parameters:
        rest = parameter.name.removeprefix(prefix)
        name = f"{rest}_" if keyword.iskeyword(rest) else rest
        if parameter.name in fixed:
            kept[parameter.name] = parameter
        elif name in names and (name not in kept or rest != parameter.name):
            kept[name] = replace(parameter, name=name, is_required=name in required)
    return replace(operation, parameters=tuple(kept.values()), fixed=fixed)
