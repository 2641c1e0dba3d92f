"""The terminal door and the batch runner."""
