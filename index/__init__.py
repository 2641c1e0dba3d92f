"""Passages, their embeddings and how they are found again; the model store."""
