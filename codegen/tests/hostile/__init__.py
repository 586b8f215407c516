"""Documents that try to do harm, and trials in which they must fail to."""

from . import amounts, files, multiplied, numbers, schema_texts, structures, texts  # noqa: F401 - they fill the list
from .document import HOSTILE, Hostile
from .trial import Trials, Verdict

__all__ = ["HOSTILE", "Hostile", "Trials", "Verdict"]
