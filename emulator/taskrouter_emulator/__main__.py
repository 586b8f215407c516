"""`python -m taskrouter_emulator`: the command."""

from __future__ import annotations

from .cli import main

main(prog_name="taskrouter-emulator")
