"""What tests of a generated package stand on; copied beside it, not into it."""
