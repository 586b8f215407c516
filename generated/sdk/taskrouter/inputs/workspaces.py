"""Workspaces: what requests hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

WorkspaceTemplate = TypeAliasType("WorkspaceTemplate", Literal["NONE", "FIFO"])
"""What a new workspace is filled with."""
