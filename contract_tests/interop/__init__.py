"""Clients of other makers against the server."""
