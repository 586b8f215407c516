"""The document stage: text to a tree of JSON values in which every value knows its place, overlays applied.

The only package that reads YAML or JSON, or follows a file.
"""

from __future__ import annotations

from .load import Document, load
from .source import CHANGED, Source, collection_paused, is_url, read

__all__ = ["CHANGED", "Document", "Source", "collection_paused", "is_url", "load", "read"]
