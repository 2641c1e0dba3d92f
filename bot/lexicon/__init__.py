"""Which words of a text are ordinary, and which are names or in no dictionary."""
