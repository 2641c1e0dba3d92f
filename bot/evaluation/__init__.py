"""Asking Haetae what it should know and what it should not, and judging what it says. Knows nothing of Discord."""
