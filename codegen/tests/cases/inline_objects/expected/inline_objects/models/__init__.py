"""What answers hold. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazily

if TYPE_CHECKING:
    from .trees import FetchTreesResponse as FetchTreesResponse
    from .trees import FetchTreesResponseOak as FetchTreesResponseOak
    from .trees import Tree as Tree
    from .trees import TreeBark as TreeBark
    from .trees import TreeBird as TreeBird
    from .trees import TreeLeaf as TreeLeaf
    from .trees import TreeRoot2 as TreeRoot2
    from .trees import TreeRoot2Hair as TreeRoot2Hair
else:
    __getattr__, __dir__, __all__ = lazily(
        __name__,
        {
            "trees": (
                "FetchTreesResponse FetchTreesResponseOak Tree TreeBark TreeBird TreeLeaf TreeRoot2 TreeRoot2Hair"
            ),
        },
    )
