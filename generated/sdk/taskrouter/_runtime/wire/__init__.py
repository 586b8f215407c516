"""How values are written on the wire and read back; both halves of a generated pair use it."""
