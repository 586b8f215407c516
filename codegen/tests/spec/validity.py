"""Is what comes out of the stage a description that keeps to the standard?"""

from __future__ import annotations

import copy
from typing import Any

import jsonschema_rs

from dovetail.spec import Spec
from dovetail.spec.metaschema import validator


def violations(resolved: Spec) -> list[str]:
    """Where the resolved value breaks the meta-schema of 3.2, which knows everything that the older ones do.

    Names of components are the document's, however they are spelled. Parameters of a link may be of any type by the
    text of the standard (section 4.8.20), which is what counts.
    """
    value: dict[str, Any] = copy.deepcopy(dict(resolved.value))
    value["openapi"] = "3.2.0"
    for section in value["components"].values():
        for index, name in enumerate(list(section)):
            section[f"c{index}"] = section.pop(name)
    return [
        f"{error.instance_path}: {error.message}"
        for error in validator("3.2").iter_errors(value)
        if error.instance_path[-2:-1] != ["parameters"]
    ]


def compiled(schema: Any, resolved: Spec) -> jsonschema_rs.Draft202012Validator:
    """A validator of one of its schemas."""
    components = resolved.value["components"]
    whole = {"$ref": "#/s", "s": schema, "components": components}
    return jsonschema_rs.Draft202012Validator(whole, validate_formats=False)
