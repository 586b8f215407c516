"""Class: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.operation import CallOptions


class ClassUpdate(CallOptions, total=False):
    """What `update` of class takes besides what it needs; an absent key is not sent."""

    from_: str
    self_: str
    limit_: int
    request_timeout_: int
    value_2fa: bool
    grosse: str
    ming_qian: str
    a_b_c: str
    a_b_c_2: str
    options_: str
    from__2: str
    class__: str
    from__3: str
    id_2: str
