"""The generator: a small local model behind one owner."""
