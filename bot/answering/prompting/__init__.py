"""What the model reads, whether to judge or to write."""
