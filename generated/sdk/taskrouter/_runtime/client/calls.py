"""All that a call needs; clients import it when they make their first, so that a program starts fast."""

from .arguments import build_request
from .flow import exchange, reach
from .pages import AsyncPager, Pager, Walk, first_request
from .streams import AsyncDownload, AsyncStream, Download, Stream

__all__ = [
    "AsyncDownload",
    "AsyncPager",
    "AsyncStream",
    "Download",
    "Pager",
    "Stream",
    "Walk",
    "build_request",
    "exchange",
    "first_request",
    "reach",
]
