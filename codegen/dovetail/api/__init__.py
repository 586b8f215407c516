"""The describe stage: what an API means, free of the document's form and of Python."""

from .describe import describe
from .model import Api

__all__ = ["Api", "describe"]
