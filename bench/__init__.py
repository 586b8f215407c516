"""Side-by-side measurements: this project's SDK and emulator, and the peers it wants to be better than."""
