"""Genres: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.operation import Operation

LIST: Operation[list[str]] = Operation("listGenres", "GET", "/genres", (), returns=list[str])
