"""Questions that got no good answer: which count, which are the same, and asking them again after a change."""
