"""X y: what can be asked of them. Generated from spec.json; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Enum, String
from .._runtime.client.operation import Operation, field, path, query
from .._runtime.wire.media import FORM

UPDATE: Operation[models.S] = Operation(
    'op"""\n\\',
    "POST",
    '/x"""/{id}/\\y/{{ z }}',
    (
        path("id", "id", String(pattern="^[\"'\\\\]{3}\\u202e$")),
        path("z", " z ", String()),
        query("q_x", 'q"\\\n{{ x }}', Enum('a"', "b'", "c\\", 'd"""', "e\n", "f\u202e", "{{ g }}", "{% h %}")),
        field("class_", "__class__", String()),
        field("p", 'p"""', String()),
    ),
    returns=models.S,
    body=FORM,
)
