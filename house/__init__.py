"""Checks of the tree itself: sizes, places, determinism."""
