"""People: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import inputs
from .._runtime.client.operation import CallOptions


class PersonList(CallOptions, total=False):
    """What `list` of people takes besides what it needs; an absent key is not sent."""

    id: inputs.OtherId
    """The id of a person."""
    ids: inputs.Ids
    """At most 9 items."""
