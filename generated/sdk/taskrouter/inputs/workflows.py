"""Workflows: what requests hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypeAliasType

from .._runtime.client.models import JsonText

Configuration = TypeAliasType("Configuration", JsonText)
"""The rules of a workflow, an object written as JSON."""
TaskReservationTimeout = TypeAliasType("TaskReservationTimeout", int)
"""Seconds that a reservation waits for an answer, one day at most."""
