"""What requests and answers hold. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazily

if TYPE_CHECKING:
    from .nodes import Edge as Edge
    from .nodes import Node as Node
    from .nodes import Value as Value
else:
    __getattr__, __dir__, __all__ = lazily(
        __name__,
        {
            "nodes": ("Edge Node Value"),
        },
    )
