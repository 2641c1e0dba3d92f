"""The evaluation, tested with hand-written replies."""
