"""The command line and the batch runner."""
