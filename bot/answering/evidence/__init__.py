"""Whether the passages can answer at all, before the model is asked."""
