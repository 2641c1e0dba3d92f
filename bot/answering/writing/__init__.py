"""What the model reads, and how answers and refusals are put together."""
