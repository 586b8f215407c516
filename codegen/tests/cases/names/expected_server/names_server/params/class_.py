"""Class: what operations take besides ids. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict


class ImportParams(TypedDict):
    """What `import` takes; what was not sent is absent."""

    from_: NotRequired[str]
    self_: NotRequired[str]
    limit_: NotRequired[int]
    request_timeout_: NotRequired[int]
    value_2fa: NotRequired[bool]
    grosse: NotRequired[str]
    ming_qian: NotRequired[str]
    a_b_c: NotRequired[str]
    a_b_c_2: NotRequired[str]
    options_: NotRequired[str]
    list: str
    str: str
    from__2: NotRequired[str]
    class__: NotRequired[str]
    from__3: NotRequired[str]
    id_2: NotRequired[str]
