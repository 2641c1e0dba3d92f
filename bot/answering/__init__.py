"""Question -> understood -> hits -> evidence -> draft -> verified answer. Knows nothing of Discord."""
