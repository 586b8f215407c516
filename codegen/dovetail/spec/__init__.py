"""The spec stage: a document to the resolved objects of the OpenAPI Specification."""

from __future__ import annotations

from .objects import Spec
from .resolve import resolve

__all__ = ["Spec", "resolve"]
