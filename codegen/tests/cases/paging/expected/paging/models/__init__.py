"""What answers hold. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazily

if TYPE_CHECKING:
    from .books import Book as Book
    from .books import ListBooksResponse as ListBooksResponse
    from .books import ListBooksResponseMeta as ListBooksResponseMeta
else:
    __getattr__, __dir__, __all__ = lazily(
        __name__,
        {
            "books": ("Book ListBooksResponse ListBooksResponseMeta"),
        },
    )
