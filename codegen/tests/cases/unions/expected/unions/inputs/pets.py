"""Pets: what requests hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypeAliasType

Positive = TypeAliasType("Positive", int)
