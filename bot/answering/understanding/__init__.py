"""From a question as it was typed to what it asks."""
