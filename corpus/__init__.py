"""The sweep over real descriptions: each is generated, imported, type-checked, and called over the wire."""
