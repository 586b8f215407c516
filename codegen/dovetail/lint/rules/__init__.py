"""The linter's own rules, one a module."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from ..rule import Rule


def _rules() -> tuple[Rule, ...]:
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").RULE for name in names)


RULES: Final = _rules()
"""All of them, by name."""
